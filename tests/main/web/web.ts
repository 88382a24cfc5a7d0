/** The loopback server over a host in a folder of its own, and what a browser asks of it. */
import { request as httpRequest, type IncomingHttpHeaders } from 'node:http'
import type { Duplex } from 'node:stream'
import { resolve as resolvePath } from 'node:path'
import { WebSocket } from 'ws'
import type { HostEvent } from '../../../core/contract'
import { LATE_REPLY, packMessage, unpackMessage, type Told } from '../../../core/contract/wire'
import type { WindowFiles } from '../../../main/services/windowFiles'
import { startWebServer, type WebServer } from '../../../main/web/server'
import { required } from '../../core/edit/sameEdition'
import { withDesk, type TestDesk } from '../host/desk'

export const PICTURE = resolvePath(import.meta.dirname, '../../../resources/samples/picture-1.jpg')

const text = (words: string, type: string) => ({ type, bytes: new TextEncoder().encode(words) })

export const FILES: WindowFiles = new Map([
  ['/index.html', text('<!doctype html><html><head></head></html>', 'text/html; charset=utf-8')],
  ['/assets/desk.js', text('desk()', 'text/javascript; charset=utf-8')],
  ['/banxin-host.js', text('host()', 'text/javascript; charset=utf-8')],
])

interface Answer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: Buffer
}

export interface Ask {
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: Uint8Array
}

/** A request exactly as written: no header is added, no path is tidied. */
export const ask = ({ origin }: WebServer, path: string, more: Ask = {}): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(origin)
    const { method = 'GET', headers = {}, body } = more
    const sent = httpRequest({ hostname, port, path, method, headers }, (response) => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part))
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(parts),
        }),
      )
      response.on('error', reject)
    })
    sent.on('error', reject)
    sent.end(body)
  })

interface Web {
  readonly desk: TestDesk
  readonly server: WebServer
  /** The session's cookie. */
  readonly cookie: string
  /** Joins a window's stream; what it tells is in `events`. */
  listen(window: string): Promise<{
    readonly events: HostEvent[]
    /** Keys of late replies that are there. */
    readonly answered: string[]
    readonly leave: () => void
  }>
  call(window: string, name: string, argument: unknown, more?: Ask): Promise<Answer>
}

export async function withWeb(run: (web: Web) => Promise<void>): Promise<void> {
  await withDesk(async (desk) => {
    const timer = (ms: number, act: () => void) => {
      const timeout = setTimeout(act, ms / 1_000)
      return () => clearTimeout(timeout)
    }
    const server = await startWebServer({ host: desk.host, files: FILES, port: 0, timer })
    try {
      const entered = await ask(server, server.visit().slice(server.origin.length))
      const cookie = (entered.headers['set-cookie']?.[0] ?? '').split(';')[0] ?? ''
      await run({
        ...{ desk, server, cookie },
        listen: (window) => listen(server, cookie, window),
        async call(window, name, argument, more = {}) {
          const headers = {
            ...{ cookie, origin: server.origin, 'content-type': 'application/octet-stream' },
            'x-banxin-window': window,
            ...more.headers,
          }
          const body = packMessage(argument)
          const first = await ask(server, `/call/${name}`, {
            method: 'POST',
            body,
            ...more,
            headers,
          })
          const late = first.headers[LATE_REPLY]
          if (late === undefined) return first
          return ask(server, `/reply/${String(late)}`, { method: 'POST', headers })
        },
      })
    } finally {
      await server.close()
    }
  })
}

const HANDSHAKE = {
  connection: 'Upgrade',
  upgrade: 'websocket',
  'sec-websocket-version': '13',
  'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
}

/** Status of a handshake: 101 when it was taken. */
export const shake = (server: WebServer, path: string, headers: Readonly<Record<string, string>>) =>
  new Promise<{ status: number; headers: IncomingHttpHeaders; socket: Duplex | null }>(
    (resolve, reject) => {
      const { hostname, port } = new URL(server.origin)
      const sent = httpRequest({ hostname, port, path, headers: { ...HANDSHAKE, ...headers } })
      sent.on('upgrade', ({ statusCode = 0, headers }, socket, first) => {
        socket.unshift(first)
        resolve({ status: statusCode, headers, socket })
      })
      sent.on('response', ({ statusCode = 0, headers }) =>
        resolve({ status: statusCode, headers, socket: null }),
      )
      sent.on('error', reject)
      sent.end()
    },
  )

export const eventsOf = (window: string): string =>
  `/events?window=${window}&locale=zh-CN&theme=dark`

export async function listen({ origin }: WebServer, cookie: string, window: string) {
  const events: HostEvent[] = []
  const answered: string[] = []
  const begun: string[] = []
  const address = `${origin.replace('http', 'ws')}${eventsOf(window)}`
  const socket = new WebSocket(address, { headers: { cookie, origin } })
  socket.on('message', (text: Buffer) => {
    const told = JSON.parse(text.toString()) as Told
    if (told.kind === 'answered') answered.push(told.reply)
    else if (told.kind === 'begun') begun.push(told.kind)
    else events.push(told)
  })
  await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject))
  return { events, answered, begun, leave: () => socket.terminate() }
}

/** Keys of two windows. */
export const ONE = '1'.repeat(32)

export const TWO = '2'.repeat(32)

export const replyIn = ({ body }: Answer) => required(unpackMessage(body)) as { ok: boolean }

export const valueIn = <T>({ body }: Answer): T =>
  required(required(unpackMessage(body)) as { ok: true; value: T })
