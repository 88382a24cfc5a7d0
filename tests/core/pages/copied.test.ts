import { describe, expect, it } from 'vitest'
import { composeEdition, createComposeCache } from '../../../core/compose'
import { hitLines } from '../../../core/display/hitTest'
import { applySteps } from '../../../core/edit'
import { decodeEdition, encodeEdition } from '../../../core/format'
import { frameId, pageId, storyId, type FrameId, type StoryId } from '../../../core/ids'
import { checkEdition } from '../../../core/model/check'
import {
  emptyEdition,
  framesOn,
  storiesOf,
  threadOf,
  type Edition,
} from '../../../core/model/edition'
import { childOfType, textOf } from '../../../core/model/storySchema'
import { recordsOf, withRecord } from '../../../core/model/tables'
import { besideStanding, copyFrames, pasteFrames } from '../../../core/pages'
import { removeFrames } from '../../../core/shape'
import { pt } from '../../../core/units'
import { page, picture, plainGrid, plainStyleSheet, smallEdition } from '../../build/editionBuilder'
import { fakeFonts } from '../../build/fakeFont'
import {
  continuation,
  doc,
  jumpFrom,
  jumpHeadline,
  jumpTo,
  label,
  p,
  tip,
} from '../../build/storyBuilder'
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
  const excerpt = copyFrames(from, ids, tools)
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

  describe('of a part of a story', () => {
    const words = (n: number): string => `${n}${'稻'.repeat(200)}`
    const parts = edition.stories[storyId('lead')]
    const long = doc(
      ...(parts?.doc.children.slice(0, 4) ?? []),
      ...[1, 2, 3, 4].map((n) => p(words(n))),
      tip('tip1', label('提示'), p('阅读提示的话')),
      ...[5, 6].map((n) => p(words(n))),
      continuation(false, jumpTo('下转第2版'), jumpFrom('上接第1版'), jumpHeadline('短题')),
      ...[7, 8].map((n) => p(words(n))),
    )
    const [first, last] = [edition.frames[LEAD], edition.frames[LEAD_GOES_ON]]
    if (parts === undefined || first?.kind !== 'story' || last?.kind !== 'story')
      throw new Error('The lead has two parts')
    let threaded = withRecord(edition, 'stories', { ...parts, doc: long })
    threaded = withRecord(threaded, 'frames', { ...first, area: { ...first.area, rows: 24 } })
    threaded = withRecord(threaded, 'frames', { ...last, page: P2 })
    const placed = (of: Edition, id: StoryId): string => {
      const { pages } = composeEdition(of, tools)
      const lines = pages.flatMap((one) => [...hitLines(one).values()])
      return lines
        .filter(({ story, record }) => story === id && record.role === 'body')
        .map(({ from, to }) => of.stories[id]?.doc.textBetween(from, to) ?? '')
        .join('')
    }

    it('hold the words that stood in them, its headline and boxes where these stood', () => {
      const whole = placed(threaded, storyId('lead'))
      const twins = [LEAD, LEAD_GOES_ON].map((id) => pasted(threaded, copied(threaded, id)).next)
      const docs = twins.map((next) => storiesOf(next).at(-1)?.doc ?? long)
      const texts = docs.map((one) =>
        one.children
          .filter(({ type }) => type.name === 'paragraph')
          .map(({ textContent }) => textContent)
          .join(''),
      )
      expect(texts.every((text) => text.length > 100)).toBe(true)
      expect(texts.join('')).toBe([1, 2, 3, 4, 5, 6, 7, 8].map(words).join(''))
      expect(texts.join('').startsWith(whole)).toBe(true)
      expect(docs.map((one) => childOfType(one, 'readingTip') !== null)).toEqual([true, false])
      expect(docs.map((one) => textOf(one, 'headline'))).toEqual(['八百亩新稻', '短题'])
      expect(docs.map((one) => childOfType(one, 'continuation'))).toEqual([null, null])
    })

    it('stand again at their place in the thread after they were cut, and the second time as a story', () => {
      for (const id of [LEAD, LEAD_GOES_ON]) {
        const excerpt = copied(threaded, id)
        const cut = required(applySteps(threaded, required(removeFrames(threaded, [id]))))
        const { next } = pasted(cut, excerpt)
        const thread = threadOf(next, storyId('lead'))
        expect(thread.map(({ order }) => order)).toEqual([1, 2])
        expect(thread.map(({ head }) => head?.level ?? null)).toEqual([0, null])
        expect(storiesOf(next)).toHaveLength(storiesOf(threaded).length)
        expect(storiesOf(pasted(next, excerpt).next)).toHaveLength(storiesOf(threaded).length + 1)
      }
    })
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
