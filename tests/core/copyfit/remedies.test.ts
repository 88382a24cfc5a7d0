import { describe, expect, it } from 'vitest'
import { createComposeCache, type ComposeContext } from '../../../core/compose'
import { findRemedies, fitOf, misfitOf, ordered, type Remedy } from '../../../core/copyfit'
import { applySteps, invertSteps } from '../../../core/edit'
import { frameId, pageId, storyId } from '../../../core/ids'
import { checkEdition } from '../../../core/model/check'
import { emptyEdition, type Edition } from '../../../core/model/edition'
import type { Frame } from '../../../core/model/frame'
import { withRecord } from '../../../core/model/tables'
import { milliEm } from '../../../core/units'
import {
  page,
  pictureFrame,
  plainStyleSheet,
  ruleFrame,
  story,
  storyFrame,
} from '../../build/editionBuilder'
import { fakeFonts } from '../../build/fakeFont'
import { caption, doc, figure, headline, label, p, tip } from '../../build/storyBuilder'
import { required } from '../edit/sameEdition'

const remediesFor = (...of: Parameters<typeof findRemedies>): readonly Remedy[] =>
  ordered([...findRemedies(...of)])

const tools = (): ComposeContext => ({ fonts: fakeFonts(), cache: createComposeCache() })
const A = storyId('a')

/** Sentences of eleven characters with their stop. */
const sentences = (count: number): string => '河水慢慢流过村口石桥。'.repeat(count)

const text = (...counts: readonly number[]) =>
  doc(headline('石桥'), ...counts.map((count) => p(sentences(count))))

function edition(frames: readonly Frame[], ...docs: readonly ReturnType<typeof doc>[]): Edition {
  let made = emptyEdition({ publication: '样报', date: '2026-11-22' })
  made = withRecord(made, 'styleSheets', plainStyleSheet())
  for (const [i, document] of docs.entries())
    made = withRecord(made, 'stories', story(i === 0 ? 'a' : 'b', document, { order: i + 1 }))
  made = withRecord(made, 'pages', page('p1'))
  made = withRecord(made, 'pages', page('p2', { order: 2, folio: '02' }))
  for (const frame of frames) made = withRecord(made, 'frames', frame)
  return made
}

const ways = (remedies: readonly Remedy[]): readonly string[] => remedies.map(({ way }) => way.kind)
const find = <K extends Remedy['way']['kind']>(remedies: readonly Remedy[], kind: K) =>
  remedies.find(({ way }) => way.kind === kind)

/** Every promise a remedy makes, held against the composer with a cache of its own. */
function expectExact(before: Edition, remedies: readonly Remedy[]): void {
  for (const { steps, fit } of remedies) {
    const after = required(applySteps(before, steps))
    expect(fitOf(after, A, tools())).toEqual(fit)
    expect(checkEdition(after).filter(({ severity }) => severity === 'error')).toEqual([])
    expect(required(applySteps(after, invertSteps(steps, before)))).toEqual(before)
  }
}

describe('remedies of a story that is over', () => {
  const free = edition([storyFrame('f1', 'a', [0, 0, 3, 14])], text(9, 9, 9, 9, 9))

  it('are each what they promise, when they are applied', () => {
    const remedies = remediesFor(free, A, tools())
    expect(misfitOf(there(fitOf(free, A, tools())))).toBeGreaterThan(0)
    expect(ways(remedies)).toEqual(expect.arrayContaining(['deeper', 'cut', 'turn']))
    expectExact(free, remedies)
  })

  it('are each offered once', () => {
    for (const rows of [8, 9, 10, 11, 12, 13, 14]) {
      const one = edition([storyFrame('f1', 'a', [0, 0, 3, rows])], text(9, 9, 9, 9))
      const said = remediesFor(one, A, tools()).map(({ way }) => JSON.stringify(way))
      expect(new Set(said).size, said.join(' ')).toBe(said.length)
    }
  })

  it('deepen the frame by the least rows that hold the text', () => {
    const remedy = find(remediesFor(free, A, tools()), 'deeper')
    if (remedy?.way.kind !== 'deeper') throw new Error('no frame grows')
    expect(misfitOf(remedy.fit)).toBeLessThanOrEqual(0)
    expect(misfitOf(remedy.fit)).toBeGreaterThan(-4)
    const grown = withRecord(
      free,
      'frames',
      storyFrame('f1', 'a', [0, 0, 3, 14 + remedy.way.rows - 1]),
    )
    expect(misfitOf(there(fitOf(grown, A, tools())))).toBeGreaterThan(0)
  })

  it('take the rows from a story below that has them to spare, its rule going along', () => {
    const below = storyFrame('f2', 'b', [0, 16, 3, 30])
    const before = edition(
      [storyFrame('f1', 'a', [0, 0, 3, 14]), below, ruleFrame('r', [0, 15, 3, 0])],
      text(9, 9, 9, 9, 9),
      text(3),
    )
    const remedy = find(remediesFor(before, A, tools()), 'deeper')
    expect(remedy?.way).toMatchObject({ edge: 'bottom', from: ['b'] })
    const after = required(applySteps(before, remedy?.steps ?? []))
    const [f1, f2, rule] = ['f1', 'f2', 'r'].map(
      (id) => Object.values(after.frames).find((one) => one.id === id)?.area,
    )
    expect((f2?.row ?? 0) - ((f1?.rows ?? 0) + (f1?.row ?? 0))).toBe(2)
    expect((f2?.row ?? 0) + (f2?.rows ?? 0)).toBe(46)
    expect(rule?.row).toBe((f2?.row ?? 0) - 1)
    expectExact(before, remediesFor(before, A, tools()))
  })

  it('push no story over its own room, none that is locked and none that reaches beyond the frame', () => {
    const over = (below: Frame, other = text(3)) =>
      ways(
        remediesFor(
          edition([storyFrame('f1', 'a', [0, 0, 3, 14]), below], text(9, 9, 9, 9, 9), other),
          A,
          tools(),
        ),
      )
    expect(over(storyFrame('f2', 'b', [0, 16, 3, 30]))).toContain('deeper')
    expect(over(storyFrame('f2', 'b', [0, 16, 3, 30], { locked: true }))).not.toContain('deeper')
    expect(over(storyFrame('f2', 'b', [0, 16, 4, 30]))).not.toContain('deeper')
    expect(over(storyFrame('f2', 'b', [0, 16, 3, 10]), text(9, 9, 9))).not.toContain('deeper')
  })

  it('cut at the end of a sentence, the shortest that settles it', () => {
    const remedies = remediesFor(free, A, tools())
    const cuts = remedies.flatMap(({ way }) => (way.kind === 'cut' ? [way] : []))
    expect(cuts.length).toBeGreaterThan(0)
    for (const { from, to, characters } of cuts) {
      const cut = free.stories[A]?.doc.textBetween(from, to) ?? ''
      expect(Array.from(cut)).toHaveLength(characters)
      expect(cut).toMatch(/^河[^]*。$/u)
    }
  })

  it('turn the rest to a page with room, in the story’s own thread', () => {
    const remedy = find(remediesFor(free, A, tools()), 'turn')
    expect(remedy?.way).toEqual({ kind: 'turn', folio: '02' })
    const after = required(applySteps(free, remedy?.steps ?? []))
    const made = Object.values(after.frames).find((one) => one.page === pageId('p2'))
    expect(made).toMatchObject({ story: 'a', order: 2, head: null })
  })

  it('set paragraphs a line tighter where their marks can be squeezed', () => {
    const squeezed = '船，桨，帆，网，篙，缆，锚，舵，桅，橹，舱，篷，岸。'
    const before = edition(
      [storyFrame('f1', 'a', [0, 0, 1, 11])],
      doc(headline('石桥'), ...Array.from({ length: 4 }, () => p(`${squeezed}${squeezed}`))),
    )
    const remedy = find(remediesFor(before, A, tools()), 'tighter')
    expect(remedy?.way).toMatchObject({ kind: 'tighter' })
    expectExact(before, remedy === undefined ? [] : [remedy])
  })

  it('take rows off a tip box as long as its words stay in it', () => {
    const insets = [{ block: 'tip1', x: milliEm(0), width: milliEm(16000), row: 2, rows: 10 }]
    const before = edition(
      [storyFrame('f1', 'a', [0, 0, 3, 14], { insets })],
      doc(
        headline('石桥'),
        p(sentences(20)),
        tip('tip1', label('提示'), p('水浅。')),
        p(sentences(20)),
      ),
    )
    const remedies = remediesFor(before, A, tools())
    expect(find(remedies, 'boxLess')?.way).toMatchObject({ picture: false })
    expectExact(before, remedies)
  })

  it('deepen a box whose own words are over by the least rows that hold them', () => {
    const insets = [{ block: 'tip1', x: milliEm(0), width: milliEm(16000), row: 2, rows: 4 }]
    const before = edition(
      [storyFrame('f1', 'a', [0, 0, 3, 20], { insets })],
      doc(headline('石桥'), p(sentences(9)), tip('tip1', label('提示'), p(sentences(6)))),
    )
    expect(there(fitOf(before, A, tools()))).toMatchObject({ oversetLines: 0 })
    const remedies = remediesFor(before, A, tools())
    const remedy = find(remedies, 'boxMore')
    if (remedy?.way.kind !== 'boxMore') throw new Error('no box grows')
    expect(remedy.fit).toMatchObject({ oversetLines: 0, oversetBoxLines: 0 })
    const [inset = insets[0]] = insets
    const less = withRecord(
      before,
      'frames',
      storyFrame('f1', 'a', [0, 0, 3, 20], {
        insets: [{ ...inset, rows: 4 + remedy.way.rows - 1 } as (typeof insets)[number]],
      }),
    )
    expect(there(fitOf(less, A, tools())).oversetBoxLines).toBeGreaterThan(0)
    expectExact(before, remedies)
  })

  it('leave a frame that is locked', () => {
    const locked = edition(
      [storyFrame('f1', 'a', [0, 0, 3, 14], { locked: true })],
      text(9, 9, 9, 9),
    )
    expect(ways(remediesFor(locked, A, tools()))).not.toContain('deeper')
  })
})

describe('remedies of a story that is short', () => {
  const short = edition(
    [storyFrame('f1', 'a', [0, 0, 3, 20]), storyFrame('f2', 'b', [0, 22, 3, 10])],
    text(9, 9, 8),
    text(9, 9, 9, 9),
  )

  it('never push it over, and give the rows to a story below that is over', () => {
    const remedies = remediesFor(short, A, tools())
    expect(misfitOf(there(fitOf(short, A, tools())))).toBeLessThan(0)
    expect(find(remedies, 'shallower')?.way).toMatchObject({ to: ['b'] })
    for (const { fit } of remedies) expect(misfitOf(fit)).toBeLessThanOrEqual(0)
    expectExact(short, remedies)
  })

  it('offer more white in the headline', () => {
    expect(ways(remediesFor(short, A, tools()))).toContain('headMore')
  })
})

describe('two remedies together', () => {
  /** A story a few lines over whose marks give a line, and its sentences the rest. */
  const marks = '船，桨，帆，网，篙，缆，锚，舵，桅，橹，舱，篷，岸。'.repeat(2)
  const words = doc(headline('石桥'), ...Array.from({ length: 5 }, () => p(marks)))
  const editions = [8, 9, 10].map((rows) =>
    edition([storyFrame('f1', 'a', [0, 0, 3, rows])], words),
  )
  const offered = editions.map((one) => [one, remediesFor(one, A, tools())] as const)
  const both = (remedies: readonly Remedy[]) => remedies.filter(({ way }) => way.kind === 'both')

  it('are offered where none alone comes out even, and then come out even', () => {
    expect(offered.some(([, remedies]) => both(remedies).length > 0)).toBe(true)
    for (const [, remedies] of offered) {
      const here = remedies.filter(({ way }) => way.kind !== 'both' && way.kind !== 'turn')
      const even = here.some(({ fit }) => misfitOf(fit) === 0)
      if (even) expect(both(remedies)).toEqual([])
      for (const { way, fit } of both(remedies)) {
        expect(misfitOf(fit)).toBe(0)
        expect(way.kind === 'both' && way.first.kind).not.toBe(
          way.kind === 'both' && way.second.kind,
        )
      }
    }
  })

  it('are each what they promise', () => {
    for (const [before, remedies] of offered) expectExact(before, both(remedies))
  })
})

describe('a picture below a story that is short', () => {
  it('grows by the rows the story gives up', () => {
    const before = edition(
      [storyFrame('f1', 'a', [0, 0, 3, 22]), pictureFrame('f2', 'b', [0, 24, 3, 20])],
      text(9, 9, 8),
      doc(figure('fig', null, caption('石桥。'))),
    )
    const remedy = find(remediesFor(before, A, tools()), 'shallower')
    if (remedy?.way.kind !== 'shallower') throw new Error('the frame gives nothing')
    expect(remedy.way.to).toEqual(['b'])
    const after = required(applySteps(before, remedy.steps))
    const { area } = after.frames[frameId('f2')] ?? {}
    expect(area).toMatchObject({ row: 24 - remedy.way.rows, rows: 20 + remedy.way.rows })
    expectExact(before, [remedy])
  })
})

describe('a story that fits', () => {
  it('has no remedies', () => {
    const remedies = remediesFor(edition([], text(1)), A, tools())
    expect(remedies).toEqual([])
  })
})

function there<T>(value: T | null): T {
  if (value === null) throw new Error('There is nothing')
  return value
}
