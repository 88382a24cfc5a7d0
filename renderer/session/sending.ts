/** When a change goes to the host: once its page has surely been painted, and never late. */

/** So long a change waits for the frame that shows it … */
const AFTER_PAINT = 20
/** … and so long at most where keys come faster than timers ring. Milliseconds. */
const AT_LATEST = 60

/** What the window tells of time and of being seen. */
export interface Moments {
  /** Milliseconds. */
  now(): number
  /** Returns how to call it off. */
  later(ms: number, act: () => void): () => void
  /** A hidden window paints nothing, and its timers ring once a second at best. */
  isHidden(): boolean
  /** Calls when the window is hidden or goes; returns how to stop. */
  onHidden(act: () => void): () => void
}

/** The least late moment for `send`, which sends all there is; asked again meanwhile, it stays one sending. */
export function sendSoon(moments: Moments): (send: () => void) => void {
  let due: { readonly since: number; readonly callOff: () => void } | null = null

  return (send) => {
    const go = (): void => {
      due?.callOff()
      due = null
      send()
    }
    if (moments.isHidden()) return go()
    if (due !== null) {
      if (moments.now() - due.since >= AT_LATEST) go()
      return
    }
    const stops = [moments.later(AFTER_PAINT, go), moments.onHidden(go)]
    due = { since: moments.now(), callOff: () => stops.forEach((stop) => stop()) }
  }
}

export const windowMoments: Moments = {
  now: () => performance.now(),
  later(ms, act) {
    const timer = window.setTimeout(act, ms)
    return () => window.clearTimeout(timer)
  },
  isHidden: () => document.visibilityState === 'hidden',
  onHidden(act) {
    whenHidden ??= watchHiding()
    const acts = whenHidden
    acts.add(act)
    return () => acts.delete(act)
  },
}

/** What is called when the window is hidden or goes: heard of once, for listeners that come and go with every key cost more than what they send. */
let whenHidden: Set<() => void> | null = null

function watchHiding(): Set<() => void> {
  const acts = new Set<() => void>()
  const call = (): void => [...acts].forEach((act) => act())
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') call()
  })
  window.addEventListener('pagehide', call)
  return acts
}
