import type { StoryFrame } from '../../core/model/frame'
import { columnsOf, columnSpan, placeInset, textAreaIn } from '../../core/shape'
import { useDesk, useDeskState } from '../desk/context'
import { useText } from '../i18n'
import { shape, shapeTools } from './doing'
import { NumberField } from './NumberField'

/** Boxes and pictures in a frame's text, in columns and rows of that text. */
export function InsetFields({ frame }: { readonly frame: StoryFrame }) {
  const text = useText()
  const desk = useDesk()
  const chosen = useDeskState((state) => state.inset)
  const area = textAreaIn(desk.session.getSnapshot().edition, frame.id, shapeTools(desk))
  if (area === null) return null
  return frame.insets.map((inset) => {
    const span = columnsOf(inset, area) ?? {
      column: Math.min(area.columns - 1, Math.floor((inset.x * area.size) / 1000 / area.pitch)),
      columns: 1,
    }
    const put = (change: Partial<typeof inset>): void => {
      const { edition } = desk.session.getSnapshot()
      const shaped = placeInset(edition, frame.id, { ...inset, ...change }, shapeTools(desk))
      shape(desk, text, text.shaping.insetMoved, shaped)
    }
    return (
      <div
        key={inset.block}
        role="group"
        aria-label={text.shaping.inset}
        aria-current={inset.block === chosen}
        className="inset-values"
        onFocus={() => desk.store.set({ inset: inset.block })}
      >
        <h3>{text.shaping.inset}</h3>
        <div className="values">
          <NumberField
            name={text.shaping.fromColumn}
            value={span.column + 1}
            least={1}
            most={area.columns}
            disabled={frame.locked}
            onChange={(column) => put(columnSpan(area, column - 1, span.columns))}
          />
          <NumberField
            name={text.shaping.fromRow}
            value={inset.row + 1}
            least={1}
            most={Math.max(1, area.rows)}
            disabled={frame.locked}
            onChange={(row) => put({ row: row - 1 })}
          />
          <NumberField
            name={text.shaping.spanColumns}
            value={span.columns}
            least={1}
            most={area.columns}
            disabled={frame.locked}
            onChange={(columns) => put(columnSpan(area, span.column, columns))}
          />
          <NumberField
            name={text.shaping.depth}
            value={inset.rows}
            least={1}
            most={Math.max(1, area.rows)}
            disabled={frame.locked}
            onChange={(rows) => put({ rows })}
          />
        </div>
      </div>
    )
  })
}
