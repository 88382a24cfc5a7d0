import { pairCodesOf, type PageWords } from '../evidence'
import { traitsOfLine, type LineTraits } from './lineTraits'
import type { Scrap } from '../classify'
import { INDENTED_SHARE } from '../lines'

/**
 * What the traits are read from: the page's scraps, their runs and the page's habits. A *run* is a row
 * of short scraps between paragraphs: heads, labels, names, subheads, verse.
 */

/** Pairs of characters that stand side by side, as codes. */
export type Pairs = ReadonlySet<number>

export interface Run {
  readonly from: number
  readonly to: number
  /** Paragraphs in a row above and below it; no more are counted than tell something. */
  readonly above: number
  readonly below: number
  /** Word pairs of the nearest paragraphs. */
  readonly pairsAbove: Pairs
  readonly pairsBelow: Pairs
  readonly widest: number
  /** Its first 署名. */
  readonly bylines: readonly number[]
}

export interface Page {
  readonly scraps: readonly Scrap[]
  readonly words: PageWords
  readonly lines: readonly LineTraits[]
  readonly pairs: readonly Pairs[]
  /** The run of each scrap; null for a paragraph. */
  readonly runs: readonly (Run | null)[]
  /** How often a short scrap stands on the page, how often one opens so, and how often someone speaks. */
  readonly counts: ReadonlyMap<string, number>
  readonly openings: ReadonlyMap<string, number>
  readonly speakers: ReadonlyMap<string, number>
  readonly indents: boolean
  /** Headings stand flush on a page whose paragraphs are indented. */
  readonly headsFlush: boolean
  /** Shares of the runs that hold a 署名, and of those under which a 电头 begins. */
  readonly signed: number
  readonly dated: number
  readonly textsARun: number
}

const TEXTS_READ = 3
const TEXTS_COUNTED = 6
const MOST_BYLINES = 3
const FLUSH_SHARE = 0.6

const pairsIn = ({ text }: Scrap): Pairs => pairCodesOf(text)

type Facts = Pick<Page, 'scraps' | 'lines' | 'pairs'>

function textsFrom({ lines, pairs }: Facts, start: number, step: 1 | -1) {
  const all = new Set<number>()
  let count = 0
  for (let at = start; count < TEXTS_COUNTED && lines[at]?.long === true; at += step) {
    count += 1
    if (count <= TEXTS_READ) for (const pair of pairs[at] ?? []) all.add(pair)
  }
  return { count, pairs: all }
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
    ...{ from, to, widest, bylines, above: above.count, below: below.count },
    ...{ pairsAbove: above.pairs, pairsBelow: below.pairs },
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
export const speakerOf = ({ folded }: Scrap): string =>
  /^[\p{Script=Han}A-Z·]{1,6}\d?:/u.exec(folded)?.[0] ?? ''

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
  const indents = indented(long) >= INDENTED_SHARE
  return {
    ...{ ...facts, words, runs, indents },
    headsFlush: indents && indented(short) <= FLUSH_SHARE,
    counts: tally(short.map(({ text }) => text)),
    openings: tally(facts.lines.map(({ long: isLong, opening }) => (isLong ? '' : opening[0]))),
    speakers: tally(scraps.map(speakerOf)),
    signed: part(all.filter(({ bylines }) => bylines.length > 0).length, all.length),
    dated: part(all.filter(({ to }) => scraps[to + 1]?.lead === true).length, all.length),
    textsARun: part(long.length, all.length),
  }
}
