/**
 * What takes long, as a value to be done on another thread: importing texts, PDF,
 * PNG. In and out go only values that threads can hand over.
 */
import { join } from 'node:path'
import type { HostError, ImportedText, SoftProof, TextsJson } from '../../core/contract'
import { decodeEdition, encodeEdition } from '../../core/format'
import type { Edition } from '../../core/model/edition'
import { assertNever, err, ok, type Diagnostic, type Result } from '../../core/result'
import { composeWork, pressCache, type ComposedWork } from './composeJob'
import { MEDIA } from './editionStore'
import { pagesInRange, pdfOf } from './exportJob'
import { errorCode, nodeFileSystem } from './fileSystem'
import { importEdition } from './importJob'

export interface ImportTask {
  readonly kind: 'import'
  /** Folder that holds the files. */
  readonly folder: string
  /** Names of the texts among them. */
  readonly texts: readonly string[]
  readonly template: string
  readonly onePage: boolean
  readonly today: string
}

export interface ExportTask {
  readonly kind: 'export'
  readonly texts: TextsJson
  /** The edition's folder, for its pictures. */
  readonly dir: string
  readonly pages: string | null
  readonly form:
    /** `press` for the press, with the reason for going there in spite of errors; null for a proof. */
    | { readonly kind: 'pdf'; readonly press: { readonly override: string | null } | null }
    | { readonly kind: 'png'; readonly ppi: number }
}

export interface SoftProofTask {
  readonly kind: 'softProof'
  readonly texts: TextsJson
  readonly dir: string
  /** Id of the page. */
  readonly page: string
  readonly ppi: number
}

export type WorkTask = ImportTask | ExportTask | SoftProofTask

export interface WorkFile {
  /** For a page's picture its 版次, for a medium its name; empty for a PDF. */
  readonly name: string
  readonly bytes: Uint8Array
}

export interface WorkResult {
  /** The imported edition; empty after an export. */
  readonly texts: TextsJson
  readonly files: readonly WorkFile[]
  readonly diagnostics: readonly Diagnostic[]
  /** What a soft proof found. */
  readonly proof?: SoftProof
  /** Of an import: the texts as they were read. */
  readonly raw?: readonly ImportedText[]
}

export type OnProgress = (done: number, total: number) => void

export function doWork(
  task: WorkTask,
  onProgress: OnProgress,
): Promise<Result<WorkResult, HostError>> {
  switch (task.kind) {
    case 'import':
      return doImport(task, onProgress)
    case 'export':
      return doExport(task, onProgress)
    case 'softProof':
      return doSoftProof(task)
    default:
      return assertNever(task)
  }
}

/** Several troubles as one error: the first says it, the others are its details. */
export function errorOf(troubles: readonly Diagnostic[]): HostError {
  const [first] = troubles
  if (first === undefined) throw new Error('An error needs a trouble')
  return troubles.length === 1 ? first : { ...first, details: troubles }
}

async function doImport(
  task: ImportTask,
  onProgress: OnProgress,
): Promise<Result<WorkResult, HostError>> {
  const imported = await importEdition(task.texts, {
    cwd: task.folder,
    template: task.template,
    onePage: task.onePage,
    today: task.today,
    onPlaced: (share) => onProgress(Math.round(share * PARTS), PARTS),
  })
  if (!imported.ok) return err(errorOf(imported.error))
  const { edition, media, diagnostics, texts: raw } = imported.value
  const texts = encodeEdition(edition)
  if (!texts.ok) return texts
  return ok({
    texts: Object.fromEntries(texts.value),
    files: [...media].map(([name, bytes]) => ({ name, bytes })),
    diagnostics,
    raw,
  })
}

/** Progress of an import is told in hundredths. */
const PARTS = 100

const readPicture = async (path: string): Promise<Uint8Array | null> => {
  try {
    return await nodeFileSystem.read(path)
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null
    throw error
  }
}

function composed(edition: Edition, dir: string): Result<ComposedWork, readonly Diagnostic[]> {
  return composeWork({
    edition,
    diagnostics: [],
    cache: pressCache(dir),
    pictures: (id) => {
      const file = edition.pictures[id]?.file
      return file === undefined ? Promise.resolve(null) : readPicture(join(dir, MEDIA, file))
    },
  })
}

async function doExport(
  task: ExportTask,
  onProgress: OnProgress,
): Promise<Result<WorkResult, HostError>> {
  const decoded = decodeEdition(new Map(Object.entries(task.texts)))
  if (!decoded.ok) return decoded
  const work = composed(decoded.value.edition, task.dir)
  if (!work.ok) return err(errorOf(work.error))
  const pages = pagesInRange(work.value.display.pages, task.pages)
  if (!pages.ok) return pages
  const { diagnostics } = work.value
  onProgress(0, pages.value.length)
  if (task.form.kind === 'pdf' && task.form.press !== null) {
    return pressFile(work.value, pages.value, task.form.press.override)
  }
  const files =
    task.form.kind === 'pdf'
      ? await pdfFile({ ...work.value, display: { ...work.value.display, pages: pages.value } })
      : await pngFiles(work.value, pages.value, task.form.ppi, onProgress)
  return files.ok ? ok({ texts: {}, files: files.value, diagnostics }) : files
}

async function doSoftProof(task: SoftProofTask): Promise<Result<WorkResult, HostError>> {
  const decoded = decodeEdition(new Map(Object.entries(task.texts)))
  if (!decoded.ok) return decoded
  const work = composed(decoded.value.edition, task.dir)
  if (!work.ok) return err(errorOf(work.error))
  const page = work.value.display.pages.find(({ page: id }) => id === task.page)
  if (page === undefined) {
    const message = 'This page is not in the edition any more; choose another.'
    return err({ severity: 'error', code: 'softProof.page', message })
  }
  const { openPressPreset } = await import('./press/preset')
  const preset = openPressPreset()
  if (!preset.ok) return preset
  const { softProofOf } = await import('./press/softProof')
  const proof = await softProofOf(work.value, page, preset.value, task.ppi)
  return proof.ok
    ? ok({ texts: {}, files: [], diagnostics: work.value.diagnostics, proof: proof.value })
    : proof
}

/** A press PDF as the command writes it: preflight, pictures in ink, PDF/X-4. */
async function pressFile(
  work: ComposedWork,
  pages: ComposedWork['display']['pages'],
  override: string | null,
): Promise<Result<WorkResult, HostError>> {
  const { openPressPreset } = await import('./press/preset')
  const { preparePress } = await import('./press/pressJob')
  const preset = openPressPreset()
  if (!preset.ok) return preset
  const ready = await preparePress(work, { pages, preset: preset.value })
  try {
    const { diagnostics } = ready
    const errors = diagnostics.filter(({ severity }) => severity === 'error')
    if (errors.length > 0 && override === null) return err(notSound(errors))
    const overridden = errors.length > 0 && override !== null ? { overridden: override } : {}
    const pdf = await ready.write(pages, { date: work.edition.meta.date, ...overridden })
    return pdf.ok
      ? ok({ texts: {}, files: [{ name: '', bytes: pdf.value }], diagnostics })
      : err(errorOf(pdf.error))
  } finally {
    await ready.dispose()
  }
}

const notSound = (errors: readonly Diagnostic[]): HostError => ({
  severity: 'error',
  code: 'export.errors',
  message: `The press PDF was not written because of ${errors.length} errors. Correct them, export a proof, or say why it must go out as it is.`,
  parts: { errors: errors.length },
  details: errors,
})

async function pdfFile(work: ComposedWork): Promise<Result<readonly WorkFile[], HostError>> {
  const pdf = await pdfOf(work, { pages: work.display.pages })
  return pdf.ok ? ok([{ name: '', bytes: pdf.value }]) : err(errorOf(pdf.error))
}

async function pngFiles(
  work: ComposedWork,
  pages: ComposedWork['display']['pages'],
  ppi: number,
  onProgress: OnProgress,
): Promise<Result<readonly WorkFile[]>> {
  const { openPreview } = await import('./preview')
  const painter = await openPreview(work.fonts)
  const files: WorkFile[] = []
  for (const page of pages) {
    const png = await painter.png(page, { ppi, pictures: work.pictures })
    if (!png.ok) return png
    files.push({ name: page.folio, bytes: png.value })
    onProgress(files.length, pages.length)
  }
  return ok(files)
}
