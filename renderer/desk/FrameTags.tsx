/** The labels under a chosen frame: what it is, and how its copy fits. */
import { cellsRect } from '../../core/model/grid'
import { toScreen } from '../canvas/viewport'
import { dragStory } from '../pages/dragging'
import { useText } from '../i18n'
import { useDeskState, useSettled } from './context'
import { fitKind, fitWords, storiesOnPage } from './pageStories'

export function FrameTags() {
  const text = useText()
  const { snapshot, display } = useSettled()
  const chosen = useDeskState((state) => state.frame)
  const view = useDeskState((state) => state.view)
  const hidden = useDeskState(
    (state) => state.desk !== 'makeup' || state.preview || state.trial !== null,
  )
  const canvas = useDeskState((state) => state.canvas)
  const frame = chosen === null ? undefined : snapshot.edition.frames[chosen]
  const page = frame && snapshot.edition.pages[frame.page]
  if (frame === undefined || page === undefined || frame.kind === 'rule' || hidden) return null
  const r = toScreen(view, cellsRect(page.grid, frame.area))
  const entry = storiesOnPage(snapshot.edition, display, page.id).find(
    (one) => one.story.id === frame.story,
  )
  const kind = fitKind(entry?.fit ?? null)
  const top = Math.min(r.y + r.height + 6, canvas.height - 30)
  const left = Math.max(4, r.x)
  const width = Math.max(Math.min(r.x + r.width, canvas.width - 4) - left, 260)
  const words =
    frame.kind === 'story'
      ? text.measureBy(frame.text.columns, frame.text.measure, frame.area.rows)
      : text.shaping.cells(frame.area.columns, frame.area.rows)
  return (
    <div className="frame-tags" style={{ left, top, width }}>
      <span className="frame-tag">
        <b>{entry?.letter}</b> {words}
      </span>
      {frame.kind === 'story' && entry !== undefined && (
        <span
          className={`frame-tag fit-${kind} out-port`}
          title={text.paging.dragToThread}
          draggable
          ref={keepPress}
          onDragStart={(event) => dragStory(event, entry.story.id, entry.title)}
        >
          {kind === 'over' ? '＋ ' : ''}
          <b>{fitWords(entry.fit, text)}</b>
        </span>
      )}
    </div>
  )
}

/** A press here is the browser's drag and no gesture of the canvas below. */
function keepPress(element: HTMLElement | null): (() => void) | undefined {
  const keep = (event: Event): void => event.stopPropagation()
  element?.addEventListener('pointerdown', keep)
  return () => element?.removeEventListener('pointerdown', keep)
}
