/**
 * Which joins hold together best: each piece goes on in at most one other and continues at most one.
 * All candidates of a page are weighed at once, so that a piece is not given to the first that would
 * take it when another needs it more.
 */

export interface Edge {
  readonly left: number
  readonly right: number
  /** Log-odds that the right piece continues the left one. */
  readonly odds: number
}

export interface Chosen<E extends Edge> {
  readonly edge: E
  /** By how much the best whole without this join would be worse, in log-odds. */
  readonly margin: number
}

/** Pieces of a group that is weighed whole; only hostile texts have larger ones, which are weighed in parts. */
const LARGEST_GROUP = 16

const indexOf = (ids: readonly number[]): ReadonlyMap<number, number> =>
  new Map(ids.map((id, index) => [id, index]))

/**
 * The greatest sum of odds of a matching, and its edges: the Hungarian method (Kuhn–Munkres, with
 * potentials) on rows of right pieces and columns of left ones, each row with a column of its own for
 * staying alone. O(rows² · columns).
 */
function bestMatching<E extends Edge>(
  edges: readonly E[],
): { readonly sum: number; readonly edges: readonly E[] } {
  const rights = [...new Set(edges.map(({ right }) => right))]
  const lefts = [...new Set(edges.map(({ left }) => left))]
  const [rowOf, columnOf] = [indexOf(rights), indexOf(lefts)]
  const rows = rights.length
  const columns = lefts.length + rows
  const table = Array.from({ length: rows }, () => new Array<E | null>(lefts.length).fill(null))
  for (const edge of edges) {
    const row = table[rowOf.get(edge.right) as number] as (E | null)[]
    row[columnOf.get(edge.left) as number] = edge
  }
  const cost = (row: number, column: number): number => {
    if (column >= lefts.length) return column - lefts.length === row ? 0 : Infinity
    return -(table[row]?.[column]?.odds ?? -Infinity)
  }
  const rowOfColumn = matchRows(rows, columns, cost)
  const chosen = rowOfColumn.slice(0, lefts.length).flatMap((row, column) => {
    const edge = row < 0 ? null : table[row]?.[column]
    return edge ? [edge] : []
  })
  return { sum: chosen.reduce((sum, { odds }) => sum + odds, 0), edges: chosen }
}

/** The row given to each column at least cost, -1 for none. Every row has a column of finite cost. */
function matchRows(
  rows: number,
  columns: number,
  cost: (row: number, column: number) => number,
): readonly number[] {
  const rowPotential = new Float64Array(rows)
  const columnPotential = new Float64Array(columns + 1)
  const rowOfColumn = new Int32Array(columns + 1).fill(-1)
  for (let row = 0; row < rows; row++) {
    const slack = new Float64Array(columns).fill(Infinity)
    const from = new Int32Array(columns)
    const visited = new Uint8Array(columns + 1)
    let column = columns
    rowOfColumn[columns] = row
    do {
      visited[column] = 1
      const here = rowOfColumn[column] as number
      let [least, next] = [Infinity, -1]
      for (let at = 0; at < columns; at++) {
        if (visited[at]) continue
        const reduced =
          cost(here, at) - (rowPotential[here] as number) - (columnPotential[at] as number)
        if (reduced < (slack[at] as number)) {
          slack[at] = reduced
          from[at] = column
        }
        if ((slack[at] as number) < least) [least, next] = [slack[at] as number, at]
      }
      for (let at = 0; at <= columns; at++) {
        if (visited[at]) {
          const owner = rowOfColumn[at] as number
          rowPotential[owner] = (rowPotential[owner] as number) + least
          columnPotential[at] = (columnPotential[at] as number) - least
        } else if (at < columns) slack[at] = (slack[at] as number) - least
      }
      column = next
    } while ((rowOfColumn[column] as number) >= 0)
    while (column !== columns) {
      const before = from[column] as number
      rowOfColumn[column] = rowOfColumn[before] as number
      column = before
    }
  }
  return [...rowOfColumn.subarray(0, columns)]
}

/** Edges that share pieces, directly or through others, in the order of their right pieces. */
function groupsOf<E extends Edge>(edges: readonly E[]): readonly (readonly E[])[] {
  // left pieces are the even numbers, right ones the odd
  const parent = new Map<number, number>()
  const rootOf = (side: number): number => {
    let root = side
    for (let up = parent.get(root); up !== undefined && up !== root; up = parent.get(root)) {
      parent.set(root, parent.get(up) ?? up)
      root = up
    }
    return root
  }
  for (const { left, right } of edges) {
    const [a, b] = [rootOf(2 * left), rootOf(2 * right + 1)]
    parent.set(a, b)
    if (!parent.has(b)) parent.set(b, b)
  }
  const groups = new Map<number, E[]>()
  for (const edge of edges) {
    const root = rootOf(2 * edge.right + 1)
    const group = groups.get(root)
    if (group) group.push(edge)
    else groups.set(root, [edge])
  }
  return [...groups.values()]
}

/** A group cut into parts of at most {@link LARGEST_GROUP} right pieces. */
function partsOf<E extends Edge>(group: readonly E[]): readonly (readonly E[])[] {
  const parts: E[][] = []
  let rights = new Set<number>()
  let part: E[] = []
  for (const edge of group) {
    if (!rights.has(edge.right) && rights.size === LARGEST_GROUP) {
      parts.push(part)
      part = []
      rights = new Set()
    }
    rights.add(edge.right)
    part.push(edge)
  }
  return [...parts, part]
}

/**
 * The joins of the best whole, each with its margin. Only edges with odds above 0 are worth a join; they
 * come in the order of their right pieces.
 */
export function assign<E extends Edge>(edges: readonly E[]): readonly Chosen<E>[] {
  const taken = new Set<number>()
  return groupsOf(edges.filter(({ odds }) => odds > 0))
    .flatMap(partsOf)
    .flatMap((part) => {
      const free = part.filter(({ left }) => !taken.has(left))
      if (free.length === 0) return []
      const best = bestMatching(free)
      return best.edges.map((edge): Chosen<E> => {
        taken.add(edge.left)
        const rivals = free.filter((other) => other !== edge)
        const without = rivals.length === 0 ? 0 : bestMatching(rivals).sum
        return { edge, margin: best.sum - without }
      })
    })
}
