/** The browser's windows: each has a connection to the host and a stream of events. */
import type { HostEvent, Theme } from '../../core/contract'
import type { Host, HostConnection } from '../host'
import type { Timer } from '../services/journal'
import type { TextStream } from './stream'

/** A window that lost its stream (a reload, a laptop's sleep) is waited for so long. */
const GRACE_MS = 15_000
/** A window that does not listen has at most so many events kept. */
const MOST_EVENTS = 10_000

interface BrowserWindow {
  readonly connection: HostConnection
  stream: TextStream | null
  backlog: HostEvent[]
  giveUp: (() => void) | null
}

export interface BrowserWindows {
  /** Joins a stream to the window of that name, which is new or lost its former one. */
  attach(name: string, seen: { locale: string; theme: Theme }, stream: TextStream): void
  connection(name: string): HostConnection | null
  readonly count: number
  close(): Promise<void>
}

export function openBrowserWindows(host: Host, timer: Timer, onEmpty: () => void): BrowserWindows {
  const windows = new Map<string, BrowserWindow>()

  const send = (window: BrowserWindow, event: HostEvent): void => {
    if (window.stream === null) window.backlog = [...window.backlog, event].slice(-MOST_EVENTS)
    else window.stream.send(JSON.stringify(event))
  }

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
        emit: (event) => send(window, event),
        dialogs: null,
        locale: () => locale,
        theme: () => theme,
        setMenu: () => undefined,
        paste: null,
        close: () => void setImmediate(() => void remove(name)),
      }),
      ...{ stream: null, backlog: [], giveUp: null },
    }
    windows.set(name, window)
    return window
  }

  return {
    attach(name, seen, stream) {
      const window = windows.get(name) ?? connect(name, seen)
      window.giveUp?.()
      window.giveUp = null
      window.stream?.end()
      window.stream = stream
      for (const event of window.backlog.splice(0)) send(window, event)
      stream.onClose(() => {
        if (window.stream !== stream) return
        window.stream = null
        window.giveUp = timer(GRACE_MS, () => void remove(name))
      })
    },
    connection: (name) => windows.get(name)?.connection ?? null,
    get count() {
      return windows.size
    },
    async close() {
      for (const name of [...windows.keys()]) await remove(name)
    },
  }
}
