import type { Frame } from '../../core/model/frame'
import type { Page } from '../../core/model/page'
import { useDesk } from '../desk/context'
import { useText } from '../i18n'
import { setArea } from './frameActions'
import { NumberField } from './NumberField'

/** Where a frame stands and how large it is, in cells of the page's grid. */
export function CellFields({ frame, page }: { readonly frame: Frame; readonly page: Page }) {
  const text = useText()
  const desk = useDesk()
  const { area, locked, kind } = frame
  const { columns, rows } = page.grid
  const least = kind === 'rule' ? 0 : 1
  const flat = (direction: 'horizontal' | 'vertical'): boolean =>
    kind === 'rule' && frame.direction !== direction
  return (
    <div className="values">
      <NumberField
        name={text.column}
        value={area.column + 1}
        least={1}
        most={columns - area.columns + 1}
        disabled={locked}
        onChange={(value) => setArea(desk, text, frame.id, { ...area, column: value - 1 })}
      />
      <NumberField
        name={text.row}
        value={area.row + 1}
        least={1}
        most={rows - area.rows + 1}
        disabled={locked}
        onChange={(value) => setArea(desk, text, frame.id, { ...area, row: value - 1 })}
      />
      <NumberField
        name={text.columns}
        value={area.columns}
        least={least}
        most={columns - area.column}
        disabled={locked || flat('horizontal')}
        onChange={(value) => setArea(desk, text, frame.id, { ...area, columns: value })}
      />
      <NumberField
        name={text.rows}
        value={area.rows}
        least={least}
        most={rows - area.row}
        disabled={locked || flat('vertical')}
        onChange={(value) => setArea(desk, text, frame.id, { ...area, rows: value })}
      />
    </div>
  )
}
