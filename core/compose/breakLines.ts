/**
 * Total-fit line breaking: of all ways to turn the lines of a paragraph the one
 * that costs least. A layered dynamic program, one layer a line, so that every
 * line may have a measure of its own and the number of lines can be asked for.
 * After Knuth and Plass (1981), without their restriction to few line lengths.
 */
import type { Align } from '../model/styles'
import { Break } from '../text/legalBreaks'
import {
  Measured,
  measuredLine,
  measureOpening,
  measureSqueeze,
  measureWidth,
} from '../text/measureLine'
import type { ShapedParagraph } from '../text/shapedParagraph'
import type { MilliEm } from '../units'
import { firstStop, fitsRest, isTooLong, restAfter, type Layer } from './lineBounds'
import {
  centredTurnCost,
  costOfLine,
  IMPOSSIBLE,
  overfullCost,
  PASSES,
  PASSES_FOR_COUNT,
  turnCost,
  type Pass,
} from './lineCost'

export interface BreakOptions {
  /** Measure of line 0, 1, 2 … of the paragraph; asked for in order, more than once. */
  readonly measureOf: (line: number) => MilliEm
  /** Indent of line 0. */
  readonly indent: MilliEm
  readonly align: Align
  /** Ask for exactly this many lines. */
  readonly lines?: number
  /** How many beginnings are kept a layer; all of them when absent (a test's oracle). */
  readonly beam?: number
}

export interface BrokenParagraph {
  /** For each line, one past its last cell. The last entry is the paragraph's length. */
  readonly ends: readonly number[]
  readonly cost: number
}

const BEAM = 10

/**
 * Breaks a shaped paragraph. Always succeeds unless `lines` is given: then null
 * says that the text cannot be set in so many lines without holes or a 孤字.
 * An empty paragraph has one empty line.
 */
export function breakParagraph(p: ShapedParagraph, options: BreakOptions): BrokenParagraph | null {
  const { lines } = options
  if (p.length === 0) return lines === undefined || lines === 1 ? { ends: [0], cost: 0 } : null
  for (const pass of lines === undefined ? PASSES : PASSES_FOR_COUNT) {
    if (pass.onlyUnits && !p.hasUnits) continue
    const found = runPass(p, options, pass)
    if (found !== null) return found
  }
  return null
}

/** Shared between calls: breaking a page must not make garbage. Calls do not nest. */
const scratch = {
  line: measuredLine(),
  /** Candidate ends, ascending: cells before each. Entry 0 is the paragraph's start. */
  stops: new Int32Array(512),
  /** Nodes of all layers: index into stops, cost from the start, node before. */
  stop: new Int32Array(1024),
  cost: new Float64Array(1024),
  back: new Int32Array(1024),
  /** Node of the newest layer that ends at a stop; -1 where there is none. */
  nodeAt: new Int32Array(512),
  sorted: new Float64Array(512),
}

function reserve(stops: number, nodes: number): void {
  if (scratch.stops.length < stops) {
    scratch.stops = new Int32Array(stops * 2)
    scratch.nodeAt = new Int32Array(stops * 2)
    scratch.sorted = new Float64Array(stops * 2)
  }
  if (scratch.stop.length < nodes) {
    scratch.stop = grown(scratch.stop, nodes * 2)
    scratch.back = grown(scratch.back, nodes * 2)
    const cost = new Float64Array(nodes * 2)
    cost.set(scratch.cost)
    scratch.cost = cost
  }
}

function grown(from: Int32Array, length: number): Int32Array<ArrayBuffer> {
  const to = new Int32Array(length)
  to.set(from)
  return to
}

function collectStops(p: ShapedParagraph, pass: Pass): number {
  reserve(p.length + 2, 0)
  const { stops } = scratch
  stops[0] = 0
  let count = 1
  for (let i = 0; i < p.length; i++) {
    if (i === p.length - 1 || isStop(p.breaks[i]!, pass)) stops[count++] = i + 1
  }
  return count
}

function isStop(value: number, { units, emergency }: Pass): boolean {
  switch (value) {
    case Break.never:
      return false
    case Break.barred:
    case Break.word:
      return emergency
    case Break.unit:
      return units
    default:
      return true
  }
}

/** The best way so far to reach the paragraph's end. */
interface Finish {
  cost: number
  /** Node the last line starts from. */
  node: number
}

function runPass(p: ShapedParagraph, options: BreakOptions, pass: Pass): BrokenParagraph | null {
  const { measureOf, indent, align, lines } = options
  const beam = lines === undefined ? (options.beam ?? BEAM) : Infinity
  const stops = collectStops(p, pass)
  scratch.nodeAt.fill(-1, 0, stops)
  scratch.stop[0] = 0
  scratch.cost[0] = 0
  scratch.back[0] = -1
  const best: Finish = { cost: Infinity, node: -1 }
  let from = 0
  let to = 1
  for (let line = 0; to > from && (lines === undefined || line < lines); line++) {
    const finish: Finish = { cost: Infinity, node: -1 }
    reserve(0, to + stops)
    const lineIndent = line === 0 ? indent : 0
    const rest = lines === undefined ? null : restAfter(line, lines, measureOf)
    const measure = measureOf(line)
    const layer: Layer = { p, align, pass, measure, indent: lineIndent, stops, rest }
    let next = to
    for (let node = from; node < to; node++) next = extend(layer, node, next, finish)
    const wanted = lines === undefined || line === lines - 1
    if (wanted && finish.cost < best.cost) Object.assign(best, finish)
    from = to
    to = prune(from, next, beam, best.cost)
  }
  return best.node < 0 ? null : { ends: endsOf(best.node, p.length), cost: best.cost }
}

/** Adds to the next layer every line that can start at `node`; answers the layer's new end. */
function extend(layer: Layer, node: number, end: number, finish: Finish): number {
  const { p, align, pass, measure, stops } = layer
  const start = scratch.stop[node]!
  const from = scratch.stops[start]!
  const before = scratch.cost[node]!
  let next = end
  for (let stop = firstStop(layer, scratch.stops, from, start + 1); stop < stops; stop++) {
    const to = scratch.stops[stop]!
    if (stop > start + 1 && isTooLong(layer, from, to)) break
    measureFor(layer, from, to)
    let cost = costOfLine(p, align, pass, scratch.line, measure, from, to)
    if (cost === IMPOSSIBLE && pass.emergency && stop === start + 1) {
      cost = overfullCost(scratch.line, measure)
    }
    if (cost !== IMPOSSIBLE) {
      if (to === p.length) {
        if (before + cost < finish.cost) setFinish(finish, before + cost, node)
      } else if (fitsRest(layer, to)) {
        const turn = turnCost(p.breaks[to - 1]!) + (align === 'center' ? centredTurnCost(p, to) : 0)
        next = addNode(stop, before + cost + turn, node, next)
      }
    }
    if (p.breaks[to - 1] === Break.forced) break
  }
  return next
}

function setFinish(finish: Finish, cost: number, node: number): void {
  finish.cost = cost
  finish.node = node
}

function addNode(stop: number, cost: number, back: number, end: number): number {
  const known = scratch.nodeAt[stop]!
  if (known < 0) {
    scratch.nodeAt[stop] = end
    scratch.stop[end] = stop
    scratch.cost[end] = cost
    scratch.back[end] = back
    return end + 1
  }
  if (cost < scratch.cost[known]!) {
    scratch.cost[known] = cost
    scratch.back[known] = back
  }
  return end
}

/** Measures what the cost of a line asks for: how it can gain room, or how it can give up room. */
function measureFor({ p, measure, indent }: Layer, from: number, to: number): void {
  const { line } = scratch
  measureWidth(p, from, to, indent, line)
  if (line[Measured.natural]! > measure) measureSqueeze(p, line)
  else measureOpening(p, line)
}

/** Keeps the cheapest nodes of the newest layer, in place; answers its end. */
function prune(from: number, end: number, beam: number, bound: number): number {
  const { stop, cost, back, nodeAt, sorted } = scratch
  let limit = Infinity
  if (end - from > beam) {
    const costs = sorted.subarray(0, end - from)
    costs.set(cost.subarray(from, end))
    costs.sort()
    limit = costs[beam - 1]!
  }
  let kept = from
  for (let node = from; node < end; node++) {
    nodeAt[stop[node]!] = -1
    if (cost[node]! > limit || cost[node]! >= bound) continue
    stop[kept] = stop[node]!
    cost[kept] = cost[node]!
    back[kept] = back[node]!
    kept += 1
  }
  return kept
}

function endsOf(node: number, length: number): readonly number[] {
  const ends = [length]
  for (let at = node; at > 0; at = scratch.back[at]!) ends.push(scratch.stops[scratch.stop[at]!]!)
  return ends.reverse()
}
