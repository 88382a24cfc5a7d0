/**
 * Work that would hold up the window, done on another thread. The worker is begun
 * with the first job. A job called off that does not stop by itself takes its
 * worker with it: another takes its place and gets the jobs that still wait.
 */
import type { Edition } from '../../core/model/edition'
import { err, ok, type Result } from '../../core/result'
import type { WindowFonts } from '../session/fonts'
import type { FromWorker, JobInput, JobName, JobOrder, JobOutput, ToWorker } from './protocol'
import { changesBetween, NO_EDITION } from './replica'

export interface RunOptions {
  readonly signal?: AbortSignal
  /** Told the part that is done, 0 to 1. */
  readonly onProgress?: (share: number) => void
}

export interface Workshop {
  /** The job's output on this edition; null when it was called off. */
  run<N extends JobName>(
    name: N,
    edition: Edition,
    input: JobInput<N>,
    options?: RunOptions,
  ): Promise<Result<JobOutput<N>> | null>
  /** Ends the worker; jobs that wait are called off. */
  stop(): void
}

/** A worker as the workshop needs it. */
export interface JobPort {
  post(message: ToWorker): void
  terminate(): void
}

export interface WorkshopParts {
  readonly fonts: Pick<WindowFonts, 'set' | 'starts'>
  /** Begins a worker and listens to it. */
  readonly begin: (listener: (message: FromWorker) => void) => JobPort
  /** Milliseconds a job may take to stop by itself. */
  readonly patience?: number
}

interface Pending {
  readonly id: number
  readonly order: JobOrder
  readonly edition: Edition
  readonly onProgress: (share: number) => void
  readonly settle: (outcome: Result<JobOutput<JobName>> | null) => void
}

export function createWorkshop({ fonts, begin, patience = 200 }: WorkshopParts): Workshop {
  const pending = new Map<number, Pending>()
  let port: JobPort | null = null
  let held = NO_EDITION
  let ids = 0

  const take = (message: FromWorker): void => {
    const job = pending.get(message.id)
    if (job === undefined) return
    if (message.kind === 'progress') return job.onProgress(message.share)
    pending.delete(message.id)
    if (message.kind === 'done') job.settle(ok(message.output))
    else job.settle(message.kind === 'failed' ? err(message.error) : null)
  }

  const send = ({ id, order, edition }: Pending): void => {
    port ??= start()
    port.post({ kind: 'run', id, changes: changesBetween(held, edition), order })
    held = edition
  }

  const start = (): JobPort => {
    const made = begin(take)
    held = NO_EDITION
    made.post({ kind: 'fonts', starts: fonts.starts, fallbacks: fonts.set.fallbacks })
    return made
  }

  const replace = (): void => {
    port?.terminate()
    port = null
    for (const job of pending.values()) send(job)
  }

  const callOff = (id: number): void => {
    const job = pending.get(id)
    if (job === undefined) return
    port?.post({ kind: 'cancel', id })
    job.settle(null)
    setTimeout(() => {
      if (pending.delete(id)) replace()
    }, patience)
  }

  return {
    run: (name, edition, input, { signal, onProgress = () => undefined } = {}) => {
      if (signal?.aborted === true) return Promise.resolve(null)
      const id = ids++
      return new Promise((resolve) => {
        const job: Pending = {
          ...{ id, edition, onProgress },
          order: { name, input } as JobOrder,
          settle: resolve,
        }
        pending.set(id, job)
        send(job)
        signal?.addEventListener('abort', () => callOff(id), { once: true })
      })
    },
    stop() {
      port?.terminate()
      port = null
      for (const job of [...pending.values()]) job.settle(null)
      pending.clear()
    },
  }
}
