/**
 * A stream of texts to one window: the server's half of a WebSocket (RFC 6455), of which
 * the desk needs little, since a window sends nothing on it. A browser opens six HTTP
 * connections to a server for all its windows together, so an EventSource in each left
 * the seventh none to load by; WebSockets are counted apart, by the hundred.
 */
import { createHash } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'
import type { Duplex } from 'node:stream'

export interface TextStream {
  send(text: string): void
  end(): void
  /** Called once the window is gone or has left. */
  onClose(act: () => void): void
}

/** RFC 6455 §1.3 */
const ACCEPTED = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11'
/** Whole messages; §5.2 */
const TEXT = 0x81
const CLOSE = 0x88
/** Lengths that a frame tells in two bytes, and in eight. */
const SHORT = 126
const LONG = 65_536

/** Answers the handshake; null when it is none. */
export function acceptStream(headers: IncomingHttpHeaders, socket: Duplex): TextStream | null {
  const key = headers['sec-websocket-key']
  const isOne =
    headers.upgrade?.toLowerCase() === 'websocket' && headers['sec-websocket-version'] === '13'
  if (!isOne || key === undefined) return null
  const accept = createHash('sha1').update(`${key}${ACCEPTED}`).digest('base64')
  const lines = ['Upgrade: websocket', 'Connection: Upgrade', `Sec-WebSocket-Accept: ${accept}`]
  socket.write(`HTTP/1.1 101 Switching Protocols\r\n${lines.join('\r\n')}\r\n\r\n`)
  const end = (): void => void socket.end(frame(CLOSE, ''), () => socket.destroy())
  socket.on('error', () => socket.destroy())
  // all that a window says is that it leaves
  socket.on('data', end)
  socket.on('end', end)
  return {
    send: (text) => void socket.write(frame(TEXT, text)),
    end,
    onClose: (act) => void socket.on('close', act),
  }
}

function frame(kind: number, text: string): Buffer {
  const body = Buffer.from(text)
  const { length } = body
  const head = Buffer.alloc(length < SHORT ? 2 : length < LONG ? 4 : 10)
  head[0] = kind
  head[1] = length < SHORT ? length : length < LONG ? SHORT : SHORT + 1
  if (head.length === 4) head.writeUInt16BE(length, 2)
  if (head.length === 10) head.writeBigUInt64BE(BigInt(length), 2)
  return Buffer.concat([head, body])
}

/** Turns a handshake away as a request would be. */
export function refuseStream(socket: Duplex, status: number): void {
  socket.on('error', () => socket.destroy())
  const head = `HTTP/1.1 ${status} Refused\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`
  socket.end(head, () => socket.destroy())
}
