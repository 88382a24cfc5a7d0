import { InvalidArgumentError, Option } from 'commander'
import { resolve } from 'node:path'
import { MARK_KINDS, type MarkKind } from '../../../core/display/marks'
import type { PageDisplay } from '../../../core/display/displayList'
import type { Diagnostic } from '../../../core/result'
import type { Output } from '../../services/atomicWrite'
import { example, TEXTS, type CommandDefinition } from '../command'
import { EXIT, refuse, say, type CommandIo, type ExitCode } from '../io'
import { deliver, withWork, type Bench } from '../workbench'

interface Options {
  readonly output: string
  readonly pages?: string
  readonly preset: 'press' | 'proof'
  readonly date?: string
  readonly override?: string
  readonly press?: string
  readonly marks?: readonly MarkKind[]
  readonly operator?: string
  readonly revision?: string
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

/** The record of an override stands beside the PDF, so that nobody need remember who wanted what. */
function overrideRecord(
  path: string,
  options: Options,
  errors: readonly Diagnostic[],
  date: string,
): Output {
  const record = { reason: options.override, date, errors }
  const bytes = new TextEncoder().encode(`${JSON.stringify(record, null, 1)}\n`)
  return { kind: 'file', path: `${path}.override.json`, bytes }
}

const HELD_BACK =
  'no PDF was written because of these errors; correct them, export with --preset proof, or give --override "reason".'

function holdBack(io: CommandIo, diagnostics: readonly Diagnostic[], json: boolean): ExitCode {
  const code = refuse(io, diagnostics, json, EXIT.work)
  say(io, HELD_BACK)
  return code
}

interface Job {
  readonly pages: readonly PageDisplay[]
  readonly date: string
  readonly path: string
}

async function exportWork(io: CommandIo, options: Options, bench: Bench): Promise<ExitCode> {
  const { work } = bench
  const { pagesInRange } = await import('../../services/exportJob')
  const pages = pagesInRange(work.display.pages, options.pages ?? null)
  if (!pages.ok) return refuse(io, [pages.error], options.json === true)
  const date = options.date ?? work.edition.meta.date
  const job = { pages: pages.value, date, path: resolve(io.cwd, options.output) }
  return options.preset === 'press'
    ? exportForPress(io, options, bench, job)
    : exportProof(io, options, bench, job)
}

async function exportProof(
  io: CommandIo,
  options: Options,
  { work, progress }: Bench,
  { pages, date, path }: Job,
): Promise<ExitCode> {
  const json = options.json === true
  const { pdfOf } = await import('../../services/exportJob')
  const pdf = await progress.during('Writing the PDF', () => pdfOf(work, { pages, date }))
  if (!pdf.ok) return refuse(io, [pdf.error], json, EXIT.work)
  return deliver(io, [{ kind: 'file', path, bytes: pdf.value }], work.diagnostics, json)
}

async function exportForPress(
  io: CommandIo,
  options: Options,
  { work, progress }: Bench,
  { pages, date, path }: Job,
): Promise<ExitCode> {
  const json = options.json === true
  const { override, press, marks, operator, revision } = options
  const { openPressPreset } = await import('../../services/press/preset')
  const { preparePress } = await import('../../services/press/pressJob')
  const preset = openPressPreset(press === undefined ? undefined : resolve(io.cwd, press))
  if (!preset.ok) return refuse(io, [preset.error], json)
  const ready = await progress.during('Checking for the press', () =>
    preparePress(work, {
      pages,
      preset: preset.value,
      ...(marks ? { marks } : {}),
      onPicture: (done, total) => progress.step(`Picture ${done + 1} of ${total}`),
    }),
  )
  try {
    const diagnostics = [...work.diagnostics, ...ready.diagnostics]
    const errors = diagnostics.filter((diagnostic) => diagnostic.severity === 'error')
    const overridden = errors.length > 0 ? override : undefined
    if (errors.length > 0 && overridden === undefined) return holdBack(io, diagnostics, json)
    const stamp = {
      date,
      ...(operator === undefined ? {} : { operator }),
      ...(revision === undefined ? {} : { revision }),
      ...(overridden === undefined ? {} : { overridden }),
    }
    const pdf = await progress.during('Writing the PDF', () => ready.write(stamp))
    if (!pdf.ok) return refuse(io, [pdf.error], json, EXIT.work)
    const file: Output = { kind: 'file', path, bytes: pdf.value }
    if (overridden === undefined) return await deliver(io, [file], diagnostics, json)
    const outputs = [file, overrideRecord(path, options, errors, date)]
    const code = await deliver(io, outputs, diagnostics, json, { override: overridden })
    return code === EXIT.work ? EXIT.done : code
  } finally {
    await ready.dispose()
  }
}

/** `banxin export`: the PDF. A press PDF with errors needs an override with a reason. */
export const exportCommand: CommandDefinition = (program, io, act) => {
  program
    .command('export')
    .description('write the PDF of an edition')
    .argument('<edition>', TEXTS.edition)
    .requiredOption('-o, --output <file>', 'the PDF file')
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
