/**
 * What a line costs. The weights were found on newspaper text at 12 to 24 em
 * (tests/bench/seedTypography): squeezing marks comes before opening gaps, as
 * the newspapers' 先挤进后推出 has it, and closing characters up is dearer than
 * opening them by as much.
 */
import type { Align } from '../model/styles'
import { BREATH, LEANS_BACK, LEANS_ON } from '../text/displayTurns'
import { Break } from '../text/legalBreaks'
import { Measured } from '../text/measureLine'
import { Tier, TIERS, type ShapedParagraph } from '../text/shapedParagraph'

/** What is allowed, from strict to anything; the first pass that finds a way is the last. */
export interface Pass {
  /** How far a plain gap may open, in em. */
  readonly tolerance: number
  /** Whether a number may be parted from its Chinese unit. */
  readonly units: boolean
  /** Differs from the pass before it in nothing but `units`. */
  readonly onlyUnits: boolean
  /** Whether the last line may be a single character (孤字). */
  readonly runt: boolean
  /** Whether lines may turn where the rules bar it. */
  readonly emergency: boolean
}

export const PASSES: readonly Pass[] = [
  { tolerance: 0.06, units: false, onlyUnits: false, runt: false, emergency: false },
  { tolerance: 0.07, units: false, onlyUnits: false, runt: false, emergency: false },
  { tolerance: 0.07, units: true, onlyUnits: true, runt: false, emergency: false },
  { tolerance: 0.1, units: true, onlyUnits: false, runt: false, emergency: false },
  { tolerance: 0.13, units: true, onlyUnits: false, runt: false, emergency: false },
  { tolerance: 0.35, units: true, onlyUnits: false, runt: false, emergency: false },
  { tolerance: 0.35, units: true, onlyUnits: false, runt: true, emergency: false },
  { tolerance: Infinity, units: true, onlyUnits: false, runt: false, emergency: true },
  { tolerance: Infinity, units: true, onlyUnits: false, runt: true, emergency: true },
]

/**
 * A line count that was asked for must not be paid for with holes: fillThread
 * takes no line whose gaps show, and looser passes can only give such lines.
 */
export const PASSES_FOR_COUNT: readonly Pass[] = [
  { tolerance: 0.06, units: false, onlyUnits: false, runt: false, emergency: false },
]

/** A line that cannot be set within the limits asked for. */
export const IMPOSSIBLE = Infinity

/** Every line costs, so that of two good settings the shorter one wins. */
const LINE_COST = 10

/** In ragged blocks the number of lines comes before their evenness. */
const RAGGED_LINE_COST = 1000

/** Word divisions are a last resort before wide gaps. */
const HYPHEN_COST = 20

/** More than a division: a reader takes 16年 in at one look. */
const UNIT_COST = 30

/** A word torn apart weighs as much as gaps of an em; a misplaced mark more than anything but a line that sticks out. */
const WORD_COST = 10_000
const BARRED_COST = 1_000_000
const OVERFULL_WEIGHT = 1_000_000

/** Cost of giving up a whole em, by means: line-end mark first, then one a Tier. */
const SQUEEZE_WEIGHTS: readonly number[] = (() => {
  const weights = new Array<number>(TIERS + 1).fill(0)
  weights[0] = 1
  weights[1 + Tier.wordSpace] = 4
  weights[1 + Tier.bracket] = 8
  weights[1 + Tier.pause] = 8
  weights[1 + Tier.latinGap] = 16
  weights[1 + Tier.stop] = 24
  weights[1 + Tier.solid] = 60
  return weights
})()

/** Cost of Han–Latin gaps or word spaces opened all the way. */
const OPEN_WEIGHT = 4

/** Square of a gap's stretch, so that 5 % of an em costs 25. */
const STRETCH_WEIGHT = 10_000

/**
 * Cost of justifying a measured line to `measure`; `IMPOSSIBLE` when it is too
 * long, or when plain gaps would open by more than `tolerance` of an em. A line
 * without gaps counts as one gap, and only where anything goes.
 */
function justifiedCost(line: Int32Array, measure: number, tolerance: number): number {
  const room = measure - line[Measured.natural]!
  if (room < 0) return LINE_COST + squeezeCost(line, -room)
  const space = Math.min(room, line[Measured.space]!)
  const latin = Math.min(room - space, line[Measured.latin]!)
  const plain = room - space - latin
  const gaps = line[Measured.gaps]!
  const stretch = plain === 0 ? 0 : plain / Math.max(1, gaps) / 1000
  if (stretch > tolerance || (gaps === 0 && plain > 0 && tolerance !== Infinity)) return IMPOSSIBLE
  return (
    LINE_COST +
    openCost(space, line[Measured.space]!) +
    openCost(latin, line[Measured.latin]!) +
    STRETCH_WEIGHT * stretch * stretch
  )
}

const openCost = (part: number, whole: number): number =>
  part === 0 ? 0 : OPEN_WEIGHT * (part / whole) ** 2

/** Cost of taking `excess` out of a line; `IMPOSSIBLE` when it does not have as much. */
function squeezeCost(line: Int32Array, excess: number): number {
  let left = excess
  let cost = 0
  for (let i = 0; i <= TIERS && left > 0; i++) {
    const taken = Math.min(left, line[Measured.endSqueeze + i]!)
    cost += (SQUEEZE_WEIGHTS[i]! * taken) / 1000
    left -= taken
  }
  return left > 0 ? IMPOSSIBLE : cost
}

/** Cost of a last line of a justified block: it may be short, or squeezed to fit. */
function lastCost(line: Int32Array, measure: number): number {
  const room = measure - line[Measured.natural]!
  return LINE_COST + (room < 0 ? squeezeCost(line, -room) : 0)
}

/** Cost of a line of a block set left, right or centred; a last line may be short. */
function raggedCost(line: Int32Array, measure: number, mayBeShort: boolean): number {
  const room = measure - line[Measured.natural]!
  if (room < 0) return IMPOSSIBLE
  return RAGGED_LINE_COST + (mayBeShort ? 0 : (room / 1000) ** 2)
}

/** Cost of the measured line `from`–`to` (cells) of a paragraph, without its turn. */
export function costOfLine(
  p: ShapedParagraph,
  align: Align,
  pass: Pass,
  line: Int32Array,
  measure: number,
  from: number,
  to: number,
): number {
  const isEnd = to === p.length
  const isLast = isEnd || p.breaks[to - 1] === Break.forced
  if (isEnd && from > 0 && !pass.runt && isRunt(p, from)) return IMPOSSIBLE
  if (align !== 'justify') return raggedCost(line, measure, isLast && align !== 'center')
  return isLast ? lastCost(line, measure) : justifiedCost(line, measure, pass.tolerance)
}

/** 孤字: one character, with or without its marks. CLREQ, GB/T 15834-2011 §5.1.11 */
const isRunt = (p: ShapedParagraph, from: number): boolean =>
  p.letterSum[p.length]! - p.letterSum[from]! <= 1

/** Cost of a line wider than its measure that nothing can shorten. */
export const overfullCost = (line: Int32Array, measure: number): number =>
  (OVERFULL_WEIGHT * Math.max(1, line[Measured.natural]! - measure)) / 1000

/** What a turn of a centred block costs where a word hangs, and where the reader draws no breath, in squares of ems. */
const HANGING_COST = 105
const BREATHLESS_COST = 45

/** Cost of turning a centred block, a headline's companion, after the cell before `to`. */
export function centredTurnCost({ texts }: ShapedParagraph, to: number): number {
  const before = texts[to - 1] ?? ''
  if (LEANS_ON.test(before) || LEANS_BACK.test(texts[to] ?? '')) return HANGING_COST
  return BREATH.test(before) ? 0 : BREATHLESS_COST
}

/** Cost of turning the line at a break of this kind. */
export function turnCost(value: number): number {
  switch (value) {
    case Break.hyphen:
      return HYPHEN_COST
    case Break.unit:
      return UNIT_COST
    case Break.word:
      return WORD_COST
    case Break.barred:
      return BARRED_COST
    default:
      return 0
  }
}
