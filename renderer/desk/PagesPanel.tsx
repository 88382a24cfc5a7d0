import { useEffect, useRef } from 'react'
import type { PageDisplay } from '../../core/display/displayList'
import { pagesOf } from '../../core/model/edition'
import { paintThumbnail } from '../canvas/thumbnail'
import { useText } from '../i18n'
import { pageOf } from '../session/composer'
import { useDesk, useDeskState, useSettled } from './context'
import { fitKind, fitWords, storiesOnPage } from './pageStories'

/** CSS pixels. */
const WIDTH = 84
/** Stamps follow the page when the desk has a moment. */
const PATIENCE = 400

export function PagesPanel() {
  const text = useText()
  const { actions } = useDesk()
  const { snapshot, display } = useSettled()
  const current = useDeskState((state) => state.page)
  const pages = pagesOf(snapshot.edition)
  return (
    <section className="panel" aria-label={text.pages}>
      <h2 className="panel-head">
        {text.pages} <small>{text.pageCount(pages.length)}</small>
      </h2>
      <div className="stamps" role="listbox" aria-label={text.pages}>
        {pages.map((page) => {
          const shown = pageOf(display, page.id)
          const worst = storiesOnPage(snapshot.edition, display, page.id).find(
            (one) => fitKind(one.fit) === 'over',
          )
          return (
            <button
              key={page.id}
              type="button"
              role="option"
              aria-selected={page.id === current}
              className="stamp"
              onClick={() => actions.showPage(page.id)}
            >
              {shown !== null && <Stamp page={shown} />}
              <span className="stamp-name">{text.pageName(page.folio, page.section)}</span>
              <span className={`stamp-fit ${worst ? 'is-over' : ''}`}>
                {worst ? fitWords(worst.fit, text) : text.fits}
              </span>
            </button>
          )
        })}
      </div>
    </section>
  )
}

function Stamp({ page }: { readonly page: PageDisplay }) {
  const { glyphs, pictures, session } = useDesk()
  const canvas = useRef<HTMLCanvasElement>(null)
  const drawn = useRef<PageDisplay | null>(null)
  const ratio = window.devicePixelRatio
  useEffect(() => {
    const paint = (): void => {
      if (canvas.current === null) return
      drawn.current = page
      paintThumbnail(canvas.current, page, Math.round(WIDTH * ratio), glyphs, (id) =>
        pictures.get(session.getSnapshot().edition, id),
      )
    }
    const timer = window.setTimeout(paint, drawn.current === null ? 0 : PATIENCE)
    const stop = pictures.onArrival(paint)
    return () => {
      window.clearTimeout(timer)
      stop()
    }
  }, [page, glyphs, pictures, session, ratio])
  const height = (WIDTH * page.trim.height) / page.trim.width
  return <canvas ref={canvas} className="stamp-page" style={{ width: WIDTH, height }} aria-hidden />
}
