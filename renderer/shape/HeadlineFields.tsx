import { canStand } from '../../core/compose/standingHead'
import type { StoryFrame } from '../../core/model/frame'
import type { Page } from '../../core/model/page'
import { headForm } from '../../core/model/headForm'
import { setHead, type HeadChange } from '../../core/shape'
import { useDesk } from '../desk/context'
import { useText } from '../i18n'
import { shape, shapeTools } from './doing'
import { NumberField } from './NumberField'

/** The headline group of a story's first frame: form, level, depth and face. */
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
  const doc = edition.stories[frame.story]?.doc
  const stands = doc !== undefined && canStand(doc)
  const set = (change: HeadChange): void => {
    const { edition } = desk.session.getSnapshot()
    const shaped = setHead(edition, frame.id, change, shapeTools(desk))
    shape(desk, text, text.shaping.headSet, shaped)
  }
  return (
    <>
      <h3>{text.shaping.headline}</h3>
      <div className="segments wide" role="group" aria-label={text.shaping.headline}>
        {(['over', 'left', 'right'] as const).map((form) => (
          <button
            key={form}
            type="button"
            aria-pressed={headForm(head, frame.text.columns) === form}
            disabled={frame.locked || (form !== 'over' && !stands)}
            title={form !== 'over' && !stands ? text.shaping.standsHint : undefined}
            onClick={() => set({ form })}
          >
            {text.shaping[form]}
          </button>
        ))}
      </div>
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
