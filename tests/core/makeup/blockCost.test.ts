/** Proportions of a story's block. */
import { describe, expect, it } from 'vitest'
import { createComposeCache } from '../../../core/compose'
import { pageId, storyId } from '../../../core/ids'
import { blockCost } from '../../../core/makeup/blockCost'
import { taskFor } from '../../../core/makeup/pageTask'
import { brief, editionWith, fonts, inPairs } from './page'

const edition = editionWith({ s1: brief('老街修旧如旧', 620) })
const state = { edition, made: [], pages: [], diagnostics: [], runs: new Map() }
const job = { pages: [], fonts, cache: createComposeCache(), segment: inPairs }
const { task } = taskFor(state, job, pageId('p1'), [storyId('s1')], new Set())

describe('the proportion of a block', () => {
  it('may be that of a strip down the side where few units share the page', () => {
    const [width, height] = [250, 1000]
    expect(blockCost(task, width, height, 2)).toBe(Infinity)
    const cost = blockCost({ ...task, isFew: true }, width, height, 2)
    expect(cost).toBeGreaterThan(0)
    expect(cost).toBeLessThan(10)
    expect(blockCost({ ...task, isFew: true }, width / 2, height, 2)).toBe(Infinity)
  })
})
