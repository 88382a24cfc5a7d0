/** Trouble in the window's language, by its code and its parts. */
import type { HostError } from '../../core/contract'
import type { Diagnostic } from '../../core/result'
import type { Text } from './index'

type Told = Pick<Diagnostic, 'code' | 'where' | 'parts'>

/** Null where the catalogue has no words for the code. */
export function knownTrouble(text: Text, { code, where, parts }: Told): string | null {
  const all: Readonly<Record<string, string | number | undefined>> = { code, ...where, ...parts }
  const part = (name: string): string => String(all[name] ?? '')
  const own = text.troubles[code]
  if (own !== undefined) return own(part)
  const found = text.findings[code] ?? text.pressing.findings[code]
  if (found !== undefined) {
    const place = where?.page === undefined ? '' : text.troubleAt(where.page)
    const subject = text.findings[code]?.subject(part) ?? ''
    return text.troubleFound(place, [found.name, subject].filter(Boolean).join(' '), found.remedy)
  }
  return text.troubleFamilies[code.split('.')[0] ?? '']?.(part) ?? null
}

export const trouble = (text: Text, told: Told): string =>
  knownTrouble(text, told) ?? text.troubleUnknown(told.code)

const MOST_DETAILS = 3

/** The single troubles that an error is made of, the first few. */
export const troubleDetails = (text: Text, { details = [] }: HostError): string =>
  details
    .slice(0, MOST_DETAILS)
    .map((one) => trouble(text, one))
    .join(' ')
