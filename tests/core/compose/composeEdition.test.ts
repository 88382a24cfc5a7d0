import fc from 'fast-check'
import type { Node } from 'prosemirror-model'
import { describe, expect, it } from 'vitest'
import type { EditionDisplay } from '../../../core/compose'
import { overlaps, rect } from '../../../core/geometry'
import { baselineY } from '../../../core/model/grid'
import { milliEm } from '../../../core/units'
import { chineseParagraph, chineseText } from '../../build/chinese'
import { plainGrid, smallEdition, storyFrame } from '../../build/editionBuilder'
import { doc, flushP, headline, label, p, subhead, tip } from '../../build/storyBuilder'
import { compose, editionOf, flowLines, lineText, textRuns } from '../../build/storyPages'

const runs = { numRuns: 150, seed: 20261122 }

/** Paragraphs with a 小标题 before every third one and a tip box after the first. */
const storyDoc = (paragraphs: readonly string[], tipText: string): Node =>
  doc(
    headline('渡口夜里加两班船'),
    ...paragraphs.flatMap((text, i) => [
      ...(i % 3 === 2 ? [subhead('水渠先通')] : []),
      p(text),
      ...(i === 0 ? [tip('tip1', label('阅读提示'), p(tipText))] : []),
    ]),
  )

/** Frames of one to four text columns, with an inset for the tip box, deep enough for it or not, or without. */
const frameShape = fc.record({
  columns: fc.integer({ min: 1, max: 4 }),
  rows: fc.integer({ min: 14, max: 60 }),
  inset: fc.option(fc.integer({ min: 2, max: 12 }), { nil: 0 }),
})

const story = fc
  .tuple(chineseText(9), chineseParagraph(2), frameShape)
  .map(([paragraphs, tipText, { columns, rows, inset }]) => ({
    document: storyDoc(paragraphs, tipText),
    frame: storyFrame('f', 's', [0, 0, columns, rows], {
      insets:
        inset > 0
          ? [{ block: 'tip1', x: milliEm(0), width: milliEm(16000), row: 4, rows: inset }]
          : [],
    }),
  }))

/** Non-space characters of the document with their positions. */
function manuscript(document: Node): ReadonlyMap<number, string> {
  const characters = new Map<number, string>()
  document.descendants((node, pos) => {
    if (!node.isText) return
    let at = pos
    for (const char of node.text ?? '') {
      if (!/\s/u.test(char)) characters.set(at, char)
      at += char.length
    }
  })
  return characters
}

/** What stands on the pages, by document position; fails on a position that stands twice. */
function placed(display: EditionDisplay): ReadonlyMap<number, string> {
  const characters = new Map<number, string>()
  for (const shown of display.pages) {
    for (const run of textRuns(shown)) {
      if (run.source.kind !== 'manuscript') continue
      let at = run.source.from
      for (const char of run.texts.join('')) {
        if (!/\s/u.test(char)) {
          expect(characters.has(at), `position ${at} stands twice`).toBe(false)
          characters.set(at, char)
        }
        at += char.length
      }
    }
  }
  return characters
}

describe('composeEdition', () => {
  it('places every character once or reports it overset', () => {
    fc.assert(
      fc.property(story, ({ document, frame }) => {
        const display = compose(editionOf(document, [frame]))
        const found = new Map(placed(display))
        for (const range of display.stories.flatMap((fit) => fit.overset)) {
          for (const [at, char] of manuscript(document)) {
            if (at < range.from || at >= range.to) continue
            expect(found.has(at), `overset position ${at} stands on the page`).toBe(false)
            found.set(at, char)
          }
        }
        expect(found).toEqual(new Map([...manuscript(document)].sort(([a], [b]) => a - b)))
      }),
      runs,
    )
  })

  it('sets body lines on the baseline grid, each slot once, justified lines on their measure', () => {
    fc.assert(
      fc.property(story, ({ document, frame }) => {
        const display = compose(editionOf(document, [frame]))
        const seen = new Set<string>()
        for (const line of flowLines(display)) {
          const slot = `${line.frame} ${line.column} ${line.row} ${line.x}`
          expect(seen.has(slot), slot).toBe(false)
          seen.add(slot)
          if (line.role === 'body') expect(line.y).toBeCloseTo(baselineY(plainGrid, line.row), 6)
          if (line.justified) expect(line.setWidth).toBe(line.measure)
          expect(line.setWidth).toBeLessThanOrEqual(line.measure)
        }
      }),
      runs,
    )
  })

  it('ends the lines of a paragraph that is flush right at the right edge', () => {
    const document = doc(
      headline('停水公告'),
      p('因管道改造，定于明日停水。'.repeat(6)),
      flushP('江城市供水有限公司'),
    )
    const display = compose(editionOf(document, [storyFrame('f', 's', [0, 0, 1, 30])]))
    const [first, signed] = [flowLines(display)[1], flowLines(display).at(-1)]
    if (!first || !signed) throw new Error('No lines')
    /** ems from the column's left edge to the line's first letter. */
    const start = (line: typeof signed): number => {
      const [run] = textRuns(display.pages[0]!).filter((run) => run.line === line)
      return (run?.offsets[0] ?? NaN) / 1000
    }
    expect(lineText(display.pages[0]!, signed)).toBe('江城市供水有限公司')
    expect(start(first)).toBe(0)
    expect(start(signed)).toBe((first.measure - signed.setWidth) / 1000)
  })

  it('keeps text out of the boxes it runs around', () => {
    fc.assert(
      fc.property(story, ({ document, frame }) => {
        const display = compose(editionOf(document, [frame]))
        const headRows = frame.area.rows - textRows(display, frame.area.row + frame.area.rows)
        for (const inset of frame.insets) {
          const top = plainGrid.y + (headRows + inset.row) * plainGrid.leading
          const box = rect(
            plainGrid.x + inset.x / 100,
            top,
            inset.width / 100,
            inset.rows * plainGrid.leading,
          )
          for (const line of flowLines(display)) {
            const ink = rect(line.x, line.y - 8.8, (line.setWidth * line.size) / 1000, 10)
            expect(overlaps(ink, box)).toBe(false)
          }
        }
      }),
      runs,
    )
  })

  it('leaves no stray line and no stranded subhead in text that fits', () => {
    fc.assert(
      fc.property(story, ({ document, frame }) => {
        const display = compose(editionOf(document, [frame]))
        // With no room to spare a keep may have to give way.
        if (display.stories.some((fit) => fit.roomLines < 3)) return
        expect(strays(display)).toEqual([])
      }),
      runs,
    )
  })

  it('balances columns to within a row, and a row less would overset', () => {
    fc.assert(
      fc.property(chineseText(9), fc.integer({ min: 2, max: 4 }), (paragraphs, columns) => {
        const document = doc(...paragraphs.map((text) => p(text)))
        const deep = storyFrame('f', 's', [0, 0, columns, 90], { head: null })
        const lines = flowLines(compose(editionOf(document, [deep])))
        const depth = Math.max(...lines.map((line) => line.row)) + 1
        const feet = Array.from({ length: columns }, (_, column) =>
          Math.max(
            0,
            ...lines.filter((line) => line.column === column).map((line) => line.row + 1),
          ),
        )
        // A keep may leave two slots free at a column's foot; the last column takes what is left.
        for (const foot of feet.slice(0, -1)) expect(depth - foot).toBeLessThanOrEqual(3)
        if (depth === 1) return
        const shallow = storyFrame('f', 's', [0, 0, columns, depth - 1], { head: null })
        const less = compose(editionOf(document, [shallow]))
        const overset = less.stories[0]?.oversetLines ?? 0
        expect(overset + strays(less).length).toBeGreaterThan(0)
      }),
      runs,
    )
  })

  it('names what is overset and what room is left', () => {
    const document = doc(p('早晨的集市在河边。'.repeat(30)))
    const short = compose(
      editionOf(document, [storyFrame('f', 's', [0, 0, 1, 10], { head: null })]),
    )
    expect(short.stories[0]).toMatchObject({ roomLines: 0, roomCharacters: 0 })
    const [fit] = short.stories
    const shown = flowLines(short)
      .map((line) => lineText(short.pages[0]!, line))
      .join('')
    expect(fit?.oversetLines).toBeGreaterThan(0)
    expect(fit?.oversetCharacters).toBe(270 - shown.length)
    expect(short.diagnostics.map(({ code }) => code)).toContain('text.overset')
    const roomy = compose(
      editionOf(document, [storyFrame('f', 's', [0, 0, 1, 40], { head: null })]),
    )
    const lines = flowLines(roomy).length
    expect(roomy.stories[0]).toMatchObject({
      oversetLines: 0,
      roomLines: 40 - lines,
      roomCharacters: (40 - lines) * 16,
    })
    expect(roomy.diagnostics).toEqual([])
  })
})

/** Lines that break a keep rule: alone at a column's head or foot, or a 小标题 without text below it. */
function strays(display: EditionDisplay): readonly string[] {
  const lines = flowLines(display)
  return lines.flatMap((line, i) => {
    const next = lines[i + 1]
    const before = lines[i - 1]
    const here = `${line.role} at ${line.column}/${line.row}`
    if (line.role === 'subhead') return next?.column === line.column ? [] : [here]
    const alone =
      (line.first && !line.last && next !== undefined && next.column !== line.column) ||
      (line.last && !line.first && before?.column !== line.column)
    return alone ? [here] : []
  })
}

/** Text rows of the frame: from the first text row to `foot`. */
function textRows(display: EditionDisplay, foot: number): number {
  const first = Math.min(...flowLines(display).map((line) => line.row))
  return foot - first
}

describe('a rubric', () => {
  it('shows its title also when no story of it stands on the page', () => {
    const edition = smallEdition()
    const alone = { ...edition, frames: {} }
    for (const shown of [compose(edition), compose(alone)]) {
      const [first] = shown.pages
      const titles = first?.lines.filter((line) => line.story === 'r1-title') ?? []
      expect(titles).toHaveLength(1)
    }
  })
})
