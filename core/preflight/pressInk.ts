/** How much ink a converted picture lays down, measured on what goes to the plates. */
export interface InkMap {
  readonly columns: number
  readonly rows: number
  /** Percent of ink, the most in each cell, row by row from the upper left. */
  readonly cells: readonly number[]
  /** Share of the picture with more than 0, 10, 20 … 400 percent. */
  readonly over: readonly number[]
}

/** Share of a picture, 0 to 1, with more ink than `limit` (2.4 for 240 %). */
export const shareOver = (map: InkMap, limit: number): number =>
  map.over[Math.min(map.over.length - 1, Math.ceil(limit * 10 - 1e-9))] ?? 0
