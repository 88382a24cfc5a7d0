import { CircleAlert } from 'lucide-react'
import { Fragment, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { useText } from '../i18n'
import { useDesk, useDeskState, useSettled } from './context'
import { galleyLines, type GalleyLine } from './galleyLines'
import { storiesOnPage } from './pageStories'
import { FitChip } from './parts'

/** Gutter of line numbers and the panel's padding. */
const BESIDE = 72
const LARGEST = 15

export function Galley() {
  const text = useText()
  const { composer, actions } = useDesk()
  const { snapshot, display, selection } = useSettled()
  const chosen = useDeskState((state) => state.frame)
  const page = useDeskState((state) => state.page)
  const list = useRef<HTMLDivElement>(null)
  const width = useWidth(list)
  const frame = chosen === null ? undefined : snapshot.edition.frames[chosen]
  const id = selection?.story ?? (frame && frame.kind !== 'rule' ? frame.story : null)
  const story = id === null ? undefined : snapshot.edition.stories[id]
  const entry = storiesOnPage(snapshot.edition, display, page).find((one) => one.story.id === id)
  const lines = useMemo(
    () => (story === undefined ? [] : galleyLines(story, display, composer)),
    [story, display, composer],
  )
  const head = selection?.head ?? null
  const current = head === null ? undefined : lines.findLast((line) => line.from <= head)
  const goal = current ?? lines.find((line) => line.overset)
  useLayoutEffect(() => {
    const row = list.current?.querySelector(`[data-from="${goal?.from ?? -1}"]`)
    row?.scrollIntoView({ block: 'nearest' })
  }, [goal?.from, story?.id])

  if (story === undefined) return <p className="panel-hint">{text.galleyEmpty}</p>
  const longest = Math.max(1, ...lines.filter((line) => line.number !== null).map((l) => l.measure))
  const size = Math.max(11, Math.min(LARGEST, Math.floor((width - BESIDE) / longest)))
  const room = lines.filter((line) => !line.overset && line.number !== null).length
  const firstOver = lines.find((line) => line.overset)
  const place = (event: React.MouseEvent, line: GalleyLine): void => {
    const at = document.caretPositionFromPoint(event.clientX, event.clientY)
    const inText = at?.offsetNode.nodeType === Node.TEXT_NODE
    const pos = line.from + (inText ? Math.min(at.offset, line.text.length) : line.text.length)
    actions.placeCaret({ story: story.id, pos, after: pos < line.to }, event.shiftKey)
    actions.revealCaret()
  }
  return (
    <div className="galley" ref={list}>
      <div className="galley-head">
        <b>{entry?.letter}</b>
        <span className="galley-title">{entry?.title ?? story.slug}</span>
        <span>{text.galleyRoom(room)}</span>
        <FitChip fit={entry?.fit ?? null} />
      </div>
      <div className="galley-lines" style={{ fontSize: size }} lang="zh-CN">
        {lines.map((line) => (
          <Fragment key={line.from}>
            {line === firstOver && (
              <div className="galley-end">
                <CircleAlert size={14} aria-hidden />
                {text.galleyEnd(entry?.fit?.oversetLines ?? 0, entry?.fit?.oversetCharacters ?? 0)}
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
              onMouseDown={(event) => event.preventDefault()}
              onClick={(event) => place(event, line)}
            >
              <span className="galley-number">{line.number}</span>
              <span className="galley-text" data-indented={line.indented || undefined}>
                {line.text}
              </span>
            </div>
          </Fragment>
        ))}
      </div>
    </div>
  )
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
