import type { Runner } from '../../main/services/runner'
import { doWork } from '../../main/services/work'

/** Long work done by the desk itself. Calling off only forgets the outcome: the work itself goes on to its end. */
export const inlineRunner: Runner = (task, onProgress) => {
  let cancel: () => void = () => undefined
  const cancelled = new Promise<null>((resolve) => (cancel = () => resolve(null)))
  return { outcome: Promise.race([doWork(task, onProgress), cancelled]), cancel }
}
