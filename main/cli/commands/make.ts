import { counted } from '../../../core/counted'
import { basename, join, resolve } from 'node:path'
import { err, ok, type Diagnostic, type Result } from '../../../core/result'
import type { Output } from '../../services/atomicWrite'
import type { ComposedWork } from '../../services/composeJob'
import { DEFAULT_TEMPLATE } from '../../services/defaults'
import type { PressWork } from '../../services/press/pressJob'
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

/** What the PDF of a work is: for the press, or, while there are errors, a proof. */
interface MadePdf {
  readonly preset: 'press' | 'proof'
  readonly condition: string
  readonly errors: number
}

interface Prints {
  readonly outputs: readonly Output[]
  readonly pdf: MadePdf
  /** All trouble, what the press preflight found with it. */
  readonly diagnostics: readonly Diagnostic[]
}

/** The PDF, a PNG of each page and the ledger, as files whose names begin with `stem`. */
async function printsOf(
  stem: string,
  work: ComposedWork,
  step: (text: string) => void,
): Promise<Result<Prints, readonly Diagnostic[]>> {
  const { openPressPreset } = await import('../../services/press/preset')
  const { preparePress } = await import('../../services/press/pressJob')
  const preset = openPressPreset()
  if (!preset.ok) return err([preset.error])
  const ready = await preparePress(work, {
    pages: work.display.pages,
    preset: preset.value,
    onPicture: (done, total) => step(`Picture ${done + 1} of ${total}`),
  })
  try {
    return await writePrints(stem, work, preset.value.condition.info, ready, step)
  } finally {
    await ready.dispose()
  }
}

async function writePrints(
  stem: string,
  work: ComposedWork,
  condition: string,
  ready: PressWork,
  step: (text: string) => void,
): Promise<Result<Prints, readonly Diagnostic[]>> {
  const { pdfOf, previewPages } = await import('../../services/exportJob')
  const { ledgerJson } = await import('../../../core/ledger')
  const file = (ending: string, bytes: Uint8Array): Output => ({
    kind: 'file',
    path: stem + ending,
    bytes,
  })
  const { pages } = work.display
  const errors = ready.diagnostics.filter(isError).length
  step('Writing the PDF')
  const pdf =
    errors === 0
      ? await ready.write(pages, { date: work.edition.meta.date })
      : await pdfOf(work, {
          pages,
          subject: `A proof, not for the press: ${counted(errors, 'error')}`,
        })
  if (!pdf.ok) return pdf
  const painting = (folio: string): void => step(`Painting page ${folio}`)
  const pngs = await previewPages(work, PREVIEW_PPI, painting, ready.plateOf)
  if (!pngs.ok) return err([pngs.error])
  const ledger = new TextEncoder().encode(`${JSON.stringify(ledgerJson(work.ledger), null, 1)}\n`)
  return ok({
    outputs: [
      file('.pdf', pdf.value),
      ...pngs.value.map(({ folio, bytes }) => file(`-${folio}.png`, bytes)),
      file('.ledger.json', ledger),
    ],
    pdf: { preset: errors === 0 ? 'press' : 'proof', condition, errors },
    diagnostics: ready.diagnostics,
  })
}

const isError = ({ severity }: Diagnostic): boolean => severity === 'error'

/** Says which PDF it is, so that no proof is taken for a press file. */
function pdfSentence(stem: string, { preset, condition, errors }: MadePdf): string {
  const name = basename(stem)
  return preset === 'press'
    ? `${name}.pdf is for the press: PDF/X-4, ${condition}.`
    : `${name}.pdf is a proof, not for the press, because of ${counted(errors, 'error')}; settle ${errors === 1 ? 'it' : 'them'} in ${name}.banxin and run: banxin export ${name}.banxin -o ${name}.pdf`
}

/** `banxin make`: the whole road from raw text to printed page. */
export const makeCommand: CommandDefinition = (program, io, act) => {
  program
    .command('make')
    .description('make pages of raw texts: edition, PDF, PNG previews and ledger')
    .argument(
      '<input...>',
      'text files in UTF-8, UTF-16, GB18030 or Big5, .docx or .rtf, one page a file, or a folder of them',
    )
    .requiredOption('-o, --output <dir>', 'folder for the results')
    .option('--template <id>', TEXTS.template, DEFAULT_TEMPLATE)
    .option('--one-page', TEXTS.onePage)
    .option('--json', TEXTS.json)
    .addHelpText(
      'after',
      '\nThe PDF is what `banxin export` writes for the press; while there are errors it is a proof,\nand the last lines say which.\n',
    )
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
  const { edition, display, ledger } = work.value
  const stem = join(resolve(io.cwd, options.output), name)
  const folder = await editionOutput(`${stem}.banxin`, edition, media, io.fs)
  if (!folder.ok) return refuse(io, [folder.error], json)
  const prints = await shown.during('Checking for the press', () =>
    printsOf(stem, work.value, shown.step),
  )
  if (!prints.ok) return refuse(io, prints.error, json, EXIT.work)
  const { pdf, diagnostics } = prints.value
  const outputs = [folder.value, ...prints.value.outputs]
  const code = await deliver(io, outputs, diagnostics, json, { pdf, ledger: ledger.totals })
  if (!json && code !== EXIT.usage) {
    const tables = `${fitTable(edition, display)}\n${ledgerTable(ledger)}`
    io.out(`\n${pdfSentence(stem, pdf)}\n\n${tables}`)
  }
  return code
}
