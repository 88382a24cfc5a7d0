/** Headlines over some of their columns, as make-up measures them. */
import { describe, expect, it } from 'vitest'
import { createComposeCache } from '../../../core/compose'
import { frameId, pageId, storyId } from '../../../core/ids'
import { taskFor } from '../../../core/makeup/pageTask'
import { amongForms, storyForms } from '../../../core/makeup/storyForms'
import { mayStandAmong, UNDER } from '../../../core/makeup/among'
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

  const rank = units.flatMap((unit) =>
    unit.kind === 'story' && unit.rank.story.id === 's1' ? [unit.rank] : [],
  )[0]
  if (rank === undefined) throw new Error('The story is missing')

  const among = { ...task, among: new Set(eligible) }

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

  it.each([2, 3, 4])('over %i base columns is as deep as the composer needs', (columns) => {
    const forms = amongForms(among, rank, columns, [])
    expect(forms.length).toBeGreaterThan(0)
    for (const { rows, head, text, padding } of forms) {
      expect(head?.place?.columns).toBeLessThan(text.columns)
      const oversetIn = (depth: number) => {
        const whole = withRecord(edition, 'frames', {
          ...{ kind: 'story', id: frameId('f'), page: pageId('p1'), locked: false },
          area: { column: 0, columns, row: 0, rows: depth },
          ...{ story: storyId('s1'), order: 0, rubric: null, text, padding, head, insets: [] },
        })
        return composed(whole).stories.some(({ overset }) => overset.length > 0)
      }
      expect(oversetIn(rows)).toBe(false)
      expect(oversetIn(rows - 2)).toBe(true)
    }
  })
})
