/**
 * What takes long, as a value to be done on another thread: importing texts, PDF,
 * PNG. In and out go only values that threads can hand over.
 */
import type { HostError } from '../../core/contract'
import { decodeEdition, encodeEdition } from '../../core/format'
import { assertNever, err, ok, type Result } from '../../core/result'
import { doExport, type ExportTask } from './exportWork'
import { importEdition } from './importJob'
import {
  composedTask,
  errorOf,
  type OnProgress,
  type TaskEdition,
  type WorkResult,
} from './workTask'

export interface ImportTask {
  readonly kind: 'import'
  /** Folder that holds the files: one job. */
  readonly folder: string
  readonly template: string
  readonly onePage: boolean
  readonly today: string
}

export interface SoftProofTask extends TaskEdition {
  readonly kind: 'softProof'
  /** Id of the page. */
  readonly page: string
  readonly ppi: number
  /** Id of the preflight profile; null for the default. */
  readonly profile: string | null
}

export type WorkTask = ImportTask | ExportTask | SoftProofTask

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

async function doImport(
  task: ImportTask,
  onProgress: OnProgress,
): Promise<Result<WorkResult, HostError>> {
  const imported = await importEdition(['.'], {
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

async function doSoftProof(task: SoftProofTask): Promise<Result<WorkResult, HostError>> {
  const decoded = decodeEdition(new Map(Object.entries(task.texts)))
  if (!decoded.ok) return decoded
  const work = composedTask(decoded.value.edition, task.dir)
  if (!work.ok) return err(errorOf(work.error))
  const page = work.value.display.pages.find(({ page: id }) => id === task.page)
  if (page === undefined) {
    const message = 'This page is not in the edition any more; choose another.'
    return err({ severity: 'error', code: 'softProof.page', message })
  }
  const { openPressPreset } = await import('./press/preset')
  const preset = openPressPreset()
  if (!preset.ok) return preset
  const { openPreflight } = await import('./press/preflightProfiles')
  const profile = openPreflight(task.profile ?? undefined)
  if (!profile.ok) return profile
  const { softProofOf } = await import('./press/softProof')
  const proof = await softProofOf(work.value, page, preset.value, task.ppi, profile.value)
  return proof.ok
    ? ok({ texts: {}, files: [], diagnostics: work.value.diagnostics, proof: proof.value })
    : proof
}
