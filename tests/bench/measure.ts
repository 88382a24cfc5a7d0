/** Times and their summaries. Milliseconds throughout. */

export interface Summary {
  readonly median: number
  readonly p95: number
  readonly worst: number
  readonly runs: number
}

/** Throws on an empty list: a figure that was never measured must not be printed. */
export function summarize(values: readonly number[]): Summary {
  const sorted = [...values].sort((a, b) => a - b)
  const at = (share: number): number => {
    const value = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]
    if (value === undefined) throw new RangeError('Nothing was measured')
    return value
  }
  return { median: middle(sorted), p95: at(0.95), worst: at(1), runs: sorted.length }
}

function middle(sorted: readonly number[]): number {
  const half = sorted.length >> 1
  const upper = sorted[half]
  const lower = sorted[sorted.length % 2 === 0 ? half - 1 : half]
  if (upper === undefined || lower === undefined) throw new RangeError('Nothing was measured')
  return (lower + upper) / 2
}

/** The time `run` takes, and what it returned. */
export function timed<T>(run: () => T): { readonly ms: number; readonly value: T } {
  const start = performance.now()
  const value = run()
  return { ms: performance.now() - start, value }
}

/** Numbers from 0 up to 1, the same ones for the same seed (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
