/** A long list of rows of one height, of which only those in sight are made. */
import { useLayoutEffect, useRef, useState } from 'react'

/** Rows made beyond those in sight, so that scrolling never shows a gap. */
const BEYOND = 8

export interface Windowed<E extends HTMLElement> {
  readonly scroller: React.RefObject<E | null>
  /** First row made, and the one after the last. */
  readonly from: number
  readonly to: number
  /** Scrolls as little as needed so that a row is in sight. */
  reveal(row: number): void
}

/** `rowHeight` in CSS pixels. */
export function useWindowed<E extends HTMLElement>(count: number, rowHeight: number): Windowed<E> {
  const scroller = useRef<E>(null)
  const [sight, setSight] = useState({ top: 0, height: 0 })
  useLayoutEffect(() => {
    const element = scroller.current
    if (element === null) return
    const look = (): void => {
      const { scrollTop: top, clientHeight: height } = element
      setSight((was) => (was.top === top && was.height === height ? was : { top, height }))
    }
    const watch = new ResizeObserver(look)
    watch.observe(element)
    element.addEventListener('scroll', look, { passive: true })
    look()
    return () => {
      watch.disconnect()
      element.removeEventListener('scroll', look)
    }
  }, [])
  const first = Math.floor(sight.top / rowHeight) - BEYOND
  const last = Math.ceil((sight.top + sight.height) / rowHeight) + BEYOND
  return {
    scroller,
    from: Math.min(Math.max(0, first), count),
    to: Math.min(count, last),
    reveal(row) {
      const element = scroller.current
      if (element === null) return
      const top = row * rowHeight
      const { scrollTop, clientHeight } = element
      if (top < scrollTop) element.scrollTop = top
      else if (top + rowHeight > scrollTop + clientHeight)
        element.scrollTop = top + rowHeight - clientHeight
    },
  }
}
