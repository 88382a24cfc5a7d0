import type { ReactNode } from 'react'
import { mmFromPt } from '../../core/units'
import { cellsRect } from '../../core/model/grid'
import { useText, type Text } from '../i18n'
import { useDeskState, useSettled } from './context'
import { storiesOnPage } from './pageStories'

const mm = (points: number): string => mmFromPt(points as never).toFixed(1)

/** What is chosen, in columns, lines and characters first, millimetres second. */
export function Inspector() {
  const text = useText()
  const { snapshot, display } = useSettled()
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
  const area = cellsRect(grid, frame.area)
  const entry = storiesOnPage(snapshot.edition, display, page.id).find((one) =>
    one.frames.some(({ id }) => id === frame.id),
  )
  return (
    <div className="inspector">
      <h3>
        {kindName(frame.kind, text)} {entry?.letter}
      </h3>
      <div className="values">
        <Value name={text.column}>{frame.area.column + 1}</Value>
        <Value name={text.row}>{frame.area.row + 1}</Value>
        <Value name={text.columns}>{frame.area.columns}</Value>
        <Value name={text.rows}>{frame.area.rows}</Value>
      </div>
      <p className="quiet">
        {text.origin(mm(area.x), mm(area.y))}
        <span>{text.size(mm(area.width), mm(area.height))}</span>
      </p>
      {frame.kind === 'story' && (
        <>
          <h3>{text.textColumns}</h3>
          <div className="values">
            <Value name={text.breakInto}>
              {frame.area.columns} → {frame.text.columns}
            </Value>
            <Value name={text.columnMeasure}>{text.lineCharacters(frame.text.measure)}</Value>
          </div>
        </>
      )}
    </div>
  )
}

const kindName = (kind: 'story' | 'picture' | 'rule', text: Text): string =>
  kind === 'story' ? text.storyFrame : kind === 'picture' ? text.pictureFrame : text.ruleFrame

function Value({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <span className="value">
      <span>{name}</span>
      <b>{children}</b>
    </span>
  )
}
