/** A crowded page's units one above the other. */
import { describe, expect, it } from 'vitest'
import { createComposeCache } from '../../../core/compose'
import { pageId, storyId } from '../../../core/ids'
import { taskFor } from '../../../core/makeup/pageTask'
import { measureAll } from '../../../core/makeup/measured'
import { STACK_TASTES, stackLeast } from '../../../core/makeup/stacks'
import { storiesIn, unitsOf, worthOf } from '../../../core/makeup/units'
import { brief, editionWith, feature, fonts, inPairs, photo, title, type Copy } from './page'

const COPY: Copy = {
  lead: feature('三十里水渠修进河湾稻田', 1200),
  s1: brief('渡口夜里加两班船', 300),
  ph: photo('fig1', 60),
  r1: title('渡口见闻'),
  'r1:s2': brief('老街修旧如旧', 200),
  s3: brief('山村小学有了新操场', 240),
  s4: brief('桥头茶馆今天重新开门迎客', 500),
}

function measuredOf(copy: Copy) {
  const edition = editionWith(copy)
  const job = { pages: [], fonts, cache: createComposeCache(), segment: inPairs }
  const state = { edition, made: [], pages: [], diagnostics: [], runs: new Map() }
  const ids = Object.keys(edition.stories).map(storyId)
  const { task } = taskFor(state, job, pageId('p1'), ids, new Set())
  return { task, measured: measureAll(task, unitsOf(task, ids)) }
}

const { task, measured } = measuredOf(COPY)
const stackedTo = (most: number, taste = STACK_TASTES[0]) =>
  stackLeast(task, measured, most, taste).map(({ unit }) => storiesIn(unit).join('+'))

describe('units of a crowded page', () => {
  it('stand alone as long as they are few enough', () => {
    expect(stackedTo(6)).toEqual(['lead', 's1', 'ph', 's2', 's3', 's4'])
  })

  it('are stacked in manuscript order, 栏目 among them, pictures and the lead not', () => {
    for (const taste of STACK_TASTES) {
      const stacks = stackedTo(4, taste)
      expect(stacks).toHaveLength(4)
      expect(stacks).toEqual(expect.arrayContaining(['lead', 'ph']))
      expect(stacks.join('+').split('+').sort()).toEqual(['lead', 'ph', 's1', 's2', 's3', 's4'])
      for (const stack of stacks) expect(stack.split('+')).toEqual(stack.split('+').sort())
    }
    expect(stackedTo(3).find((stack) => stack.includes('s2'))).toContain('+')
  })

  it('leave the weighty alone where weight is minded most', () => {
    expect(stackedTo(5, { weighty: 1000, broad: 0 })).toContain('s4')
    expect(stackedTo(5, { weighty: -1000, broad: 0 })).not.toContain('s4')
  })

  it('are worth to the page what their units are', () => {
    const stacks = stackLeast(task, measured, 3, STACK_TASTES[0]).map(({ unit }) => unit)
    const alone = measured.map(({ unit }) => unit)
    const worth = (units: typeof stacks) => worthOf(task, units).reduce((a, b) => a + b, 0)
    expect(worth(stacks)).toBeCloseTo(worth(alone), 6)
  })

  it('never have the lead among them, which would stand wherever they do', () => {
    expect(stackedTo(4, { weighty: -1000, broad: 0 })).toContain('lead')
  })

  it('have pictures among them where these are so many that the texts alone are too few', () => {
    const pictures = Array.from({ length: 7 }, (_, i) => [`ph${i}`, photo(`fig${i}`, 60)] as const)
    const many = measuredOf({ ...COPY, ...Object.fromEntries(pictures) })
    const stacks = stackLeast(many.task, many.measured, 7, STACK_TASTES[0])
    expect(stacks.length).toBeLessThanOrEqual(7)
    for (const { unit } of stacks) {
      const parts = unit.kind === 'stack' ? unit.units : []
      const together = parts.filter(
        ({ kind }, i) => kind === 'picture' && parts[i + 1]?.kind === 'picture',
      )
      expect(together).toEqual([])
    }
  })
})
