/// <reference lib="dom" />
import { describe, expect, it } from 'vitest'
import { pageId } from '../../../core/ids'
import { framesOn } from '../../../core/model/edition'
import type { StoryFrame } from '../../../core/model/frame'
import { textFor } from '../../../renderer/i18n'
import { keepWhite } from '../../../renderer/shape/placing'
import { storyFrame } from '../../build/editionBuilder'
import { doc, headline, p } from '../../build/storyBuilder'
import { editionOf } from '../../build/storyPages'
import { fakeDesk } from '../fakeDesk'

const P1 = pageId('p1')
const COPY = doc(headline('河湾新稻开镰'), p('清早的渡口只有两条船。'))

/** Keeps the white of a page with these frames; its grid, and the frames that are new. */
function keptBeside(frames: readonly StoryFrame[]) {
  const { desk, session, store } = fakeDesk(editionOf(COPY, frames), P1)
  keepWhite(desk, textFor('en'))
  const { edition } = session.getSnapshot()
  const made = framesOn(edition, P1).filter(({ id }) => !frames.some((one) => one.id === id))
  return { grid: edition.pages[P1]?.grid, made, chosen: store.get().frame, session }
}

describe('the white of a page', () => {
  it('is kept whole for a picture, two rows from what stands above it', () => {
    const { grid, made, chosen, session } = keptBeside([storyFrame('a', 's', [0, 0, 6, 60])])
    const { columns = 0, rows = 0 } = grid ?? {}
    expect(made.map(({ kind, area }) => ({ kind, area }))).toEqual([
      { kind: 'picture', area: { column: 0, columns, row: 62, rows: rows - 62 } },
    ])
    expect(chosen).toBe(made[0]?.id)
    session.undo()
    expect(framesOn(session.getSnapshot().edition, P1)).toHaveLength(1)
  })

  it('between two stories is kept two rows from either', () => {
    const { made } = keptBeside([
      storyFrame('a', 's', [0, 0, 6, 40]),
      storyFrame('b', 's', [0, 60, 6, 44], { order: 1, head: null }),
    ])
    expect(made.map(({ area }) => [area.row, area.rows])).toEqual([[42, 16]])
  })

  it('that holds no picture is left', () => {
    expect(keptBeside([storyFrame('a', 's', [0, 0, 6, 99])]).made).toEqual([])
  })
})
