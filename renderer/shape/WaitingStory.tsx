import { SquareArrowOutUpRight } from 'lucide-react'
import { useSyncExternalStore } from 'react'
import type { StoryId } from '../../core/ids'
import { storyForm } from '../../core/model/storySchema'
import { useDesk } from '../desk/context'
import { IconButton } from '../desk/parts'
import { useText } from '../i18n'
import { handOf, placeStory } from './placing'

/** A story that waits: dragged onto the page, taken in hand for the next frame drawn, or placed at once. */
export function WaitingStory(props: {
  readonly story: StoryId
  readonly title: string
  readonly line: string
}) {
  const { story, title, line } = props
  const text = useText()
  const desk = useDesk()
  const hand = handOf(desk)
  const held = useSyncExternalStore(hand.subscribe, () => hand.get().story === story)
  const take = (): void => {
    const record = desk.session.getSnapshot().edition.stories[story]
    if (record === undefined) return
    hand.set({ story: held ? null : story })
    desk.actions.setTool(
      held ? 'select' : storyForm(record.doc) === 'picture' ? 'picture' : 'frame',
    )
  }
  return (
    <li className="waiting">
      <button
        type="button"
        className="story"
        aria-pressed={held}
        title={text.shaping.placeHint}
        draggable
        onDragStart={(event) => {
          event.dataTransfer.effectAllowed = 'copy'
          event.dataTransfer.setData('text/plain', title)
          hand.set({ story })
        }}
        onDragEnd={() => hand.set({ story: null })}
        onClick={take}
      >
        <span className="story-letter">·</span>
        <span className="story-title" title={title}>
          {title}
        </span>
        <span className="story-line">{line}</span>
      </button>
      <IconButton
        icon={SquareArrowOutUpRight}
        label={text.shaping.placeHere(title)}
        side="right"
        onClick={() => placeStory(desk, text, story)}
      />
    </li>
  )
}
