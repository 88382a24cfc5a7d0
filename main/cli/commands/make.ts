import { join, resolve } from 'node:path'
import { ok, type Result } from '../../../core/result'
import type { Output } from '../../services/atomicWrite'
import type { ComposedWork } from '../../services/composeJob'
import { DEFAULT_TEMPLATE } from '../../services/defaults'
import { example, TEXTS, type CommandDefinition } from '../command'
import { EXIT, progress, refuse, type CommandIo, type ExitCode } from '../io'
import { readJob, type JobOptions } from '../readJob'
import { fitTable, ledgerTable } from '../tables'
import { deliver } from '../workbench'

interface Options extends JobOptions {
  readonly output: string
  readonly json?: true
}

const PREVIEW_PPI = 150

/** The PDF, a PNG of each page and the ledger, as files whose names begin with `stem`. */
async function printsOf(
  stem: string,
  work: ComposedWork,
  step: (text: string) => void,
): Promise<Result<readonly Output[]>> {
  const { pdfOf, previewPages } = await import('../../services/exportJob')
  const { ledgerJson } = await import('../../../core/ledger')
  const file = (ending: string, bytes: Uint8Array): Output => ({
    kind: 'file',
    path: stem + ending,
    bytes,
  })
  const pdf = await pdfOf(work, { pages: work.display.pages })
  if (!pdf.ok) return pdf
  const pngs = await previewPages(work, PREVIEW_PPI, (folio) => step(`Painting page ${folio}`))
  if (!pngs.ok) return pngs
  const ledger = new TextEncoder().encode(`${JSON.stringify(ledgerJson(work.ledger), null, 1)}\n`)
  return ok([
    file('.pdf', pdf.value),
    ...pngs.value.map(({ folio, bytes }) => file(`-${folio}.png`, bytes)),
    file('.ledger.json', ledger),
  ])
}

/** `banxin make`: the whole road from raw text to printed page. */
export const makeCommand: CommandDefinition = (program, io, act) => {
  program
    .command('make')
    .description('make pages of raw texts: edition, PDF, PNG previews and ledger')
    .argument(
      '<input...>',
      'text files in UTF-8, UTF-16 or GB18030 or .docx, one page a file, or a folder of them',
    )
    .requiredOption('-o, --output <dir>', 'folder for the results')
    .option('--template <id>', TEXTS.template, DEFAULT_TEMPLATE)
    .option('--one-page', TEXTS.onePage)
    .option('--json', TEXTS.json)
    .addHelpText('after', example('make page.txt -o out/', 'make a.txt b.txt -o out/ --one-page'))
    .action(act((inputs: readonly string[], options: Options) => make(io, inputs, options)))
}

async function make(io: CommandIo, inputs: readonly string[], options: Options): Promise<ExitCode> {
  const json = options.json === true
  const shown = progress(io)
  const { composeWork } = await import('../../services/composeJob')
  const { editionOutput } = await import('../../services/editionStore')
  const imported = await readJob(io, shown, inputs, options)
  if (!imported.ok) return refuse(io, imported.error, json)
  const { name, media } = imported.value
  const work = await shown.during('Composing', () => composeWork(imported.value))
  if (!work.ok) return refuse(io, work.error, json, EXIT.work)
  const { edition, display, ledger, diagnostics } = work.value
  const stem = join(resolve(io.cwd, options.output), name)
  const folder = await editionOutput(`${stem}.banxin`, edition, media, io.fs)
  if (!folder.ok) return refuse(io, [folder.error], json)
  const prints = await shown.during('Writing the PDF', () => printsOf(stem, work.value, shown.step))
  if (!prints.ok) return refuse(io, [prints.error], json, EXIT.work)
  const outputs = [folder.value, ...prints.value]
  const code = await deliver(io, outputs, diagnostics, json, { ledger: ledger.totals })
  if (!json && code !== EXIT.usage) {
    io.out(`\n${fitTable(edition, display)}\n${ledgerTable(ledger)}`)
  }
  return code
}
