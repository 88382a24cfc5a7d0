import type { Ink } from '../../core/ink'
import type { Align, TextStyle } from '../../core/model/styles'
import type { StyleSheet } from '../../core/model/styleSheet'
import { milliEm, pt } from '../../core/units'
import { useDesk } from '../desk/context'
import { useText } from '../i18n'
import { NumberField } from '../shape/NumberField'
import { FacesFields } from './FacesFields'
import { SelectField } from './SelectField'
import { changeSheet, type TextStyleName } from './styling'

const ALIGNS: readonly Align[] = ['justify', 'left', 'center', 'right']
const INKS: readonly (keyof Ink)[] = ['c', 'm', 'y', 'k']

/** Everything of one paragraph style; the body's size stands with the grid. */
export function TextStyleFields(props: {
  readonly sheet: StyleSheet
  readonly name: TextStyleName
}) {
  const text = useText()
  const desk = useDesk()
  const { sheet, name } = props
  const style = sheet[name]
  const { styling } = text
  const set = (values: Partial<TextStyle>): void =>
    changeSheet(desk, text, sheet.id, styling.names[name], { [name]: { ...style, ...values } })
  return (
    <>
      <FacesFields faces={style.faces} onChange={(faces) => set({ faces })} />
      <div className="values">
        {name !== 'body' && (
          <NumberField
            name={styling.size}
            value={style.size}
            least={4}
            most={72}
            step={0.1}
            onChange={(size) => set({ size: pt(size) })}
          />
        )}
        <NumberField
          name={styling.scale}
          value={Math.round(style.scaleX * 100)}
          least={50}
          most={200}
          onChange={(percent) => set({ scaleX: percent / 100 })}
        />
        <NumberField
          name={styling.indent}
          value={style.indent / 1000}
          least={0}
          most={8}
          step={0.5}
          onChange={(ems) => set({ indent: milliEm(Math.round(ems * 1000)) })}
        />
        <SelectField
          name={styling.align}
          value={style.align}
          choices={ALIGNS.map((align) => [align, styling.aligns[align]])}
          onChange={(align) => set({ align })}
        />
      </div>
      <div className="values inks" role="group" aria-label={styling.ink}>
        {INKS.map((ink) => (
          <NumberField
            key={ink}
            name={ink.toUpperCase()}
            value={Math.round(style.ink[ink] * 100)}
            least={0}
            most={100}
            onChange={(percent) => set({ ink: { ...style.ink, [ink]: percent / 100 } })}
          />
        ))}
      </div>
    </>
  )
}
