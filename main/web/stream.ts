/**
 * A stream of texts to one window, over a WebSocket. A browser opens six HTTP connections
 * to a server for all its windows together, so an EventSource in each left the seventh
 * none to load by; WebSockets are counted apart, by the hundred.
 */
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocketServer } from 'ws'

export interface TextStream {
  /** False when the window is gone, or reads so little that it was left: the text was not taken. */
  send(text: string): boolean
  end(): void
  /** Called once the window is gone, has left or was left, with the texts that never went out to it. */
  onClose(act: (unsent: readonly string[]) => void): void
}

/** Bytes that wait for a window; one for which more do is left, and joins again when it reads. */
export const MOST_WAITING = 8 * 1024 * 1024
/** A window says nothing on its stream. */
const MOST_SAID = 1

const sockets = new WebSocketServer({
  noServer: true,
  clientTracking: false,
  perMessageDeflate: false,
  maxPayload: MOST_SAID,
})

/** Answers the handshake and hands over the stream; what is no handshake is refused. */
export function acceptStream(
  request: IncomingMessage,
  socket: Duplex,
  first: Buffer,
  joined: (stream: TextStream) => void,
): void {
  sockets.handleUpgrade(request, socket, first, (made) => {
    const unsent: string[] = []
    const end = (): void => made.close()
    // what is wrong with a socket also closes it
    made.on('error', () => made.terminate())
    made.on('message', end)
    joined({
      send(text) {
        if (made.readyState !== made.OPEN) return false
        if (made.bufferedAmount > MOST_WAITING) {
          made.terminate()
          return false
        }
        unsent.push(text)
        made.send(text, (failure) => {
          if (!failure) unsent.shift()
        })
        return true
      },
      end,
      onClose: (act) => void made.once('close', () => act(unsent)),
    })
  })
}

/** Turns a handshake away as a request would be. */
export function refuseStream(socket: Duplex, status: number): void {
  socket.on('error', () => socket.destroy())
  const head = `HTTP/1.1 ${status} Refused\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`
  socket.end(head, () => socket.destroy())
}
