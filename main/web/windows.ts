/** The browser's windows: each has a connection to the host and a stream of events. */
import type { Theme } from '../../core/contract'
import type { Told } from '../../core/contract/wire'
import type { Host, HostConnection } from '../host'
import type { Timer } from '../services/journal'
import type { TextStream } from './stream'

/** A window that lost its stream is waited for so long; one that comes later begins anew and has its editions again by `rejoin`. */
const GRACE_MS = 15_000
/** A window that does not listen has at most so many events kept. */
const MOST_EVENTS = 10_000

interface BrowserWindow {
  readonly connection: HostConnection
  stream: TextStream | null
  /** Texts that wait for a stream. */
  backlog: readonly string[]
  giveUp: (() => void) | null
  /** Replies that were not there soon enough, until they are asked for. */
  readonly late: Map<string, Promise<LateReply>>
}

/** A reply as its bytes, in pieces. */
export type LateReply = readonly Uint8Array[]

interface Parts {
  readonly host: Host
  readonly timer: Timer
  /** A key that cannot be guessed. */
  readonly unique: () => string
  readonly onEmpty: () => void
}

export interface BrowserWindows {
  /** Joins a stream to the window of that name, which is new or lost its former one. */
  attach(name: string, seen: { locale: string; theme: Theme }, stream: TextStream): void
  connection(name: string): HostConnection | null
  /** Keeps a reply for the window and tells it on its stream when the reply is there; answers its key. */
  keepReply(name: string, reply: Promise<LateReply>): string
  /** A reply that was kept, handed over once; null when there is none of that key. */
  takeReply(name: string, key: string): Promise<LateReply> | null
  readonly count: number
  close(): Promise<void>
}

export function openBrowserWindows({ host, timer, unique, onEmpty }: Parts): BrowserWindows {
  const windows = new Map<string, BrowserWindow>()

  const send = (window: BrowserWindow, text: string): void => {
    if (window.stream?.send(text) !== true) keep(window, [...window.backlog, text])
  }

  const keep = (window: BrowserWindow, texts: readonly string[]): void => {
    window.backlog = texts.slice(-MOST_EVENTS)
  }

  const tell = (window: BrowserWindow, told: Told): void => send(window, JSON.stringify(told))

  async function remove(name: string): Promise<void> {
    const window = windows.get(name)
    if (window === undefined) return
    windows.delete(name)
    window.giveUp?.()
    window.stream?.end()
    await window.connection.disconnect()
    if (windows.size === 0) onEmpty()
  }

  function connect(name: string, { locale, theme }: { locale: string; theme: Theme }) {
    const window: BrowserWindow = {
      connection: host.connect({
        emit: (event) => tell(window, event),
        dialogs: null,
        locale: () => locale,
        theme: () => theme,
        setMenu: () => undefined,
        paste: null,
        close: () => void setImmediate(() => void remove(name)),
      }),
      ...{ stream: null, backlog: [], giveUp: null, late: new Map<string, Promise<LateReply>>() },
    }
    windows.set(name, window)
    tell(window, { kind: 'begun' })
    return window
  }

  return {
    attach(name, seen, stream) {
      const window = windows.get(name) ?? connect(name, seen)
      window.giveUp?.()
      window.giveUp = null
      window.stream?.end()
      window.stream = stream
      const missed = window.backlog
      window.backlog = []
      for (const text of missed) send(window, text)
      stream.onClose((unsent) => {
        if (window.stream !== stream) return unsent.forEach((text) => send(window, text))
        keep(window, [...unsent, ...window.backlog])
        window.stream = null
        window.giveUp = timer(GRACE_MS, () => void remove(name))
      })
    },
    connection: (name) => windows.get(name)?.connection ?? null,
    keepReply(name, reply) {
      const key = unique()
      const window = windows.get(name)
      window?.late.set(key, reply)
      const said = (): void => window && tell(window, { kind: 'answered', reply: key })
      void reply.then(said, said)
      return key
    },
    takeReply(name, key) {
      const late = windows.get(name)?.late
      const reply = late?.get(key) ?? null
      late?.delete(key)
      return reply
    },
    get count() {
      return windows.size
    },
    async close() {
      for (const name of [...windows.keys()]) await remove(name)
    },
  }
}
