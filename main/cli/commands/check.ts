import { example, TEXTS, type CommandDefinition } from '../command'
import { exitFor, printJson, tell } from '../io'
import { ledgerTable } from '../tables'
import { withWork } from '../workbench'

interface Options {
  readonly json?: true
}

/** `banxin check`: what is wrong with an edition, and whether its ledger balances. */
export const checkCommand: CommandDefinition = (program, io, act) => {
  program
    .command('check')
    .description(
      'check an edition: overset, glyphs, fonts, pictures, jumps, the make-up of its pages and the ledger',
    )
    .argument('<edition>', TEXTS.edition)
    .option('--json', TEXTS.json)
    .addHelpText('after', example('check page.banxin'))
    .action(
      act((named: string, options: Options) =>
        withWork(io, named, options.json === true, async ({ work }) => {
          const { edition, display, ledger } = work
          const { ledgerJson } = await import('../../../core/ledger')
          const { PAGE_LIMITS, pageScores, preflight } = await import('../../../core/preflight')
          const { words } = await import('../../services/words')
          const faults = preflight(edition, display, PAGE_LIMITS, words())
          const diagnostics = [...work.diagnostics, ...faults]
          const pages = pageScores(display, faults)
          if (options.json) printJson(io, { diagnostics, pages, ledger: ledgerJson(ledger) })
          else io.out(ledgerTable(ledger))
          tell(io, diagnostics)
          return exitFor(diagnostics)
        }),
      ),
    )
}
