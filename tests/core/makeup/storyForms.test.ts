/** Which widths a story is measured in. */
import { describe, expect, it } from 'vitest'
import { createComposeCache } from '../../../core/compose'
import { pageId, storyId } from '../../../core/ids'
import type { Air } from '../../../core/makeup/measures'
import { taskFor } from '../../../core/makeup/pageTask'
import { storyForms } from '../../../core/makeup/storyForms'
import { unitsOf } from '../../../core/makeup/units'
import { HOUSE } from '../../../core/makeup'
import { pt } from '../../../core/units'
import { brief, editionWith, fonts, inPairs, type Copy } from './page'

const COPY: Copy = {
  lead: brief('三十里水渠修进河湾稻田', 1500),
  s1: brief('老街修旧如旧', 130),
  s2: brief('渡口夜里加两班船', 420),
  s3: brief('桥头路灯亮了', 42),
}

/** A story and its page, in a house of one's own. */
function ready(id: string, widest: number) {
  const job = { pages: [], fonts, cache: createComposeCache(), segment: inPairs }
  const house = { ...HOUSE, block: { ...HOUSE.block, widest } }
  const edition = editionWith(COPY)
  const state = { edition, made: [], pages: [], diagnostics: [], runs: new Map() }
  const ids = Object.keys(COPY).map(storyId)
  const { task } = taskFor(state, { ...job, house }, pageId('p1'), ids, new Set())
  const rank = unitsOf(task, ids).flatMap((unit) =>
    unit.kind === 'story' && unit.rank.story.id === id ? [unit.rank] : [],
  )[0]
  if (rank === undefined) throw new Error('The story is missing')
  return { task, rank }
}

/** Forms of a story in each width, the composer's trials among them. */
function measured(id: string, widest: number) {
  const { task, rank } = ready(id, widest)
  return [1, 2, 3, 4, 5, 6].map((columns) => {
    const before = task.trials.get(rank.story.doc)?.size ?? 0
    const forms = storyForms(task, rank, columns, pt(0))
    const made = forms.filter(({ cost }) => Number.isFinite(cost)).map(({ rows }) => rows)
    return {
      rows: [...new Set(made)],
      trials: (task.trials.get(rank.story.doc)?.size ?? 0) - before,
    }
  })
}

describe('a short story', () => {
  it('is not set over widths in which it would lie too flat', () => {
    const widths = measured('s1', HOUSE.block.widest)
    expect(widths[1]?.rows.length).toBeGreaterThan(0)
    expect(widths[5]).toEqual({ rows: [], trials: 0 })
  })

  it.each(['lead', 's1', 's2'])('%s loses no form by that', (id) => {
    const leading = 15
    const all = measured(id, 1e6)
    measured(id, HOUSE.block.widest).forEach(({ rows }, i) => {
      const width = (i + 1) * 170 - 10
      const broadest = HOUSE.block.widest * (id === 'lead' ? 1.25 : 1)
      const wanted = all[i]?.rows.filter((depth) => width / (depth * leading) <= broadest)
      expect(rows).toEqual(wanted)
    })
  })
})

describe('a story of a page that is opened', () => {
  it('is set in columns further apart, though its text was measured before', () => {
    const { task, rank } = ready('lead', HOUSE.block.widest)
    const measures = (air: Air) =>
      storyForms({ ...task, air }, rank, 6, pt(0)).map(({ text }) => text.measure)
    expect(new Set(measures('usual'))).not.toContain(14)
    expect(new Set(measures('open'))).toContain(14)
  })
})

describe('a brief of so few lines that none goes to a second column', () => {
  const columnsOf = (id: string): readonly number[] => {
    const { task, rank } = ready(id, HOUSE.block.widest)
    const forms = [...storyForms(task, rank, 2, pt(0))].sort((a, b) => a.cost - b.cost)
    return forms.map(({ text }) => text.columns)
  }

  it('stands in one column in the middle of two', () => {
    expect(columnsOf('s3')[0]).toBe(1)
    expect(columnsOf('s3')).toContain(2)
    expect(columnsOf('s2')).not.toContain(1)
  })
})
