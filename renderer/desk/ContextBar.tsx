import { caretOf } from '../../core/display/hitTest'
import { useText } from '../i18n'
import { pageOf } from '../session/composer'
import { FrameBar } from '../shape/FrameBar'
import { fontName } from '../styling/fontName'
import { hanOf, sheetInFront, showStyle, styleOfRole } from '../styling/styling'
import { useDesk, useBeside, useSettled } from './context'
import { headPlace } from './store'
import { textAtCaret } from './textAtCaret'

/** What the caret stands in, or the chosen frames with their nearest settings. */
export function ContextBar() {
  const text = useText()
  const desk = useDesk()
  const { composer } = desk
  const { snapshot, display, selection } = useSettled()
  const chosen = useBeside((state) => state.frame)
  const current = useBeside((state) => state.page)
  const shown = pageOf(display, current)
  const caret = selection && shown ? caretOf(composer.linesOf(shown), headPlace(selection)) : null
  const frame = chosen === null ? undefined : snapshot.edition.frames[chosen]
  const written = selection && textAtCaret(snapshot.edition, display, selection, caret)
  if (written !== null) {
    const { role, line, isOverset } = written
    const style = styleOfRole(role)
    const han = style === null ? undefined : hanOf(sheetInFront(snapshot.edition, desk), style)
    const grid = snapshot.edition.pages[current]?.grid
    return (
      <div className="context-bar" data-region="context">
        <button
          type="button"
          className="pill"
          disabled={style === null}
          onClick={() => style !== null && showStyle(desk, style)}
        >
          {text.paragraphRole} <b>{text.roles[role]}</b>
        </button>
        {han !== undefined && <span className="pill">{fontName(han, text)}</span>}
        {line !== null && (
          <span className="pill">
            {text.styling.size} <b>{Number(line.record.size.toFixed(2))} pt</b>
          </span>
        )}
        {role === 'body' && grid !== undefined && (
          <span className="pill">
            {text.styling.leading} <b>{Number(grid.leading.toFixed(2))} pt</b>
          </span>
        )}
        {isOverset && <span className="is-over">{text.inOverset}</span>}
        {line !== null && (
          <span>
            {text.thisLine} <b>{text.lineCharacters(line.to - line.from)}</b>
          </span>
        )}
        <span className="push">
          <kbd>Esc</kbd> {text.escHint}
        </span>
      </div>
    )
  }
  if (frame !== undefined) return <FrameBar frame={frame} />
  return (
    <div className="context-bar" data-region="context">
      <span>{text.nothingSelected}</span>
      <span className="push quiet">{text.pickHint}</span>
    </div>
  )
}
