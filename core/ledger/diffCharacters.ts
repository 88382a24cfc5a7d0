/**
 * A shortest edit between two rows of characters: E. Myers, An O(ND) Difference
 * Algorithm and Its Variations (1986), greedy form with its trace kept.
 */

/** A stretch where the rows part: `a[aFrom..aTo)` stands where `b[bFrom..bTo)` does. */
export interface Hunk {
  readonly aFrom: number
  readonly aTo: number
  readonly bFrom: number
  readonly bTo: number
}

/** Edits beyond which two rows count as simply different: the trace grows with its square. */
const MOST_EDITS = 1500

/** How far each diagonal reached after every number of edits; null when there are too many. */
function reach(a: readonly string[], b: readonly string[]): readonly Map<number, number>[] | null {
  const trace: Map<number, number>[] = []
  let last = new Map<number, number>([[1, 0]])
  for (let edits = 0; edits <= Math.min(a.length + b.length, MOST_EDITS); edits++) {
    const next = new Map<number, number>()
    for (let k = -edits; k <= edits; k += 2) {
      const below = last.get(k + 1) ?? -1
      const left = last.get(k - 1) ?? -1
      let x = k === -edits || (k !== edits && left < below) ? below : left + 1
      while (x < a.length && x - k < b.length && a[x] === b[x - k]) x++
      next.set(k, x)
      if (x >= a.length && x - k >= b.length) return [...trace, next]
    }
    trace.push(next)
    last = next
  }
  return null
}

/** Hunks in order; one hunk of everything when the rows have little in common. */
export function diffCharacters(a: readonly string[], b: readonly string[]): readonly Hunk[] {
  const trace = reach(a, b)
  if (!trace) return [{ aFrom: 0, aTo: a.length, bFrom: 0, bTo: b.length }]
  const hunks: Hunk[] = []
  let x = a.length
  let y = b.length
  for (let edits = trace.length - 1; edits > 0; edits--) {
    const before = trace[edits - 1]
    const k = x - y
    const below = before?.get(k + 1) ?? -1
    const left = before?.get(k - 1) ?? -1
    const inserts = k === -edits || (k !== edits && left < below)
    const fromX = inserts ? below : left
    const fromY = fromX - (inserts ? k + 1 : k - 1)
    const toX = inserts ? fromX : fromX + 1
    const toY = inserts ? fromY + 1 : fromY
    const next = hunks.at(-1)
    if (next && next.aFrom === toX && next.bFrom === toY) {
      hunks[hunks.length - 1] = { ...next, aFrom: fromX, bFrom: fromY }
    } else {
      hunks.push({ aFrom: fromX, aTo: toX, bFrom: fromY, bTo: toY })
    }
    x = fromX
    y = fromY
  }
  return hunks.reverse()
}
