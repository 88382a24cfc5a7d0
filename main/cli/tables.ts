/** What commands say on the standard output when no JSON was asked for. */
import type { EditionDisplay } from '../../core/compose/types'
import type { Ledger } from '../../core/ledger'
import type { Edition } from '../../core/model/edition'

/** Cells of a terminal that a character takes: East Asian ones take two. */
const cells = (character: string): number => ((character.codePointAt(0) ?? 0) >= 0x2e80 ? 2 : 1)

const width = (text: string): number => [...text].reduce((sum, next) => sum + cells(next), 0)

const padded = (text: string, to: number): string =>
  text + ' '.repeat(Math.max(1, to - width(text)))

/** Rows under their titles; the first column left, the numbers right. */
function table(titles: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const all = [titles, ...rows].map((row) => row.map(String))
  const widths = titles.map((_, column) => Math.max(...all.map((row) => width(row[column] ?? ''))))
  const line = (row: readonly string[]): string =>
    row
      .map((text, column) => {
        const room = widths[column] ?? 0
        return column === 0 ? padded(text, room + 2) : ' '.repeat(room - width(text)) + text
      })
      .join('  ')
      .trimEnd()
  return `${all.map(line).join('\n')}\n`
}

/** Stories with their lines, and how far over or short each is. */
export function fitTable(edition: Edition, display: EditionDisplay): string {
  const lines = new Map<string, number>()
  for (const line of display.pages.flatMap((page) => page.lines)) {
    if (line.story !== null) lines.set(line.story, (lines.get(line.story) ?? 0) + 1)
  }
  return table(
    ['story', 'lines', 'over lines', 'over chars', 'room lines', 'room chars'],
    display.stories.map((fit) => [
      edition.stories[fit.story]?.slug ?? fit.story,
      lines.get(fit.story) ?? 0,
      fit.oversetLines,
      fit.oversetCharacters,
      fit.roomLines,
      fit.roomCharacters,
    ]),
  )
}

/** Where the characters of each story went, and whether the books balance. */
export function ledgerTable(ledger: Ledger): string {
  const { placed, overset, carriedOver, pending, removed } = ledger.totals
  const rows = ledger.stories.map((account) => [
    account.slug || account.story,
    account.characters,
    account.placed,
    account.overset,
    account.carriedOver,
    account.pending,
    account.removed,
  ])
  const total = ['all', ledger.characters, placed, overset, carriedOver, pending, removed]
  const verdict = ledger.balanced
    ? 'The ledger balances.'
    : `The ledger does not balance: ${ledger.imbalances.length} entries are wrong.`
  const titles = ['story', 'characters', 'placed', 'overset', 'carried over', 'pending', 'removed']
  return `${table(titles, [...rows, total])}${verdict}\n`
}
