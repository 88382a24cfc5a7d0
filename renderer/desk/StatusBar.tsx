import { AppWindow, Check, CircleAlert, Maximize, Minus, Plus, TriangleAlert } from 'lucide-react'
import { useEffect } from 'react'
import { ACTUAL_SIZE, GREATEST_ZOOM, LEAST_ZOOM, percentAt } from '../canvas/viewport'
import { standOnPage } from '../commands/editPlace'
import { useText } from '../i18n'
import { goToProblem } from '../problems/goTo'
import type { Problem } from '../problems/problems'
import { useProblems } from '../problems/useProblems'
import { keepNow } from '../safety/saving'
import { useSafety } from '../safety/useSafety'
import { NumberField } from '../shape/NumberField'
import { useDesk, useDeskState, useSettled } from './context'
import { charactersBetween, charactersOf, titleOf } from './pageStories'
import { galleyLines } from './galleyLines'
import { Jobs } from './Jobs'

const CLOCK = new Intl.DateTimeFormat('zh-CN', { timeStyle: 'medium', hour12: false })
const clock = (time: number): string => CLOCK.format(time)

export function StatusBar() {
  const text = useText()
  const desk = useDesk()
  const { actions, store } = desk
  const percent = useDeskState((state) => percentAt(state.view.zoom))
  return (
    <footer className="status-bar" data-region="status">
      <Light />
      <Keeping />
      <OtherWindows />
      <Moved />
      <span className="status-middle">
        <WhereCaret />
      </span>
      <Jobs />
      <div className="zoom" role="group" aria-label={text.zoom}>
        <button type="button" aria-label={text.zoomOut} onClick={() => actions.zoomBy(0.8)}>
          <Minus size={14} aria-hidden />
        </button>
        {/* what is typed next is for the page again */}
        <span className="percent" onKeyDown={({ key }) => key === 'Enter' && standOnPage(desk)}>
          <NumberField
            name={text.zoomTo}
            value={percent}
            least={percentAt(LEAST_ZOOM)}
            most={percentAt(GREATEST_ZOOM)}
            onChange={(wanted) =>
              actions.zoomBy(((wanted / 100) * ACTUAL_SIZE) / store.get().view.zoom)
            }
          />
          %
        </span>
        <button type="button" aria-label={text.zoomIn} onClick={() => actions.zoomBy(1.25)}>
          <Plus size={14} aria-hidden />
        </button>
        <button
          type="button"
          aria-label={text.fitPage}
          title={`${text.fitPage} · Ctrl 0`}
          onClick={() => actions.fit('page')}
        >
          <Maximize size={14} aria-hidden />
        </button>
      </div>
    </footer>
  )
}

/** The state of the work: a click goes to the first thing to settle of its kind. */
function Light() {
  const text = useText()
  const desk = useDesk()
  const { all } = useProblems()
  const of = (severity: Problem['severity']): readonly Problem[] =>
    all.filter((problem) => problem.severity === severity)
  const button = (found: readonly Problem[], say: (n: number) => string) =>
    found[0] !== undefined && (
      <button
        type="button"
        className={`light is-${found[0].severity === 'error' ? 'over' : 'under'}`}
        onClick={() => found[0] && goToProblem(desk, found[0])}
      >
        {found[0].severity === 'error' ? (
          <CircleAlert size={14} aria-hidden />
        ) : (
          <TriangleAlert size={14} aria-hidden />
        )}
        {say(found.length)}
      </button>
    )
  return (
    <>
      {button(of('error'), text.errors)}
      {button(of('warning'), text.warnings)}
      {all.length === 0 && <span>{text.allFine}</span>}
    </>
  )
}

function Keeping() {
  const text = useText()
  const desk = useDesk()
  const { journal, readOnly } = useSafety()
  const { snapshot, keptAt } = useSettled()
  const { keeping } = snapshot
  switch (keeping.kind) {
    case 'kept':
      if (journal !== null) return <span className="is-over">{text.inMemoryOnly}</span>
      return (
        <span role="status">
          <Check size={14} aria-hidden />
          {keptAt === null ? text.keptPlain : text.kept(clock(keptAt))}
        </span>
      )
    case 'sending':
      return <span role="status">{text.sending}</span>
    case 'stuck':
      return (
        <span className="is-over">
          {text.stuck(keeping.waiting)}
          {!readOnly && (
            <button type="button" className="link" onClick={() => void keepNow(desk, text)}>
              {text.retry}
            </button>
          )}
        </span>
      )
  }
}

function OtherWindows() {
  const text = useText()
  const { windows } = useSafety()
  if (windows < 2) return null
  return (
    <span role="status">
      <AppWindow size={14} aria-hidden /> {text.safety.otherWindows(windows - 1)}
    </span>
  )
}

/** Milliseconds that the name of what was undone stays, if nothing else is done. */
const MOVED_STAYS = 30_000

/** What undo or redo did, in a word. */
function Moved() {
  const text = useText()
  const { store } = useDesk()
  const moved = useDeskState((state) => state.moved)
  useEffect(() => {
    if (moved === null) return
    const timer = window.setTimeout(() => store.set({ moved: null }), MOVED_STAYS)
    return () => window.clearTimeout(timer)
  }, [moved, store])
  const say = moved?.direction === 'redo' ? text.redone : text.undone
  return (
    <span role="status" className="moved">
      {moved !== null && <span key={moved.turn}>{say(moved.label)}</span>}
    </span>
  )
}

function WhereCaret() {
  const text = useText()
  const { composer } = useDesk()
  const { snapshot, display, selection, composing } = useSettled()
  const story = selection === null ? undefined : snapshot.edition.stories[selection.story]
  if (selection === null || story === undefined) return null
  const { anchor, head, after } = selection
  const chosen = charactersBetween(story, anchor, head)
  const lines = galleyLines(story, display, composer)
  // at a break within a paragraph a place is the end of one line and the start of the next
  const endsThere = !after && lines.some(({ from, to }) => from < head && to === head)
  const before = lines.filter(({ from }) => (endsThere ? from < head : from <= head))
  const line = before.findLast((one) => one.number !== null)
  const column = before.findLast((one) => one.column !== null)?.column ?? 0
  return (
    <>
      {composing && <span className="composing">{text.composing}</span>}
      <span>
        {line ? text.caretAt(titleOf(story), line.number ?? 0, column + 1) : titleOf(story)}
      </span>
      <span>
        {chosen > 0
          ? text.chosenOfStory(chosen, charactersOf(story))
          : text.wholeStory(charactersOf(story))}
      </span>
    </>
  )
}
