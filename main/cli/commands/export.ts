import { InvalidArgumentError, Option } from 'commander'
import { MARK_KINDS, type MarkKind } from '../../../core/display/marks'
import type { FileOutput } from '../../services/atomicWrite'
import type { DoorCheck } from '../../services/exportJob'
import { example, readReport, TEXTS, type CommandDefinition } from '../command'
import { EXIT, refuse, say, type CommandIo, type ExitCode } from '../io'
import { deliver, withWork, type Bench } from '../workbench'

interface Options {
  readonly output: string
  readonly pages?: string
  readonly preset: 'press' | 'proof'
  readonly date?: string
  readonly override?: string
  readonly press?: string
  readonly profile?: string
  readonly marks?: readonly MarkKind[]
  readonly operator?: string
  readonly revision?: string
  readonly paper?: 'A3' | 'A4'
  readonly tiled?: true
  readonly report?: string
  readonly checksums?: true
  /** False with --no-ledger. */
  readonly ledger: boolean
  readonly verify?: true
  readonly json?: true
}

const ISO =
  /^\d{4}-\d{2}-\d{2}(?<time>T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?<zone>Z|[+-]\d{2}:\d{2})?)?$/u

/** A time without a zone is UTC, so that the same order gives the same bytes everywhere. */
function readDate(value: string): string {
  const { time, zone } = ISO.exec(value)?.groups ?? {}
  const date = time !== undefined && zone === undefined ? `${value}Z` : value
  if (!ISO.test(value) || Number.isNaN(Date.parse(date))) {
    throw new InvalidArgumentError('It must be an ISO date such as 2026-11-22.')
  }
  return date
}

function readReason(value: string): string {
  if (value.trim() === '') throw new InvalidArgumentError('It must say why.')
  return value
}

function readMarks(value: string): readonly MarkKind[] {
  if (value === 'all') return MARK_KINDS
  if (value === 'none') return []
  return value.split(',').map((word) => {
    const kind = MARK_KINDS.find((known) => known === word.trim())
    if (kind === undefined) {
      throw new InvalidArgumentError(`It must be all, none, or some of ${MARK_KINDS.join(',')}.`)
    }
    return kind
  })
}

const paperOf = ({ paper, tiled }: Options) =>
  paper === undefined
    ? {}
    : { paper: { name: paper, mode: tiled === true ? ('tiled' as const) : ('scaled' as const) } }

const doorOf = ({ ledger, verify }: Options): DoorCheck =>
  verify === true ? 'twice' : ledger ? 'once' : 'open'

async function exportWork(io: CommandIo, options: Options, bench: Bench): Promise<ExitCode> {
  const { work, name, progress } = bench
  const json = options.json === true
  const { pagesInRange, pdfOf } = await import('../../services/exportJob')
  const { checksumOf, exportFiles } = await import('../../services/exportFiles')
  if (options.preset === 'press' && options.paper !== undefined) {
    say(io, '--paper is for proofs; add --preset proof.')
    return EXIT.usage
  }
  const pages = pagesInRange(work.display.pages, options.pages ?? null)
  if (!pages.ok) return refuse(io, [pages.error], json)
  const files = exportFiles(options.output, pages.value, work.edition.meta, name, io.cwd)
  if (!files.ok) return refuse(io, [files.error], json)
  const date = options.date ?? work.edition.meta.date
  const checksums = options.checksums === true
  if (options.preset === 'press') {
    const { exportForPress } = await import('./exportPress')
    const parts = { files: files.value, pages: pages.value, date, json, checksums }
    return exportForPress(io, bench, { ...options, ...parts, door: doorOf(options) })
  }
  const outputs: FileOutput[] = []
  for (const file of files.value) {
    const pdf = await progress.during('Writing the PDF', () =>
      pdfOf(work, { pages: file.pages, date, door: doorOf(options), ...paperOf(options) }),
    )
    if (!pdf.ok) return refuse(io, pdf.error, json, EXIT.work)
    outputs.push({ kind: 'file', path: file.path, bytes: pdf.value })
  }
  const sums = checksums ? outputs.map(checksumOf) : []
  return deliver(io, [...outputs, ...sums], work.diagnostics, json)
}

/** `banxin export`: the PDF. A press PDF with errors needs an override with a reason. */
export const exportCommand: CommandDefinition = (program, io, act) => {
  program
    .command('export')
    .description('write the PDF of an edition')
    .argument('<edition>', TEXTS.edition)
    .requiredOption(
      '-o, --output <file>',
      'the PDF file; with {page} in its name one a page; also {publication}, {date}, {edition}',
    )
    .option('--pages <range>', 'pages by number, such as 1-4 or 1,3 (default: all)')
    .addOption(
      new Option('--preset <name>', 'press refuses a page with errors, proof shows it')
        .choices(['press', 'proof'])
        .default('press'),
    )
    .option('--date <ISO>', "date in the PDF (default: the edition's)", readDate)
    .option(
      '--override <reason>',
      'write a press PDF in spite of errors; the reason is recorded',
      readReason,
    )
    .option('--press <file>', 'a press preset of your own (default: newsprint, which comes along)')
    .option(
      '--marks <list>',
      `marks outside the trim: all, none, or some of ${MARK_KINDS.join(',')} (default: the preset's)`,
      readMarks,
    )
    .option('--operator <name>', 'who exports, for the slug line')
    .option('--revision <text>', 'which revision, for the slug line')
    .option('--profile <name>', TEXTS.profile)
    .option('--report <file>', TEXTS.report, readReport)
    .addOption(
      new Option(
        '--paper <size>',
        'a proof on office paper, under a watermark and with its faults counted at the foot',
      ).choices(['A3', 'A4']),
    )
    .option('--tiled', 'with --paper: full size over several sheets, to be glued')
    .option('--checksums', 'a .sha256 beside each file')
    .option(
      '--verify',
      'have the finished PDF read by a second library as well, which takes longer',
    )
    .option(
      '--no-ledger',
      'do not read the finished PDF back; otherwise it is not written when its text is not the manuscript',
    )
    .option('--json', TEXTS.json)
    .addHelpText(
      'after',
      example(
        'export page.banxin -o page.pdf',
        'export page.banxin -o proof.pdf --pages 1-4 --preset proof',
      ),
    )
    .action(
      act((named: string, options: Options) =>
        withWork(io, named, options.json === true, (bench) => exportWork(io, options, bench)),
      ),
    )
}
