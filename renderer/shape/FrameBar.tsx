/** The context bar of chosen frames: what they are, and their nearest settings. */
import type { Frame } from '../../core/model/frame'
import { columnChoices, setColumns } from '../../core/shape'
import { useDesk, useBeside, useDeskState, useSettled } from '../desk/context'
import { storiesOnPage } from '../desk/pageStories'
import { StoryChip } from '../desk/FitChip'
import { chosenFrames } from '../desk/store'
import { useText } from '../i18n'
import { shape, shapeTools } from './doing'
import { NumberField } from './NumberField'

export function FrameBar({ frame }: { readonly frame: Frame }) {
  const text = useText()
  const desk = useDesk()
  const { snapshot, display } = useSettled()
  const count = useBeside((state) => chosenFrames(state).length)
  const cropping = useDeskState((state) => state.cropping)
  const page = snapshot.edition.pages[frame.page]
  const entry = storiesOnPage(snapshot.edition, display, frame.page).find((one) =>
    one.frames.some(({ id }) => id === frame.id),
  )
  if (page === undefined) return null
  if (count > 1) {
    return (
      <div className="context-bar" data-region="context">
        <b>{text.shaping.chosen(count)}</b>
        <span className="push quiet">{text.pickHint}</span>
      </div>
    )
  }
  const setTo = (columns: number): void => {
    const { edition } = desk.session.getSnapshot()
    const shaped = setColumns(edition, frame.id, { columns }, shapeTools(desk))
    shape(desk, text, text.shaping.columnsSet, shaped)
  }
  return (
    <div className="context-bar" data-region="context">
      <span className="pill" title={entry?.title}>
        <b>{frame.kind === 'rule' ? text.ruleFrame : entry?.letter}</b> {entry?.title}
      </span>
      {frame.kind !== 'rule' && (
        <span>{text.shaping.cells(frame.area.columns, frame.area.rows)}</span>
      )}
      {frame.kind === 'story' && (
        <>
          <NumberField
            name={text.breakInto}
            value={frame.text.columns}
            least={1}
            most={columnChoices(snapshot.edition, frame, page).length}
            disabled={frame.locked}
            onChange={setTo}
          />
          <span>{text.lineCharacters(frame.text.measure)}</span>
        </>
      )}
      {entry !== undefined && <StoryChip entry={entry} />}
      {cropping && <span className="quiet">{text.picturing.cropHint}</span>}
      {frame.locked && <span className="quiet">{text.shaping.locked}</span>}
      <span className="push quiet">{text.pickHint}</span>
    </div>
  )
}
