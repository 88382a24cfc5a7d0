import type { StyleSheet } from '../../core/model/styleSheet'
import type { HouseRules, ProhibitionLevel, PunctuationScheme } from '../../core/model/styles'
import { milliEm } from '../../core/units'
import { useDesk } from '../desk/context'
import { useText } from '../i18n'
import { NumberField } from '../shape/NumberField'
import { SelectField } from './SelectField'
import { changeRules } from './styling'

const PROHIBITIONS: readonly ProhibitionLevel[] = ['none', 'basic', 'gb', 'strict']
const SCHEMES: readonly PunctuationScheme[] = ['full', 'kaiming', 'lineEndHalf', 'half']

/** 松紧: how far lines may be squeezed and opened, on all pages of the edition. */
export function LoosenessFields({ sheet: { rules } }: { readonly sheet: StyleSheet }) {
  const text = useText()
  const desk = useDesk()
  const { styling } = text
  const set = (values: Partial<HouseRules>): void => changeRules(desk, text, values)
  const { latinGap } = rules
  const gap = (which: keyof HouseRules['latinGap'], least: number, most: number) => (
    <NumberField
      name={styling.gaps[which]}
      value={latinGap[which] / 10}
      least={least / 10}
      most={most / 10}
      step={2.5}
      onChange={(percent) =>
        set({ latinGap: { ...latinGap, [which]: milliEm(Math.round(percent * 10)) } })
      }
    />
  )
  return (
    <div className="style-fields" role="group" aria-label={styling.looseness}>
      <h3>{styling.looseness}</h3>
      <h4>{styling.latinGap}</h4>
      <div className="values thirds" role="group" aria-label={styling.latinGap}>
        {gap('min', 0, latinGap.ideal)}
        {gap('ideal', latinGap.min, latinGap.max)}
        {gap('max', latinGap.ideal, 1000)}
      </div>
      <div className="values">
        <NumberField
          name={styling.closeUp}
          value={rules.closeUp / 10}
          least={0}
          most={10}
          step={0.1}
          onChange={(percent) => set({ closeUp: milliEm(Math.round(percent * 10)) })}
        />
        <NumberField
          name={styling.hyphenate}
          value={rules.hyphenateFrom}
          least={0}
          most={30}
          onChange={(hyphenateFrom) => set({ hyphenateFrom })}
        />
        <SelectField
          name={styling.prohibition}
          value={rules.prohibition}
          choices={PROHIBITIONS.map((one) => [one, styling.prohibitions[one]])}
          onChange={(prohibition) => set({ prohibition })}
        />
        <SelectField
          name={styling.punctuation}
          value={rules.punctuation}
          choices={SCHEMES.map((one) => [one, styling.schemes[one]])}
          onChange={(punctuation) => set({ punctuation })}
        />
      </div>
      <label className="check">
        <input
          type="checkbox"
          checked={rules.squeezeStops}
          onChange={({ target }) => set({ squeezeStops: target.checked })}
        />
        {styling.squeezeStops}
      </label>
      <p className="quiet">{styling.wholeEdition}</p>
    </div>
  )
}
