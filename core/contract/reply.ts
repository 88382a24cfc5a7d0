/** What every call answers with. */
import type { Diagnostic, Result } from '../result'

/** Why a call failed: one sentence and a stable code; the single troubles when there are several. */
export interface HostError extends Diagnostic {
  readonly details?: readonly Diagnostic[]
}

export type Reply<T> = Promise<Result<T, HostError>>
