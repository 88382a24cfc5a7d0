import type { Diagnostic, Place, Severity } from '../result'
import type { Cells } from './grid'
import type { Page } from './page'

export const found = (
  code: string,
  message: string,
  where?: Place,
  severity: Severity = 'error',
): Diagnostic => ({ severity, code, message, ...(where === undefined ? {} : { where }) })

/** Whole cells inside the page's grid; a rule may be a line without depth or on the last edge. */
export function checkCells(
  name: string,
  area: Cells,
  page: Page,
  where: Place,
  least: 0 | 1 = 1,
): readonly Diagnostic[] {
  const { columns, rows } = page.grid
  const problems: Diagnostic[] = []
  if (![area.column, area.columns, area.row, area.rows].every(Number.isInteger)) {
    problems.push(found('frame.cells', `${name} does not stand on whole cells.`, where))
  }
  if (area.columns < least || area.rows < least) {
    problems.push(found('frame.cells', `${name} covers no cell.`, where))
  }
  if (
    area.column < 0 ||
    area.row < 0 ||
    area.column + area.columns > columns ||
    area.row + area.rows > rows
  ) {
    problems.push(
      found(
        'frame.outside',
        `${name} reaches over the grid of page ${page.folio}, which has ${columns} columns and ${rows} rows.`,
        where,
      ),
    )
  }
  return problems
}
