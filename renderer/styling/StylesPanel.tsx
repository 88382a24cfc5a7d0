import { useSyncExternalStore } from 'react'
import { useDesk, useDeskState, useSettled } from '../desk/context'
import { useText } from '../i18n'
import { BodyFields } from './BodyFields'
import { FaceFields } from './FaceFields'
import { HeadlineFields } from './HeadlineFields'
import { LoosenessFields } from './LoosenessFields'
import {
  FACE_STYLES,
  pagesWith,
  stylingOf,
  TEXT_STYLES,
  type StyleName,
  type TextStyleName,
} from './styling'
import { TextStyleFields } from './TextStyleFields'

const STYLES: readonly StyleName[] = [
  'body',
  'headline',
  ...FACE_STYLES,
  ...TEXT_STYLES.filter((name) => name !== 'body'),
]

const isText = (name: StyleName): name is TextStyleName =>
  (TEXT_STYLES as readonly string[]).includes(name)

/** 样式: how the styles of the page in front look, and how tight its lines may be set. */
export function StylesPanel() {
  const text = useText()
  const desk = useDesk()
  const { edition } = useSettled().snapshot
  const current = useDeskState((state) => state.page)
  const styling = stylingOf(desk)
  const { style } = useSyncExternalStore(styling.subscribe, styling.get)
  const page = edition.pages[current]
  const sheet = page && edition.styleSheets[page.styleSheet]
  if (page === undefined || sheet === undefined) return null
  const { names } = text.styling
  return (
    <section className="styles-panel" aria-label={text.styling.title}>
      <p className="panel-line quiet">{text.styling.shared(pagesWith(edition, sheet.id))}</p>
      <div className="style-list" role="group" aria-label={text.styling.title}>
        {STYLES.map((name) => (
          <button
            key={name}
            type="button"
            aria-pressed={name === style}
            onClick={() => styling.set({ style: name })}
          >
            {names[name]}
          </button>
        ))}
      </div>
      <div className="style-fields" role="group" aria-label={names[style]}>
        <h3>{names[style]}</h3>
        {style === 'body' && <BodyFields sheet={sheet} grid={page.grid} />}
        {isText(style) && <TextStyleFields key={style} sheet={sheet} name={style} />}
        {style === 'headline' && <HeadlineFields sheet={sheet} />}
        {!isText(style) && style !== 'headline' && <FaceFields sheet={sheet} name={style} />}
      </div>
      <LoosenessFields sheet={sheet} />
    </section>
  )
}
