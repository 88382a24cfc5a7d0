/**
 * The other half of the ledger: the text that an independent program reads out
 * of the PDF against the text the ledger says stands there. White space does
 * not count, because a program that extracts text guesses it.
 */
import type { PageId, StoryId } from '../ids'
import { withoutSpace } from './characters'
import { diffCharacters, type Hunk } from './diffCharacters'
import type { Ledger, PageAccount } from './types'

/**
 * - `missing` text of the page is not in the PDF
 * - `doubled` it stands there twice
 * - `changed` the PDF has something else in its place
 * - `stray` the PDF has text the page does not
 * - `pages` the PDF has another number of pages
 */
export type PdfDifferenceKind = 'missing' | 'doubled' | 'changed' | 'stray' | 'pages'

export interface PdfDifference {
  readonly kind: PdfDifferenceKind
  readonly page: PageId | null
  /** The story whose text is concerned, or after whose text it shows; null for an artifact. */
  readonly story: StoryId | null
  /** Text before the place, so that it can be found. */
  readonly after: string
  readonly expected: string
  readonly found: string
}

/** Characters of context in a difference. */
const CONTEXT = 12

interface Owned {
  readonly character: string
  readonly story: StoryId | null
}

const spread = (page: PageAccount): readonly Owned[] =>
  page.runs.flatMap(({ story, text }) => [...text].map((character) => ({ character, story })))

/** Whether `found` repeats what stands just before it or just after it. */
const repeats = (found: string, before: string, after: string): boolean =>
  before.endsWith(found) || after.startsWith(found)

function nameHunk(
  hunk: Hunk,
  page: PageId,
  owned: readonly Owned[],
  have: readonly string[],
): PdfDifference {
  const textOf = (from: number, to: number): string =>
    owned
      .slice(Math.max(0, from), to)
      .map(({ character }) => character)
      .join('')
  const expected = textOf(hunk.aFrom, hunk.aTo)
  const found = have.slice(hunk.bFrom, hunk.bTo).join('')
  const place = {
    page,
    story: (owned[hunk.aFrom] ?? owned[hunk.aFrom - 1])?.story ?? null,
    after: textOf(hunk.aFrom - CONTEXT, hunk.aFrom),
    expected,
    found,
  }
  if (found === '') return { kind: 'missing', ...place }
  if (expected !== '') return { kind: 'changed', ...place }
  const before = textOf(hunk.aFrom - found.length, hunk.aFrom)
  const behind = textOf(hunk.aFrom, hunk.aFrom + found.length)
  return { kind: repeats(found, before, behind) ? 'doubled' : 'stray', ...place }
}

const differencesFrom = (
  owned: readonly Owned[],
  page: PageId,
  have: readonly string[],
): readonly PdfDifference[] => {
  const want = owned.map(({ character }) => character)
  return diffCharacters(want, have).map((hunk) => nameHunk(hunk, page, owned, have))
}

const amount = (differences: readonly PdfDifference[]): number =>
  differences.reduce((sum, { expected, found }) => sum + expected.length + found.length, 0)

/**
 * The page's text in reading order: with artifacts at their place, or without
 * them, as a reader gives it that skips what is tagged so. Which of the two it
 * was is told by whether most of the artifacts are there.
 */
function comparePage(page: PageAccount, extracted: string): readonly PdfDifference[] {
  const have = [...withoutSpace(extracted)]
  const all = spread(page)
  const whole = differencesFrom(all, page.page, have)
  if (whole.length === 0) return whole
  const told = all.filter(({ story }) => story !== null)
  const manuscript = differencesFrom(told, page.page, have)
  const artifacts = all.length - told.length
  return amount(manuscript) + artifacts / 2 < amount(whole) ? manuscript : whole
}

/**
 * Compares the text of a PDF, one string a page as another library extracts it,
 * with the shown pages of the ledger. Empty when they agree character by
 * character and in order; otherwise each difference with its place.
 */
export function compareWithPdfText(
  ledger: Ledger,
  pagesText: readonly string[],
): readonly PdfDifference[] {
  const pages = ledger.pages.filter((page) => page.shown)
  const differences = pages.flatMap((page, index) => comparePage(page, pagesText[index] ?? ''))
  if (pages.length === pagesText.length) return differences
  const count: PdfDifference = {
    kind: 'pages',
    page: null,
    story: null,
    after: '',
    expected: String(pages.length),
    found: String(pagesText.length),
  }
  return [count, ...differences]
}
