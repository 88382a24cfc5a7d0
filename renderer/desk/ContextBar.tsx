import { caretOf } from '../../core/display/hitTest'
import { useText } from '../i18n'
import { pageOf } from '../session/composer'
import { useDesk, useDeskState, useSettled } from './context'
import { headPlace } from './store'
import { storiesOnPage } from './pageStories'

/** What the caret or the chosen frame is: set facts now, controls as they come. */
export function ContextBar() {
  const text = useText()
  const { composer } = useDesk()
  const { snapshot, display, selection } = useSettled()
  const chosen = useDeskState((state) => state.frame)
  const current = useDeskState((state) => state.page)
  const shown = pageOf(display, current)
  const caret = selection && shown ? caretOf(composer.linesOf(shown), headPlace(selection)) : null
  const frame = chosen === null ? undefined : snapshot.edition.frames[chosen]
  if (caret !== null) {
    const { record, from, to } = caret.line
    return (
      <div className="context-bar" data-region="context">
        <span className="pill">
          {text.paragraphRole} <b>{text.roles[record.role]}</b>
        </span>
        <span className="pill">
          <b>{Number(record.size.toFixed(2))} pt</b>
        </span>
        <span>
          {text.thisLine} <b>{text.lineCharacters(to - from)}</b>
        </span>
        <span className="push">
          <kbd>Esc</kbd> {text.escHint}
        </span>
      </div>
    )
  }
  if (frame !== undefined && frame.kind !== 'rule') {
    const entry = storiesOnPage(snapshot.edition, display, current).find((one) =>
      one.frames.some(({ id }) => id === frame.id),
    )
    return (
      <div className="context-bar" data-region="context">
        <span className="pill">
          <b>{entry?.letter}</b> {entry?.title}
        </span>
        <span>
          {frame.kind === 'story'
            ? text.measureBy(frame.text.columns, frame.text.measure, frame.area.rows)
            : text.pictureFrame}
        </span>
        <span className="push quiet">{text.pickHint}</span>
      </div>
    )
  }
  return (
    <div className="context-bar" data-region="context">
      <span>{text.nothingSelected}</span>
      <span className="push quiet">{text.pickHint}</span>
    </div>
  )
}
