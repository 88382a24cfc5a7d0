import { useState } from 'react'
import type { FacePair } from '../../core/model/styles'
import type { HeadlineFace, HeadlineLevel, StyleSheet } from '../../core/model/styleSheet'
import { pt } from '../../core/units'
import { useDesk } from '../desk/context'
import { useText } from '../i18n'
import { NumberField } from '../shape/NumberField'
import { FacesFields } from './FacesFields'
import { changeSheet, HEADLINE_FACES } from './styling'

const PARTS = [
  'size',
  'kicker',
  'deck',
  'byline',
] as const satisfies readonly (keyof HeadlineLevel)[]

/** The headline's levels: sizes of its group, and the faces of 宋 and 黑. */
export function HeadlineFields({ sheet }: { readonly sheet: StyleSheet }) {
  const text = useText()
  const desk = useDesk()
  const [chosen, setChosen] = useState(0)
  const at = Math.min(chosen, sheet.levels.length - 1)
  const level = sheet.levels[at]
  const { styling, shaping } = text
  const name = styling.names.headline
  if (level === undefined) return null
  const setLevel = (values: Partial<HeadlineLevel>): void => {
    const levels = sheet.levels.map((one, i) => (i === at ? { ...one, ...values } : one))
    changeSheet(desk, text, sheet.id, name, { levels })
  }
  const setFaces = (face: HeadlineFace, faces: FacePair): void => {
    const own = sheet.headline[face].map((one, i) => (i === at ? faces : one))
    changeSheet(desk, text, sheet.id, name, { headline: { ...sheet.headline, [face]: own } })
  }
  const setScale = (values: Partial<StyleSheet['headlineScale']>): void =>
    changeSheet(desk, text, sheet.id, name, {
      headlineScale: { ...sheet.headlineScale, ...values },
    })
  const least = Math.round(sheet.headlineScale.min * 100)
  const most = Math.round(sheet.headlineScale.max * 100)
  return (
    <>
      <div className="segments wide" role="group" aria-label={shaping.level}>
        {sheet.levels.map((_level, i) => (
          <button key={i} type="button" aria-pressed={i === at} onClick={() => setChosen(i)}>
            {styling.level(i + 1)}
          </button>
        ))}
      </div>
      <div className="values">
        {PARTS.map((part) => (
          <NumberField
            key={part}
            name={part === 'size' ? styling.names.headline : styling.names[part]}
            value={level[part]}
            least={4}
            most={200}
            step={0.5}
            onChange={(size) => setLevel({ [part]: pt(size) })}
          />
        ))}
      </div>
      {HEADLINE_FACES.map((face) => {
        const faces = sheet.headline[face][at]
        return (
          faces && (
            <div key={face} role="group" aria-label={shaping[face]} className="level-faces">
              <h4>{shaping[face]}</h4>
              <FacesFields faces={faces} onChange={(pair) => setFaces(face, pair)} />
            </div>
          )
        )
      })}
      <div className="values">
        <NumberField
          name={styling.narrowest}
          value={least}
          least={50}
          most={most}
          onChange={(percent) => setScale({ min: percent / 100 })}
        />
        <NumberField
          name={styling.widest}
          value={most}
          least={least}
          most={200}
          onChange={(percent) => setScale({ max: percent / 100 })}
        />
      </div>
    </>
  )
}
