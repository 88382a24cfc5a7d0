import { describe, expect, it } from 'vitest'
import type { Block } from '../../../core/makeup/blocks'
import { withEvenWhite } from '../../../core/makeup/evenWhite'
import { judgePage } from '../../../core/makeup/judge'
import { withRoomierHeads } from '../../../core/makeup/roomierHeads'
import { ruleFrames } from '../../../core/makeup/ruleFrames'
import type { StoryForm } from '../../../core/makeup/types'
import { task, textBlock, tinted, type Area } from './blocks'

const faults = (...blocks: readonly Block[]) => judgePage(task, blocks).map(({ kind }) => kind)

describe('the judgement of a page', () => {
  it('sees headlines side by side, also when they only overlap', () => {
    expect(faults(textBlock([0, 0, 3, 90]), textBlock([3, 0, 3, 90]))).toContain('clash')
    expect(faults(textBlock([0, 0, 3, 90]), textBlock([3, 3, 3, 87]))).toContain('clash')
    expect(faults(textBlock([0, 0, 3, 90]), textBlock([3, 4, 3, 86]))).not.toContain('clash')
    expect(
      faults(textBlock([0, 0, 2, 90]), tinted([2, 0, 2, 90]), textBlock([4, 0, 2, 90])),
    ).not.toContain('clash')
  })

  it('lets text stand between a headline over some of its columns and a neighbour', () => {
    const among = (area: Area, column: number): Block => {
      const block = textBlock(area)
      if (block.form.kind !== 'story' || block.form.head === null) return block
      const head = { ...block.form.head, place: { column, columns: 2, row: 0 } }
      return { ...block, form: { ...block.form, text: { columns: 4, measure: 16 }, head } }
    }
    const left = [0, 0, 3, 90] as const
    const right = [3, 0, 3, 90] as const
    expect(faults(textBlock(left), among(right, 0))).toContain('clash')
    expect(faults(textBlock(left), among(right, 1))).not.toContain('clash')
    expect(faults(among(left, 0), textBlock(right))).not.toContain('clash')
    expect(faults(among(left, 0), textBlock(right))).not.toContain('unusual')
    expect(faults(among(left, 0), among(right, 1))).toContain('unusual')
  })

  it('sees a headline in mid-text beside another in the same rows', () => {
    const waist = (row: number): Block => {
      const block = textBlock([3, 0, 3, 90])
      if (block.form.kind !== 'story' || block.form.head === null) return block
      const head = { ...block.form.head, place: { column: 0, columns: 3, row } }
      return { ...block, form: { ...block.form, head } }
    }
    const left = [textBlock([0, 0, 3, 40]), textBlock([0, 42, 3, 48])]
    expect(faults(...left, waist(20))).not.toContain('clash')
    expect(faults(...left, waist(44))).toContain('clash')
  })

  it('sees a gutter or a row of white that runs through the page', () => {
    expect(faults(textBlock([0, 0, 3, 90]), tinted([3, 0, 3, 90]))).toContain('seam')
    expect(faults(textBlock([0, 0, 6, 40]), textBlock([0, 42, 6, 48]))).toContain('seam')
    const wheel = [
      textBlock([0, 0, 4, 40]),
      tinted([4, 0, 2, 60]),
      textBlock([2, 62, 4, 28]),
      textBlock([0, 42, 2, 48]),
      tinted([2, 42, 2, 18]),
    ]
    expect(faults(...wheel)).not.toContain('seam')
  })

  it('sees white under a block and across the foot', () => {
    expect(faults(textBlock([0, 0, 6, 90]))).not.toContain('white')
    expect(faults(textBlock([0, 0, 6, 80]))).toContain('white')
    expect(faults(textBlock([0, 0, 3, 90]), tinted([3, 0, 3, 84]))).toContain('white')
  })

  it('sees a brief at the head of the page and the second feature lower left', () => {
    expect(faults(textBlock([0, 0, 4, 90], 0), textBlock([4, 0, 2, 90], 4))).toContain('place')
    expect(faults(textBlock([0, 0, 6, 40], 0), textBlock([0, 62, 2, 28], 1))).toContain('place')
  })
})

describe('rules', () => {
  const shown = (...blocks: readonly Block[]) =>
    ruleFrames(task, blocks).map(
      ({ direction, area, weight }) =>
        `${direction} ${area.column}+${area.columns} ${area.row}+${area.rows} ${weight}`,
    )

  it('stand in the middle of the gap, strong below a feature, and join over columns', () => {
    expect(
      shown(textBlock([0, 0, 6, 40], 0), textBlock([0, 42, 3, 48]), textBlock([3, 42, 3, 48])),
    ).toEqual(['horizontal 0+6 41+1 0.8', 'vertical 3+1 42+48 0.4'])
    expect(shown(textBlock([0, 0, 6, 40]), textBlock([0, 42, 6, 48]))).toEqual([
      'horizontal 0+6 41+1 0.4',
    ])
  })

  it('stay away from boxes, tints and the page’s edge', () => {
    expect(shown(textBlock([0, 0, 4, 90]), tinted([4, 0, 2, 90]))).toEqual([])
    expect(
      shown(textBlock([0, 0, 4, 90]), tinted([4, 0, 2, 30]), textBlock([4, 32, 2, 58])),
    ).toEqual(['vertical 4+1 32+58 0.4'])
  })

  it('run past the gaps of one side', () => {
    expect(
      shown(textBlock([0, 0, 3, 90]), textBlock([3, 0, 3, 40]), textBlock([3, 42, 3, 48])),
    ).toEqual(['horizontal 3+3 41+1 0.4', 'vertical 3+1 0+90 0.4'])
  })
})

describe('a hole of a row or two beside a headline', () => {
  const areas = (...blocks: readonly Block[]) =>
    withRoomierHeads(task, blocks).map((block) => [
      block.row,
      block.rows,
      block.form.kind === 'story' ? block.form.headRows : 0,
    ])

  it('is taken into the headline group under or over it', () => {
    const lead = textBlock([0, 0, 6, 40])
    expect(areas(lead, textBlock([0, 46, 6, 44]))).toEqual([
      [0, 42, 6],
      [46, 44, 4],
    ])
    expect(areas(tinted([0, 0, 6, 40]), textBlock([0, 46, 6, 44]))).toEqual([
      [0, 40, 0],
      [44, 46, 6],
    ])
    const third = [tinted([0, 0, 6, 20]), tinted([0, 22, 6, 20]), textBlock([0, 48, 6, 42])]
    expect(areas(...third)[2]).toEqual([46, 44, 6])
    const beside = [textBlock([0, 45, 3, 45]), textBlock([3, 44, 3, 46])]
    expect(areas(tinted([0, 0, 6, 40]), ...beside)).toEqual([
      [0, 40, 0],
      [44, 46, 5],
      [44, 46, 4],
    ])
  })

  it('stays where it is deeper, none, or no headline lies over its story', () => {
    const lead = tinted([0, 0, 6, 40])
    for (const row of [44, 49]) {
      const below = textBlock([0, row, 6, 90 - row])
      expect(areas(lead, below)).toEqual([
        [0, 40, 0],
        [row, 90 - row, 4],
      ])
    }
    const { form, ...place } = textBlock([0, 46, 6, 44])
    if (form.kind !== 'story' || form.head === null) throw new Error('No headline')
    const head = { ...form.head, place: { column: 0, columns: 2, row: 0 } }
    expect(areas(lead, { ...place, form: { ...form, head } })).toEqual([
      [0, 40, 0],
      [46, 44, 4],
    ])
  })
})

describe('white between blocks', () => {
  const rowsOf = (...blocks: readonly Block[]) => withEvenWhite(task, blocks).map(({ row }) => row)

  it('is shared out where it made a hole', () => {
    const [head, middle, foot] = [
      [0, 0, 6, 30],
      [0, 36, 6, 20],
      [0, 58, 6, 32],
    ] as const
    // Four rows too many above, none below: two each.
    expect(rowsOf(textBlock(head), textBlock(middle), textBlock(foot))).toEqual([0, 34, 58])
    // A column of the first ends three rows early besides.
    const own = textBlock(head)
    const early: Block = { ...own, form: { ...own.form, ragged: 3 } as StoryForm }
    expect(rowsOf(early, textBlock(middle), textBlock(foot))).toEqual([0, 32, 58])
  })

  it('stays where it makes none, and a block keeps its place at the head and the foot', () => {
    const [head, middle, foot] = [
      [0, 0, 6, 30],
      [0, 33, 6, 20],
      [0, 55, 6, 35],
    ] as const
    expect(rowsOf(textBlock(head), textBlock(middle), textBlock(foot))).toEqual([0, 33, 55])
    expect(rowsOf(textBlock(head), textBlock([0, 50, 6, 40]))).toEqual([0, 50])
  })
})
