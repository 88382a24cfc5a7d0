import { example, TEXTS, type CommandDefinition } from '../command'
import { exitFor, printJson, tell } from '../io'
import { fitTable } from '../tables'
import { withWork } from '../workbench'

interface Options {
  readonly json?: true
}

/** `banxin compose`: lines, frames and how every story fits. */
export const composeCommand: CommandDefinition = (program, io, act) => {
  program
    .command('compose')
    .description('compose an edition and print its lines and how every story fits')
    .argument('<edition>', TEXTS.edition)
    .option('--json', 'as JSON: pages, frames, lines, stories, diagnostics')
    .addHelpText('after', example('compose page.banxin --json'))
    .action(
      act((named: string, options: Options) =>
        withWork(io, named, options.json === true, async ({ work }) => {
          const { edition, display, fonts, diagnostics } = work
          const { composeJson } = await import('../composeJson')
          if (options.json) printJson(io, { ...composeJson(edition, display, fonts), diagnostics })
          else io.out(fitTable(edition, display))
          tell(io, diagnostics)
          return exitFor(diagnostics)
        }),
      ),
    )
}
