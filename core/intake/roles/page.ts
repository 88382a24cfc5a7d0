import { CodeSet, pairCodesOf, type PageWords } from '../evidence'
import { traitsOfLine, type LineTraits } from './lineTraits'
import { formsOf } from './shapeTraits'
import type { Scrap } from '../classify'
import { INDENTED_SHARE } from '../lines'

/**
 * What the traits are read from: the page's scraps, their runs and the page's habits. A *run* is a row
 * of short scraps between paragraphs: heads, labels, names, subheads, verse.
 */

/** Pairs of characters that stand side by side, as codes, each once. */
export type Pairs = Uint32Array

/** Those of several texts, among which others are looked for. */
export interface TextPairs {
  readonly all: Pairs
  readonly set: CodeSet
}

export interface Run {
  readonly from: number
  readonly to: number
  /** Paragraphs in a row above and below it; no more are counted than tell something. */
  readonly above: number
  readonly below: number
  /** Word pairs of the nearest paragraphs. */
  readonly pairsAbove: TextPairs
  readonly pairsBelow: TextPairs
  readonly widest: number
  /** Its first 署名. */
  readonly bylines: readonly number[]
}

export interface Page {
  readonly scraps: readonly Scrap[]
  readonly words: PageWords
  readonly lines: readonly LineTraits[]
  readonly pairs: readonly Pairs[]
  /** Of the pairs of each scrap in a run, the share that the texts below the run have. */
  readonly sharedBelow: Float64Array
  /** The run of each scrap; null for a paragraph. */
  readonly runs: readonly (Run | null)[]
  /** How often a short scrap stands on the page, how often one opens so, and how often someone speaks. */
  readonly counts: ReadonlyMap<string, number>
  readonly openings: ReadonlyMap<string, number>
  readonly speakers: ReadonlyMap<string, number>
  /** Who begins to speak in each scrap. */
  readonly says: readonly string[]
  readonly indents: boolean
  /** Headings stand flush on a page whose paragraphs are indented. */
  readonly headsFlush: boolean
  /** Shares of the runs that hold a 署名, and of those under which a 电头 begins. */
  readonly signed: number
  readonly dated: number
  readonly textsARun: number
  /** What each scrap looks like, a letter each (shapeTraits.ts). */
  readonly forms: string
}

const TEXTS_READ = 3
const TEXTS_COUNTED = 6
const MOST_BYLINES = 3
const FLUSH_SHARE = 0.6
/** UTF-16 units of six rare characters, a number and a colon. */
const LONGEST_SPEAKER = 14

const pairsIn = ({ text }: Scrap): Pairs => pairCodesOf(text)

type Facts = Pick<Page, 'scraps' | 'lines' | 'pairs'>

export function shareOf(own: Pairs, { set }: TextPairs): number {
  let shared = 0
  for (let at = 0; at < own.length; at++) if (set.has(own[at] as number)) shared += 1
  return own.length === 0 ? 0 : shared / own.length
}

function textPairs(texts: readonly Pairs[]): TextPairs {
  const most = texts.reduce((sum, { length }) => sum + length, 0)
  const all = new Uint32Array(most)
  const set = new CodeSet(most)
  let count = 0
  for (const text of texts)
    for (let at = 0; at < text.length; at++)
      if (set.add(text[at] as number)) all[count++] = text[at] as number
  return { all: all.subarray(0, count), set }
}

function textsFrom({ lines, pairs }: Facts, start: number, step: 1 | -1) {
  const read: Pairs[] = []
  let count = 0
  for (let at = start; count < TEXTS_COUNTED && lines[at]?.long === true; at += step) {
    count += 1
    if (count <= TEXTS_READ) read.push(pairs[at] as Pairs)
  }
  return { count, pairs: textPairs(read) }
}

function runAt(facts: Facts, from: number, to: number): Run {
  const { scraps } = facts
  const [above, below] = [textsFrom(facts, from - 1, -1), textsFrom(facts, to + 1, 1)]
  let widest = from
  const bylines: number[] = []
  for (let at = from; at <= to; at++) {
    if ((scraps[at]?.width ?? 0) > (scraps[widest]?.width ?? 0)) widest = at
    if (scraps[at]?.kind === 'byline' && bylines.length < MOST_BYLINES) bylines.push(at)
  }
  return {
    from,
    to,
    above: above.count,
    below: below.count,
    pairsAbove: above.pairs,
    pairsBelow: below.pairs,
    widest,
    bylines,
  }
}

function runsOf(facts: Facts): readonly (Run | null)[] {
  const { scraps, lines } = facts
  const runs: (Run | null)[] = []
  while (runs.length < scraps.length) {
    const from = runs.length
    if (lines[from]?.long === true) {
      runs.push(null)
      continue
    }
    let to = from
    while (lines[to + 1]?.long === false) to += 1
    const run = runAt(facts, from, to)
    for (let at = from; at <= to; at++) runs.push(run)
  }
  return runs
}

/** Who begins to speak: 问:, 记者:, 王医生:; nothing when nobody does. */
const speakerOf = ({ folded }: Scrap): string =>
  folded.slice(0, LONGEST_SPEAKER).includes(':')
    ? (/^[\p{Script=Han}A-Z·]{1,6}\d?:/u.exec(folded)?.[0] ?? '')
    : ''

function tally(values: Iterable<string | undefined>): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const value of values) if (value) counts.set(value, (counts.get(value) ?? 0) + 1)
  return counts
}

const part = (some: number, all: number): number => (all === 0 ? 0 : some / all)

const indented = (scraps: readonly Scrap[]): number =>
  part(scraps.filter(({ indent }) => indent >= 1).length, scraps.length)

export function pageOf(scraps: readonly Scrap[], words: PageWords): Page {
  const facts = { scraps, lines: scraps.map(traitsOfLine), pairs: scraps.map(pairsIn) }
  const runs = runsOf(facts)
  const long = scraps.filter((_, at) => facts.lines[at]?.long === true)
  const short = scraps.filter((_, at) => facts.lines[at]?.long === false)
  const all = [...new Set(runs)].filter((run) => run !== null)
  const says = scraps.map(speakerOf)
  const indents = indented(long) >= INDENTED_SHARE
  return {
    scraps,
    words,
    lines: facts.lines,
    pairs: facts.pairs,
    runs,
    indents,
    sharedBelow: Float64Array.from(runs, (run, at) =>
      run === null ? 0 : shareOf(facts.pairs[at] as Pairs, run.pairsBelow),
    ),
    headsFlush: indents && indented(short) <= FLUSH_SHARE,
    counts: tally(short.map(({ text }) => text)),
    openings: tally(
      facts.lines.map(({ long: isLong, opening }) => (isLong ? '' : opening[0]?.text)),
    ),
    says,
    speakers: tally(says),
    signed: part(all.filter(({ bylines }) => bylines.length > 0).length, all.length),
    dated: part(all.filter(({ to }) => scraps[to + 1]?.lead === true).length, all.length),
    textsARun: part(long.length, all.length),
    forms: formsOf(scraps, facts.lines),
  }
}
