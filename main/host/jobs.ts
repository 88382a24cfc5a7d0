/** Exports at work in the background, and what came of them. */
import { basename, dirname, join } from 'node:path'
import type { ExportOrder, HostError, JobInfo, JobState } from '../../core/contract'
import { encodeEdition } from '../../core/format'
import { err, ok, type Diagnostic, type Result } from '../../core/result'
import { writeOutputs, type Output } from '../services/atomicWrite'
import type { EditionDeskState } from '../services/editionDesk'
import type { ExportTask } from '../services/exportWork'
import type { FileSystem } from '../services/fileSystem'
import { editionName } from '../services/recentEditions'
import type { RunningWork, Runner } from '../services/runner'
import type { WorkFile } from '../services/workTask'
import type { Listener } from './desks'

export interface JobOrder {
  readonly order: ExportOrder
  /** The edition as it is when the work begins, which a job done again asks anew. */
  readonly state: () => EditionDeskState
  /** The PDF's path, with a file a page their folder, or for pictures the folder and the beginning of their names. */
  readonly target: string
}

export interface Jobs {
  start(owner: Listener, order: JobOrder): Result<string>
  cancel(owner: Listener, job: string): Result<null>
  /** Does an ended job again under its name. */
  retry(owner: Listener, job: string): Result<null>
  /** The newest first. */
  list(owner: Listener): readonly JobInfo[]
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
  readonly order: JobOrder
  work: RunningWork | null
  state: JobState
  cancelled: boolean
  result: string | null
}

const noJob = (): Result<never> =>
  err({ severity: 'error', code: 'job.none', message: 'There is no such job, or it is not done.' })

/** At most so many at once: each has a thread and a whole edition. */
const MOST = 4
/** Jobs that are over and still listed. */
const MOST_LISTED = 20

const BEGUN: JobState = { kind: 'running', done: 0, total: 0 }
const isRunning = ({ state }: Job): boolean => state.kind === 'running'

export function openJobs({ runner, fs, unique, onPrint }: Parts): Jobs {
  const jobs = new Map<string, Job>()

  const owned = (owner: Listener, id: string): Job | null => {
    const job = jobs.get(id)
    return job?.owner === owner ? job : null
  }

  function stop(job: Job): void {
    job.cancelled = true
    job.work?.cancel()
  }

  async function finish(job: Job, work: RunningWork, state: EditionDeskState): Promise<JobState> {
    const { order } = job
    const outcome = await work.outcome
    if (job.cancelled) return { kind: 'cancelled' }
    if (outcome === null) return failed('The work broke off before it was done; try it again.')
    if (!outcome.ok) return { kind: 'failed', error: outcome.error }
    const outputs = outputsOf(order, state, outcome.value.files, outcome.value.diagnostics)
    const written = await writeOutputs(outputs, fs)
    if (!written.ok) return { kind: 'failed', error: written.error }
    const paths = outputs.map(({ path }) => path)
    job.result = paths[0] ?? null
    if (order.order.kind === 'print' && paths[0] !== undefined) onPrint(paths[0])
    return { kind: 'done', paths, diagnostics: outcome.value.diagnostics }
  }

  /** Sets a job to work. */
  function run(id: string, job: Job): Result<null> {
    if ([...jobs.values()].filter(isRunning).length >= MOST) {
      const message = `${MOST} exports are at work already; wait until one is done.`
      return err({ severity: 'error', code: 'job.many', message })
    }
    const state = job.order.state()
    const task = taskOf(job.order, state)
    if (!task.ok) return task
    const tell = (next: JobState): void => {
      job.state = next
      job.owner.emit({ kind: 'job', job: id, state: next })
    }
    Object.assign(job, { state: BEGUN, cancelled: false, result: null })
    const work = runner(task.value, (done, total, part) =>
      tell({ kind: 'running', done, total, ...(part === undefined ? {} : { part }) }),
    )
    job.work = work
    jobs.set(id, job)
    void finish(job, work, state)
      .catch((error: unknown) => failed(`The work broke off: ${String(error)}`))
      .then((end) => {
        job.work = null
        tell(end)
        forgetOld(job.owner)
      })
    return ok(null)
  }

  const forgetOld = (owner: Listener): void => {
    const over = [...jobs].filter(([, job]) => job.owner === owner && !isRunning(job))
    for (const [id] of over.slice(0, Math.max(0, over.length - MOST_LISTED))) jobs.delete(id)
  }

  return {
    start(owner, order) {
      const id = unique()
      const job: Job = { owner, order, work: null, state: BEGUN, cancelled: false, result: null }
      const begun = run(id, job)
      return begun.ok ? ok(id) : begun
    },
    cancel(owner, id) {
      const job = owned(owner, id)
      if (job === null || !isRunning(job)) return noJob()
      stop(job)
      return ok(null)
    },
    retry(owner, id) {
      const job = owned(owner, id)
      return job === null || isRunning(job) ? noJob() : run(id, job)
    },
    list: (owner) =>
      [...jobs]
        .filter(([, job]) => job.owner === owner)
        .map(([job, { order, state }]) => ({
          ...{ job, order: order.order, state },
          name: basename(order.target),
        }))
        .reverse(),
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

function taskOf({ order, target }: JobOrder, state: EditionDeskState): Result<ExportTask> {
  const texts = encodeEdition(state.edition)
  if (!texts.ok) return texts
  const { pages } = order
  const base = {
    kind: 'export',
    ...{ texts: Object.fromEntries(texts.value), dir: state.dir, pages },
  } as const
  if (order.kind === 'png') return ok({ ...base, form: { kind: 'png', ppi: order.ppi } })
  const names = order.kind === 'pdf' ? order.names : null
  const press =
    order.kind === 'pdf' && order.preset === 'press'
      ? { override: order.override, profile: order.profile, marks: order.marks }
      : null
  return ok({
    ...base,
    form: {
      ...{ kind: 'pdf', press },
      folder: names === null ? dirname(target) : target,
      name: names === null ? basename(target) : withEnding(names, '.pdf'),
      edition: editionName(state.dir),
      checksums: order.kind === 'pdf' && order.checksums,
    },
  })
}

/** A press PDF made in spite of errors has the reason beside it, so that nobody need remember who wanted what. */
function outputsOf(
  { order, target }: JobOrder,
  { edition }: EditionDeskState,
  files: readonly WorkFile[],
  diagnostics: readonly Diagnostic[],
): readonly Output[] {
  if (order.kind === 'png') {
    return files.map(({ name, bytes }) => ({ kind: 'file', path: `${target}-${name}.png`, bytes }))
  }
  const written = files.map(({ name, bytes }): Output => ({ kind: 'file', path: name, bytes }))
  const errors = diagnostics.filter(({ severity }) => severity === 'error')
  if (order.kind === 'print' || order.override === null || errors.length === 0) return written
  const record = { reason: order.override, date: edition.meta.date, errors }
  const bytes = new TextEncoder().encode(`${JSON.stringify(record, null, 1)}\n`)
  const records = files
    .filter(({ name }) => name.endsWith('.pdf'))
    .map(({ name }): Output => ({ kind: 'file', path: `${name}.override.json`, bytes }))
  return [...written, ...records]
}

/** `path` with the ending, if it has another. */
export const withEnding = (path: string, ending: string): string =>
  path.toLowerCase().endsWith(ending) ? path : join(dirname(path), `${basename(path)}${ending}`)
