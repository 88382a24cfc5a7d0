import type { Page, WebSocketRoute } from 'playwright-core'

export interface Line {
  cut(): Promise<void>
  join(): void
}

/** A window's line to its host, which a test cuts and joins; the window is to be loaded anew. */
export async function lineOf(page: Page): Promise<Line> {
  let isCut = false
  const streams: WebSocketRoute[] = []
  await page.routeWebSocket(/\/events/u, (stream) => {
    if (isCut) return void stream.close()
    streams.push(stream, stream.connectToServer())
  })
  await page.route(/\/(?:call|reply)\//u, (route) => (isCut ? route.abort() : route.fallback()))
  return {
    async cut() {
      isCut = true
      for (const stream of streams.splice(0)) await stream.close()
    },
    join() {
      isCut = false
    },
  }
}
