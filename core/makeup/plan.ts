/** From a cell of the table back to the tree that has its cost. */
import { LEFT_HEAD, RIGHT_HEAD, type SlicingTable } from './slicing'

/** A block of the search in its place, in base columns and rows. */
export interface Spot {
  readonly leaf: number
  readonly column: number
  readonly columns: number
  readonly row: number
  readonly rows: number
  /** Upper corners that its headline takes. */
  readonly corners: number
}

/** Where a set of blocks stands and which upper corners its headlines take; null for any. */
export interface Region {
  readonly set: number
  readonly column: number
  readonly columns: number
  readonly row: number
  readonly rows: number
  readonly corners: number | null
}

/** Sums of the same numbers in another order differ by this at most. */
export const SAME = 1e-6

/** The blocks of a region's best tree. The first of equal trees, so that the same page always comes out. */
export function spotsOf(table: SlicingTable, region: Region): readonly Spot[] {
  const { set, columns, rows } = region
  const wanted = costOf(table, region)
  if (!Number.isFinite(wanted)) throw new RangeError('This set of blocks has no arrangement here')
  if ((set & (set - 1)) === 0) {
    const { column, row } = region
    const corners = region.corners ?? cheapestCorners(table, region)
    return [{ leaf: 31 - Math.clz32(set), column, columns, row, rows, corners }]
  }
  const cut = findCut(table, region, wanted)
  if (cut === null) throw new RangeError('The table of arrangements contradicts itself')
  return cut.flatMap((part) => spotsOf(table, part))
}

export const costOf = (table: SlicingTable, { set, columns, rows, corners }: Region): number =>
  corners === null ? table.least(set, columns, rows) : table.cost(set, columns, corners, rows)

const cheapestCorners = (table: SlicingTable, { set, columns, rows }: Region): number =>
  ALL_CORNERS.reduce((best, corners) =>
    table.cost(set, columns, corners, rows) < table.cost(set, columns, best, rows) ? corners : best,
  )

const ALL_CORNERS: readonly number[] = [0, 1, 2, 3]

/** A cut of a region in two, and what both parts cost. */
interface Cut {
  readonly cost: number
  readonly parts: readonly [Region, Region]
}

/** All cuts of a region that cost no more than `most()`, asked for again and again, with the cheapest corners of each. */
export function* cutsOf(table: SlicingTable, region: Region, most: () => number): Generator<Cut> {
  const { set } = region
  const { lead } = table.problem
  const leadBit = lead < 0 ? 0 : 1 << lead
  for (let a = (set - 1) & set; a > 0; a = (a - 1) & set) {
    if (((set ^ a) & leadBit) !== 0) continue
    const { columns } = region
    if (table.cheapest(a, columns) + table.cheapest(set ^ a, columns) <= most())
      yield* cutsAcross(table, region, a, most)
    yield* cutsDown(table, region, a, most)
  }
}

function* cutsAcross(
  table: SlicingTable,
  region: Region,
  a: number,
  most: () => number,
): Generator<Cut> {
  const { gap } = table.problem
  const { set, column, columns, rows, row, corners } = region
  const b = set ^ a
  const [fromA, toA] = table.range(a, columns)
  const [fromB, toB] = table.range(b, columns)
  const to = Math.min(toA, rows - gap - fromB)
  for (let rowsA = Math.max(fromA, rows - gap - toB); rowsA <= to; rowsA++) {
    const rowsB = rows - gap - rowsA
    const costA =
      corners === null ? table.least(a, columns, rowsA) : table.cost(a, columns, corners, rowsA)
    const cost = costA + table.least(b, columns, rowsB)
    if (!Number.isFinite(cost) || cost > most()) continue
    const under = row + rowsA + gap
    const above: Region = { set: a, column, columns, row, rows: rowsA, corners }
    const below: Region = { set: b, column, columns, row: under, rows: rowsB, corners: null }
    yield { cost, parts: [above, below] }
  }
}

function* cutsDown(
  table: SlicingTable,
  region: Region,
  a: number,
  most: () => number,
): Generator<Cut> {
  const { clash } = table.problem
  const { set, column, columns, row, rows, corners } = region
  const b = set ^ a
  for (let wa = 1; wa < columns; wa++) {
    if (table.least(a, wa, rows) + table.least(b, columns - wa, rows) > most()) continue
    let best: Cut | null = null
    for (const cornersA of ALL_CORNERS) {
      const costA = table.cost(a, wa, cornersA, rows)
      if (!Number.isFinite(costA)) continue
      for (const cornersB of ALL_CORNERS) {
        if (corners !== null && ((cornersA & LEFT_HEAD) | (cornersB & RIGHT_HEAD)) !== corners)
          continue
        const meets = (cornersA & RIGHT_HEAD) !== 0 && (cornersB & LEFT_HEAD) !== 0
        const cost = costA + table.cost(b, columns - wa, cornersB, rows) + (meets ? clash : 0)
        if (!Number.isFinite(cost) || (best !== null && cost >= best.cost)) continue
        const [beside, wb] = [column + wa, columns - wa]
        const left: Region = { set: a, column, columns: wa, row, rows, corners: cornersA }
        const right: Region = { set: b, column: beside, columns: wb, row, rows, corners: cornersB }
        best = { cost, parts: [left, right] }
      }
    }
    if (best !== null && best.cost <= most()) yield best
  }
}

function findCut(table: SlicingTable, region: Region, wanted: number): readonly Region[] | null {
  const most = (): number => wanted + SAME
  for (const { parts } of cutsOf(table, region, most)) return parts
  return null
}
