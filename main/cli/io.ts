import { basename } from 'node:path'
import { assertNever, type Diagnostic } from '../../core/result'
import type { FileSystem } from '../services/fileSystem'

/** What a command touches besides files it reads: given in, so that a test needs no process. */
export interface CommandIo {
  /** Folder where relative names start. */
  readonly cwd: string
  readonly out: (text: string) => void
  readonly err: (text: string) => void
  /** Whether a person watches the error channel: progress is shown only then. */
  readonly terminal: boolean
  /** The disk that results are written to. */
  readonly fs: FileSystem
  /** ISO date of today, for a manuscript that does not say its date. */
  readonly today: () => string
}

/** Done (warnings allowed), errors in the work, wrong usage or unreadable input. */
export const EXIT = { done: 0, work: 1, usage: 2 } as const
export type ExitCode = (typeof EXIT)[keyof typeof EXIT]

/** Writes one line to the error channel. */
export const say = (io: CommandIo, text: string): void => io.err(`banxin: ${text}\n`)

const lineOf = (diagnostic: Diagnostic): string => {
  const { file, line } = diagnostic.where ?? {}
  const { message } = diagnostic
  if (file === undefined || message.includes(basename(file))) return message
  const isSaid = line === undefined || new RegExp(`ines? ${line}\\b`, 'u').test(message)
  return `${file}${isSaid ? '' : `:${line}`}: ${message}`
}

/** A diagnostic as the one sentence a person reads. */
export function sentence(diagnostic: Diagnostic): string {
  switch (diagnostic.severity) {
    case 'error':
      return lineOf(diagnostic)
    case 'warning':
      return `warning: ${lineOf(diagnostic)}`
    case 'info':
      return `note: ${lineOf(diagnostic)}`
    default:
      return assertNever(diagnostic.severity)
  }
}

/** Most diagnostics of one code that are told one by one. */
const MOST_OF_A_KIND = 12

/** Tells diagnostics, the errors first; a long row of one kind is cut and counted. */
export function tell(io: CommandIo, diagnostics: readonly Diagnostic[]): void {
  const rank = { error: 0, warning: 1, info: 2 } as const
  const sorted = [...diagnostics].sort((a, b) => rank[a.severity] - rank[b.severity])
  const told = new Map<string, number>()
  for (const diagnostic of sorted) {
    const count = (told.get(diagnostic.code) ?? 0) + 1
    told.set(diagnostic.code, count)
    if (count <= MOST_OF_A_KIND) say(io, sentence(diagnostic))
  }
  for (const [code, count] of told) {
    if (count > MOST_OF_A_KIND)
      say(io, `… and ${count - MOST_OF_A_KIND} more of ${code}; --json lists all.`)
  }
}

export const hasErrors = (diagnostics: readonly Diagnostic[]): boolean =>
  diagnostics.some((diagnostic) => diagnostic.severity === 'error')

/** Exit code of finished work. */
export const exitFor = (diagnostics: readonly Diagnostic[]): ExitCode =>
  hasErrors(diagnostics) ? EXIT.work : EXIT.done

export const printJson = (io: CommandIo, value: unknown): void =>
  io.out(`${JSON.stringify(value, null, 1)}\n`)

/** Ends without a result: the reason on the error channel, and as data when data was asked for. */
export function refuse(
  io: CommandIo,
  diagnostics: readonly Diagnostic[],
  json: boolean,
  code: ExitCode = EXIT.usage,
): ExitCode {
  if (json) printJson(io, { outputs: [], diagnostics })
  tell(io, diagnostics)
  return code
}

/** Says on a terminal what is being done; nothing of it stays once the work is done. */
export interface Progress {
  /** Renames the step at work. */
  readonly step: (text: string) => void
  /** Shows `text` until `work` is done, and clears the line before anything else is said. */
  readonly during: <T>(text: string, work: () => T | Promise<T>) => Promise<T>
}

const CLEAR_LINE = '\r\u001b[K'

export function progress(io: CommandIo): Progress {
  const step = (text: string): void => {
    if (io.terminal) io.err(`${CLEAR_LINE}${text} …`)
  }
  return {
    step,
    async during(text, work) {
      step(text)
      try {
        return await work()
      } finally {
        if (io.terminal) io.err(CLEAR_LINE)
      }
    },
  }
}
