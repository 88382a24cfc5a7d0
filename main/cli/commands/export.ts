import { InvalidArgumentError, Option } from 'commander'
import { resolve } from 'node:path'
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

async function exportWork(
  io: CommandIo,
  options: Options,
  { work, progress }: Bench,
): Promise<ExitCode> {
  const json = options.json === true
  const { pdfOf, pagesInRange } = await import('../../services/exportJob')
  const pages = pagesInRange(work.display.pages, options.pages ?? null)
  if (!pages.ok) return refuse(io, [pages.error], json)
  const { diagnostics } = work
  const errors = diagnostics.filter((diagnostic) => diagnostic.severity === 'error')
  const wantsOverride = options.preset === 'press' && errors.length > 0
  if (wantsOverride && options.override === undefined) return holdBack(io, diagnostics, json)
  const date = options.date ?? work.edition.meta.date
  const pdf = await progress.during('Writing the PDF', () =>
    pdfOf(work, { pages: pages.value, date }),
  )
  if (!pdf.ok) return refuse(io, [pdf.error], json, EXIT.work)
  const path = resolve(io.cwd, options.output)
  const outputs: readonly Output[] = [
    { kind: 'file', path, bytes: pdf.value },
    ...(wantsOverride ? [overrideRecord(path, options, errors, date)] : []),
  ]
  const code = await deliver(
    io,
    outputs,
    diagnostics,
    json,
    wantsOverride ? { override: options.override } : {},
  )
  return code === EXIT.work && wantsOverride ? EXIT.done : code
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
