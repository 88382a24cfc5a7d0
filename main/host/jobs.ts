/** Exports at work in the background, and what came of them. */
import { basename, dirname, join } from 'node:path'
import type { ExportOrder, HostError, HostEvent, JobState } from '../../core/contract'
import { encodeEdition } from '../../core/format'
import { err, ok, type Diagnostic, type Result } from '../../core/result'
import { writeOutputs, type Output } from '../services/atomicWrite'
import type { DeskState } from '../services/editionDesk'
import type { FileSystem } from '../services/fileSystem'
import type { RunningWork, Runner } from '../services/runner'
import type { ExportTask, WorkFile } from '../services/work'
import type { Listener } from './desks'

export interface JobOrder {
  readonly order: ExportOrder
  readonly state: DeskState
  /** The PDF's path, or for pictures the folder and the beginning of their names. */
  readonly target: string
}

export interface Jobs {
  start(owner: Listener, order: JobOrder): Result<string>
  cancel(owner: Listener, job: string): Result<null>
  /** The file of a finished job. */
  result(owner: Listener, job: string): Result<string>
  cancelAll(owner: Listener): void
  close(): void
}

interface Parts {
  readonly runner: Runner
  readonly fs: FileSystem
  readonly unique: () => string
  /** Hands a finished proof to the system. */
  readonly onPrint: (path: string) => void
}

interface Job {
  readonly owner: Listener
  readonly work: RunningWork
  cancelled: boolean
  result: string | null
}

const noJob = (): Result<never> =>
  err({ severity: 'error', code: 'job.none', message: 'There is no such job, or it is not done.' })

/** At most so many at once: each has a thread and a whole edition. */
const MOST = 4

export function openJobs({ runner, fs, unique, onPrint }: Parts): Jobs {
  const jobs = new Map<string, Job>()

  const owned = (owner: Listener, id: string): Job | null => {
    const job = jobs.get(id)
    return job?.owner === owner ? job : null
  }

  function stop(job: Job): void {
    job.cancelled = true
    job.work.cancel()
  }

  async function finish(job: Job, order: JobOrder): Promise<JobState> {
    const outcome = await job.work.outcome
    if (job.cancelled) return { kind: 'cancelled' }
    if (outcome === null) return failed('The work broke off before it was done; try it again.')
    if (!outcome.ok) return { kind: 'failed', error: outcome.error }
    const outputs = outputsOf(order, outcome.value.files, outcome.value.diagnostics)
    const written = await writeOutputs(outputs, fs)
    if (!written.ok) return { kind: 'failed', error: written.error }
    const paths = outputs.map(({ path }) => path)
    job.result = paths[0] ?? null
    if (order.order.kind === 'print' && paths[0] !== undefined) onPrint(paths[0])
    return { kind: 'done', paths, diagnostics: outcome.value.diagnostics }
  }

  return {
    start(owner, order) {
      const running = [...jobs.values()].filter(({ result, cancelled }) => !cancelled && !result)
      if (running.length >= MOST) {
        const message = `${MOST} exports are at work already; wait until one is done.`
        return err({ severity: 'error', code: 'job.many', message, parts: { most: MOST } })
      }
      const task = taskOf(order)
      if (!task.ok) return task
      const id = unique()
      const emit = (state: JobState): void => {
        const event: HostEvent = { kind: 'job', job: id, state }
        owner.emit(event)
      }
      const work = runner(task.value, (done, total) => emit({ kind: 'running', done, total }))
      const job: Job = { owner, work, cancelled: false, result: null }
      jobs.set(id, job)
      void finish(job, order)
        .catch((error: unknown) => failed(`The work broke off: ${String(error)}`))
        .then((state) => {
          if (state.kind !== 'done') jobs.delete(id)
          emit(state)
        })
      return ok(id)
    },
    cancel(owner, id) {
      const job = owned(owner, id)
      if (job === null) return noJob()
      stop(job)
      return ok(null)
    },
    result(owner, id) {
      const path = owned(owner, id)?.result ?? null
      return path === null ? noJob() : ok(path)
    },
    cancelAll(owner) {
      for (const [id, job] of [...jobs]) {
        if (job.owner !== owner) continue
        stop(job)
        jobs.delete(id)
      }
    },
    close() {
      for (const job of jobs.values()) stop(job)
      jobs.clear()
    },
  }
}

const failed = (message: string): { readonly kind: 'failed'; readonly error: HostError } => ({
  kind: 'failed',
  error: { severity: 'error', code: 'work.failed', message },
})

function taskOf({ order, state }: JobOrder): Result<ExportTask> {
  const texts = encodeEdition(state.edition)
  if (!texts.ok) return texts
  const isPress = order.kind === 'pdf' && order.preset === 'press'
  const press = isPress ? { override: order.override } : null
  return ok({
    kind: 'export',
    texts: Object.fromEntries(texts.value),
    dir: state.dir,
    pages: order.pages,
    form: order.kind === 'png' ? { kind: 'png', ppi: order.ppi } : { kind: 'pdf', press },
  })
}

/** A press PDF made in spite of errors has the reason beside it, so that nobody need remember who wanted what. */
function outputsOf(
  { order, target, state }: JobOrder,
  files: readonly WorkFile[],
  diagnostics: readonly Diagnostic[],
): readonly Output[] {
  if (order.kind === 'png') {
    return files.map(({ name, bytes }) => ({ kind: 'file', path: `${target}-${name}.png`, bytes }))
  }
  const pdf = files.map(({ bytes }): Output => ({ kind: 'file', path: target, bytes }))
  const errors = diagnostics.filter(({ severity }) => severity === 'error')
  if (order.kind === 'print' || order.override === null || errors.length === 0) return pdf
  const record = { reason: order.override, date: state.edition.meta.date, errors }
  const bytes = new TextEncoder().encode(`${JSON.stringify(record, null, 1)}\n`)
  return [...pdf, { kind: 'file', path: `${target}.override.json`, bytes }]
}

/** `path` with the ending, if it has another. */
export const withEnding = (path: string, ending: string): string =>
  path.toLowerCase().endsWith(ending) ? path : join(dirname(path), `${basename(path)}${ending}`)
