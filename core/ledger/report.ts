/** The ledger told: diagnostics for the desk, and the form that is written beside the PDF. */
import { counted } from '../counted'
import { assertNever, type Diagnostic } from '../result'
import type { PdfDifference } from './comparePdf'
import type { Imbalance, Ledger } from './types'

const SHOWN = 24

/** A text short enough for a sentence. */
const cite = (text: string): string => {
  const characters = [...text]
  const cut = characters.length > SHOWN ? `${characters.slice(0, SHOWN).join('')}…` : text
  return `“${cut}”`
}

const count = (text: string): string => counted([...text].length, 'character')

function sentence(imbalance: Imbalance, slug: string, folio: string): string {
  const what = `${count(imbalance.text)} ${cite(imbalance.text)}`
  switch (imbalance.kind) {
    case 'missing':
      return `Story ${slug}: ${what} stand on no page and are not reported as overset.`
    case 'doubled':
      return `Story ${slug}, page ${folio}: ${what} stand twice.`
    case 'changed':
      return `Story ${slug}, page ${folio}: the page shows ${cite(imbalance.shown ?? '')} where the manuscript has ${cite(imbalance.text)}.`
    case 'contradicted':
      return `Story ${slug}, page ${folio}: ${what} stand on the page although they are reported as overset or replaced.`
    case 'stray':
      return `Page ${folio}: ${what} are shown as manuscript text of ${slug}, which has no such text.`
    default:
      return assertNever(imbalance.kind)
  }
}

/** One error for each imbalance. Empty when the books balance. */
export function ledgerDiagnostics(ledger: Ledger): readonly Diagnostic[] {
  const slugs = new Map(ledger.stories.map((account) => [account.story, account.slug]))
  const folios = new Map(ledger.pages.map((page) => [page.page, page.folio]))
  const imbalances = ledger.imbalances.map((imbalance): Diagnostic => {
    const { story, page } = imbalance
    const folio = page === null ? '' : (folios.get(page) ?? page)
    return {
      severity: 'error',
      code: `ledger.${imbalance.kind}`,
      message: sentence(imbalance, slugs.get(story) ?? story, folio),
      where: { story, ...(page === null ? {} : { page }) },
    }
  })
  const intake = ledger.intake
    .filter((file) => file.lost > 0 || file.added > 0)
    .map((file): Diagnostic => ({
      severity: 'error',
      code: 'ledger.intake',
      message: `${file.file}: reading it lost ${file.lost} and added ${file.added} of ${file.raw} characters.`,
      where: { file: file.file },
    }))
  return [...imbalances, ...intake]
}

/** One warning for each story with text that stands on no page and is not overset. */
export const pendingDiagnostics = (ledger: Ledger): readonly Diagnostic[] =>
  ledger.stories
    .filter((account) => account.pending > 0)
    .map(({ story, slug, pending, pendingText }): Diagnostic => {
      const first = pendingText[0]
      const what = `${pending} ${pending === 1 ? 'character' : 'characters'}`
      return {
        severity: 'warning',
        code: 'ledger.pending',
        message: `Story ${slug}: ${what} have no place yet, from ${cite(first?.text ?? '')} (${first?.why ?? ''}).`,
        where: { story },
      }
    })

/** What differs between a PDF and the page it was made from, in one sentence. */
export function describeDifference(difference: PdfDifference): string {
  const { kind, expected, found, after } = difference
  const place = `Page ${difference.page ?? ''}, ${difference.story ?? 'artifacts'}, after ${cite(after)}`
  switch (kind) {
    case 'pages':
      return `The PDF has ${found} pages instead of ${expected}.`
    case 'missing':
      return `${place}: ${cite(expected)} is not in the PDF.`
    case 'doubled':
      return `${place}: ${cite(found)} stands twice in the PDF.`
    case 'stray':
      return `${place}: the PDF has ${cite(found)}, the page does not.`
    case 'changed':
      return `${place}: the PDF has ${cite(found)} instead of ${cite(expected)}.`
    default:
      return assertNever(kind)
  }
}

/** The ledger as it is written to a file: the counts and every text that is not simply placed. */
export function ledgerJson(ledger: Ledger): unknown {
  return {
    ...ledger,
    pages: ledger.pages.map(({ page, folio, shown, characters }) => ({
      page,
      folio,
      shown,
      characters,
    })),
  }
}
