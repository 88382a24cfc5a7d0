/** What can be said of lines before they are measured: which are surely too short, too long, or leave what cannot be set. */
import type { Align } from '../model/styles'
import { CharClass } from '../text/characters'
import type { ShapedParagraph } from '../text/shapedParagraph'
import type { MilliEm } from '../units'
import type { Pass } from './lineCost'

/** What all lines of one layer have in common. */
export interface Layer {
  readonly p: ShapedParagraph
  readonly align: Align
  readonly pass: Pass
  readonly measure: number
  readonly indent: number
  /** Number of stops; the last one is the paragraph's end. */
  readonly stops: number
  /** What is to come after this layer's line, where the number of lines is asked for. */
  readonly rest: Rest | null
}

/** A hyphen shown at the line's end is wider than this in no face of text. */
const HYPHEN_AT_MOST = 600

/** Half a mark at each end, and a gap behind the last cell: more than a line's ends can take off it. */
const LINE_ENDS = 1250

/** Thousandths of an em by which a pass lets a plain gap open. */
const openedBy = ({ tolerance }: Pass): number => Math.min(1, tolerance) * 1000

/** Width of the paragraph up to a cell with every gap open as far as it may, plain ones by `opened`. */
const widest = (p: ShapedParagraph, to: number, opened: number): number =>
  p.widthSum[to]! + p.spaceSum[to]! + p.latinSum[to]! + opened * p.plainSum[to]!

/** The first of the `ends`, from number `stop` on, at which a line from `from` can be long enough. */
export function firstStop(
  { p, align, pass, measure, indent, stops }: Layer,
  ends: Int32Array,
  from: number,
  stop: number,
): number {
  if (align !== 'justify' || pass.emergency || p.turns) return stop
  const opened = openedBy(pass)
  const wanted = widest(p, from, opened) + measure - indent - HYPHEN_AT_MOST
  let low = stop
  let high = stops - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if (widest(p, ends[middle]!, opened) < wanted) low = middle + 1
    else high = middle
  }
  return low
}

/** Whether neither this line nor a longer one can fit: with everything squeezed out it is wider than its measure. */
export function isTooLong({ p, measure, indent }: Layer, from: number, to: number): boolean {
  let first = from
  while (first < to && p.classes[first] === CharClass.space) first += 1
  const narrowest = p.narrowSum[p.contentEnd[to]!]! - p.narrowSum[first]! - LINE_ENDS
  return indent + narrowest > measure
}

/** Lines still to come: what all but the last of them hold, and what they hold together. */
interface Rest {
  readonly lines: number
  readonly least: number
  readonly most: number
}

/** What comes after line `line` of `lines`. */
export function restAfter(line: number, lines: number, measureOf: (line: number) => MilliEm): Rest {
  let least = 0
  for (let next = line + 1; next < lines - 1; next++) least += measureOf(next)
  const last = line + 1 < lines ? measureOf(lines - 1) : 0
  return { lines: lines - line - 1, least, most: least + last }
}

/** Whether the text behind a stop could be set in the lines that are left: cheaper than trying. */
export function fitsRest({ p, align, pass, rest }: Layer, to: number): boolean {
  if (rest === null) return true
  const narrow = p.narrowSum[p.length]! - p.narrowSum[to]! - rest.lines * LINE_ENDS
  if (rest.lines === 0 || narrow > rest.most) return false
  if (align !== 'justify' || pass.emergency || p.turns) return true
  const opened = openedBy(pass)
  const wide = widest(p, p.length, opened) - widest(p, to, opened)
  return wide + rest.lines * HYPHEN_AT_MOST >= rest.least
}
