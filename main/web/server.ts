/**
 * The desk for a browser: the built window and the host's calls over HTTP, on this
 * machine only. A call is a POST with the wire's bytes both ways, events come on a
 * stream of each window's own.
 */
import { randomBytes } from 'node:crypto'
import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type ServerResponse,
} from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import type { Theme } from '../../core/contract'
import { LATE_REPLY, packPieces, unpackMessage } from '../../core/contract/wire'
import type { Host } from '../host'
import { PAGE_HEADERS } from '../security'
import { systemTimer, type Timer } from '../services/journal'
import type { WindowFiles } from '../services/windowFiles'
import { cookieName, openGate, type Gate } from './gate'
import { acceptStream, refuseStream } from './stream'
import { openBrowserWindows, type BrowserWindows, type LateReply } from './windows'

/** Never a name, which something else might answer to; never another interface. */
const ADDRESS = '127.0.0.1'
/** Pictures of a few pages at once. */
const MOST_BYTES = 256 * 1024 * 1024
const WINDOW = /^[0-9a-f]{32}$/
const LOCALE = /^[A-Za-z0-9-]{2,35}$/
/** The page's door to the host, which Electron's preload is in Electron. */
export const CLIENT_SCRIPT = '/banxin-host.js'

export interface WebServer {
  readonly origin: string
  /** An address that opens the desk once. */
  visit(): string
  readonly windows: number
  close(): Promise<void>
}

export interface WebServerOptions {
  readonly host: Host
  readonly files: WindowFiles
  /** 0 for any that is free. */
  readonly port: number
  /** The last window is gone. */
  readonly onEmpty?: () => void
  readonly timer?: Timer
}

const secret = (): string => randomBytes(24).toString('hex')

/** Throws the system's error when the port is taken. */
export async function startWebServer(options: WebServerOptions): Promise<WebServer> {
  const { host, files, timer = systemTimer, onEmpty = () => undefined } = options
  const windows = openBrowserWindows({ host, timer, unique: secret, onEmpty })
  let answer: RequestListener = (_request, response) => refuse(response, 503)
  const server = createServer((request, response) => answer(request, response))
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port, ADDRESS, resolve)
  })
  const { port } = server.address() as AddressInfo
  const gate = openGate(ADDRESS, port, secret)
  const desk: Desk = { gate, windows, files: withClient(files), port, timer }
  answer = (request, response) => {
    respond(desk, request, response).catch(() => {
      if (response.headersSent) response.destroy()
      else refuse(response, 500)
    })
  }
  server.on('upgrade', (request, socket, first) => events(desk, request, socket, first))
  return {
    origin: `http://${ADDRESS}:${port}`,
    visit: () => `http://${ADDRESS}:${port}/?token=${gate.mint()}`,
    get windows() {
      return windows.count
    },
    async close() {
      await windows.close()
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      server.closeAllConnections()
      await closed
    },
  }
}

interface Desk {
  readonly gate: Gate
  readonly windows: BrowserWindows
  readonly files: WindowFiles
  readonly port: number
  readonly timer: Timer
}

/** The page with the client's script ahead of its own, and no icon to be looked for. */
function withClient(files: WindowFiles): WindowFiles {
  const page = files.get('/index.html')
  if (page === undefined) return files
  const html = new TextDecoder().decode(page.bytes)
  const script = `<script src="${CLIENT_SCRIPT}"></script><link rel="icon" href="data:,">`
  const bytes = new TextEncoder().encode(html.replace(/<head>/u, `<head>${script}`))
  return new Map([...files, ['/', { ...page, bytes }], ['/index.html', { ...page, bytes }]])
}

function refuse(response: ServerResponse, status: number): void {
  response.writeHead(status, { ...PAGE_HEADERS, 'Content-Type': 'text/plain; charset=utf-8' })
  response.end(SENTENCES[status] ?? 'The desk cannot answer that.')
}

const SENTENCES: Readonly<Record<number, string>> = {
  400: 'The desk does not understand that request.',
  403: 'This desk is open elsewhere. Use the address it printed last, or start it again.',
  404: 'There is no such thing here.',
  405: 'That is not asked for in this way.',
  413: 'That is too much at once.',
  500: 'The desk made a mistake; your work is safe in the journal.',
}

async function respond(
  desk: Desk,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { gate } = desk
  const { headers, method = '' } = request
  if (!gate.isOurHost(headers)) return refuse(response, 403)
  const url = new URL(request.url ?? '/', 'http://desk')
  const token = url.searchParams.get('token')
  if (method === 'GET' && url.pathname === '/' && token !== null) {
    return admit(desk, token, response)
  }
  if (!gate.hasSession(headers)) return refuse(response, 403)
  if (method === 'POST') return call(desk, url.pathname, request, response)
  if (method !== 'GET') return refuse(response, 405)
  return file(desk, url.pathname, response)
}

/** The token becomes a cookie and leaves the address, so that it stays in no history. */
function admit({ gate, port }: Desk, token: string, response: ServerResponse): void {
  const session = gate.redeem(token)
  if (session === null) return refuse(response, 403)
  response.writeHead(303, {
    ...PAGE_HEADERS,
    Location: '/',
    'Set-Cookie': `${cookieName(port)}=${session}; HttpOnly; SameSite=Strict; Path=/`,
  })
  response.end()
}

function file({ files }: Desk, path: string, response: ServerResponse): void {
  const found = files.get(path)
  if (found === undefined) return refuse(response, 404)
  response.writeHead(200, {
    ...PAGE_HEADERS,
    'Content-Type': found.type,
    'Content-Length': found.bytes.length,
  })
  response.end(found.bytes)
}

/** A window's stream of events; a handshake tells its page's origin as a call does. */
function events(
  { gate, windows }: Desk,
  request: IncomingMessage,
  socket: Duplex,
  first: Buffer,
): void {
  const { headers } = request
  const isAllowed =
    gate.isOurHost(headers) &&
    gate.hasSession(headers) &&
    gate.isOurPage(headers) &&
    !gate.isFromElsewhere(headers)
  if (!isAllowed) return refuseStream(socket, 403)
  const { pathname, searchParams: query } = new URL(request.url ?? '/', 'http://desk')
  const name = query.get('window') ?? ''
  const locale = query.get('locale') ?? ''
  if (pathname !== '/events' || !WINDOW.test(name) || !LOCALE.test(locale))
    return refuseStream(socket, 400)
  const theme: Theme = query.get('theme') === 'dark' ? 'dark' : 'light'
  acceptStream(request, socket, first, (stream) => windows.attach(name, { locale, theme }, stream))
}

const CALL = /^\/call\/([A-Za-z]{1,40})$/
const LATE = /^\/reply\/([0-9a-f]{48})$/
const BYTES = 'application/octet-stream'
/**
 * Milliseconds a call may hold its connection, of which a browser has six for all its
 * windows: who waits for an answer in a dialog must not keep it from being given.
 */
const PATIENCE = 500

async function call(
  { gate, windows, timer }: Desk,
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { headers } = request
  if (!gate.isOurPage(headers) || gate.isFromElsewhere(headers)) return refuse(response, 403)
  const window = headers['x-banxin-window']
  const late = LATE.exec(path)?.[1]
  if (late !== undefined) {
    const reply = typeof window === 'string' ? windows.takeReply(window, late) : null
    return reply === null ? refuse(response, 404) : give(response, await reply)
  }
  const name = CALL.exec(path)?.[1]
  if (name === undefined) return refuse(response, 404)
  const connection = typeof window === 'string' ? windows.connection(window) : null
  if (typeof window !== 'string' || connection === null || headers['content-type'] !== BYTES)
    return refuse(response, 400)
  const body = await bodyOf(request)
  if (body === null) return refuse(response, 413)
  const argument = unpackMessage(body)
  if (!argument.ok) return refuse(response, 400)
  const reply = connection.call(name, argument.value).then(packPieces)
  const soon = await within(reply, timer)
  if (soon !== null) return give(response, soon)
  response.writeHead(202, { ...PAGE_HEADERS, [LATE_REPLY]: windows.keepReply(window, reply) })
  response.end()
}

/** The reply, or null when it takes longer than a connection is held. */
async function within(reply: Promise<LateReply>, timer: Timer): Promise<LateReply | null> {
  let callOff = (): void => undefined
  const late = new Promise<null>((resolve) => {
    callOff = timer(PATIENCE, () => resolve(null))
  })
  return Promise.race([reply, late]).finally(callOff)
}

function give(response: ServerResponse, pieces: LateReply): void {
  response.writeHead(200, {
    ...PAGE_HEADERS,
    'Content-Type': BYTES,
    'Content-Length': pieces.reduce((sum, piece) => sum + piece.length, 0),
  })
  for (const piece of pieces) response.write(piece)
  response.end()
}

/** Null when there is more than the desk takes. */
async function bodyOf(request: IncomingMessage): Promise<Uint8Array | null> {
  if (Number(request.headers['content-length'] ?? 0) > MOST_BYTES) return null
  const parts: Buffer[] = []
  let size = 0
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length
    if (size > MOST_BYTES) return null
    parts.push(part)
  }
  return new Uint8Array(Buffer.concat(parts))
}
