import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { breakParagraph } from '../../../core/compose/breakLines'
import { createComposeCache } from '../../../core/compose/cache'
import type { TextBlock } from '../../../core/compose/collect'
import { fillThread, type FilledThread } from '../../../core/compose/fillThread'
import { BLACK } from '../../../core/ink'
import { milliEm, pt } from '../../../core/units'
import { chineseText } from '../../build/chinese'
import { p, subhead } from '../../build/storyBuilder'
import { context, faces, shape } from '../text/setText'

const MEASURE = milliEm(13_000)
const SIZE = pt(9)

const block = (role: 'body' | 'subhead', text: string): TextBlock => ({
  node: role === 'body' ? p(text) : subhead(text),
  base: 0,
  role,
  dateline: null,
  style: {
    faces,
    size: SIZE,
    ink: BLACK,
    scaleX: 1,
    align: role === 'body' ? 'justify' : 'left',
    indent: milliEm(role === 'body' ? 2000 : 0),
  },
})

/** Fills columns of `rows` rows, as many as are given, all of one measure. */
function fill(blocks: readonly TextBlock[], rows: number, columns: number): FilledThread {
  const slots = Array.from({ length: rows * columns }, (_, slot) => ({
    leg: Math.floor(slot / rows),
    row: slot % rows,
    measure: MEASURE,
  }))
  return fillThread(blocks, slots, {
    bodySize: SIZE,
    oversetMeasure: MEASURE,
    ctx: context(),
    cache: createComposeCache(),
  })
}

/** Han alone: as many lines of 13 em as asked for, the last one full, with nothing to give or take. */
const solid = (lines: number): string => '版'.repeat(13 * lines - 2)

const slotsOf = (filled: FilledThread, of: TextBlock): readonly (number | null)[] =>
  filled.lines.filter((line) => line.block === of).map((line) => line.slot)

describe('背题', () => {
  const before = block('body', solid(3))
  const heading = block('subhead', '小标题')
  const after = block('body', solid(4))

  it('a 小标题 with its white stays where two lines follow it', () => {
    const filled = fill([before, heading, after], 7, 2)
    expect(slotsOf(filled, heading)).toEqual([3])
    expect(slotsOf(filled, after)).toEqual([5, 6, 7, 8])
  })

  it('a 小标题 goes to the next column where only one line would follow', () => {
    const filled = fill([before, heading, after], 6, 2)
    expect(slotsOf(filled, heading)).toEqual([6])
    expect(slotsOf(filled, after)).toEqual([8, 9, 10, 11])
  })

  it('two lines are kept, be the first a paragraph of its own', () => {
    const short = block('body', solid(1))
    const filled = fill([before, heading, short, after], 6, 2)
    expect(slotsOf(filled, heading)).toEqual([6])
    expect(slotsOf(filled, short)).toEqual([8])
  })
})

describe('孤行', () => {
  it('a first line does not stand alone at the foot, nor a last one at the head', () => {
    const foot = [block('body', solid(4)), block('body', solid(3))]
    expect(slotsOf(fill(foot, 5, 2), foot[1]!)).toEqual([5, 6, 7])
    const head = [block('body', solid(6))]
    expect(slotsOf(fill(head, 5, 2), head[0]!)).toEqual([0, 1, 2, 3, 5, 6])
  })
})

describe('a keep mended by a line more or less', () => {
  const story = fc.record({ texts: chineseText(9), rows: fc.integer({ min: 5, max: 14 }) })
  const freeLines = (text: string): number =>
    breakParagraph(shape(text), {
      measureOf: () => MEASURE,
      indent: milliEm(2000),
      align: 'justify',
    })!.ends.length

  it('opens no gap that shows, and asks paragraphs before the one in question too', () => {
    let mended = 0
    let before = 0
    fc.assert(
      fc.property(story, ({ texts, rows }) => {
        const blocks = texts.map((text) => block('body', text))
        const filled = fill(blocks, rows, 12)
        const columnOf = (slot: number | null): number => Math.floor((slot ?? 0) / rows)
        blocks.forEach((one, i) => {
          const lines = filled.lines.filter((line) => line.block === one)
          if (lines.length === freeLines(texts[i]!)) return
          mended += 1
          for (const { line } of lines) {
            if (line.justified) expect(line.worstGap).toBeLessThanOrEqual(50)
          }
          const next = slotsOf(filled, blocks[i + 1] ?? one)
          const fits = (slots: readonly (number | null)[]): boolean =>
            columnOf(slots[0] ?? 0) === columnOf(slots.at(-1) ?? 0)
          const foot = (lines.at(-1)?.slot ?? 0) % rows
          if (fits(lines.map((line) => line.slot)) && foot < rows - 1 && !fits(next)) before += 1
        })
      }),
      { numRuns: 300, seed: 20261128 },
    )
    expect(mended).toBeGreaterThan(20)
    expect(before).toBeGreaterThan(10)
  })
})
