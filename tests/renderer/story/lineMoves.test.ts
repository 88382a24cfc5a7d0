/// <reference lib="dom" />
import { describe, expect, it } from 'vitest'
import { storyId, frameId, pageId } from '../../../core/ids'
import type { Edition } from '../../../core/model/edition'
import { withRecord } from '../../../core/model/tables'
import { moveAlongLines } from '../../../renderer/story/lineMoves'
import type { LineMove } from '../../../renderer/story/textKeys'
import { page, smallEdition, story, storyFrame } from '../../build/editionBuilder'
import { doc, p } from '../../build/storyBuilder'
import { fakeDesk } from '../fakeDesk'

const id = storyId('s')
const ROWS = 5

/** A story of one paragraph in a column of five lines on each of two pages, and more than they hold. */
function edition(): Edition {
  let made = withRecord(smallEdition(), 'pages', page('p2', { order: 2, folio: '02' }))
  const text = Array.from({ length: 260 }, (_, i) => String.fromCodePoint(0x4e00 + i)).join('')
  made = withRecord(made, 'stories', story('s', doc(p(text))))
  for (const [frame, on] of [
    ['a', 'p1'],
    ['b', 'p2'],
  ] as const)
    made = withRecord(
      made,
      'frames',
      storyFrame(frame, 's', [4, 40, 1, ROWS], {
        ...{ head: null, page: pageId(on), order: frame === 'a' ? 1 : 2 },
      }),
    )
  return made
}

function open() {
  const start = edition()
  const { desk, composer, store, actions } = fakeDesk(start, pageId('p1'), { frame: frameId('a') })
  actions.placeCaret({ story: id, pos: 4, after: true })
  const press = (move: LineMove, times = 1, extend = false): number => {
    for (let i = 0; i < times; i++) moveAlongLines(desk, move, extend)
    return store.get().selection?.head ?? -1
  }
  const lines = composer
    .compose(start)
    .pages.flatMap((one) => composer.linesOf(one).filter((line) => line.story === id))
  return { desk, press, store, lines, doc: start.stories[id]?.doc }
}

describe('moving along composed lines', () => {
  it('goes down onto the next page, keeps its place in the column, and comes back', () => {
    const { press, store, lines } = open()
    const second = lines.findIndex((line) => line.record.frame === frameId('b'))
    const start = store.get().selection?.head
    expect(second).toBeGreaterThan(1)
    const there = press('lineDown', second)
    expect(store.get().page).toBe(pageId('p2'))
    expect(store.get().frame).toBe(frameId('b'))
    expect(lines[second]?.from).toBeLessThan(there)
    expect(lines[second]?.to).toBeGreaterThan(there)
    expect(press('lineUp', second)).toBe(start)
    expect(store.get().page).toBe(pageId('p1'))
  })

  it('selects on the way, also over the page’s end', () => {
    const { press, store, lines } = open()
    press('lineDown', lines.length - 1, true)
    expect(store.get().selection).toMatchObject({ story: id, anchor: 4 })
    expect(store.get().page).toBe(pageId('p2'))
  })

  it('goes to the line’s ends, and by the lines shown but a column at most', () => {
    const { press, store, lines } = open()
    expect(press('lineEnd')).toBe(lines[0]?.to)
    expect(store.get().page).toBe(pageId('p1'))
    expect(press('lineStart')).toBe(lines[0]?.from)
    const column = lines.filter((line) => line.record.frame === frameId('a')).length
    press('lineDown')
    press('lineStart')
    expect(press('screenDown')).toBe(lines[column + 1]?.from)
    store.set({ view: { x: 0, y: 0, zoom: 20 } })
    expect(press('screenUp')).toBe(lines[column - 1]?.from)
  })

  it('goes on into the text that found no place, line by line, and back', () => {
    const { press, lines, doc } = open()
    const last = lines.at(-1)?.to ?? 0
    const over = press('lineDown', lines.length)
    expect(over).toBeGreaterThanOrEqual(last)
    const further = press('lineDown')
    expect(further - over).toBe(16)
    expect(press('lineEnd')).toBeGreaterThan(further)
    press('lineDown', 30)
    expect(press('lineEnd')).toBe((doc?.content.size ?? 0) - 1)
    press('lineUp', 30 + lines.length)
    expect(press('lineStart')).toBe(lines[0]?.from)
  })

  it('stays at the text’s ends', () => {
    const { press } = open()
    expect(press('lineUp', 3)).toBe(1)
    expect(press('lineStart')).toBe(1)
  })
})
