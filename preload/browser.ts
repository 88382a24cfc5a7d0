/** `window.banxin` in a browser: calls by POST, events on a stream. The loopback server puts this script before the page's own. */
import type { HostEvent } from '../core/contract'
import { packMessage, unpackMessage } from '../core/contract/wire'
import { err } from '../core/result'
import { hostClient, type Carry } from './client'

const NAME_BYTES = 16
/** Browsers take so many bytes together for what outlives its page (Fetch 4.6, keepalive). */
const MOST_KEPT = 16 * 1024

const name = [...crypto.getRandomValues(new Uint8Array(NAME_BYTES))]
  .map((byte) => byte.toString(16).padStart(2, '0'))
  .join('')

const query = new URLSearchParams({
  window: name,
  locale: navigator.language,
  theme: matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light',
})

const listeners = new Set<(event: HostEvent) => void>()
const tell = (event: HostEvent): void => listeners.forEach((listener) => listener(event))

/** Milliseconds until a stream that does not open is tried again. */
const TRIES_AGAIN = 2000
let stream: WebSocket | null = null

/** Joins the window's stream, and joins it again when it breaks off: the desk keeps what comes meanwhile. */
function listen(opened: () => void): void {
  const made = new WebSocket(`${location.origin.replace('http', 'ws')}/events?${query.toString()}`)
  let isOpen = false
  stream = made
  made.addEventListener('open', () => {
    isOpen = true
    opened()
  })
  made.addEventListener('message', ({ data }) => tell(JSON.parse(String(data)) as HostEvent))
  made.addEventListener('close', () => {
    if (stream === made) setTimeout(listen, isOpen ? 0 : TRIES_AGAIN, opened)
  })
}
const ready = new Promise<void>((resolve) => listen(resolve))

matchMedia('(prefers-color-scheme: dark)').addEventListener('change', ({ matches }) =>
  tell({ kind: 'theme', theme: matches ? 'dark' : 'light' }),
)

const gone = () =>
  err({
    severity: 'error' as const,
    code: 'host.gone',
    message:
      'The desk does not answer. See whether it still runs, start it again and reload this page.',
  })

async function post(call: string, argument: unknown): Promise<unknown> {
  await ready
  const body = packMessage(argument)
  try {
    const response = await fetch(`/call/${call}`, {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream', 'x-banxin-window': name },
      body: body.slice().buffer,
      // A change under way outlives the page that sent it.
      keepalive: call === 'append' && body.length <= MOST_KEPT,
    })
    if (!response.ok) return gone()
    const reply = unpackMessage(new Uint8Array(await response.arrayBuffer()))
    return reply.ok ? reply.value : gone()
  } catch {
    return gone()
  }
}

const carry = (async (call, argument) => {
  const reply = await post(call, argument)
  if (call === 'closeWindow') {
    const last = stream
    stream = null
    last?.close()
    window.close()
  }
  return reply
}) as Carry

Object.defineProperty(window, 'banxin', {
  value: hostClient(carry, (listener) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }),
})
