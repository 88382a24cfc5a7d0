/** The figures as a plain table. */
import type { Figure, Part } from './figures'

const COLUMNS = ['median', 'p95', 'worst', 'runs', 'target'] as const
const NUMBER_WIDTH = 12

export function tableOf(part: Part): string {
  const width = Math.max(...part.figures.map((row) => row.name.length), part.title.length) + 2
  const line = (name: string, cells: readonly string[]): string =>
    name.padEnd(width) + cells.map((cell) => cell.padStart(NUMBER_WIDTH)).join('')
  return [
    line(part.title, COLUMNS),
    ...part.figures.map((row) => line(row.name, cellsOf(row))),
    ...part.notes.map((note) => `  ${note}`),
    '',
  ].join('\n')
}

function cellsOf({ unit, median, p95, worst, runs, target }: Figure): readonly string[] {
  const show = (value: number | undefined): string =>
    value === undefined ? '' : `${digits(value)} ${SHORT[unit]}`.trimEnd()
  return [
    show(median),
    show(p95),
    show(worst),
    runs === undefined ? '' : String(runs),
    target === undefined ? '' : `≤ ${show(target)}`,
  ]
}

const SHORT: Readonly<Record<Figure['unit'], string>> = {
  ms: 'ms',
  MB: 'MB',
  '×': '×',
  pages: '',
  characters: '',
}

/** Three figures that count, and no more. */
const digits = (value: number): string =>
  Number.isInteger(value) ? String(value) : value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0)
