import { describe, expect, it } from 'vitest'
import { createComposeCache } from '../../../core/compose'
import { pageId, storyId } from '../../../core/ids'
import type { MadePage } from '../../../core/makeup/choose'
import { makePage } from '../../../core/makeup/makePage'
import { taskFor } from '../../../core/makeup/pageTask'
import { leastRank, rankOf } from '../../../core/makeup/rank'
import { unitsOf } from '../../../core/makeup/units'
import { brief, editionWith, feature, fonts, idsOf, inPairs, photo } from './page'

const copy = {
  lead: feature('河湾新稻开镰机手排到村口', 1500),
  second: feature('老街修旧如旧客人又来了', 1000),
  third: brief('渡口夜里加两班船', 600),
  fourth: brief('山村小学有了新操场', 420),
  fifth: brief('春茶下山', 300),
  sixth: brief('集市搬家', 280),
  seen: photo('fig', 60),
}

function made() {
  const edition = editionWith(copy)
  const state = { edition, made: [], pages: [], diagnostics: [], runs: new Map() }
  const job = { pages: [], fonts, cache: createComposeCache(), segment: inPairs }
  const stories = idsOf(copy).map(storyId)
  const { task } = taskFor(state, job, pageId('p1'), stories, new Set())
  return { task, pages: makePage(task, unitsOf(task, stories)) }
}

describe('the rank of a page', () => {
  const { task, pages } = made()
  const moved = ({ blocks, made: own }: MadePage, rows: number) => ({
    blocks: blocks.map((block) => ({ ...block, rows: block.rows - rows })),
    made: own,
  })

  it('is never less than what its blocks and its stories’ own faults say', () => {
    for (const page of pages)
      expect(leastRank(task, page, 8)).toBeLessThanOrEqual(rankOf(page.faults, 8) + 1e-9)
    const [best] = pages
    expect(leastRank(task, best, 8)).toBeGreaterThanOrEqual(2)
  })

  it('counts white that no block fills, and what is known of its stories', () => {
    const [best] = pages
    expect(leastRank(task, moved(best, 5), 0)).toBeGreaterThan(leastRank(task, best, 0) + 40)
    const leastWith = (each: number): number => {
      for (const [shape] of task.tried.faults) task.tried.faults.set(shape, each)
      return leastRank(task, best, 0)
    }
    const stories = best.made.frames.filter(({ kind }) => kind === 'story')
    expect(leastWith(3) - leastWith(0)).toBeCloseTo(3 * stories.length, 6)
  })
})
