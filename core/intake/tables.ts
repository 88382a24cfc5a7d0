import type { Scrap } from './classify'

/**
 * Rows of a table that came as lines: results, prices, rates. Each by itself could be a heading; that the lines
 * beside it have as many cells, and figures in the same ones, tells them.
 */

/** ems of the widest row. */
const WIDEST = 40
/** Rows that make a table. */
const LEAST = 3
const FEWEST_CELLS = 2

const FIGURE = /\d/u

const cellsOf = ({ folded }: Scrap): readonly string[] => folded.split(' ')

/** Where a row has figures, as one letter a cell; '' for what is no row. */
function formOf(scrap: Scrap): string {
  const { kind, width, lead, signed } = scrap
  if ((kind !== 'heading' && kind !== 'text') || width > WIDEST || lead || signed) return ''
  const cells = cellsOf(scrap)
  const form = cells.map((cell) => (FIGURE.test(cell) ? 'd' : 'w')).join('')
  return cells.length < FEWEST_CELLS || !form.includes('d') ? '' : form
}

/** Whether so many rows of one form begin at `at`. */
const beginsTable = (scraps: readonly Scrap[], at: number): boolean => {
  const [form, ...others] = scraps.slice(at, at + LEAST).map(formOf)
  return (
    form !== undefined &&
    form !== '' &&
    others.length === LEAST - 1 &&
    others.every((one) => one === form)
  )
}

/** A line right above a table that a blank line parts from what stands above it heads the table. */
export function headsTable(scraps: readonly Scrap[], at: number): boolean {
  const scrap = scraps[at]
  if (scrap?.kind !== 'heading' || scrap.gap === 0 || formOf(scrap) !== '') return false
  return scraps[at + 1]?.gap === 0 && beginsTable(scraps, at + 1)
}
