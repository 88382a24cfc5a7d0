import type { Grid } from '../../core/model/grid'
import type { StyleSheet } from '../../core/model/styleSheet'
import { useDesk } from '../desk/context'
import { useText } from '../i18n'
import { NumberField } from '../shape/NumberField'
import { changeBody } from './styling'

/** Size and leading of the body: what the page's grid is made of. */
export function BodyFields({ sheet, grid }: { readonly sheet: StyleSheet; readonly grid: Grid }) {
  const text = useText()
  const desk = useDesk()
  return (
    <>
      <div className="values">
        <NumberField
          name={text.styling.size}
          value={sheet.body.size}
          least={5}
          most={24}
          step={0.1}
          onChange={(size) => changeBody(desk, text, sheet.id, { size })}
        />
        <NumberField
          name={text.styling.leading}
          value={Math.round(grid.leading * 100) / 100}
          least={5}
          most={60}
          step={0.05}
          onChange={(leading) => changeBody(desk, text, sheet.id, { leading })}
        />
      </div>
      <p className="quiet">{text.styling.bodyHint}</p>
    </>
  )
}
