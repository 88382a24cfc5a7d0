import type { StoryFrame } from '../../core/model/frame'
import { HEAD_FORMS, headForm } from '../../core/model/headForm'
import type { Page } from '../../core/model/page'
import type { HeadChange } from '../../core/shape'
import { useDesk } from '../desk/context'
import { useText } from '../i18n'
import { changeHead, headFormRefusal } from './headForms'
import { HeadPlaceFields } from './HeadPlaceFields'
import { NumberField } from './NumberField'

/** Percent of its level's sizes. */
const LARGEST = 200

/** The headline group of a story's first frame: form, level, size, depth and face. */
export function HeadlineFields({
  frame,
  page,
}: {
  readonly frame: StoryFrame
  readonly page: Page
}) {
  const text = useText()
  const desk = useDesk()
  const { head } = frame
  if (head === null) return null
  const { edition } = desk.session.getSnapshot()
  const levels = edition.styleSheets[page.styleSheet]?.levels.length ?? 1
  const set = (change: HeadChange): void => changeHead(desk, text, frame, change)
  const own = headForm(head, frame.text.columns)
  return (
    <>
      <h3>{text.shaping.headline}</h3>
      <div className="segments wide" role="group" aria-label={text.shaping.headline}>
        {HEAD_FORMS.map((form) => {
          const refusal = headFormRefusal(desk, text, frame, form)
          return (
            <button
              key={form}
              type="button"
              aria-pressed={own === form}
              disabled={refusal !== null && own !== form}
              title={refusal ?? undefined}
              onClick={() => set({ form })}
            >
              {text.shaping.headForms[form]}
            </button>
          )
        })}
      </div>
      <HeadPlaceFields frame={frame} onPlace={(place) => set({ place })} />
      <div className="values thirds">
        <NumberField
          name={text.shaping.level}
          value={head.level + 1}
          least={1}
          most={levels}
          disabled={frame.locked}
          onChange={(level) => set({ level: level - 1 })}
        />
        <NumberField
          name={text.shaping.headScale}
          value={Math.round((head.scale ?? 1) * 100)}
          least={100}
          most={LARGEST}
          step={10}
          disabled={frame.locked}
          onChange={(percent) => set({ scale: percent / 100 })}
        />
        <NumberField
          name={text.shaping.headRows}
          value={head.rows ?? 0}
          least={0}
          most={frame.area.rows}
          disabled={frame.locked}
          onChange={(rows) => set({ rows: rows === 0 ? null : rows })}
        />
        <div className="segments" role="group" aria-label={text.shaping.face}>
          {(['song', 'hei'] as const).map((face) => (
            <button
              key={face}
              type="button"
              aria-pressed={head.face === face}
              disabled={frame.locked}
              onClick={() => set({ face })}
            >
              {text.shaping[face]}
            </button>
          ))}
        </div>
      </div>
    </>
  )
}
