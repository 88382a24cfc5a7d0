/** Columns of equal depth: the least rows that hold the text. */

/** What filling a thread with the last frame's columns cut to given depths gave. */
export interface BalanceAttempt {
  /** Nothing is overset and no keep rule broken. */
  readonly holds: boolean
  /** Slots left free after the text. */
  readonly free: number
}

/**
 * Depths of a frame's columns, so that they end within a row of each other.
 * Starts from `least` rows and adds a row until the text holds; one row less
 * would overset or break a keep rule. What is free then is taken off the last columns, a row
 * each. `full` when the text needs every row or more.
 */
export function balanceDepths(
  columns: number,
  rows: number,
  least: number,
  attempt: (depths: readonly number[]) => BalanceAttempt,
): readonly number[] {
  const even = (depth: number): readonly number[] => Array.from({ length: columns }, () => depth)
  for (let depth = Math.max(1, least); depth <= rows; depth++) {
    const tried = attempt(even(depth))
    if (!tried.holds) continue
    return shorten(even(depth), Math.min(tried.free, columns - 1), attempt)
  }
  return even(rows)
}

function shorten(
  depths: readonly number[],
  free: number,
  attempt: (depths: readonly number[]) => BalanceAttempt,
): readonly number[] {
  for (let count = free; count > 0; count--) {
    const cut = depths.map((depth, column) => (column >= depths.length - count ? depth - 1 : depth))
    if (attempt(cut).holds) return cut
  }
  return depths
}
