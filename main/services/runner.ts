/** Who does long work: a thread of its own beside the desk. */
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

const failed = (message: string): WorkOutcome =>
  err({ severity: 'error', code: 'work.failed', message })

/** `script` is worker.ts as bundled. */
export const threadRunner =
  (script: URL): Runner =>
  (task, onProgress) => {
    const worker = new Worker(script, { workerData: task })
    const outcome = new Promise<WorkOutcome | null>((resolve) => {
      worker.on('message', (message: Message) => {
        if (message.kind === 'progress') onProgress(message.done, message.total, message.part)
        else resolve(message.result)
      })
      worker.on('error', (error) => resolve(failed(`The work broke off: ${error.message}`)))
      worker.on('exit', () => resolve(null))
    })
    return { outcome, cancel: () => void worker.terminate() }
  }
