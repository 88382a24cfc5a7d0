import { endingOf, joinTexts } from './characters'
import { headWordsOf, isByline, isCredit } from './people'
import { isFurniture, isMarkedSubhead, labelOf } from './labels'
import { makeLine, type Line } from './lines'
import type { Notes } from './notes'

/**
 * Text taken from a PDF often breaks at every line of the column. The measure shows: many lines end at
 * the same width. Such lines are put together again before anything is judged; a page without a measure
 * is left alone.
 */

const NARROWEST = 8
const WIDEST = 62
/** A full line may be short by a mark pushed over the end and by one character of rounding. */
const SLACK = 1.5
const FEWEST_PAIRS = 5
const FULL_SHARE = 0.4

const extentOf = (line: Line): number => line.indent + line.width

const usualGapOf = (lines: readonly Line[]): number => {
  const blank = lines.filter((line) => line.gap === 0).length
  return blank * 2 >= lines.length ? 0 : 1
}

/** Widths, in ems, at which a good share of the lines end; widest first. */
const measuresOf = (lines: readonly Line[]): readonly number[] => {
  const counts = new Map<number, number>()
  for (const line of lines) {
    const extent = Math.round(extentOf(line))
    if (extent >= NARROWEST && extent <= WIDEST) counts.set(extent, (counts.get(extent) ?? 0) + 1)
  }
  const near = (m: number): number => (counts.get(m) ?? 0) + (counts.get(m - 1) ?? 0)
  const enough = Math.max(4, lines.length * 0.15)
  return [...counts.keys()]
    .filter((m) => near(m) >= enough && near(m) >= near(m + 1))
    .sort((a, b) => b - a)
}

const measureOf = (line: Line, measures: readonly number[]): number | undefined => {
  const extent = extentOf(line)
  return measures.find((m) => extent <= m + 0.5 && extent >= m - SLACK)
}

const standsAlone = (line: Line): boolean =>
  isByline(line.folded) ||
  isCredit(line.folded) ||
  isFurniture(line.folded) ||
  labelOf(line.folded)?.alone === true

interface Page {
  readonly measures: readonly number[]
  readonly gap: number
  readonly indents: boolean
}

const goesOn = (line: Line, next: Line, page: Page): boolean => {
  const measure = measureOf(line, page.measures)
  if (measure === undefined || next.gap > page.gap || extentOf(next) > measure + 0.5) return false
  if (next.indent >= 1 || standsAlone(line) || standsAlone(next)) return false
  if (isMarkedSubhead(next.folded) || labelOf(next.folded) || headWordsOf(next.folded)?.dateline[1])
    return false
  const stops = endingOf(line.text) === 'stop'
  return !stops || page.indents
}

const isWrapped = (lines: readonly Line[], page: Page): boolean => {
  let pairs = 0
  let full = 0
  for (let i = 0; i + 1 < lines.length; i++) {
    const [line, next] = [lines[i] as Line, lines[i + 1] as Line]
    if (next.gap > page.gap) continue
    pairs++
    if (goesOn(line, next, page)) full++
  }
  return full >= FEWEST_PAIRS && full >= pairs * FULL_SHARE
}

/** Column lines to whole paragraphs where the page is wrapped at a measure; otherwise the same lines. */
export const unwrapLines = (lines: readonly Line[], notes: Notes): readonly Line[] => {
  const indents = lines.filter((line) => line.indent >= 1).length >= lines.length * 0.05
  const page: Page = { measures: measuresOf(lines), gap: usualGapOf(lines), indents }
  if (page.measures.length === 0 || !isWrapped(lines, page)) return lines
  const whole: Line[] = []
  let parts: Line[] = []
  const flush = (): void => {
    const [first] = parts
    if (first)
      whole.push(
        parts.length === 1
          ? first
          : makeLine(first.no, joinTexts(parts.map((part) => part.text)), first.indent, first.gap),
      )
    parts = []
  }
  lines.forEach((line, i) => {
    const before = lines[i - 1]
    if (!before || !goesOn(before, line, page)) flush()
    parts.push(line)
  })
  flush()
  const [first, last] = [lines[0] as Line, lines[lines.length - 1] as Line]
  notes.decide(
    'unwrap',
    [first.no, last.no],
    `the text is broken at every column line (about ${page.measures.join(', ')} characters); ${lines.length} lines were joined into ${whole.length}`,
    indents ? 0.9 : 0.75,
  )
  return whole
}
