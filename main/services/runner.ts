/** Who does long work: a thread beside the desk. */
import { Worker } from 'node:worker_threads'
import type { HostError, WorkPart } from '../../core/contract'
import { err, type Result } from '../../core/result'
import type { WorkTask } from './work'
import type { OnProgress, WorkResult } from './workTask'

export type WorkOutcome = Result<WorkResult, HostError>

export interface RunningWork {
  /** Null when it was called off. */
  readonly outcome: Promise<WorkOutcome | null>
  cancel(): void
}

export type Runner = (task: WorkTask, onProgress: OnProgress) => RunningWork

type Message =
  | {
      readonly kind: 'progress'
      readonly done: number
      readonly total: number
      readonly part?: WorkPart
    }
  | { readonly kind: 'result'; readonly result: WorkOutcome }

/** A thread that nothing was asked of for so long gives its memory back, in milliseconds. */
const REST = 120_000

/** Only what was listened for here: a worker listens to itself too. */
const unheard = (worker: Worker): void => {
  for (const event of ['message', 'error', 'exit']) worker.removeAllListeners(event)
}

const failed = (message: string): WorkOutcome =>
  err({ severity: 'error', code: 'work.failed', message })

/**
 * `script` is worker.ts as bundled. One thread that has done its work waits for the next, which
 * finds its code compiled and its fonts read; work at the same time has threads of its own.
 */
export function threadRunner(script: URL): Runner {
  let resting: { readonly worker: Worker; readonly timer: NodeJS.Timeout } | null = null

  const take = (): Worker => {
    if (resting === null) return new Worker(script)
    const { worker, timer } = resting
    resting = null
    clearTimeout(timer)
    unheard(worker)
    worker.ref()
    return worker
  }
  const rest = (worker: Worker): void => {
    unheard(worker)
    if (resting !== null) return void worker.terminate()
    const leave = (): void => {
      if (resting?.worker === worker) resting = null
      void worker.terminate()
    }
    worker.on('error', leave)
    worker.on('exit', leave)
    worker.unref()
    resting = { worker, timer: setTimeout(leave, REST).unref() }
  }

  return (task, onProgress) => {
    const worker = take()
    let isDone = false
    const outcome = new Promise<WorkOutcome | null>((resolve) => {
      worker.on('message', (message: Message) => {
        if (message.kind === 'progress') {
          onProgress(message.done, message.total, message.part)
          return
        }
        isDone = true
        rest(worker)
        resolve(message.result)
      })
      worker.on('error', (error) => resolve(failed(`The work broke off: ${error.message}`)))
      worker.on('exit', () => resolve(null))
    })
    worker.postMessage(task)
    return {
      outcome,
      cancel() {
        if (!isDone) void worker.terminate()
      },
    }
  }
}
