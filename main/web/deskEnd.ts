/**
 * When a desk that serves a browser of its own ends: with its last window, but not while the
 * browser that showed it still runs. The window is only away then, discarded to save memory or
 * crashed, and finds the desk when it comes back.
 */

/** A process of the browser; one that hands its window to another of the same profile is gone at once. */
interface Shower {
  once(event: 'exit' | 'error', act: () => void): unknown
}

export interface DeskEnd {
  /** A browser that shows a window of the desk, and ends with it. */
  shownBy(browser: Shower): void
  /** The last window was given up. */
  empty(): void
}

export function deskEnd(windows: () => number, end: () => void): DeskEnd {
  const running = new Set<Shower>()
  let wasEmptied = false
  const look = (): void => {
    if (wasEmptied && windows() === 0 && running.size === 0) end()
  }
  return {
    shownBy(browser) {
      running.add(browser)
      const gone = (): void => {
        running.delete(browser)
        look()
      }
      browser.once('exit', gone)
      browser.once('error', gone)
    },
    empty() {
      wasEmptied = true
      look()
    },
  }
}
