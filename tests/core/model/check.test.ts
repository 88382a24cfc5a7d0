import { describe, expect, it } from 'vitest'
import { pageId, rubricId, storyId } from '../../../core/ids'
import { checkEdition } from '../../../core/model/check'
import type { Edition } from '../../../core/model/edition'
import {
  recordOf,
  withRecord,
  withoutRecord,
  type TableName,
  type Tables,
} from '../../../core/model/tables'
import { milliEm, mm, pt } from '../../../core/units'
import {
  page,
  plainGrid,
  plainStyleSheet,
  rubric,
  smallEdition,
  story,
  storyFrame,
} from '../../build/editionBuilder'
import { doc, headline, label, note, p, tip } from '../../build/storyBuilder'

function change<T extends TableName>(table: T, id: string, values: Partial<Tables[T]>): Edition {
  const edition = smallEdition()
  const record = recordOf(edition, table, id)
  if (record === null) throw new Error(`No ${table} ${id}`)
  return withRecord(edition, table, { ...record, ...values })
}

const codes = (edition: Edition): readonly string[] =>
  checkEdition(edition).map((problem) => problem.code)
const area = (column: number, row: number, columns: number, rows: number) => ({
  column,
  row,
  columns,
  rows,
})
const inset = { block: 'tip1', x: milliEm(0), width: milliEm(16000), row: 6, rows: 12 }
const place = (column: number, columns: number, row: number) => ({ column, columns, row })
const head = { level: 0, face: 'song', turns: [] } as const

describe('checking an edition', () => {
  it('finds nothing in a sound one', () => {
    expect(checkEdition(smallEdition())).toEqual([])
  })

  it('says where a reference leads nowhere, and only that', () => {
    const edition = withoutRecord(
      change('frames', 'f1', { area: area(0, 0, 99, 1) }),
      'stories',
      'brief',
    )
    expect(checkEdition(edition)).toMatchObject([
      {
        code: 'edition.reference',
        message: 'The frame f2 names the story brief, which is not in the edition.',
      },
    ])
    expect(codes(withoutRecord(smallEdition(), 'pictures', 'pic1'))).toEqual(['edition.reference'])
    expect(
      codes({
        ...smallEdition(),
        rubrics: { [rubricId('r1')]: rubric('r2', 'r1-title', [0, 0, 1, 9]) },
      }),
    ).toContain('edition.key')
  })

  it.each([
    ['frame.outside', change('frames', 'f1', { area: area(0, 60, 4, 31) })],
    ['frame.outside', change('frames', 'f5', { area: area(4, 60, 3, 0) })],
    ['frame.cells', change('frames', 'f2', { area: area(3, 62, 3, 0) })],
    ['frame.cells', change('frames', 'f2', { area: area(3, 62.5, 3, 20) })],
    ['frame.columns', change('frames', 'f1', { text: { columns: 4, measure: 17 } })],
    [
      'frame.columns',
      change('frames', 'f1', { text: { columns: 4, measure: 16 }, padding: pt(16) }),
    ],
    ['frame.level', change('frames', 'f1', { head: { ...head, level: 3 } })],
    ['frame.turns', change('frames', 'f1', { head: { ...head, turns: [3, 3] } })],
    ['frame.turns', change('frames', 'f1', { head: { ...head, turns: [99] } })],
    ['frame.place', change('frames', 'f1', { head: { ...head, place: place(3, 2, 0) } })],
    ['frame.place', change('frames', 'f1', { head: { ...head, place: place(0, 4, 40) } })],
    ['frame.story', change('frames', 'f1', { story: storyId('photo'), insets: [] })],
    ['frame.story', change('frames', 'f4', { story: storyId('foot') })],
    [
      'frame.rubric',
      withRecord(
        change('rubrics', 'r1', { page: pageId('p2') }),
        'pages',
        page('p2', { folio: '02' }),
      ),
    ],
    ['frame.picture', change('frames', 'f4', { pictureRows: 25 })],
    ['frame.crop', change('frames', 'f4', { crop: { x: 0.5, y: 0, width: 0.6, height: 1 } })],
    ['inset.block', change('frames', 'f1', { insets: [{ ...inset, block: 'tip9' }] })],
    ['inset.size', change('frames', 'f1', { insets: [{ ...inset, rows: 0 }] })],
    ['inset.outside', change('frames', 'f1', { insets: [{ ...inset, x: milliEm(60_000) }] })],
    ['inset.outside', change('frames', 'f1', { insets: [{ ...inset, row: 30 }] })],
    ['thread.order', change('frames', 'f3', { order: 1 })],
    ['thread.head', change('frames', 'f3', { head })],
    ['thread.inset', change('frames', 'f3', { insets: [inset] })],
    [
      'thread.twice',
      withRecord(smallEdition(), 'frames', storyFrame('f8', 'photo', [0, 84, 1, 4])),
    ],
    ['rubric.title', change('rubrics', 'r1', { title: storyId('brief') })],
    ['rubric.title', change('rubrics', 'r1', { titleRows: 31 })],
    [
      'page.type-area',
      change('pages', 'p1', { sheet: { width: mm(200), height: mm(540), bleed: mm(3) } }),
    ],
    ['page.body-size', change('pages', 'p1', { grid: { ...plainGrid, bodySize: pt(9.5) } })],
    ['page.credits', change('pages', 'p1', { credits: [storyId('brief')] })],
    ['page.folio', withRecord(smallEdition(), 'pages', page('p2', { order: 2 }))],
    ['style.levels', change('styleSheets', 'plain', { levels: [] })],
    [
      'style.levels',
      change('styleSheets', 'plain', { headline: { ...plainStyleSheet().headline, hei: [] } }),
    ],
    ['style.scale', change('styleSheets', 'plain', { headlineScale: { min: 1.2, max: 0.8 } })],
    [
      'story.block-id',
      change('stories', 'lead', {
        doc: doc(
          headline('甲'),
          tip('tip1', label('提示'), p('乙')),
          note('tip1', label('编者按'), p('丙')),
        ),
      }),
    ],
  ])('finds %s', (code, edition) => {
    expect(codes(edition)).toContain(code)
  })

  it('finds a document that no schema allows', () => {
    const whole = doc(headline('甲'), p('乙'))
    const cut = whole.copy(whole.content.cut(0, 2))
    const edition = withRecord(smallEdition(), 'stories', story('odd', cut))
    expect(checkEdition(edition)).toMatchObject([
      { code: 'story.document', where: { story: 'odd' } },
    ])
  })
})
