/** The worker's script. */
import type { FromWorker, ToWorker } from './protocol'
import { createJobServer } from './server'

const receive = createJobServer((message: FromWorker) => self.postMessage(message))
self.addEventListener('message', (event: MessageEvent<ToWorker>) => receive(event.data))
