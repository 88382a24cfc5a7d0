import { FrameInspector } from '../shape/FrameInspector'
import { useText } from '../i18n'
import { useDeskState, useSettled } from './context'

/** What is chosen, in columns, lines and characters first, millimetres second. */
export function Inspector() {
  const text = useText()
  const { snapshot } = useSettled()
  const chosen = useDeskState((state) => state.frame)
  const current = useDeskState((state) => state.page)
  const page = snapshot.edition.pages[current]
  const frame = chosen === null ? undefined : snapshot.edition.frames[chosen]
  if (page === undefined) return null
  const { grid } = page
  if (frame === undefined) {
    return (
      <div className="inspector">
        <h3>{text.pageInspector(page.folio)}</h3>
        <p>{text.typeArea(grid.columns, grid.measure, grid.rows)}</p>
        <p className="quiet">
          {text.millimetres(page.sheet.width.toFixed(0), page.sheet.height.toFixed(0))}
        </p>
        <p className="quiet">{text.pickHint}</p>
      </div>
    )
  }
  return <FrameInspector frame={frame} page={page} />
}
