import { WAIST_KEEPS } from '../../core/compose/headBlock'
import type { HeadPlace, StoryFrame } from '../../core/model/frame'
import { textAreaIn } from '../../core/shape'
import { useDesk } from '../desk/context'
import { useText } from '../i18n'
import { shapeTools } from './doing'
import { NumberField } from './NumberField'

/** Columns and first row of a headline among its text; nothing for one that stands over or beside it. */
export function HeadPlaceFields({
  frame,
  onPlace,
}: {
  readonly frame: StoryFrame
  readonly onPlace: (place: HeadPlace) => void
}) {
  const text = useText()
  const desk = useDesk()
  const area = textAreaIn(desk.session.getSnapshot().edition, frame.id, shapeTools(desk))
  if (area === null || area.head === null) return null
  const { column, columns, row, rows } = area.head
  const put = (change: Partial<HeadPlace>): void => onPlace({ column, columns, row, ...change })
  const last = area.rows - rows - WAIST_KEEPS
  return (
    <div className="values thirds">
      <NumberField
        name={text.shaping.headColumn}
        value={column + 1}
        least={1}
        most={area.columns - columns + 1}
        disabled={frame.locked}
        onChange={(from) => put({ column: from - 1 })}
      />
      <NumberField
        name={text.shaping.headAcross}
        value={columns}
        least={1}
        most={area.columns - column}
        disabled={frame.locked}
        onChange={(across) => put({ columns: across })}
      />
      <NumberField
        name={text.shaping.headRow}
        value={row + 1}
        least={1}
        most={Math.max(1, last + 1)}
        disabled={frame.locked}
        onChange={(from) => put({ row: stepped(from - 1, row) })}
      />
    </div>
  )
}

/** A step from the head into the text, or back, goes over the rows that no headline may stand in. */
const stepped = (row: number, before: number): number =>
  row >= WAIST_KEEPS ? row : row > before ? WAIST_KEEPS : 0
