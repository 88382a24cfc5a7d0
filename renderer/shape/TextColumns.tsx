import type { StoryFrame } from '../../core/model/frame'
import type { Page } from '../../core/model/page'
import { columnChoices, setColumns } from '../../core/shape'
import { useDesk } from '../desk/context'
import { useText } from '../i18n'
import { shape, shapeTools } from './doing'
import { NumberField } from './NumberField'

/** 破栏: number and measure of a frame's text columns. */
export function TextColumns({ frame, page }: { readonly frame: StoryFrame; readonly page: Page }) {
  const text = useText()
  const desk = useDesk()
  const { edition } = desk.session.getSnapshot()
  const choices = columnChoices(edition, frame, page)
  const most = choices.find(({ columns }) => columns === frame.text.columns)?.measure ?? 1
  const set = (wanted: { readonly columns: number; readonly measure?: number }): void => {
    const { session } = desk
    const shaped = setColumns(session.getSnapshot().edition, frame.id, wanted, shapeTools(desk))
    shape(desk, text, text.shaping.columnsSet, shaped)
  }
  return (
    <>
      <h3>{text.textColumns}</h3>
      <div className="values">
        <NumberField
          name={text.breakInto}
          value={frame.text.columns}
          least={1}
          most={choices.length}
          disabled={frame.locked}
          onChange={(columns) => set({ columns })}
        />
        <NumberField
          name={text.columnMeasure}
          value={frame.text.measure}
          least={1}
          most={Math.max(most, frame.text.measure)}
          disabled={frame.locked}
          onChange={(measure) => set({ columns: frame.text.columns, measure })}
        />
      </div>
    </>
  )
}
