/**
 * Electron's side of a page for the stand-in: what a preload may ask for by
 * `require('electron')`. A call travels as the wire has it, an event as JSON.
 */
import { packMessage, unpackMessage } from '../../core/contract/wire'

type Hear = (event: object, message: unknown) => void

interface DoublePage {
  banxinHear?: (channel: string, message: unknown) => void
  banxinElectron?: object
}

const page = globalThis as unknown as DoublePage

/** In Electron a page goes with its program: no call is left to fail when the program has ended. */
const never = (): Promise<never> => new Promise(() => undefined)

/** The stand-in answers this address itself; it never reaches the desk. */
async function invoke(channel: string, argument: unknown): Promise<unknown> {
  const body = packMessage(argument).slice().buffer
  const answer = await fetch(`/.electron/${channel}`, { method: 'POST', body })
    .then((response) => response.arrayBuffer())
    .catch(never)
  const message = unpackMessage(new Uint8Array(answer))
  if (!message.ok) throw new Error(message.error)
  return message.value
}

const listeners = new Map<string, Set<Hear>>()
const on = (channel: string): Set<Hear> => {
  const known = listeners.get(channel) ?? new Set<Hear>()
  listeners.set(channel, known)
  return known
}

page.banxinHear = (channel, message) => {
  for (const hear of [...on(channel)]) hear({}, message)
}

page.banxinElectron = {
  contextBridge: {
    exposeInMainWorld: (name: string, value: unknown) =>
      void Object.defineProperty(globalThis, name, { value }),
  },
  ipcRenderer: {
    invoke,
    on: (channel: string, hear: Hear) => void on(channel).add(hear),
    off: (channel: string, hear: Hear) => void on(channel).delete(hear),
  },
}
