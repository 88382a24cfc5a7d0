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

describe('a headline group larger than its level', () => {
  it('scales 引题 and 主题 alike and leaves the 署名', () => {
    const sizes = (own: Head) => layout(own).lines.map(({ size }) => Math.round(size * 100) / 100)
    const [kickerSize = 0, headlineSize = 0, bylineSize = 0] = sizes(head())
    expect(sizes(head({ scale: 1.5 }))).toEqual([kickerSize * 1.5, headlineSize * 1.5, bylineSize])
    expect(layout(head({ scale: 1.5 })).rows).toBeGreaterThan(layout(head()).rows)
  })
})

describe('the depth of a headline group', () => {
  it('is what the lines need when no rows are asked for, or fewer', () => {
    const natural = layout(head())
    expect(layout(head({ rows: 1 }))).toEqual(natural)
    expect(layout(head({ rows: natural.rows }))).toEqual(natural)
  })

  it('grows to the rows asked for, most of it over and under the group, which holds together', () => {
    const { rows } = layout(head())
    expect(layout(head({ rows: rows + 4 })).rows).toBe(rows + 4)
    const [over = 0, first = 0, second = 0, under = 0] = gaps(head({ rows: rows + 4 }))
    expect(over).toBeCloseTo(under, 6)
    for (const inside of [first, second]) expect(inside).toBeCloseTo(0.6 * over, 6)
  })

  it('is white between its parts too where the white about it would be a hole, but never as much', () => {
    const { rows } = layout(head())
    for (const more of [6, 9]) {
      const [over = 0, first = 0, second = 0] = gaps(head({ rows: rows + more }))
      expect(first).toBeCloseTo(second, 6)
      expect(first / over).toBeGreaterThan(0.65)
      expect(first / over).toBeLessThan(0.91)
    }
  })

  it('leaves no gap less than the style’s least, and gives a row more to the smallest', () => {
    const { rows } = layout(head())
    const least = gaps(head())
    const roomier = gaps(head({ rows: rows + 1 }))
    const added = roomier.map((gap, i) => gap - (least[i] ?? 0))
    for (const more of added) expect(more).toBeGreaterThan(-1e-6)
    expect(added.reduce((sum, more) => sum + more, 0)).toBeCloseTo(plainGrid.leading, 6)
    expect(Math.max(...added)).toBe(added[0])
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

describe('a 主题 that turns at a space', () => {
  it('has each of its lines in the middle of its width, as wide as its characters', () => {
    const { lines } = layoutHead(
      doc(headline('过紧日子 干硬活儿 夜航'), p('雾。')),
      head({ turns: [10] }),
      pt(400),
      plainGrid,
      sheet,
      { ctx: { fonts: fakeFonts(), rules: sheet.rules }, cache: createComposeCache() },
    )
    expect(lines).toHaveLength(2)
    for (const { line } of lines) {
      expect(line.setWidth).toBeGreaterThan(0)
      expect(line.measure).toBe(line.setWidth)
    }
  })
})

describe('a 主题 on one line that is too short for its width', () => {
  const size = sheet.levels[1]?.size ?? 1
  const { max } = sheet.headlineScale

  /** Ems from each character to the next, of a 主题 over `width` ems at its widest. */
  function pitches(words: string, width: number): readonly number[] {
    const { lines } = layoutHead(
      doc(headline(words), p('雾。')),
      head(),
      pt(width * size * max),
      plainGrid,
      sheet,
      { ctx: { fonts: fakeFonts(), rules: sheet.rules }, cache: createComposeCache() },
    )
    const offsets = lines.flatMap(({ line }) => line.runs.flatMap((run) => run.offsets))
    return offsets.slice(1).map((offset, i) => (offset - (offsets[i] ?? 0)) / 1000)
  }

  it('is opened evenly until it fills nine tenths', () => {
    const opened = pitches('渡口夜里加两班船', 9.5)
    for (const pitch of opened) expect(pitch).toBeCloseTo(1 + (9.5 * 0.9 - 8) / 7, 2)
  })

  it('is opened by .12 em a gap at most, one of two to four characters by more', () => {
    expect(pitches('渡口夜里加两班船', 20)).toEqual(Array.from({ length: 7 }, () => 1.12))
    expect(pitches('听潮', 20)).toEqual([2])
    expect(pitches('射手榜', 20)).toEqual([1.5, 1.5])
    expect(pitches('网友热评', 20)).toEqual([1.33, 1.33, 1.33])
  })

  it('stays as it is where it fills its width, or has figures', () => {
    expect(pitches('渡口夜里加两班船', 8.8)).toEqual(Array.from({ length: 7 }, () => 1))
    expect(pitches('渡口加2班船', 20)).toEqual(pitches('渡口加2班船', 6))
  })
})
