/** The ledger at the door: the finished file's text, read back from its bytes, against the manuscript's. */
import type { PageDisplay } from '../../../core/display/displayList'
import {
  compareWithPdfText,
  describeDifference,
  type Ledger,
  type PageAccount,
} from '../../../core/ledger'
import type { Diagnostic, Place, Result } from '../../../core/result'
import { pageTexts } from './pageTexts'

/** Differences that are told one by one. */
const MOST_TOLD = 10

export interface DoorOptions {
  /** Sheets of paper of each page, one after another, that all have its whole text; 1 when absent. */
  readonly sheetsOf?: (page: PageDisplay) => number
  /** Has another library read the file as well, which takes as long as writing it. */
  readonly twice?: boolean
}

/**
 * Holds the file against the ledger of the pages in it. An error for each
 * difference, or one when the file cannot be read at all: it must not go out.
 */
export async function checkAtDoor(
  pdf: Uint8Array,
  pages: readonly PageDisplay[],
  ledger: Ledger,
  { sheetsOf = () => 1, twice = false }: DoorOptions = {},
): Promise<readonly Diagnostic[]> {
  const wanted = expected(pages, ledger, sheetsOf)
  const found = differences(wanted, pageTexts(pdf))
  if (found.length > 0 || !twice) return found
  const { textsByPdfJs } = await import('./otherReader')
  return differences(wanted, await textsByPdfJs(pdf))
}

/** The ledger with the account of each page as often as the file has it. */
function expected(
  pages: readonly PageDisplay[],
  ledger: Ledger,
  sheetsOf: (page: PageDisplay) => number,
): Ledger {
  const accounts = pages.flatMap((page) => {
    const account = ledger.pages.find((one) => one.page === page.page)
    return account === undefined
      ? []
      : Array.from({ length: sheetsOf(page) }, () => ({ ...account, shown: true }))
  })
  // both readers leave out what is tagged as artifact
  const visible = accounts.map((account) => ({
    ...account,
    runs: account.runs.flatMap(({ story, text }) =>
      story === null ? [] : [{ story, text: seen(text) }],
    ),
  }))
  return { ...ledger, pages: visible }
}

/** Format characters (soft hyphen, joiners) print nothing, and readers leave them out as they please. */
const seen = (text: string): string => text.replace(/\p{Cf}/gu, '')

const placeOf = ({ pages }: Ledger, id: PageAccount['page'] | null): Place => {
  const folio = pages.find(({ page }) => page === id)?.folio
  return folio === undefined ? {} : { page: folio }
}

const differences = (
  ledger: Ledger,
  read: Result<readonly string[], string>,
): readonly Diagnostic[] =>
  read.ok
    ? compareWithPdfText(ledger, read.value.map(seen))
        .slice(0, MOST_TOLD)
        .map((difference) => ({
          severity: 'error',
          code: 'press.ledger',
          message: `The finished PDF does not hold the manuscript, so it was not written: ${describeDifference(difference)}`,
          where: placeOf(ledger, difference.page),
        }))
    : [
        {
          severity: 'error',
          code: 'press.unreadable',
          message: `The finished PDF could not be read back (${read.error}), so it was not written; report this with the edition.`,
        },
      ]
