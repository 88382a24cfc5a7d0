/**
 * The ledger: where every manuscript character went. It reads the finished
 * display list by document position, so that a dropped, doubled or changed
 * character shows however the composer came to it.
 */
import type { EditionDisplay, StoryFit } from '../compose/types'
import type { PageDisplay, TextRun } from '../display/displayList'
import type { PageId, StoryId } from '../ids'
import { storiesOf, type Edition, type LooseText, type Story } from '../model/edition'
import { countCharacters, isSpaceCode, unitsOf, withoutSpace } from './characters'
import { Fate, isNext, openBook, passagesAt, type StoryBook } from './storyBook'
import type {
  Imbalance,
  ImbalanceKind,
  IntakeAccount,
  Ledger,
  NamedText,
  PageAccount,
  PageRun,
  StoryAccount,
  Tally,
} from './types'

export interface LedgerOptions {
  /** Pages of this output; all when absent. */
  readonly pages?: readonly PageId[]
  /** What intake did with the raw files, when this run read some. */
  readonly intake?: readonly IntakeAccount[]
}

type Books = ReadonlyMap<StoryId, StoryBook>

/** One misplaced character; neighbours are joined into an Imbalance. */
interface Slip {
  readonly kind: ImbalanceKind
  readonly story: StoryId
  readonly page: PageId | null
  readonly position: number
  readonly character: string
  readonly shown?: string
}

const textRuns = (page: PageDisplay): readonly TextRun[] =>
  page.items.filter((item) => item.kind === 'text')

/** Enters a manuscript run into its story's book; what does not match is a slip. */
function enterRun(
  run: TextRun,
  page: PageId,
  pageIndex: number,
  books: Books,
  slips: Slip[],
): void {
  if (run.source.kind !== 'manuscript') return
  const { story, from } = run.source
  const book = books.get(story)
  const text = run.texts.join('')
  for (let unit = 0; unit < text.length;) {
    const code = text.codePointAt(unit) ?? 0
    const position = from + unit
    unit += unitsOf(code)
    if (isSpaceCode(code)) continue
    const written = book?.codeAt(position) ?? -1
    if (!book || written < 0) {
      const character = String.fromCodePoint(code)
      slips.push({ kind: 'stray', story, page, position, character })
      continue
    }
    if (written !== code) {
      const shown = String.fromCodePoint(code)
      const character = String.fromCodePoint(written)
      slips.push({ kind: 'changed', story, page, position, character, shown })
    }
    if (book.fateAt(position) >= 0) {
      const character = String.fromCodePoint(written)
      slips.push({ kind: 'doubled', story, page, position, character })
    } else {
      book.enter(position, pageIndex)
    }
  }
}

/** Enters what the composer reports as overset or replaced. */
function enterFit(fit: StoryFit, book: StoryBook, pages: readonly PageDisplay[]): readonly Slip[] {
  const slips: Slip[] = []
  const enterRange = (from: number, to: number, fate: number): void => {
    for (let position = from; position < to; position++) {
      const code = book.codeAt(position)
      if (code < 0) continue
      const shownOn = book.fateAt(position)
      if (shownOn >= 0) {
        const page = pages[shownOn]?.page ?? null
        const character = String.fromCodePoint(code)
        slips.push({ kind: 'contradicted', story: fit.story, page, position, character })
      } else {
        book.enter(position, fate)
      }
    }
  }
  for (const range of fit.overset) enterRange(range.from, range.to, Fate.overset)
  for (const range of fit.replaced) enterRange(range.from, range.to, Fate.replaced)
  return slips
}

/** Whether `next` concerns the character that follows `last`. */
function follows(last: Slip, next: Slip, book: StoryBook | undefined): boolean {
  if (last.kind !== next.kind || last.story !== next.story || last.page !== next.page) return false
  if (last.position + last.character.length === next.position) return true
  return book !== undefined && isNext(book, last.position, next.position)
}

/** Neighbouring slips of one kind become one entry, so that a lost line is one sentence. */
function joinSlips(slips: readonly Slip[], books: Books): readonly Imbalance[] {
  const rows: Slip[][] = []
  for (const slip of slips) {
    const row = rows.at(-1)
    const last = row?.at(-1)
    if (row && last && follows(last, slip, books.get(slip.story))) row.push(slip)
    else rows.push([slip])
  }
  return rows.flatMap((row) => {
    const [first] = row
    if (!first) return []
    const { kind, story, page, position } = first
    const text = row.map(({ character }) => character).join('')
    const shown = row.map((slip) => slip.shown ?? '').join('')
    return [{ kind, story, page, from: position, text, ...(shown === '' ? {} : { shown }) }]
  })
}

/** Stories that have a place in the make-up, so that each of their characters must be accounted for. */
function placedStories(edition: Edition): ReadonlySet<StoryId> {
  const placed = new Set<StoryId>()
  for (const frame of Object.values(edition.frames))
    if (frame.kind !== 'rule') placed.add(frame.story)
  for (const rubric of Object.values(edition.rubrics)) placed.add(rubric.title)
  for (const page of Object.values(edition.pages))
    for (const story of page.credits) placed.add(story)
  return placed
}

const named = (texts: readonly LooseText[]): readonly NamedText[] =>
  texts.map(({ text, why }) => ({ text, why, characters: countCharacters(text) }))

const charactersOf = (texts: readonly NamedText[]): number =>
  texts.reduce((sum, entry) => sum + entry.characters, 0)

const REPLACED = 'jump line with another page number, set anew'
const OVERSET = 'behind the end of the last column'
const NOT_PLACED = 'the story stands in no frame'

/** Closes one story's book. Characters of a placed story that stand nowhere are slips, not a fate. */
function closeStory(
  story: Story,
  book: StoryBook,
  isPlaced: boolean,
  shownPages: ReadonlySet<number>,
): { readonly account: StoryAccount; readonly slips: readonly Slip[] } {
  const overset: number[] = []
  const replaced: number[] = []
  const open: number[] = []
  let placed = 0
  let carriedOver = 0
  for (const position of book.positions) {
    const fate = book.fateAt(position)
    if (fate === Fate.overset) overset.push(position)
    else if (fate === Fate.replaced) replaced.push(position)
    else if (fate === Fate.open) open.push(position)
    else if (shownPages.has(fate)) placed++
    else carriedOver++
  }
  const texts = (positions: readonly number[], why: string): readonly NamedText[] =>
    named(passagesAt(book, positions).map(({ text }) => ({ text, why })))
  const pendingText = [...(isPlaced ? [] : texts(open, NOT_PLACED)), ...named(story.unplaced)]
  const removedText = [...texts(replaced, REPLACED), ...named(story.removed)]
  const account: StoryAccount = {
    story: story.id,
    slug: story.slug,
    characters:
      book.positions.length +
      charactersOf(named(story.unplaced)) +
      charactersOf(named(story.removed)),
    placed,
    overset: overset.length,
    carriedOver,
    pending: charactersOf(pendingText),
    removed: charactersOf(removedText),
    oversetText: texts(overset, OVERSET),
    pendingText,
    removedText,
  }
  const slips = isPlaced
    ? open.map((position): Slip => {
        const character = String.fromCodePoint(book.codeAt(position))
        return { kind: 'missing', story: story.id, page: null, position, character }
      })
    : []
  return { account, slips }
}

function accountPage(page: PageDisplay, shown: boolean): PageAccount {
  const runs = textRuns(page).map((run): PageRun => {
    const story = run.source.kind === 'manuscript' ? run.source.story : null
    return { story, text: withoutSpace(run.texts.join('')) }
  })
  const characters = runs.reduce((sum, run) => sum + (run.story ? countCharacters(run.text) : 0), 0)
  return {
    page: page.page,
    folio: page.folio,
    shown,
    characters,
    runs: runs.filter((run) => run.text !== ''),
  }
}

const sumTallies = (accounts: readonly Tally[]): Tally =>
  accounts.reduce<Tally>(
    (sum, next) => ({
      placed: sum.placed + next.placed,
      overset: sum.overset + next.overset,
      carriedOver: sum.carriedOver + next.carriedOver,
      pending: sum.pending + next.pending,
      removed: sum.removed + next.removed,
    }),
    { placed: 0, overset: 0, carriedOver: 0, pending: 0, removed: 0 },
  )

/**
 * Accounts for every manuscript character of `edition` in `display`. Counts are
 * code points without white space. The books balance when no character is
 * missing, doubled, changed or stray, and intake lost and added none; overset
 * and pending text is accounted for and leaves them balanced.
 */
export function buildLedger(
  edition: Edition,
  display: EditionDisplay,
  options: LedgerOptions = {},
): Ledger {
  const stories = storiesOf(edition)
  const books: Books = new Map(stories.map((story) => [story.id, openBook(story.doc)]))
  const isShown = (page: PageDisplay): boolean =>
    !options.pages || options.pages.includes(page.page)
  const shownPages = new Set(display.pages.flatMap((page, index) => (isShown(page) ? [index] : [])))

  const slips: Slip[] = []
  display.pages.forEach((page, index) => {
    for (const run of textRuns(page)) enterRun(run, page.page, index, books, slips)
  })
  for (const fit of display.stories) {
    const book = books.get(fit.story)
    if (book) slips.push(...enterFit(fit, book, display.pages))
  }
  const placed = placedStories(edition)
  const accounts: StoryAccount[] = []
  for (const story of stories) {
    const book = books.get(story.id)
    if (!book) continue
    const closed = closeStory(story, book, placed.has(story.id), shownPages)
    accounts.push(closed.account)
    slips.push(...closed.slips)
  }

  const imbalances = joinSlips(slips, books)
  const intake = options.intake ?? []
  return {
    balanced:
      imbalances.length === 0 && intake.every((file) => file.lost === 0 && file.added === 0),
    characters: accounts.reduce((sum, account) => sum + account.characters, 0),
    totals: sumTallies(accounts),
    stories: accounts,
    pages: display.pages.map((page) => accountPage(page, isShown(page))),
    intake,
    imbalances,
  }
}
