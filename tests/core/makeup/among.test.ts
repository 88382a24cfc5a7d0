/** Headlines over some of their columns, as make-up measures them. */
import { describe, expect, it } from 'vitest'
import { createComposeCache } from '../../../core/compose'
import { frameId, pageId, storyId } from '../../../core/ids'
import { amongForms } from '../../../core/makeup/amongForms'
import { deeperForm } from '../../../core/makeup/deeperForms'
import { taskFor } from '../../../core/makeup/pageTask'
import { storyForms } from '../../../core/makeup/storyForms'
import { textColumns } from '../../../core/makeup/measures'
import { spanWidth } from '../../../core/model/grid'
import { mayStandAmong, UNDER } from '../../../core/makeup/among'
import type { StoryForm } from '../../../core/makeup/types'
import { unitsOf } from '../../../core/makeup/units'
import { withRecord } from '../../../core/model/tables'
import { pt } from '../../../core/units'
import { brief, composed, editionWith, feature, fonts, inPairs, photo, type Copy } from './page'

const COPY: Copy = {
  lead: feature('三十里水渠修进河湾稻田', 1500),
  s1: brief('老街修旧如旧', 620),
  s2: feature('撑船人老魏的最后一班渡船', 900, 'box2'),
  ph: photo('fig1', 60),
}

const edition = editionWith(COPY)
const job = { pages: [], fonts, cache: createComposeCache(), segment: inPairs }
const state = { edition, made: [], pages: [], diagnostics: [], runs: new Map() }
const ids = Object.keys(COPY).map(storyId)
const { task } = taskFor(state, job, pageId('p1'), ids, new Set())
const units = unitsOf(task, ids)
const eligible = mayStandAmong(task, units)

describe('a headline among its text', () => {
  it('is for stories that neither lead nor have boxes', () => {
    expect(eligible).toEqual(['s1'])
  })

  it('is for the lead too where few stories share the page, over two or three of its columns', () => {
    const few = { ...task, isFew: true }
    expect(mayStandAmong(few, units)).toEqual(['lead', 's1'])
    const [lead] = units.flatMap((unit) => (unit.kind === 'story' ? [unit.rank] : []))
    if (lead === undefined) throw new Error('The lead is missing')
    const heads = (own: typeof task) =>
      amongForms({ ...own, among: new Set([lead.story.id]) }, lead, 6, []).flatMap(({ head }) =>
        head?.place?.column === 0 ? [head.place.columns] : [],
      )
    expect(new Set(heads(few))).toEqual(new Set([2, 3]))
    expect(new Set(heads(task))).toEqual(new Set([2]))
  })

  const rank = units.flatMap((unit) =>
    unit.kind === 'story' && unit.rank.story.id === 's1' ? [unit.rank] : [],
  )[0]
  if (rank === undefined) throw new Error('The story is missing')

  const among = { ...task, among: new Set(eligible) }

  const oversetIn = (columns: number, { text, padding, head }: StoryForm, depth: number) => {
    const whole = withRecord(edition, 'frames', {
      ...{ kind: 'story', id: frameId('f'), page: pageId('p1'), locked: false },
      area: { column: 0, columns, row: 0, rows: depth },
      ...{ story: storyId('s1'), order: 0, rubric: null, text, padding, head, insets: [] },
    })
    return composed(whole).stories.some(({ overset }) => overset.length > 0)
  }

  it('is composed once for each depth that it may have, where few stories share the page', () => {
    const few: typeof task = { ...among, isFew: true, trials: new WeakMap() }
    const over = storyForms(few, rank, 4, pt(0))
    const before = few.trials.get(rank.story.doc)?.size ?? 0
    const forms = amongForms(few, rank, 4, over)
    const depths = new Set(
      forms.map(({ rows, head }) => `${rows} ${head?.place?.column} ${head?.place?.row}`),
    )
    expect(forms.length).toBeGreaterThan(0)
    expect((few.trials.get(rank.story.doc)?.size ?? 0) - before).toBeLessThanOrEqual(
      2 * depths.size,
    )
  })

  it('stands in the easiest measure of each number of columns, where there is a choice', () => {
    const airy: typeof task = { ...among, air: 'airy', trials: new WeakMap() }
    const { grid } = task.page
    const all = textColumns(spanWidth(grid, 4) / grid.bodySize, task.house, 'airy')
    const least = (columns: number) =>
      Math.min(...all.filter((one) => one.columns === columns).map(({ cost }) => cost))
    const tried = amongForms(airy, rank, 4, []).map(({ text }) =>
      all.find(({ columns, measure }) => columns === text.columns && measure === text.measure),
    )
    expect(tried.length).toBeGreaterThan(0)
    for (const text of tried) expect(text?.cost).toBe(least(text?.columns ?? 0))
  })

  it('is left untried only where it would cost far more than one over all columns', () => {
    for (const columns of [2, 3, 4]) {
      const over = storyForms(task, rank, columns, pt(0))
      const all = amongForms(among, rank, columns, [])
      const tried = amongForms(among, rank, columns, over)
      const left = all.filter((form) => !tried.some(({ cost }) => cost === form.cost))
      const least = Math.min(...over.map(({ cost }) => cost))
      expect(Math.min(...left.map(({ cost }) => cost))).toBeGreaterThan(least + 10)
    }
  })

  it('stands in mid-text too where few stories share the page', () => {
    const few = { ...among, isFew: true }
    const over = storyForms(task, rank, 2, pt(0))
    const waists = amongForms(few, rank, 2, over).filter(({ head }) => head?.place?.row)
    expect(waists.length).toBeGreaterThan(0)
    expect(amongForms(among, rank, 2, over).filter(({ head }) => head?.place?.row)).toEqual([])
    for (const { rows, head, headRows } of waists) {
      const above = head?.place?.row ?? 0
      expect(above).toBeGreaterThanOrEqual(UNDER)
      expect(rows - above - headRows).toBeGreaterThanOrEqual(UNDER)
      expect(Math.abs(rows - headRows - 2 * above)).toBeLessThanOrEqual(3)
    }
  })

  it.each([2, 4])(
    'over %i base columns is given rows that its text then fills, with enough of it above and below',
    (columns) => {
      const few = { ...among, isFew: true }
      const forms = amongForms(few, rank, columns, storyForms(task, rank, columns, pt(0)))
      const all = forms.map((form) => deeperForm(task, form, columns, 3) as StoryForm)
      all.forEach((own, i) => {
        const { rows, cost } = forms[i] ?? own
        expect(own.rows).toBeLessThanOrEqual(rows + 3)
        expect(own.cost - cost).toBeGreaterThan(own.rows > rows ? 0 : -1)
        const above = own.head?.place?.row ?? 0
        expect(own.rows - above - own.headRows).toBeGreaterThanOrEqual(UNDER)
        expect(oversetIn(columns, own, own.rows)).toBe(false)
      })
      const rowsOf = (some: readonly StoryForm[]) => some.reduce((sum, { rows }) => sum + rows, 0)
      expect(rowsOf(all)).toBeGreaterThan(rowsOf(forms) + forms.length / 2)
      for (const form of forms) expect(deeperForm(task, form, columns, 0)).toBe(form)
    },
  )

  it('in mid-text over some columns takes no rows that leave too little text under it', () => {
    const [beside] = amongForms(among, rank, 4, [])
    if (beside?.head?.place === undefined) throw new Error('No headline among its text')
    const row = beside.rows - beside.headRows - UNDER
    const head = { ...beside.head, place: { column: 1, columns: 2, row } }
    const own = deeperForm(task, { ...beside, head }, 4, 6) as StoryForm
    expect(own.rows - row - own.headRows).toBeGreaterThanOrEqual(UNDER)
  })

  it.each([2, 3, 4])('over %i base columns is as deep as the composer needs', (columns) => {
    const forms = amongForms(among, rank, columns, [])
    expect(forms.length).toBeGreaterThan(0)
    for (const form of forms) {
      expect(form.head?.place?.columns).toBeLessThan(form.text.columns)
      expect(oversetIn(columns, form, form.rows)).toBe(false)
      expect(oversetIn(columns, form, form.rows - 2)).toBe(true)
    }
  })
})
