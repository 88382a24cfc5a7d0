import type { FromWorker } from './protocol'
import type { WorkshopParts } from './workshop'

/** The window's own worker, bundled with it. */
export const beginWorker: WorkshopParts['begin'] = (listener) => {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })
  worker.addEventListener('message', (event: MessageEvent<FromWorker>) => listener(event.data))
  return {
    post: (message) => worker.postMessage(message),
    terminate: () => worker.terminate(),
  }
}
