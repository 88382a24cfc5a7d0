import { useEffect, useLayoutEffect, useRef, useSyncExternalStore } from 'react'
import type { StoryId } from '../../core/ids'
import { useDesk, useDeskState, useSettled, type Desk } from '../desk/context'
import { inOneTurn } from '../desk/inOneTurn'
import { charactersOf } from '../desk/pageStories'
import { StoryHead } from '../desk/StoryHead'
import { useStoryInHand } from '../desk/storyInHand'
import { findOf } from '../find/finding'
import { useText } from '../i18n'
import { storyEvents, surfacesOf } from './storyEvents'
import { createStoryInput } from './storyInput'
import type { StoryInput } from './surface'
import type { StoryMark } from './storyMarks'
import { TurnHeads } from './TurnHeads'

/** The story as plain manuscript, written in as on the page: one selection, one undo. */
export function StoryPanel() {
  const text = useText()
  const { story, entry } = useStoryInHand()
  return (
    <div className="galley">
      {story === undefined ? (
        <p className="panel-hint">{text.storyEmpty}</p>
      ) : (
        <>
          <StoryHead story={story} entry={entry}>
            <span>{text.characters(charactersOf(story))}</span>
          </StoryHead>
          <TurnHeads story={story.id} />
          <Manuscript id={story.id} />
        </>
      )}
    </div>
  )
}

function Manuscript({ id }: { readonly id: StoryId }) {
  const text = useText()
  const desk = useDesk()
  const { display } = useSettled()
  const find = findOf(desk)
  const { matches } = useSyncExternalStore(find.subscribe, find.get)
  // once unfolded it can take the focus
  useDeskState((state) => state.folded.right)
  const host = useRef<HTMLDivElement>(null)
  const input = useRef<StoryInput | null>(null)

  useLayoutEffect(() => {
    if (host.current === null) return
    const made = createStoryInput({
      host: host.current,
      name: text.storyView,
      events: storyEvents(desk, text),
      seen: (type) => (type in text.blockNames ? text.blockNames[type as BlockNamed] : ''),
    })
    input.current = made
    surfacesOf(desk).view = made
    return () => {
      surfacesOf(desk).view = null
      made.destroy()
    }
  }, [desk, text])

  useLayoutEffect(() => {
    if (host.current !== null) host.current.scrollTop = 0
  }, [id])
  // while it is written in here it keeps pace with the edition, else it follows as panels do
  useEffect(() => {
    const follow = inOneTurn(() => {
      if (input.current?.hasFocus() !== true) return
      followDesk(desk, id, input.current)
      bringCaret(host.current, input.current)
    })
    const stops = [desk.store.subscribe(follow.ask), desk.session.subscribe(follow.ask)]
    return () => stops.forEach((stop) => stop())
  }, [desk, id])
  useLayoutEffect(() => {
    if (input.current === null) return
    followDesk(desk, id, input.current)
    const overset = display.stories.find((fit) => fit.story === id)?.overset ?? []
    const marks: readonly StoryMark[] = [
      ...overset.map(({ from, to }) => ({ from, to, kind: 'overset' as const })),
      ...matches
        .filter((match) => match.story === id)
        .map(({ from, to }) => ({ from, to, kind: 'match' as const })),
    ]
    input.current.mark(marks)
    const surfaces = surfacesOf(desk)
    if (surfaces.awaited) input.current.focus()
    surfaces.awaited = false
    bringCaret(host.current, input.current)
  })

  return <div ref={host} className="story-view" lang="zh-CN" />
}

type BlockNamed = keyof ReturnType<typeof useText>['blockNames']

/** As the edition is now: what the panel was rendered for may be a moment old. */
function followDesk(desk: Desk, id: StoryId, input: StoryInput): void {
  const { selection, preedit } = desk.store.get()
  const story = desk.session.getSnapshot().edition.stories[id]
  if (story === undefined || preedit !== null) return
  input.follow(id, story.doc, selection?.story === id ? selection : null)
}

/** Scrolls the manuscript only, as far as the caret's line needs. */
function bringCaret(scroller: HTMLElement | null, input: StoryInput): void {
  const line = input.caretLine()
  if (scroller === null || line === null) return
  const { top, bottom } = scroller.getBoundingClientRect()
  if (line.top < top) scroller.scrollTop -= top - line.top + BESIDE
  else if (line.bottom > bottom) scroller.scrollTop += line.bottom - bottom + BESIDE
}

/** CSS pixels kept free beyond the caret's line. */
const BESIDE = 12
