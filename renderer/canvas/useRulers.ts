/** Keeps both rulers drawn as the page moves under them. */
import { useEffect } from 'react'
import type { Desk } from '../desk/context'
import { paletteOf } from './pageView'
import { drawRuler } from './rulers'

export function useRulers(
  across: React.RefObject<HTMLCanvasElement | null>,
  down: React.RefObject<HTMLCanvasElement | null>,
  desk: Desk,
  columnName: (column: number) => string,
  metric: boolean,
): void {
  useEffect(() => {
    let asked = 0
    let drawn: unknown[] = []
    const pageShown = () => desk.session.getSnapshot().edition.pages[desk.store.get().page]
    const inputs = (): unknown[] => {
      const { view, canvas, dark } = desk.store.get()
      return [view, canvas, dark, pageShown()]
    }
    const draw = (): void => {
      asked = 0
      const page = pageShown()
      if (page === undefined) return
      drawn = inputs()
      const state = desk.store.get()
      const palette = paletteOf(state.dark)
      if (across.current)
        drawRuler(across.current, 'across', page, state, palette, columnName, metric)
      if (down.current) drawRuler(down.current, 'down', page, state, palette, columnName, metric)
    }
    const ask = (): void => {
      if (asked === 0 && inputs().some((value, i) => value !== drawn[i]))
        asked = requestAnimationFrame(draw)
    }
    ask()
    const stop = desk.store.subscribe(ask)
    return () => {
      stop()
      cancelAnimationFrame(asked)
    }
  }, [across, down, desk, columnName, metric])
}
