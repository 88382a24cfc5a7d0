import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { acceptStream, MOST_WAITING, type TextStream } from '../../../main/web/stream'
import { until } from '../host/desk'

/** A stream from a server of its own to a window. */
async function withStream(
  run: (stream: TextStream, window: WebSocket) => Promise<void>,
): Promise<void> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const joined = new Promise<TextStream>((resolve) =>
    server.on('upgrade', (request, socket, first) => acceptStream(request, socket, first, resolve)),
  )
  const { port } = server.address() as AddressInfo
  const window = new WebSocket(`ws://127.0.0.1:${port}`)
  await new Promise((resolve) => window.once('open', resolve))
  try {
    await run(await joined, window)
  } finally {
    window.terminate()
    await new Promise((resolve) => server.close(resolve))
  }
}

describe('a stream', () => {
  it('carries texts of every length, and ends when its window says anything', async () => {
    await withStream(async (stream, window) => {
      const read: string[] = []
      window.on('message', (text: Buffer) => read.push(text.toString()))
      const closed = new Promise<readonly string[]>((resolve) => stream.onClose(resolve))
      const lengths = [0, 1, 125, 126, 65_535, 65_536, 70_000]
      const texts = [...lengths.map((length) => 'a'.repeat(length)), '版心']
      for (const text of texts) expect(stream.send(text)).toBe(true)
      await until(() => read.length === texts.length)
      expect(read).toEqual(texts)
      window.send('many words')
      expect(await closed).toEqual([])
      expect(stream.send('late')).toBe(false)
    })
  })

  it('leaves a window that never reads, and hands back what did not go out', async () => {
    await withStream(async (stream, window) => {
      window.pause()
      const closed = new Promise<readonly string[]>((resolve) => stream.onClose(resolve))
      const texts = Array.from({ length: 256 }, (_, i) => `${i} `.padEnd(MOST_WAITING / 32, '字'))
      const taken = texts.filter((text) => stream.send(text))
      const unsent = await closed
      expect(taken.length).toBeLessThan(texts.length)
      expect(unsent.length).toBeGreaterThan(0)
      expect(unsent.join('').length).toBeLessThan(2 * MOST_WAITING)
      expect(unsent).toEqual(taken.slice(-unsent.length))
    })
  })
})
