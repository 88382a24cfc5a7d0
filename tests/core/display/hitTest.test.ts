import fc from 'fast-check'
import { Fragment, Slice, type Node } from 'prosemirror-model'
import { describe, expect, it } from 'vitest'
import { composeEdition, createComposeCache } from '../../../core/compose'
import {
  caretOf,
  type HitLine,
  hitLines,
  lineBeyond,
  placeAt,
  placeOnLine,
  selectionRects,
} from '../../../core/display/hitTest'
import { storyId } from '../../../core/ids'
import type { Head } from '../../../core/model/frame'
import { storySchema } from '../../../core/model/storySchema'
import { withRecord } from '../../../core/model/tables'
import { pt } from '../../../core/units'
import { smallEdition, storyFrame } from '../../build/editionBuilder'
import { fakeFonts } from '../../build/fakeFont'
import { doc, headline, p, subhead } from '../../build/storyBuilder'
import { compose, editionOf } from '../../build/storyPages'

const edition = smallEdition()
const display = composeEdition(edition, { fonts: fakeFonts(), cache: createComposeCache() })
const page = display.pages[0]
if (page === undefined) throw new Error('The small edition has a page')
const lines = [...hitLines(page).values()]
const LEAD = storyId('lead')
const lead = edition.stories[LEAD]?.doc
if (lead === undefined) throw new Error('The small edition has a lead')
const own = lines.filter((line) => line.story === LEAD)

describe('hit test', () => {
  it('has a line with one place for an empty paragraph, where its first letter will stand', () => {
    const empty = storySchema.nodes.paragraph.create()
    const [from, to] = [lead.content.size, lead.content.size]
    const longer = lead.replace(from, to, new Slice(Fragment.from(empty), 0, 0))
    const story = edition.stories[LEAD]
    if (story === undefined) throw new Error('The small edition has a lead')
    const made = withRecord(edition, 'stories', { ...story, doc: longer })
    const { pages } = composeEdition(made, { fonts: fakeFonts(), cache: createComposeCache() })
    const there = pages.flatMap((one) => [...hitLines(one).values()])
    const pos = from + 1
    const caret = caretOf(there, { story: LEAD, pos, after: true })
    expect(caret?.line).toMatchObject({ from: pos, to: pos, record: { role: 'body' } })
    const indented = there.find(
      ({ story: of, record }) =>
        of === LEAD && record.role === 'body' && record.first && record.empty === null,
    )
    expect(caret && caret.rect.x - caret.line.record.x).toBeCloseTo(
      indented === undefined ? NaN : indented.left - indented.record.x,
    )
    expect(placeAt(there, { x: caret?.rect.x ?? pt(0), y: caret?.rect.y ?? pt(0) })).toEqual({
      ...{ story: LEAD, pos, after: false },
    })
  })

  /** The lines of a story in a frame of its own, two columns wide. */
  const linesOf = (document: Node, head: Head | null) => {
    const { pages } = compose(editionOf(document, [storyFrame('f', 's', [0, 0, 2, 20], { head })]))
    return pages.flatMap((one) => [...hitLines(one).values()])
  }
  const caretAt = (there: readonly HitLine[], pos: number) =>
    caretOf(there, { story: storyId('s'), pos, after: true })

  it('has the caret of an empty 小标题 in the middle of its measure, where the first letter will be', () => {
    const document = doc(p('水渠先通。'), subhead(), p('夜里加班。'))
    const caret = caretAt(linesOf(document, null), (document.firstChild?.nodeSize ?? 0) + 1)
    expect(caret?.line.record.role).toBe('subhead')
    const { x = 0, measure = 0, size = 0 } = caret?.line.record ?? {}
    expect((caret?.rect.x ?? 0) - x).toBeCloseTo((measure * size) / 2000)
  })

  it('has the caret of an empty headline before the first letter under it', () => {
    const there = linesOf(doc(headline(), p('水渠先通。')), {
      ...{ level: 0, face: 'song', turns: [] },
    })
    const first = there.find(({ record }) => record.role === 'body')
    expect(caretAt(there, 1)).toMatchObject({ line: first, rect: { x: first?.left } })
  })

  it('has no caret on a page for a place that ends the page before', () => {
    const [, ...later] = linesOf(doc(p('水渠先通。'.repeat(12))), null)
    expect(caretAt(later, (later[0]?.from ?? 0) - 1)).toBeNull()
  })

  it('knows a place for every character of the story', () => {
    const known = new Set(own.flatMap((line) => line.stops.map((stop) => stop.pos)))
    lead.descendants((node, pos) => {
      if (!node.isText) return
      for (let i = 0; i < node.nodeSize; i++) expect(known).toContain(pos + i)
    })
  })

  it('gives back the place whose caret it was asked at', () => {
    const stops = lines.flatMap((line) => line.stops.map((stop) => ({ line, stop })))
    fc.assert(
      fc.property(fc.integer({ min: 0, max: stops.length - 1 }), (index) => {
        const { line, stop } = stops[index] ?? { line: lines[0]!, stop: lines[0]!.stops[0]! }
        const place = placeOnLine(line, stop.x)
        expect(place.pos).toBe(stop.pos)
        const caret = caretOf(lines, place)
        expect(caret?.line).toBe(line)
        expect(caret?.rect.x).toBeCloseTo(stop.x, 6)
        const middle = pt((line.top + line.bottom) / 2)
        expect(placeAt(lines, { x: stop.x, y: middle })).toEqual(place)
      }),
      { seed: 4, numRuns: 300 },
    )
  })

  it('runs left to right on a line and forward through the text', () => {
    for (const line of lines) {
      line.stops.forEach((stop, i) => {
        const next = line.stops[i + 1]
        if (next === undefined) return
        expect(next.pos).toBeGreaterThan(stop.pos)
        expect(next.x).toBeGreaterThanOrEqual(stop.x)
      })
    }
  })

  it('takes a click on the right half of a letter as after it', () => {
    const body = own.find((line) => line.record.role === 'body' && line.stops.length > 8)!
    const [a, b] = [body.stops[3]!, body.stops[4]!]
    const y = pt((body.top + body.bottom) / 2)
    expect(placeAt(lines, { x: pt(a.x + (b.x - a.x) * 0.3), y })?.pos).toBe(a.pos)
    expect(placeAt(lines, { x: pt(a.x + (b.x - a.x) * 0.7), y })?.pos).toBe(b.pos)
  })

  it('finds nothing far from any text', () => {
    expect(placeAt(lines, { x: pt(-500), y: pt(-500) })).toBeNull()
  })

  it('walks up and down through every line of the story and back', () => {
    const sorted = [...own].sort((a, b) => a.from - b.from)
    let line = sorted[0]!
    let steps = 0
    for (;;) {
      const place = lineBeyond(lines, line, 1, 0)
      if (place === null) break
      const next = caretOf(lines, place)!.line
      const back = lineBeyond(lines, next, -1, 0)
      expect(caretOf(lines, back!)?.line).toBe(line)
      line = next
      steps += 1
    }
    expect(steps).toBe(sorted.length - 1)
  })

  it('covers a selection with a rectangle a line, as wide as its letters', () => {
    const paragraph = own.filter((line) => line.record.role === 'body')
    const [first, second] = [paragraph[0]!, paragraph[1]!]
    const rects = selectionRects(lines, LEAD, first.stops[2]!.pos, second.stops[3]!.pos)
    expect(rects).toHaveLength(2)
    expect(rects[0]?.x).toBeCloseTo(first.stops[2]!.x, 6)
    expect(rects[1]?.width).toBeCloseTo(second.stops[3]!.x - second.left, 6)
  })
})
