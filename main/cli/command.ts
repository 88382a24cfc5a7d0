import { InvalidArgumentError, type Command } from 'commander'
import type { CommandIo, ExitCode } from './io'

/** Turns work that ends with an exit code into an action for commander. */
export type Act = <A extends readonly unknown[]>(
  work: (...args: A) => Promise<ExitCode>,
) => (...args: A) => Promise<void>

/** Adds one command to the program. What it needs beyond its options is loaded when it runs. */
export type CommandDefinition = (program: Command, io: CommandIo, act: Act) => void

export const example = (...lines: readonly string[]): string =>
  `\nExample:\n${lines.map((line) => `  banxin ${line}`).join('\n')}\n`

/** Texts of options that several commands have. */
export const TEXTS = {
  edition: 'folder of an edition',
  json: 'put results and diagnostics on the standard output as JSON',
  template: 'page template; `banxin templates` lists them',
  profile:
    'how strictly the pages are held: newsprint, insert, proof, or a .json file (default: newsprint)',
  report: 'the press preflight as .pdf, .html or .json',
  onePage: 'put all texts on one page instead of one page each',
} as const

/** The name of a report's file, whose ending says its form. */
export function readReport(value: string): string {
  if (!/\.(?:html|json|pdf)$/u.test(value)) {
    throw new InvalidArgumentError('Its name must end in .pdf, .html or .json.')
  }
  return value
}
