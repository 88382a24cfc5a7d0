/** `window.banxin` in a browser: calls by POST, events on a stream. The loopback server puts this script before the page's own. */
import type { HostEvent } from '../core/contract'
import { LATE_REPLY, packMessage, unpackMessage, type Told } from '../core/contract/wire'
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

/** Late replies: those that are there and not yet waited for, and who waits for one. */
const there = new Set<string>()
const waiting = new Map<string, () => void>()

const answered = (reply: string): void => {
  there.add(reply)
  waiting.get(reply)?.()
}

const untilAnswered = async (reply: string): Promise<void> => {
  if (!there.has(reply)) await new Promise<void>((resolve) => waiting.set(reply, resolve))
  there.delete(reply)
  waiting.delete(reply)
}

/** Whether the desk has made room for this window before. */
let hasBegun = false

function begun(): void {
  // what the desk was asked before it took the window for gone is answered no more
  for (const reply of waiting.keys()) answered(reply)
  if (hasBegun) tell({ kind: 'letGo' })
  hasBegun = true
}

function hear(told: Told): void {
  if (told.kind === 'answered') answered(told.reply)
  else if (told.kind === 'begun') begun()
  else tell(told)
}

/** Joins the window's stream, and joins it again when it breaks off: the desk keeps what comes meanwhile. */
function listen(opened: () => void): void {
  const made = new WebSocket(`${location.origin.replace('http', 'ws')}/events?${query.toString()}`)
  let isOpen = false
  stream = made
  made.addEventListener('open', () => {
    isOpen = true
    opened()
  })
  made.addEventListener('message', ({ data }) => hear(JSON.parse(String(data)) as Told))
  made.addEventListener('close', () => {
    // a desk that does not take the stream is gone: whoever asks it now learns so
    if (!isOpen) for (const reply of waiting.keys()) answered(reply)
    if (stream !== made) return
    if (isOpen) listen(rejoined)
    else setTimeout(listen, TRIES_AGAIN, opened)
  })
}
const rejoined = (): void => tell({ kind: 'joined' })
const ready = new Promise<void>((resolve) => listen(resolve))

matchMedia('(prefers-color-scheme: dark)').addEventListener('change', ({ matches }) =>
  tell({ kind: 'theme', theme: matches ? 'dark' : 'light' }),
)

const gone = () =>
  err({
    severity: 'error' as const,
    code: 'host.gone',
    message:
      'The desk does not answer and nothing was done. Try again in a moment; if it has stopped, start Banxin again.',
  })

const ask = (path: string, more: RequestInit = {}): Promise<Response> =>
  fetch(path, {
    method: 'POST',
    ...more,
    headers: { 'content-type': 'application/octet-stream', 'x-banxin-window': name },
  })

async function post(call: string, argument: unknown): Promise<unknown> {
  await ready
  const body = packMessage(argument)
  try {
    const first = await ask(`/call/${call}`, {
      body: body.slice().buffer,
      // A change under way outlives the page that sent it.
      keepalive: call === 'append' && body.length <= MOST_KEPT,
    })
    const late = first.headers.get(LATE_REPLY)
    if (late !== null) await untilAnswered(late)
    const response = late === null ? first : await ask(`/reply/${late}`)
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
