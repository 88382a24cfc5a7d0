/** The thread that does the work, one task after another; `threadRunner` asks it. */
import { parentPort } from 'node:worker_threads'
import { doWork, type WorkTask } from './work'

const report = (message: unknown): void => parentPort?.postMessage(message)

parentPort?.on('message', (task: WorkTask) => {
  void doWork(task, (done, total, part) => report({ kind: 'progress', done, total, part })).then(
    (result) => report({ kind: 'result', result }),
  )
})
