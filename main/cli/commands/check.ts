import { resolve } from 'node:path'
import { ok, type Diagnostic, type Result } from '../../../core/result'
import { writeOutputs, type FileOutput } from '../../services/atomicWrite'
import { example, readReport, TEXTS, type CommandDefinition } from '../command'
import { exitFor, printJson, refuse, tell, type CommandIo } from '../io'
import { ledgerTable } from '../tables'
import { withWork, type Bench } from '../workbench'

interface Options {
  readonly report?: string
  readonly profile?: string
  readonly press?: string
  readonly json?: true
}

interface PressCheck {
  /** All trouble as the profile judges it. */
  readonly diagnostics: readonly Diagnostic[]
  readonly report: readonly FileOutput[]
}

/** The press preflight of all pages, and its report where one is wanted. */
async function checkForPress(
  io: CommandIo,
  { work, progress }: Bench,
  { report, profile: named, press }: Options,
): Promise<Result<PressCheck>> {
  const { openPressPreset } = await import('../../services/press/preset')
  const { openPreflight } = await import('../../services/press/preflightProfiles')
  const { preparePress } = await import('../../services/press/pressJob')
  const preset = openPressPreset(press === undefined ? undefined : resolve(io.cwd, press))
  if (!preset.ok) return preset
  const profile = openPreflight(named, io.cwd)
  if (!profile.ok) return profile
  const held = { preset: preset.value, profile: profile.value }
  const ready = await progress.during('Checking for the press', () =>
    preparePress(work, {
      ...{ pages: work.display.pages, ...held },
      onPicture: (done, total) => progress.step(`Picture ${done + 1} of ${total}`),
    }),
  )
  await ready.dispose()
  const { diagnostics } = ready
  if (report === undefined) return ok({ diagnostics, report: [] })
  const { reportFile } = await import('../../services/press/reportFile')
  const file = await reportFile(work, diagnostics, { ...held, path: resolve(io.cwd, report) })
  return file.ok ? ok({ diagnostics, report: [file.value] }) : file
}

/** `banxin check`: what is wrong with an edition, and whether its ledger balances. */
export const checkCommand: CommandDefinition = (program, io, act) => {
  program
    .command('check')
    .description(
      'check an edition: overset, glyphs, fonts, pictures, jumps, the make-up of its pages and the ledger',
    )
    .argument('<edition>', TEXTS.edition)
    .option(
      '--report <file>',
      `${TEXTS.report}; the pages are then checked for the press too`,
      readReport,
    )
    .option('--profile <name>', `check for the press too; ${TEXTS.profile}`)
    .option('--press <file>', 'check for the press too, with a press preset of your own')
    .option('--json', TEXTS.json)
    .addHelpText('after', example('check page.banxin', 'check page.banxin --report preflight.pdf'))
    .action(
      act((named: string, options: Options) =>
        withWork(io, named, options.json === true, async (bench) => {
          const { edition, display, ledger } = bench.work
          const json = options.json === true
          const { ledgerJson } = await import('../../../core/ledger')
          const { PAGE_LIMITS, pageScores, preflight } = await import('../../../core/preflight')
          const { wordsIn } = await import('../../services/words')
          const faults = preflight(edition, display, PAGE_LIMITS, wordsIn)
          const isForPress = [options.report, options.profile, options.press].some(Boolean)
          const press = isForPress ? await checkForPress(io, bench, options) : null
          if (press !== null && !press.ok) return refuse(io, [press.error], json)
          const report = press?.value.report ?? []
          const written = await writeOutputs(report, io.fs)
          if (!written.ok) return refuse(io, [written.error], json)
          const diagnostics = [...(press?.value.diagnostics ?? bench.work.diagnostics), ...faults]
          const pages = pageScores(display, faults)
          const outputs = report.map(({ path }) => path)
          if (json) printJson(io, { outputs, diagnostics, pages, ledger: ledgerJson(ledger) })
          else io.out([...outputs.map((path) => `${path}\n`), ledgerTable(ledger)].join(''))
          tell(io, diagnostics)
          return exitFor(diagnostics)
        }),
      ),
    )
}
