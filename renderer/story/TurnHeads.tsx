import type { FrameId, StoryId } from '../../core/ids'
import { turnHeadline, turnHeadlineEnd } from '../../core/manuscript/turnHeadline'
import { threadOf } from '../../core/model/edition'
import { turnBefore } from '../../core/pages'
import { useDesk, useSettled } from '../desk/context'
import { useText } from '../i18n'
import { NameField } from '../pages/NameField'
import { headPart } from '../shape/turnHead'
import { surfacesOf } from './storyEvents'

/** A field for each part of a story that goes on on another page and has no 转版题 yet; one that is there is written in the text. */
export function TurnHeads({ story }: { readonly story: StoryId }) {
  const text = useText()
  const desk = useDesk()
  const { edition } = useSettled().snapshot
  const doc = edition.stories[story]?.doc
  const bare = threadOf(edition, story).filter(({ id }) => {
    const turn = turnBefore(edition, id)
    return doc !== undefined && turn !== null && turnHeadline(doc, turn) === ''
  })
  /** The caret goes behind the words, where they stand in the story from now on. */
  const head = (part: FrameId, words: string): void => {
    headPart(desk, text, part, words)
    const now = desk.session.getSnapshot().edition
    const turn = turnBefore(now, part)
    const made = now.stories[story]?.doc
    const end = made === undefined || turn === null ? null : turnHeadlineEnd(made, turn)
    if (end === null) return
    desk.actions.selectText(story, end, end)
    desk.actions.revealCaret()
    surfacesOf(desk).view?.focus()
  }
  if (bare.length === 0) return null
  return (
    <div className="values turn-head">
      {bare.map(({ id, page }) => (
        <NameField
          key={id}
          name={text.paging.turnHeadOn(edition.pages[page]?.folio ?? '')}
          value=""
          onChange={(words) => head(id, words)}
        />
      ))}
    </div>
  )
}
