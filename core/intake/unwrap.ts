import { groundsOf } from './reasons'
import { cannotBegin, endingOf, joinTexts, widthOf } from './characters'
import { headWordsOf, isByline, isCredit } from './people'
import { isFurniture, isMarkedSubhead, labelOf } from './labels'
import { PARAGRAPH_OPENING } from './seam'
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
/** Compressed or hanging marks let a line hold a character more. */
const OVER = 1
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
  const at = (m: number): number => counts.get(m) ?? 0
  const enough = Math.max(4, lines.length * 0.15)
  return [...counts.keys()]
    .filter((m) => at(m) + at(m - 1) >= enough && at(m) >= at(m - 1) && at(m) > at(m + 1))
    .sort((a, b) => b - a)
}

const measureOf = (line: Line, measures: readonly number[]): number | undefined => {
  const extent = extentOf(line)
  return measures.find((m) => extent <= m + OVER && extent >= m - SLACK)
}

const standsAlone = (line: Line): boolean =>
  isByline(line.folded) ||
  isCredit(line.folded) ||
  isFurniture(line.folded) ||
  labelOf(line.folded)?.alone === true

interface Page {
  readonly lines: readonly Line[]
  readonly measures: readonly number[]
  readonly gap: number
  readonly indents: boolean
}

/** The first thing of a line that a column break may stand before: a character with the closing marks after it. */
const firstUnit = (text: string): string => {
  let end = 1
  while (cannotBegin(text[end])) end++
  return text.slice(0, end)
}

/** Not even the first character of the next line would have fitted: the break is the column's, not the writer's. */
const isBrimful = (line: Line, next: Line, measure: number): boolean =>
  extentOf(line) + widthOf(firstUnit(next.text)) > measure

/** A line without a final mark that its column did not break is a heading, not the middle of a paragraph. */
const isHeading = (line: Line, next: Line | undefined, measure: number): boolean => {
  if (endingOf(line.text) === 'stop') return false
  return !next || next.indent >= 1 || standsAlone(next) || !isBrimful(line, next, measure)
}

/** A full line that ends a sentence may end its paragraph, and a heading may follow it. */
const goesOnAfterStop = (at: number, measure: number, { lines, indents }: Page): boolean => {
  const [line, next] = [lines[at] as Line, lines[at + 1] as Line]
  if (isHeading(next, lines[at + 2], measure)) return false
  return indents || (isBrimful(line, next, measure) && !PARAGRAPH_OPENING.test(next.text))
}

/** Does the line after `at` continue it? `inside`: the line at `at` continues another itself. */
const goesOn = (at: number, page: Page, inside: boolean): boolean => {
  const [line, next] = [page.lines[at], page.lines[at + 1]]
  if (!line || !next) return false
  const measure = measureOf(line, page.measures)
  if (measure === undefined || next.gap > page.gap || extentOf(next) > measure + OVER) return false
  if (next.indent >= 1 || (!inside && standsAlone(line))) return false
  const stops = endingOf(line.text) === 'stop'
  const cutByColumn = !stops && isBrimful(line, next, measure)
  if (standsAlone(next) && !(cutByColumn && isCredit(next.folded))) return false
  if (isMarkedSubhead(next.folded) || labelOf(next.folded) || headWordsOf(next.folded)?.dateline[1])
    return false
  return !stops || goesOnAfterStop(at, measure, page)
}

const isWrapped = (page: Page): boolean => {
  let pairs = 0
  let full = 0
  for (let at = 0; at + 1 < page.lines.length; at++) {
    if ((page.lines[at + 1] as Line).gap > page.gap) continue
    pairs++
    if (goesOn(at, page, false)) full++
  }
  return full >= FEWEST_PAIRS && full >= pairs * FULL_SHARE
}

/** Column lines to whole paragraphs where the page is wrapped at a measure; otherwise the same lines. */
export const unwrapLines = (lines: readonly Line[], notes: Notes): readonly Line[] => {
  const indents = lines.filter((line) => line.indent >= 1).length >= lines.length * 0.05
  const page: Page = { lines, measures: measuresOf(lines), gap: usualGapOf(lines), indents }
  if (page.measures.length === 0 || !isWrapped(page)) return lines
  const paragraphs: Line[][] = []
  lines.forEach((line, at) => {
    const last = paragraphs[paragraphs.length - 1]
    if (last && goesOn(at - 1, page, last.length > 1)) {
      last.push(line)
      const before = lines[at - 1] as Line
      if (!indents && endingOf(before.text) === 'stop') {
        notes.decide('join', [before.no, line.no], groundsOf(['fullLine']), 0.6)
      }
    } else paragraphs.push([line])
  })
  const whole = paragraphs.map((parts) => {
    const first = parts[0] as Line
    if (parts.length === 1) return first
    return makeLine(first.no, joinTexts(parts.map((part) => part.text)), first.indent, first.gap)
  })
  const [first, last] = [lines[0] as Line, lines[lines.length - 1] as Line]
  const measures = page.measures.join(', ')
  notes.decide(
    'unwrap',
    [first.no, last.no],
    {
      reason: `the text is broken at every column line (about ${measures} characters); ${lines.length} lines were joined into ${whole.length}`,
    },
    indents ? 0.9 : 0.75,
  )
  return whole
}
