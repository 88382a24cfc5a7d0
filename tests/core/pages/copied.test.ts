import { describe, expect, it } from 'vitest'
import { createComposeCache } from '../../../core/compose'
import { applySteps } from '../../../core/edit'
import { decodeEdition, encodeEdition } from '../../../core/format'
import { frameId, pageId, type FrameId } from '../../../core/ids'
import { checkEdition } from '../../../core/model/check'
import {
  emptyEdition,
  framesOn,
  storiesOf,
  threadOf,
  type Edition,
} from '../../../core/model/edition'
import { recordsOf, withRecord } from '../../../core/model/tables'
import { besideStanding, copyFrames, pasteFrames } from '../../../core/pages'
import { removeFrames } from '../../../core/shape'
import { pt } from '../../../core/units'
import { page, picture, plainGrid, plainStyleSheet, smallEdition } from '../../build/editionBuilder'
import { fakeFonts } from '../../build/fakeFont'
import { required } from '../edit/sameEdition'

const tools = { fonts: fakeFonts(), cache: createComposeCache() }
let made = 0
const fresh = (): string => `c${(made += 1)}`

const [P1, P2] = [pageId('p1'), pageId('p2')]
const [LEAD, BRIEF, LEAD_GOES_ON, PHOTO, RULE] = ['f1', 'f2', 'f3', 'f4', 'f5'].map(frameId) as [
  FrameId,
  FrameId,
  FrameId,
  FrameId,
  FrameId,
]

/** Two pages, the second of which is empty. */
const edition = withRecord(smallEdition(), 'pages', page('p2', { order: 2, folio: '02' }))

/** As a clipboard hands them over. */
const copied = (from: Edition, ...ids: readonly FrameId[]): Edition => {
  const excerpt = copyFrames(from, ids)
  if (excerpt === null) throw new Error('Nothing was copied')
  return required(decodeEdition(required(encodeEdition(excerpt)))).edition
}

function pasted(into: Edition, excerpt: Edition, on = P2, by = { columns: 0, rows: 0 }) {
  const copies = recordsOf(excerpt, 'frames').map(() => frameId(fresh()))
  const steps = required(pasteFrames(into, excerpt, { page: on, by, copies, fresh, tools }))
  const next = required(applySteps(into, steps))
  expect(checkEdition(next).filter(({ severity }) => severity === 'error')).toEqual([])
  return { next, frames: copies.flatMap((id) => next.frames[id] ?? []) }
}

describe('frames copied and pasted', () => {
  it('stand at their places on another page, each with a copy of its story', () => {
    const { next, frames } = pasted(edition, copied(edition, BRIEF, PHOTO, RULE))
    expect(frames.map(({ area }) => area)).toEqual(
      [BRIEF, PHOTO, RULE].map((id) => edition.frames[id]?.area),
    )
    expect(framesOn(next, P2)).toHaveLength(3)
    expect(storiesOf(next)).toHaveLength(storiesOf(edition).length + 2)
    const [brief] = frames
    const twin = brief?.kind === 'story' ? next.stories[brief.story] : undefined
    expect(twin?.id).not.toBe('brief')
    expect(twin?.doc.textContent).toContain('渡口夜里加两班船')
  })

  it('run through one copy of their story, with its headline on the first', () => {
    const { next, frames } = pasted(edition, copied(edition, LEAD_GOES_ON, LEAD))
    const stories = new Set(frames.flatMap((frame) => ('story' in frame ? [frame.story] : [])))
    expect(stories.size).toBe(1)
    const [story] = stories
    const thread = story === undefined ? [] : threadOf(next, story)
    expect(thread.map(({ area }) => area.row)).toEqual([0, 62])
    expect(thread.map(({ head }) => head?.level ?? null)).toEqual([0, null])
  })

  it('take their headline group along when only a story’s later frame is copied', () => {
    const { frames } = pasted(edition, copied(edition, LEAD_GOES_ON))
    expect(frames[0]).toMatchObject({ head: { level: 0 } })
  })

  it('stand in their own story again after they were cut, and the second time in a copy', () => {
    const excerpt = copied(edition, BRIEF, PHOTO)
    const cut = required(applySteps(edition, required(removeFrames(edition, [BRIEF, PHOTO]))))
    const first = pasted(cut, excerpt)
    expect(first.frames.map((frame) => 'story' in frame && frame.story)).toEqual(['brief', 'photo'])
    expect(storiesOf(first.next)).toHaveLength(storiesOf(edition).length)
    const second = pasted(first.next, excerpt)
    expect(storiesOf(second.next)).toHaveLength(storiesOf(edition).length + 2)
  })

  it('stay in the 栏目 on its own page only', () => {
    const excerpt = copied(edition, BRIEF)
    expect(pasted(edition, excerpt, P1).frames[0]).toMatchObject({ rubric: 'r1' })
    expect(pasted(edition, excerpt, P2).frames[0]).toMatchObject({ rubric: null })
  })

  it('go on a cell for each time that they stand there already, together as far as the page reaches', () => {
    const excerpt = copied(edition, PHOTO)
    const p1 = edition.pages[P1]
    const p2 = edition.pages[P2]
    if (p1 === undefined || p2 === undefined) throw new Error('A page is missing')
    expect(besideStanding(edition, excerpt, p2)).toEqual({ columns: 0, rows: 0 })
    expect(besideStanding(edition, excerpt, p1)).toEqual({ columns: 1, rows: 1 })
    const { next } = pasted(edition, excerpt, P1, { columns: 1, rows: 1 })
    expect(besideStanding(next, excerpt, p1)).toEqual({ columns: 2, rows: 2 })
    const both = copied(edition, LEAD, PHOTO)
    const { frames } = pasted(edition, both, P1, { columns: 1, rows: 3 })
    expect(frames.map(({ area }) => [area.column, area.row])).toEqual([
      [0, 3],
      [4, 3],
    ])
  })

  it('come into another edition with their pictures, made to fit its grid and its levels', () => {
    const { levels, headline, ...sheet } = plainStyleSheet()
    const one = <T>(list: readonly T[]): readonly T[] => list.slice(0, 1)
    const grid = { ...plainGrid, columns: 5, measure: 12, rows: 60, leading: pt(14) }
    let other = emptyEdition({ publication: '邻报', date: '2026-11-23' })
    other = withRecord(other, 'styleSheets', {
      ...{ ...sheet, levels: one(levels) },
      headline: { song: one(headline.song), hei: one(headline.hei) },
    })
    other = withRecord(other, 'pages', page('p2', { grid }))
    const theirs = withRecord(edition, 'pictures', picture('pic2', { name: 'x.png' }))
    const { next, frames } = pasted(other, copied(theirs, LEAD, BRIEF, PHOTO))
    expect(Object.keys(next.pictures)).toEqual(['pic1'])
    expect(storiesOf(next).map(({ rubric }) => rubric)).toEqual([null, null, null])
    for (const { area } of frames) {
      expect(area.column + area.columns).toBeLessThanOrEqual(5)
      expect(area.row + area.rows).toBeLessThanOrEqual(60)
    }
    expect(frames[1]).toMatchObject({ head: { level: 0 } })
  })
})
