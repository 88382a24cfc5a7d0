import { useEffect, useRef } from 'react'
import type { PageDisplay } from '../../core/display/displayList'
import { paintThumbnail } from '../canvas/thumbnail'
import { useDesk } from '../desk/context'

/** CSS pixels. */
const WIDTH = 84
/** Stamps follow the page when the desk has a moment, at the latest after so many milliseconds. */
const PATIENCE = 2000

/** The same marks in the same places: a page composed anew that came out as it was. */
const looksAlike = (a: PageDisplay, b: PageDisplay): boolean =>
  a.items.length === b.items.length && a.items.every((item, i) => item === b.items[i])

/** A page as a small picture that is painted anew when nothing else is to be done. */
export function Stamp({ page }: { readonly page: PageDisplay }) {
  const { glyphs, pictures, session } = useDesk()
  const canvas = useRef<HTMLCanvasElement>(null)
  const drawn = useRef<PageDisplay | null>(null)
  const ratio = window.devicePixelRatio
  useEffect(() => {
    let waits = false
    const paint = (): void => {
      if (canvas.current === null) return
      const width = Math.round(WIDTH * ratio)
      waits = !paintThumbnail(canvas.current, page, width, glyphs, (id) =>
        pictures.get(session.getSnapshot().edition, id),
      )
      if (!waits) drawn.current = page
    }
    const isDrawn = drawn.current !== null && looksAlike(drawn.current, page)
    const asked = isDrawn ? null : window.requestIdleCallback(paint, { timeout: PATIENCE })
    const stops = [
      pictures.onArrival(paint),
      glyphs.onArrival((renewed) => {
        if (waits || renewed) paint()
      }),
    ]
    return () => {
      if (asked !== null) window.cancelIdleCallback(asked)
      for (const stop of stops) stop()
    }
  }, [page, glyphs, pictures, session, ratio])
  const height = (WIDTH * page.trim.height) / page.trim.width
  return <canvas ref={canvas} className="stamp-page" style={{ width: WIDTH, height }} aria-hidden />
}
