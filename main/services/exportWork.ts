/** An export as work for another thread: the pages as PDF or PNG, a file each or all in one. */
import { counted } from '../../core/counted'
import type { HostError } from '../../core/contract'
import type { PageDisplay } from '../../core/display/displayList'
import type { MarkKind } from '../../core/display/marks'
import { decodeEdition } from '../../core/format'
import { err, ok, type Diagnostic, type Result } from '../../core/result'
import { checksumOf, exportFiles, type ExportFile } from './exportFiles'
import type { FileOutput } from './atomicWrite'
import type { ComposedWork } from './composeJob'
import { pagesInRange, pdfOf } from './exportJob'
import {
  composedTask,
  errorOf,
  type OnProgress,
  type TaskEdition,
  type WorkResult,
} from './workTask'

export interface ExportTask extends TaskEdition {
  readonly kind: 'export'
  readonly pages: string | null
  readonly form: PdfForm | { readonly kind: 'png'; readonly ppi: number }
}

interface PdfForm {
  readonly kind: 'pdf'
  /** For the press, with the reason for going there in spite of errors; null for a proof. */
  readonly press: {
    readonly override: string | null
    readonly profile: string | null
    readonly marks: readonly MarkKind[] | null
  } | null
  readonly folder: string
  /** Name of the file, or with `{page}` in it of the pages' files. */
  readonly name: string
  /** What `{edition}` in the name stands for. */
  readonly edition: string
  readonly checksums: boolean
}

type Outcome = Result<WorkResult, HostError>

/** `files` of the result have whole paths for a PDF, and the 版次 for pictures. */
export async function doExport(task: ExportTask, onProgress: OnProgress): Promise<Outcome> {
  const decoded = decodeEdition(new Map(Object.entries(task.texts)))
  if (!decoded.ok) return decoded
  const work = composedTask(decoded.value.edition, task.dir)
  if (!work.ok) return err(errorOf(work.error))
  const pages = pagesInRange(work.value.display.pages, task.pages)
  if (!pages.ok) return pages
  onProgress(0, pages.value.length, 'pages')
  return task.form.kind === 'pdf'
    ? pdfFiles(work.value, pages.value, task.form, onProgress)
    : pngFiles(work.value, pages.value, task.form.ppi, onProgress)
}

async function pdfFiles(
  work: ComposedWork,
  pages: readonly PageDisplay[],
  form: PdfForm,
  onProgress: OnProgress,
): Promise<Outcome> {
  const files = exportFiles(form.name, pages, work.edition.meta, form.edition, form.folder)
  if (!files.ok) return files
  const { diagnostics } = work
  let done = 0
  const onPage = (): void => onProgress((done += 1), pages.length, 'pages')
  if (form.press !== null)
    return pressFiles(work, files.value, form, form.press, onProgress, onPage)
  const outputs: FileOutput[] = []
  for (const { path, pages: of } of files.value) {
    const pdf = await pdfOf(work, { pages: of, onPage })
    if (!pdf.ok) return err(errorOf(pdf.error))
    outputs.push({ kind: 'file', path, bytes: pdf.value })
  }
  return ok(resultOf(outputs, form, diagnostics))
}

/** Press PDFs as the command writes them: preflight, pictures in ink, PDF/X-4. */
async function pressFiles(
  work: ComposedWork,
  files: readonly ExportFile[],
  form: PdfForm,
  { override, profile: named, marks }: NonNullable<PdfForm['press']>,
  onProgress: OnProgress,
  onPage: () => void,
): Promise<Outcome> {
  const { openPressPreset } = await import('./press/preset')
  const { openPreflight } = await import('./press/preflightProfiles')
  const { preparePress } = await import('./press/pressJob')
  const preset = openPressPreset()
  if (!preset.ok) return preset
  const profile = openPreflight(named ?? undefined)
  if (!profile.ok) return profile
  const ready = await preparePress(work, {
    pages: files.flatMap(({ pages }) => pages),
    preset: preset.value,
    profile: profile.value,
    ...(marks === null ? {} : { marks }),
    onPicture: (done, total) => onProgress(done, total, 'pictures'),
  })
  try {
    const { diagnostics } = ready
    const errors = diagnostics.filter(({ severity }) => severity === 'error')
    if (errors.length > 0 && override === null) return err(notSound(errors))
    const overridden = errors.length > 0 && override !== null ? { overridden: override } : {}
    const outputs: FileOutput[] = []
    for (const { path, pages } of files) {
      const stamp = { date: work.edition.meta.date, ...overridden }
      const pdf = await ready.write(pages, stamp, onPage)
      if (!pdf.ok) return err(errorOf(pdf.error))
      outputs.push({ kind: 'file', path, bytes: pdf.value })
    }
    return ok(resultOf(outputs, form, diagnostics))
  } finally {
    await ready.dispose()
  }
}

const resultOf = (
  outputs: readonly FileOutput[],
  { checksums }: PdfForm,
  diagnostics: readonly Diagnostic[],
): WorkResult => {
  const all = checksums ? [...outputs, ...outputs.map(checksumOf)] : outputs
  return { texts: {}, files: all.map(({ path, bytes }) => ({ name: path, bytes })), diagnostics }
}

const notSound = (errors: readonly Diagnostic[]): HostError => ({
  severity: 'error',
  code: 'export.errors',
  message: `The press PDF was not written because of ${counted(errors.length, 'error')}. Correct ${errors.length === 1 ? 'it' : 'them'}, export a proof, or say why it must go out as it is.`,
  parts: { errors: errors.length },
  details: errors,
})

async function pngFiles(
  work: ComposedWork,
  pages: readonly PageDisplay[],
  ppi: number,
  onProgress: OnProgress,
): Promise<Outcome> {
  const { openPreview } = await import('./preview')
  const painter = await openPreview(work.fonts)
  const files: { name: string; bytes: Uint8Array }[] = []
  for (const page of pages) {
    const png = await painter.png(page, { ppi, pictures: work.pictures })
    if (!png.ok) return png
    files.push({ name: page.folio, bytes: png.value })
    onProgress(files.length, pages.length, 'pages')
  }
  return ok({ texts: {}, files, diagnostics: work.diagnostics })
}
