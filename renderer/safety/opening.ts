/** Opening an edition that another process has: to look, when the user wants that. */
import type { HostClient, HostError, OpenedEdition } from '../../core/contract'
import { ok, type Result } from '../../core/result'
import type { Text } from '../i18n'
import { trouble } from '../i18n/trouble'

type Opening = Result<OpenedEdition | null, HostError>

/** Hands on what was opened; asks first where it is in use. Null when called off. */
export async function openToLook(host: HostClient, text: Text, opening: Opening): Promise<Opening> {
  if (opening.ok || opening.error.code !== 'edition.in-use') return opening
  const { inUseTitle, lookOnly } = text.safety
  const buttons = [lookOnly, text.cancel]
  const detail = trouble(text, opening.error)
  const asked = await host.ask({
    question: { message: inUseTitle, detail, buttons, preferred: 0, cancel: 1 },
  })
  if (!asked.ok) return asked
  // What was refused stands first among the recent ones.
  const recent = await host.recentEditions({})
  const id = recent.ok ? recent.value[0]?.id : undefined
  if (asked.value !== 0 || id === undefined) return ok(null)
  return host.openEdition({ source: { kind: 'recent', id }, readOnly: true })
}
