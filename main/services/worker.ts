/** The thread that does the work; `threadRunner` starts one for each task. */
import { parentPort, workerData } from 'node:worker_threads'
import { doWork, type WorkTask } from './work'

const report = (message: unknown): void => parentPort?.postMessage(message)

void doWork(workerData as WorkTask, (done, total, part) =>
  report({ kind: 'progress', done, total, part }),
).then((result) => report({ kind: 'result', result }))
