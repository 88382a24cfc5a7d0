import type { Doubt } from './doubt'

/** A failure that is expected (bad input, a full disk) is a value; a programmer's mistake is thrown. */
export type Result<T, E = Diagnostic> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E }

export const ok = <T>(value: T): Result<T, never> => ({ ok: true, value })
export const err = <E>(error: E): Result<never, E> => ({ ok: false, error })

export type Severity = 'error' | 'warning' | 'info'

/** Where trouble sits; every part is optional because a file has no page and a page no line. */
export interface Place {
  readonly file?: string
  readonly page?: string
  readonly frame?: string
  readonly story?: string
  /** 1-based line of a text file. */
  readonly line?: number
}

/** What a sentence is made of, by name: numbers, names, the word for a reason. */
export type Parts = Readonly<Record<string, string | number>>

/**
 * Trouble with the work, told beside the result. `code` is stable and dotted
 * (`text.missing-glyph`), for filters and tests; `message` is one plain sentence
 * that says what, where and what to do.
 */
export interface Diagnostic {
  readonly severity: Severity
  readonly code: string
  readonly message: string
  readonly where?: Place
  /** Beside code and place all that another language needs to say the same; the window does. */
  readonly parts?: Parts
  /** Of a doubt of the intake: the pieces it is about, and what may be done. */
  readonly doubt?: Doubt
}

/** Closes a switch over a discriminated union: the compiler refuses a forgotten case. */
export function assertNever(value: never): never {
  throw new Error(`Unexpected case: ${JSON.stringify(value)}`)
}
