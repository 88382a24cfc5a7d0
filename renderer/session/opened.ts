import type { OpenedEdition } from '../../core/contract'
import { decodeEdition } from '../../core/format'
import type { Edition } from '../../core/model/edition'
import { err, ok, type Diagnostic, type Result } from '../../core/result'

/** The edition an `OpenedEdition` holds. */
export const editionOf = (opened: OpenedEdition): Result<Edition> => {
  const decoded = decodeEdition(new Map(Object.entries(opened.texts)))
  return decoded.ok ? ok(decoded.value.edition) : err(firstOf(decoded.error))
}

const firstOf = (error: Diagnostic | readonly Diagnostic[]): Diagnostic =>
  'code' in error
    ? error
    : (error[0] ?? {
        severity: 'error',
        code: 'format.invalid',
        message: 'The edition cannot be read.',
      })
