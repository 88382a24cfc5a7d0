import { CircleAlert } from 'lucide-react'
import {
  Fragment,
  useCallback,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react'
import type { TextRange } from '../../core/compose'
import { textSpan } from '../../core/model/docText'
import { findOf } from '../find/finding'
import { RemedyList } from '../fit/RemedyList'
import { spanAround } from '../story/moves'
import { surfacesOf } from '../story/storyEvents'
import { useText } from '../i18n'
import { useDesk, useSettled } from './context'
import { galleyLines, widthOf, type GalleyLine } from './galleyLines'
import { GalleyText, type GalleyMark } from './GalleyText'
import { fitWords } from './pageStories'
import { StoryHead } from './StoryHead'
import { useStoryInHand } from './storyInHand'

/** Gutter of line numbers and the panel's padding. */
const BESIDE = 72
const LARGEST = 15

export function Galley() {
  const text = useText()
  const desk = useDesk()
  const { composer, actions } = desk
  const { matches } = useSyncExternalStore(findOf(desk).subscribe, findOf(desk).get)
  const { display, selection } = useSettled()
  const { story, entry, here } = useStoryInHand()
  const list = useRef<HTMLDivElement>(null)
  const presses = useRef(NO_PRESS)
  const width = useWidth(list)
  const [cut, setCut] = useState<TextRange | null>(null)
  const letterOf = useCallback(
    (one: string): string => here.find(({ story: { id: known } }) => known === one)?.letter ?? '',
    [here],
  )
  const lines = useMemo(
    () => (story === undefined ? [] : galleyLines(story, display, composer)),
    [story, display, composer],
  )
  const head = selection?.head ?? null
  const current = head === null ? undefined : lines.findLast((line) => line.from <= head)
  const cutFrom = cut === null ? undefined : lines.findLast((line) => line.from <= cut.from)
  const goal = cutFrom ?? current ?? lines.find((line) => line.overset)
  useKeptInView(list, goal?.from ?? null, story?.id)

  if (story === undefined) return <p className="panel-hint">{text.galleyEmpty}</p>
  const longest = Math.max(1, ...lines.filter((line) => line.number !== null).map(widthOf))
  const size = Math.max(11, Math.min(LARGEST, Math.floor((2 * (width - BESIDE)) / longest) / 2))
  const room = lines.filter((line) => !line.overset && line.number !== null).length
  const firstOver = lines.find((line) => line.overset)
  const marks: readonly GalleyMark[] = [
    ...(selection === null || selection.anchor === selection.head
      ? []
      : [{ ...inOrder(selection.anchor, selection.head), kind: 'selected' as const }]),
    ...matches
      .filter((match) => match.story === story.id)
      .map(({ from, to }) => ({ from, to, kind: 'match' as const })),
    ...(cut === null ? [] : [{ ...cut, kind: 'cut' as const }]),
  ]
  /** The text position under the pointer. */
  const positionAt = (event: React.PointerEvent): { line: GalleyLine; pos: number } | null => {
    const row = rowUnder(event, list.current)
    const line = lines.find(({ from }) => String(from) === row?.dataset['from'])
    if (line === undefined) return null
    const { positions } = textSpan(story.doc, line.from, line.to)
    return { line, pos: positions[letterAt(event, row) ?? line.text.length] ?? line.to }
  }
  const press = (event: React.PointerEvent): void => {
    const at = event.button === 0 ? positionAt(event) : null
    if (at === null) return
    event.preventDefault()
    list.current?.setPointerCapture(event.pointerId)
    presses.current = pressesAt(presses.current, event)
    const { line, pos } = at
    actions.placeCaret({ story: story.id, pos, after: pos < line.to }, event.shiftKey)
    if (presses.current.count > 1) {
      const [from, to] = spanAround(story.doc, pos, presses.current.count > 2)
      actions.selectText(story.id, from, to)
    }
    actions.revealCaret()
    surfacesOf(desk).page?.focus()
  }
  const drag = (event: React.PointerEvent): void => {
    const held = list.current?.hasPointerCapture(event.pointerId) === true
    const moved = Math.hypot(event.clientX - presses.current.x, event.clientY - presses.current.y)
    const at = held && moved > DRAG && presses.current.count === 1 ? positionAt(event) : null
    if (at === null) return
    actions.placeCaret({ story: story.id, pos: at.pos, after: at.pos < at.line.to }, true)
  }
  return (
    <div className="galley" ref={list}>
      <StoryHead story={story} entry={entry}>
        {entry?.letter !== 'P' && <span>{text.galleyRoom(room)}</span>}
      </StoryHead>
      <div
        className="galley-lines"
        tabIndex={0}
        style={{ fontSize: size }}
        lang="zh-CN"
        onPointerDown={press}
        onPointerMove={drag}
      >
        {lines.map((line) => (
          <Fragment key={line.from}>
            {line === firstOver && (
              <div className="galley-end">
                <CircleAlert size={14} aria-hidden />
                {text.galleyEnd(fitWords(entry?.fit ?? null, text))}
              </div>
            )}
            {line.column !== null && (
              <div className="galley-column">
                {text.galleyColumn(line.column + 1, line.measure)}
              </div>
            )}
            <div
              className={`galley-line role-${line.role}`}
              data-from={line.from}
              data-overset={line.overset || undefined}
              data-current={line === current || undefined}
            >
              <span className="galley-number">{line.number}</span>
              <span className="galley-text" data-indented={line.indented || undefined}>
                <GalleyText
                  story={story}
                  line={line}
                  marks={marks}
                  caret={line === current && selection?.anchor === head ? head : null}
                />
              </span>
            </div>
          </Fragment>
        ))}
      </div>
      {entry !== undefined && <RemedyList entry={entry} letterOf={letterOf} onMark={setCut} />}
    </div>
  )
}

const DRAG = 3
/** Milliseconds and CSS pixels within which presses count as one double or triple click. */
const AGAIN = 450
const SAME_SPOT = 5

interface Presses {
  readonly count: number
  readonly time: number
  readonly x: number
  readonly y: number
}
const NO_PRESS: Presses = { count: 0, time: 0, x: 0, y: 0 }

function pressesAt(before: Presses, event: React.PointerEvent): Presses {
  const near = Math.hypot(event.clientX - before.x, event.clientY - before.y) <= SAME_SPOT
  const again = near && event.timeStamp - before.time < AGAIN
  return {
    count: again ? (before.count % 3) + 1 : 1,
    time: event.timeStamp,
    x: event.clientX,
    y: event.clientY,
  }
}

/** Keeps the line that begins at `from` in sight, also when the lines get less room. */
function useKeptInView(
  list: React.RefObject<HTMLElement | null>,
  from: number | null,
  story: string | undefined,
): void {
  useLayoutEffect(() => {
    const lines = list.current?.querySelector('.galley-lines')
    if (!lines || from === null) return
    const show = (): void => {
      const row = lines.querySelector(`[data-from="${from}"]`)
      if (row) bringIntoView(row)
    }
    show()
    const watch = new ResizeObserver(show)
    watch.observe(lines)
    return () => watch.disconnect()
  }, [list, from, story])
}

/** Scrolls the lines only: the browser's own way would move what stands around them too. */
function bringIntoView(row: Element): void {
  const lines = row.closest('.galley-lines')
  if (lines === null) return
  const [at, shown] = [row.getBoundingClientRect(), lines.getBoundingClientRect()]
  if (at.top < shown.top) lines.scrollTop -= shown.top - at.top
  else if (at.bottom > shown.bottom) lines.scrollTop += at.bottom - shown.bottom
}

const inOrder = (a: number, b: number): TextRange => ({ from: Math.min(a, b), to: Math.max(a, b) })

/** The line's row under the pointer, or the one nearest to its height. */
function rowUnder(event: React.PointerEvent, list: HTMLElement | null): HTMLElement | null {
  let best: HTMLElement | null = null
  let least = Infinity
  for (const row of list?.querySelectorAll<HTMLElement>('[data-from]') ?? []) {
    const { top, bottom } = row.getBoundingClientRect()
    const away = Math.max(0, top - event.clientY, event.clientY - bottom)
    if (away < least) {
      best = row
      least = away
    }
  }
  return best
}

/** Which letter of the row's text the pointer is before; null beside the text. */
function letterAt(event: React.PointerEvent, row: HTMLElement | null): number | null {
  const at = document.caretPositionFromPoint(event.clientX, event.clientY)
  const span = at?.offsetNode.parentElement?.closest<HTMLElement>('[data-at]')
  if (!at || !span || row?.contains(span) !== true) {
    const text = row?.querySelector('.galley-text')?.getBoundingClientRect()
    return text !== undefined && event.clientX < text.left ? 0 : null
  }
  return Number(span.dataset['at']) + (at.offsetNode.nodeType === Node.TEXT_NODE ? at.offset : 0)
}

function useWidth(element: React.RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(340)
  useLayoutEffect(() => {
    if (element.current === null) return
    const watch = new ResizeObserver(([entry]) => setWidth(entry?.contentRect.width ?? 340))
    watch.observe(element.current)
    return () => watch.disconnect()
  })
  return width
}
