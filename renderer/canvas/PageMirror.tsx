import { useEffect, useState } from 'react'
import { caretOf } from '../../core/display/hitTest'
import { framesOn } from '../../core/model/edition'
import type { Frame } from '../../core/model/frame'
import { useDesk, useBeside, useSettled } from '../desk/context'
import { storyWords, storiesOnPage, type PageStory } from '../desk/pageStories'
import { chosenFrames, headPlace } from '../desk/store'
import { useText, type Text } from '../i18n'
import { pageOf } from '../session/composer'

/** Milliseconds that a story's fit must stand before it is said. */
const SAID_AFTER = 1000

/** The page in words, for screen readers: its frames as a list, the caret's line as text, and how the copy fits. */
export function PageMirror() {
  const text = useText()
  const { composer } = useDesk()
  const { snapshot, display, selection } = useSettled()
  const current = useBeside((state) => state.page)
  const front = useBeside((state) => state.frame)
  const chosen = useBeside((state) => chosenFrames(state).join(' ')).split(' ')
  const { edition } = snapshot
  const page = edition.pages[current]
  const shown = pageOf(display, current)
  const stories = storiesOnPage(edition, display, current)
  const entryOf = (frame: Frame): PageStory | undefined =>
    stories.find(({ frames }) => frames.some(({ id }) => id === frame.id))
  const caret = selection && shown ? caretOf(composer.linesOf(shown), headPlace(selection)) : null
  const line = caret?.line
  const doc = line && edition.stories[line.story]?.doc
  const inHand = stories.find(
    ({ story, frames }) => story.id === selection?.story || frames.some(({ id }) => id === front),
  )
  const fit = inHand === undefined ? '' : `${inHand.title} ${storyWords(inHand, text)}`
  if (page === undefined) return null
  const frames = [...framesOn(edition, current)].sort(
    (a, b) => a.area.row - b.area.row || a.area.column - b.area.column,
  )
  return (
    <div className="page-mirror unseen">
      <ul aria-label={text.mirror.frames(page.folio, frames.length)}>
        {frames.map((frame) => (
          <li key={frame.id} aria-current={chosen.includes(frame.id)}>
            {frameWords(frame, entryOf(frame), text)}
          </li>
        ))}
      </ul>
      {line && doc && <p>{text.mirror.line(doc.textBetween(line.from, line.to))}</p>}
      <Said words={fit} />
    </div>
  )
}

function frameWords(frame: Frame, entry: PageStory | undefined, text: Text): string {
  const { area, kind, locked } = frame
  const name =
    kind === 'story' ? text.storyFrame : kind === 'picture' ? text.pictureFrame : text.ruleFrame
  const place = text.mirror.place(area.column + 1, area.row + 1)
  const size = text.shaping.cells(area.columns, area.rows)
  const own = entry === undefined ? [] : [`${entry.letter} ${entry.title}`, storyWords(entry, text)]
  return [name, ...own, place, size, ...(locked ? [text.shaping.locked] : [])].join(text.mirror.and)
}

/** Says its words once they have stood for a while: typing changes them at every key. */
function Said({ words }: { readonly words: string }) {
  const [said, setSaid] = useState('')
  useEffect(() => {
    const timer = window.setTimeout(() => setSaid(words), SAID_AFTER)
    return () => window.clearTimeout(timer)
  }, [words])
  return (
    <p className="fit-said" aria-live="polite">
      {said}
    </p>
  )
}
