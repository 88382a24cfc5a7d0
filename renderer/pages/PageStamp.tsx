import { ContextMenu } from '@base-ui/react/context-menu'
import { memo, useState } from 'react'
import type { PageDisplay } from '../../core/display/displayList'
import { pageId, storyId } from '../../core/ids'
import { pagesOf } from '../../core/model/edition'
import type { Page } from '../../core/model/page'
import { useDesk, useSettled, type Desk } from '../desk/context'
import { fitKind, fitWords, storiesOnPage } from '../desk/pageStories'
import { useText, type Text } from '../i18n'
import { placeStory, handOf } from '../shape/placing'
import { dragPage, droppedPage, droppedStory, isOurs } from './dragging'
import { addPageLike, copyPage, dropPage, shiftPage, threadStory } from './pageActions'
import { Stamp } from './Stamp'

interface PageStampProps {
  readonly page: Page
  /** Its place, 0 the first. */
  readonly at: number
  readonly shown: PageDisplay | null
  readonly current: boolean
}

/** A page in the panel: shown by a click, moved by dragging or Alt arrows, its menu at hand. */
export function PageStamp({ page, at, shown, current }: PageStampProps) {
  const text = useText()
  const desk = useDesk()
  const { snapshot, display } = useSettled()
  const [over, setOver] = useState(false)
  const stories = storiesOnPage(snapshot.edition, display, page.id)
  const worst = stories.find((one) => fitKind(one.fit) === 'over')
  const short = stories.reduce((sum, { fit }) => sum + (fit?.roomLines ?? 0), 0)
  const kind = worst !== undefined ? 'over' : short > 0 ? 'under' : 'fits'
  const name = text.pageName(page.folio, page.section)
  return (
    <ContextMenu.Root>
      <ContextMenu.Trigger
        render={
          <button
            type="button"
            role="option"
            aria-selected={current}
            aria-keyshortcuts="Alt+ArrowLeft Alt+ArrowRight Delete"
            tabIndex={current ? 0 : -1}
            className={`stamp ${over ? 'is-target' : ''}`}
            draggable
            onDragStart={(event) => dragPage(event, page.id, name)}
            onDragOver={(event) => {
              if (!isOurs(event) && handOf(desk).get().story === null) return
              event.preventDefault()
              event.stopPropagation()
              setOver(true)
            }}
            onDragLeave={() => setOver(false)}
            onDrop={(event) => {
              event.preventDefault()
              event.stopPropagation()
              setOver(false)
              receive(desk, text, event, page, at)
            }}
            onClick={() => desk.actions.showPage(page.id)}
            onKeyDown={(event) => onKey(event, desk, text, page, at)}
          />
        }
      >
        {shown !== null && <QuietStamp page={shown} />}
        <span className="stamp-name">{name}</span>
        <span className={`stamp-fit is-${kind}`}>
          {stories.length === 0
            ? text.emptyPage
            : short > 0 && worst === undefined
              ? text.under(short)
              : fitWords(worst?.fit ?? null, text)}
        </span>
      </ContextMenu.Trigger>
      <ContextMenu.Portal>
        <ContextMenu.Positioner className="menu-place">
          <ContextMenu.Popup className="menu">
            <Item run={() => addPageLike(desk, text, page.id)}>{text.paging.addLike}</Item>
            <Item run={() => copyPage(desk, text, page.id)}>{text.paging.duplicate}</Item>
            <ContextMenu.Separator className="menu-line" />
            <Item keys="Alt ←" run={() => shiftPage(desk, text, page.id, at - 1)}>
              {text.paging.moveUp}
            </Item>
            <Item keys="Alt →" run={() => shiftPage(desk, text, page.id, at + 1)}>
              {text.paging.moveDown}
            </Item>
            <ContextMenu.Separator className="menu-line" />
            <Item keys="Delete" run={() => dropPage(desk, text, page.id)}>
              {text.paging.remove}
            </Item>
          </ContextMenu.Popup>
        </ContextMenu.Positioner>
      </ContextMenu.Portal>
    </ContextMenu.Root>
  )
}

const QuietStamp = memo(Stamp)

function Item(props: {
  readonly keys?: string
  readonly run: () => void
  readonly children: string
}) {
  return (
    <ContextMenu.Item className="menu-item" onClick={props.run}>
      {props.children}
      {props.keys !== undefined && <kbd>{props.keys}</kbd>}
    </ContextMenu.Item>
  )
}

/** A page let go here takes this place; a story goes on here, one that waits is placed here. */
function receive(desk: Desk, text: Text, event: React.DragEvent, page: Page, at: number): void {
  const moved = droppedPage(event)
  const story = droppedStory(event)
  const waiting = handOf(desk).get().story
  if (moved !== '') shiftPage(desk, text, pageId(moved), at)
  else if (story !== '') threadStory(desk, text, storyId(story), page.id)
  else if (waiting !== null) {
    desk.actions.showPage(page.id)
    placeStory(desk, text, waiting)
    handOf(desk).set({ story: null })
  }
}

const STEPS: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowUp: -1,
  ArrowRight: 1,
  ArrowDown: 1,
}

function onKey(event: React.KeyboardEvent, desk: Desk, text: Text, page: Page, at: number): void {
  const step = STEPS[event.key]
  if (event.key === 'Delete') dropPage(desk, text, page.id)
  else if (step === undefined || event.ctrlKey || event.metaKey) return
  else if (event.altKey) shiftPage(desk, text, page.id, at + step)
  else {
    const next = pagesOf(desk.session.getSnapshot().edition)[at + step]
    const sibling = step < 0 ? 'previousElementSibling' : 'nextElementSibling'
    const target = event.currentTarget[sibling]
    if (next !== undefined) desk.actions.showPage(next.id)
    if (target instanceof HTMLElement) target.focus()
  }
  event.preventDefault()
  event.stopPropagation()
}
