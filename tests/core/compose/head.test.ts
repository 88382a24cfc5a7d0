import { describe, expect, it } from 'vitest'
import { decodeEdition, encodeEdition } from '../../../core/format'
import { createComposeCache } from '../../../core/compose'
import { layoutHead } from '../../../core/compose/head'
import { isStoryFrame } from '../../../core/model/edition'
import type { Head } from '../../../core/model/frame'
import { withRecord } from '../../../core/model/tables'
import { pt } from '../../../core/units'
import { plainGrid, plainStyleSheet, smallEdition } from '../../build/editionBuilder'
import { fakeFonts } from '../../build/fakeFont'
import { byline, doc, headline, kicker, p } from '../../build/storyBuilder'
import { required } from '../edit/sameEdition'

const sheet = plainStyleSheet()
const document = doc(
  kicker('三公里水渠清了淤'),
  headline('渡口夜里加两班船'),
  byline('本报记者　甲一'),
  p('雾。'),
)
const head = (more: Partial<Head> = {}): Head => ({ level: 1, face: 'song', turns: [], ...more })
const layout = (own: Head) =>
  layoutHead(document, own, pt(330), plainGrid, sheet, {
    ctx: { fonts: fakeFonts(), rules: sheet.rules },
    cache: createComposeCache(),
  })

/** White above each line and below the last, in points. */
function gaps(own: Head): readonly number[] {
  const { rows, lines } = layout(own)
  const ends = [0, ...lines.map(({ top, size }) => top + size)]
  const starts = [...lines.map(({ top }) => top), rows * plainGrid.leading]
  return starts.map((start, i) => start - (ends[i] ?? 0))
}

describe('the depth of a headline group', () => {
  it('is what the lines need when no rows are asked for, or fewer', () => {
    const natural = layout(head())
    expect(layout(head({ rows: 1 }))).toEqual(natural)
    expect(layout(head({ rows: natural.rows }))).toEqual(natural)
  })

  it('grows to the rows asked for, with equal white in every gap', () => {
    const { rows } = layout(head())
    expect(layout(head({ rows: rows + 4 })).rows).toBe(rows + 4)
    const before = gaps(head())
    const added = gaps(head({ rows: rows + 4 })).map((gap, i) => gap - (before[i] ?? 0))
    expect(added).toHaveLength(4)
    for (const more of added) expect(more).toBeCloseTo((4 * plainGrid.leading) / 4, 6)
  })

  it('is of lines of a 引题 that end with no word that leans on the next', () => {
    const kickerOver = (words: string, width: number) =>
      layoutHead(
        doc(kicker(words), headline('渡口加船'), p('雾。')),
        head(),
        pt(width),
        plainGrid,
        sheet,
        {
          ctx: { fonts: fakeFonts(), rules: sheet.rules },
          cache: createComposeCache(),
        },
      )
        .lines.filter(({ role }) => role === 'kicker')
        .map(({ line }) => line.runs.flatMap(({ texts }) => texts).join(''))
    const size = sheet.levels[1]?.kicker ?? 1
    const [first, second] = kickerOver('百里水渠清淤换闸为两岸稻田按时送足水', 14 * size)
    expect(`${first}${second}`).toHaveLength(18)
    expect(first).not.toMatch(/为$/u)
    expect(kickerOver('百里水渠清了淤泥，两岸稻田按时送足水', 14 * size)[0]).toMatch(/，$/u)
  })

  it('is kept in the edition’s files', () => {
    const small = smallEdition()
    const frame = Object.values(small.frames).find(isStoryFrame)
    if (frame === undefined) throw new Error('The small edition has no story frame')
    const edition = withRecord(small, 'frames', {
      ...frame,
      head: head({ rows: 9, vertical: 'left' }),
    })
    const { edition: again } = required(decodeEdition(required(encodeEdition(edition))))
    const kept = Object.values(again.frames).find(({ id }) => id === frame.id)
    expect(kept).toMatchObject({ head: { rows: 9, vertical: 'left' } })
  })
})
