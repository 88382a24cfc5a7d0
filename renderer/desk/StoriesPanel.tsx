import { useState } from 'react'
import { useText } from '../i18n'
import { useDesk, useBeside, useSettled } from './context'
import { charactersOf, storiesOnPage, titleOf, waitingStories } from './pageStories'
import { WaitingStory } from '../shape/WaitingStory'
import { dragStory } from '../pages/dragging'
import { StoryChip } from './FitChip'

export function StoriesPanel() {
  const text = useText()
  const { actions } = useDesk()
  const { snapshot, display } = useSettled()
  const [waiting, setWaiting] = useState(false)
  const page = useBeside((state) => state.page)
  const written = useBeside((state) => state.selection?.story ?? null)
  const frame = useBeside((state) => state.frame)
  const chosen = written ?? storyOfFrame(snapshot.edition, frame)
  const here = storiesOnPage(snapshot.edition, display, page)
  const left = waitingStories(snapshot.edition)
  return (
    <section className="panel" aria-label={text.stories}>
      <div className="panel-head">
        <h2>{text.stories}</h2>
        <div className="segments" role="group" aria-label={text.stories}>
          <button type="button" aria-pressed={!waiting} onClick={() => setWaiting(false)}>
            {text.thisPage} {here.length}
          </button>
          <button type="button" aria-pressed={waiting} onClick={() => setWaiting(true)}>
            {text.waiting} {left.length}
          </button>
        </div>
      </div>
      <ul className="stories" onKeyDown={walk}>
        {!waiting &&
          here.map((entry) => (
            <li key={entry.story.id}>
              <button
                type="button"
                className="story"
                aria-current={entry.story.id === chosen}
                draggable
                onDragStart={(event) => dragStory(event, entry.story.id, entry.title)}
                onClick={() => actions.showStory(entry.story.id)}
              >
                <span className="story-letter">{entry.letter}</span>
                <span className="story-title" title={entry.title}>
                  {entry.title}
                </span>
                <span className="story-line">{text.characters(entry.characters)}</span>
                <StoryChip entry={entry} />
              </button>
            </li>
          ))}
        {waiting &&
          left.map((story) => (
            <WaitingStory
              key={story.id}
              story={story.id}
              title={titleOf(story)}
              line={text.characters(charactersOf(story))}
            />
          ))}
      </ul>
      {(waiting ? left : here).length === 0 && (
        <p className="panel-hint">{waiting ? text.noWaiting : text.noStories}</p>
      )}
    </section>
  )
}

const STEPS: Readonly<Record<string, -1 | 1>> = { ArrowUp: -1, ArrowDown: 1 }

/** Arrows go through the list; a story of the page is shown as it is reached. */
function walk(event: React.KeyboardEvent): void {
  const step = STEPS[event.key]
  if (step === undefined || event.altKey || event.ctrlKey || event.metaKey) return
  const all = [...event.currentTarget.querySelectorAll<HTMLElement>('.story')]
  const here = document.activeElement
  const next = all[all.findIndex((one) => one === here) + step]
  event.preventDefault()
  if (next === undefined) return
  next.focus()
  if (next.ariaCurrent !== null) next.click()
}

const storyOfFrame = (
  edition: ReturnType<typeof useSettled>['snapshot']['edition'],
  id: string | null,
): string | null => {
  const frame = Object.values(edition.frames).find((one) => one.id === id)
  return frame === undefined || frame.kind === 'rule' ? null : frame.story
}
