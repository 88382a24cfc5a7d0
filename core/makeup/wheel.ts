/**
 * The five-block wheel (pinwheel): four arms around a hub, so that no rule or
 * gutter runs through the page. Only the whole page is made so.
 *
 *   A A B      A B B
 *   D E B  or  A E C
 *   D C C      D D C
 *
 * A stands over D and B over C, and together they are as deep as the page; the
 * hub takes what the two seams leave. So A with D and B with C are solved as
 * pairs, for each place of their seam, and the hub joins them. Headlines meet in
 * two places: A and B at the page's head, and the hub with the block beside it
 * that begins in the same row, D on the left wheel above and C on the right.
 */
import { aboutRow, type Best } from './candidates'
import { NO_ROW } from './costRows'
import { cornersWith, headTables, type HeadTables } from './headCosts'
import type { Region } from './plan'
import { LEFT_HEAD, RIGHT_HEAD, type SlicingTable } from './slicing'
import { fillSide, LOWER, roomFor, UPPER, type PairTable, type Side } from './wheelPairs'

/** Offers every wheel of `set` that is cheap enough. The lead must be in `set`. */
export function offerWheels(table: SlicingTable, set: number, best: Best): void {
  const { columns, lead } = table.problem
  if (lead < 0) return
  const work: Work = {
    heads: headTables(table, set),
    left: roomFor(table, set),
    right: roomFor(table, set),
  }
  for (let wa = 1; wa < columns; wa++) {
    for (let wd = 1; wd < columns; wd++) {
      if (wa === wd || table.problem.cancelled?.()) continue
      offerOfWidths(table, work, { set, wa, wd }, best)
    }
  }
}

function offerOfWidths(
  table: SlicingTable,
  { heads, left, right }: Work,
  { set, wa, wd }: { readonly set: number; readonly wa: number; readonly wd: number },
  best: Best,
): void {
  const { columns, lead } = table.problem
  const leadBit = 1 << lead
  const clockwise = wa > wd
  const hubWidth = Math.abs(wa - wd)
  const hubSide = clockwise ? LEFT_HEAD : RIGHT_HEAD
  const hubExcess = leastExcess(heads, hubWidth, hubSide)
  const onLeft = { upper: RIGHT_HEAD, lower: clockwise ? RIGHT_HEAD : null }
  const onRight = { upper: LEFT_HEAD, lower: clockwise ? null : LEFT_HEAD }
  // What the other parts cost at least is lost to each side.
  const upperRight = leastExcess(heads, columns - wa, onRight.upper)
  const lowerRight = leastExcess(heads, columns - wd, onRight.lower)
  const mostLeft = best.bound - hubExcess - upperRight - lowerRight
  if (!(mostLeft > table.floor(set))) return
  fillSide(table, heads, left, {
    set,
    above: wa,
    below: wd,
    must: leadBit,
    meets: onLeft,
    most: mostLeft,
    all: set,
  })
  if (left.order.sets.length === 0) return
  const mostRight = best.bound - hubExcess - (left.order.excess[0] as number)
  fillSide(table, heads, right, {
    set: set & ~leadBit,
    above: columns - wa,
    below: columns - wd,
    must: 0,
    meets: onRight,
    most: mostRight,
    all: set,
  })
  const hubs = BOTH_HEADS.map((head) => heads(hubWidth, hubSide, head))
  const floor = table.floor(set) + hubExcess
  const rights = right.order
  let dearest = best.bound
  left.order.sets.forEach((s, i) => {
    const excess = floor + (left.order.excess[i] as number)
    for (let j = 0; j < rights.sets.length; j++) {
      if (excess + (rights.excess[j] as number) >= dearest) break
      const t = rights.sets[j] as number
      const hub = set ^ s ^ t
      if ((s & t) !== 0 || hub === 0) continue
      const pairs = (left.least[s] as number) + (right.least[t] as number)
      if (pairs + table.cheapest(hub, hubWidth) >= dearest) continue
      const hubRows = hubs.map(({ rows }) => rows[hub] as number)
      const hubLeast = hubs.map(({ least }) => least[hub] as number)
      const sets: WheelSets = { s, t, hub, wa, wd, hubRows, hubLeast }
      if (leastOf(table, sets, left, right) >= dearest) continue
      offerOfSeams(table, sets, left, right, best)
      dearest = best.bound
    }
  })
}

/** By how much a set of this width costs more than its blocks must, at least. */
const leastExcess = (heads: HeadTables, width: number, side: number | null): number =>
  Math.min(
    ...(side === null ? [false] : BOTH_HEADS).map(
      (head) => heads(width, side, head).order.excess[0] ?? Infinity,
    ),
  )

const BOTH_HEADS = [false, true] as const

/** What all widths of a wheel share; the tables of a side are filled anew for each. */
interface Work {
  readonly heads: HeadTables
  readonly left: Side
  readonly right: Side
}

/** Which sets make the left pair, the right pair and the hub, and where the cuts down fall. */
interface WheelSets {
  readonly s: number
  readonly t: number
  readonly hub: number
  readonly wa: number
  readonly wd: number
  /** Where the hub's costs begin with no headline in the corner that meets another, and with one. */
  readonly hubRows: readonly number[]
  /** What it costs at least, with none and with one. */
  readonly hubLeast: readonly number[]
}

/** What wheels of these sets cost at least, wherever their seams lie: most cannot be without a clash. */
function leastOf(table: SlicingTable, sets: WheelSets, left: Side, right: Side): number {
  const { s, t, hubLeast } = sets
  const { clash } = table.problem
  let least = Infinity
  for (let headsA = 0; headsA < left.tables.length; headsA++) {
    const leastA = (left.tables[headsA] as PairTable).least[s] as number
    if (leastA === Infinity) continue
    for (let headsB = 0; headsB < right.tables.length; headsB++) {
      const pair = leastA + ((right.tables[headsB] as PairTable).least[t] as number)
      const atHead = (headsA & headsB & UPPER) !== 0 ? clash : 0
      const beside = ((headsA | headsB) & LOWER) !== 0 ? clash : 0
      const hub = Math.min(hubLeast[0] as number, (hubLeast[1] as number) + beside)
      if (pair + atHead + hub < least) least = pair + atHead + hub
    }
  }
  return least
}

/** Offers the wheels of these sets with their two seams at all rows where they may lie. */
function offerOfSeams(
  table: SlicingTable,
  sets: WheelSets,
  left: Side,
  right: Side,
  best: Best,
): void {
  const { s, t, hub, wa, wd, hubRows } = sets
  const { gap, clash } = table.problem
  const { costs } = table.rows
  const clockwise = wa > wd
  const ends = `wheel ${wa} ${wd} ${s} ${t}`
  const hubWidth = Math.abs(wa - wd)
  const [from, to] = hubDepths(table, sets, left, right)
  if (from > to) return
  const cheaperA = left.cheaperAt[s] as number
  const cheaperB = right.cheaperAt[t] as number
  for (let deep = from; deep <= to; deep++) {
    const hubLeast = table.least(hub, hubWidth, deep)
    const most = best.bound
    if (hubLeast + (left.least[s] as number) + (right.least[t] as number) >= most) continue
    const step = clockwise ? gap + deep : -gap - deep
    const lastA = Math.min(left.to[s] as number, (right.to[t] as number) - step)
    for (
      let seamA = Math.max(left.from[s] as number, (right.from[t] as number) - step);
      seamA <= lastA;
      seamA++
    ) {
      const seamB = seamA + step
      const cheapest =
        (left.cheaper.costs[cheaperA + seamA] as number) +
        (right.cheaper.costs[cheaperB + seamB] as number)
      if (hubLeast + cheapest >= most) continue
      for (let headsA = 0; headsA < left.tables.length; headsA++) {
        const tableA = left.tables[headsA] as PairTable
        const rowA = tableA.at[s] as number
        if (rowA === NO_ROW) continue
        const costA = tableA.rows.costs[rowA + seamA] as number
        if (hubLeast + costA >= best.bound) continue
        for (let headsB = 0; headsB < right.tables.length; headsB++) {
          const atHead = (headsA & headsB & UPPER) !== 0 ? clash : 0
          if (hubLeast + costA + atHead >= best.bound) continue
          const tableB = right.tables[headsB] as PairTable
          const rowB = tableB.at[t] as number
          if (rowB === NO_ROW) continue
          const pair = costA + (tableB.rows.costs[rowB + seamB] as number)
          if (hubLeast + pair + atHead >= best.bound) continue
          const beside = ((headsA | headsB) & LOWER) !== 0 ? clash : 0
          for (const hubHead of BOTH) {
            const hubCost = costs[(hubRows[hubHead] as number) + deep] as number
            const cost = hubCost + pair + atHead + (hubHead === 1 ? beside : 0)
            if (cost >= best.bound) continue
            const upA = tableA.above[rowA + seamA] as number
            const upB = tableB.above[rowB + seamB] as number
            const seams = { seamA, seamB, deep, headsA, headsB, hubHead, upA, upB }
            const kind = `${ends} ${upA} ${upB} ${aboutRow(seamA + gap)} ${aboutRow(seamB + gap)}`
            best.offer({ cost, foot: 0, cut: 0, kind, parts: () => partsOf(table, sets, seams) })
          }
        }
      }
    }
  }
}

/** Depths of the hub that the seams on both sides of it leave. */
function hubDepths(
  table: SlicingTable,
  { s, t, hub, wa, wd }: WheelSets,
  left: Side,
  right: Side,
): readonly [number, number] {
  const [from, to] = table.range(hub, Math.abs(wa - wd))
  const { gap } = table.problem
  const [upper, lower, u, l] = wa > wd ? [left, right, s, t] : [right, left, t, s]
  const least = (lower.from[l] as number) - (upper.to[u] as number) - gap
  const most = (lower.to[l] as number) - (upper.from[u] as number) - gap
  return [Math.max(from, least), Math.min(to, most)]
}

const BOTH = [0, 1] as const

/** Where the seams of a wheel lie and which of its blocks hold headlines where they meet. */
interface WheelSeams {
  readonly seamA: number
  readonly seamB: number
  readonly deep: number
  readonly headsA: number
  readonly headsB: number
  readonly hubHead: number
  /** The sets that stand above, left and right. */
  readonly upA: number
  readonly upB: number
}

function partsOf(
  table: SlicingTable,
  { s, t, hub, wa, wd }: WheelSets,
  { seamA, seamB, deep, headsA, headsB, hubHead, upA, upB }: WheelSeams,
): readonly Region[] {
  const { columns, rows, gap } = table.problem
  const clockwise = wa > wd
  const at = (
    set: number,
    [column, width]: readonly [number, number],
    [row, own]: readonly [number, number],
    side: number | null,
    head: boolean,
  ): Region => ({
    set,
    column,
    columns: width,
    row,
    rows: own,
    corners: side === null ? null : cornersWith(table, set, width, own, side, head),
  })
  const hubSide = clockwise ? LEFT_HEAD : RIGHT_HEAD
  const across = [Math.min(wa, wd), Math.abs(wa - wd)] as const
  const footA = [seamA + gap, rows - gap - seamA] as const
  const footB = [seamB + gap, rows - gap - seamB] as const
  return [
    at(upA, [0, wa], [0, seamA], RIGHT_HEAD, (headsA & UPPER) !== 0),
    at(upB, [wa, columns - wa], [0, seamB], LEFT_HEAD, (headsB & UPPER) !== 0),
    at(hub, across, [Math.min(seamA, seamB) + gap, deep], hubSide, hubHead === 1),
    at(t ^ upB, [wd, columns - wd], footB, clockwise ? null : LEFT_HEAD, (headsB & LOWER) !== 0),
    at(s ^ upA, [0, wd], footA, clockwise ? RIGHT_HEAD : null, (headsA & LOWER) !== 0),
  ]
}
