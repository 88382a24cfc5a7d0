import { turnHeadline } from '../../core/manuscript/turnHeadline'
import { turnBefore } from '../../core/pages'
import type { Frame } from '../../core/model/frame'
import { useDesk, useSettled } from '../desk/context'
import { useText } from '../i18n'
import { NameField } from '../pages/NameField'
import { headPart } from './turnHead'

/** 转版题 of a part that goes on on this page: short, over its first column. */
export function TurnHeadField({ frame }: { readonly frame: Frame }) {
  const text = useText()
  const desk = useDesk()
  const { edition } = useSettled().snapshot
  const story = frame.kind === 'story' ? edition.stories[frame.story] : undefined
  const turn = turnBefore(edition, frame.id)
  if (story === undefined || turn === null) return null
  const words = turnHeadline(story.doc, turn)
  return (
    <div className="values turn-head">
      <NameField
        key={`${frame.id} ${words}`}
        name={text.paging.turnHead}
        value={words}
        onChange={(wanted) => headPart(desk, text, frame.id, wanted)}
      />
    </div>
  )
}
