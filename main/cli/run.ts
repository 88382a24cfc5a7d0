import { Command, CommanderError } from 'commander'
import type { Act, CommandDefinition } from './command'
import { archiveCommand } from './commands/archive'
import { checkCommand } from './commands/check'
import { composeCommand } from './commands/compose'
import { exportCommand } from './commands/export'
import { importCommand } from './commands/import'
import { makeCommand } from './commands/make'
import { previewCommand } from './commands/preview'
import { storiesCommand } from './commands/stories'
import { templatesCommand } from './commands/templates'
import { EXIT, say, type CommandIo, type ExitCode } from './io'

const COMMANDS: readonly CommandDefinition[] = [
  makeCommand,
  importCommand,
  storiesCommand,
  composeCommand,
  exportCommand,
  previewCommand,
  checkCommand,
  archiveCommand,
  templatesCommand,
]

const EXIT_CODES = `
Exit codes: 0 done, warnings allowed; 1 errors in the work; 2 wrong usage or unreadable input.
`

/** The last guard: a mistake of ours reaches the user as one sentence, never as a stack trace. */
function tellUnexpected(io: CommandIo, thrown: unknown): void {
  const what = thrown instanceof Error ? thrown.message : String(thrown)
  const oneLine = what.replace(/\s+/gu, ' ').trim()
  say(
    io,
    `this should not have happened: ${oneLine}. Please report it with the input that led to it.`,
  )
}

/**
 * Runs one command. `argv` holds the words after the program's name. Never
 * throws and never ends the process; the exit code comes back.
 */
export async function run(argv: readonly string[], io: CommandIo): Promise<ExitCode> {
  let code: ExitCode = EXIT.done
  const act: Act =
    (work) =>
    async (...args) => {
      code = await work(...args)
    }
  const program = new Command('banxin')
    .description('Makes a Chinese newspaper page: raw text in, composed page and PDF out.')
    .addHelpText('after', EXIT_CODES)
    .exitOverride()
    .configureOutput({
      writeOut: io.out,
      writeErr: io.err,
      outputError: (text, write) => write(text.replace(/^error: /u, 'banxin: ')),
    })
    .showSuggestionAfterError()
  for (const define of COMMANDS) define(program, io, act)
  try {
    await program.parseAsync(argv, { from: 'user' })
    return code
  } catch (thrown) {
    if (thrown instanceof CommanderError) return thrown.exitCode === 0 ? EXIT.done : EXIT.usage
    tellUnexpected(io, thrown)
    return EXIT.usage
  }
}
