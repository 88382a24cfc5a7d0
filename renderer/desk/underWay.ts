/** Long work under way, which the status bar tells of: it covers nothing, and is called off there. */
import type { Desk } from './context'
import { perDesk } from './perDesk'

export interface UnderWay {
  readonly id: string
  readonly name: string
  /** How far it is, in words. */
  readonly line: string
  /** 0 to 1. */
  readonly share: number
  readonly onCancel: () => void
}

/** What is under way, the latest last. */
export const underWayOf = perDesk<{ readonly all: readonly UnderWay[] }>({ all: [] })

/** Tells of work, or how far it has come. */
export function tellUnderWay(desk: Desk, work: UnderWay): void {
  const shelf = underWayOf(desk)
  const { all } = shelf.get()
  const isThere = all.some(({ id }) => id === work.id)
  shelf.set({ all: isThere ? all.map((one) => (one.id === work.id ? work : one)) : [...all, work] })
}

export function tellDone(desk: Desk, id: string): void {
  const shelf = underWayOf(desk)
  shelf.set({ all: shelf.get().all.filter((one) => one.id !== id) })
}

/** Milliseconds; what is done sooner shows nothing. */
const PATIENCE = 400

export interface Progress {
  /** 0 to 1. */
  set(share: number): void
  end(): void
}

/** Progress that shows itself once work has taken a while, and goes when it ends. */
export function progressOf(desk: Desk, id: string, name: string, onCancel: () => void): Progress {
  let share = 0
  let shown = false
  const show = (): void => {
    shown = true
    const line = `${Math.round(share * 100)}%`
    tellUnderWay(desk, { id, name, line, share, onCancel })
  }
  const timer = window.setTimeout(show, PATIENCE)
  return {
    set(value) {
      share = value
      if (shown) show()
    },
    end() {
      window.clearTimeout(timer)
      tellDone(desk, id)
    },
  }
}
