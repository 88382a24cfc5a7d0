/** What was measured, as one list that the table and `--json` both print. */
import type { Summary } from './measure'

export interface Figure {
  readonly part: string
  readonly name: string
  readonly unit: 'ms' | 'MB' | '×' | 'pages' | 'characters'
  readonly median: number
  readonly p95?: number
  readonly worst?: number
  readonly runs?: number
  /** What issue 2 asks of the median, in the figure's unit. Told, never enforced. */
  readonly target?: number
}

/** A part of the benchmark: its heading, its figures, and what a reader must know to judge them. */
export interface Part {
  readonly title: string
  readonly figures: readonly Figure[]
  readonly notes: readonly string[]
}

/** A figure from several runs. */
export const figure = (
  part: string,
  name: string,
  unit: Figure['unit'],
  { median, p95, worst, runs }: Summary,
  target?: number,
): Figure => ({
  ...{ part, name, unit, median, p95, worst, runs },
  ...(target === undefined ? {} : { target }),
})

/** A figure that stands alone: a count, or a ratio of medians. */
export const single = (
  part: string,
  name: string,
  unit: Figure['unit'],
  median: number,
  target?: number,
): Figure => ({ part, name, unit, median, ...(target === undefined ? {} : { target }) })
