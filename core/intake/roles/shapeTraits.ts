import { edgesOf, stepOf, type LineTraits } from './lineTraits'
import { wordOf, wordsOf, type Tell, type Word } from './tell'
import type { Page } from './page'
import type { Scrap, ScrapKind } from '../classify'

/** The traits of a scrap by the forms of those around it, taken together, and of a short one by its characters and measures. */

const FORMS: Readonly<Record<ScrapKind, string>> = {
  heading: 'h',
  text: 't',
  byline: 'b',
  credit: 'c',
  caption: 'p',
  tipLabel: 'l',
  noteLabel: 'l',
  jumpTo: 'j',
  jumpFrom: 'j',
  furniture: 'f',
}

/** What a scrap looks like, as a letter: D is a paragraph under a 电头. */
const formOf = ({ kind, lead }: Scrap, { long }: LineTraits): string =>
  long ? (lead ? 'D' : 'L') : FORMS[kind]

/** Scraps looked at above and below. */
const REACH = 2

/** The forms of a page, with as many empty places at its head and foot as are looked at. */
export const formsOf = (scraps: readonly Scrap[], lines: readonly LineTraits[]): string => {
  const none = '.'.repeat(REACH)
  return none + scraps.map((scrap, at) => formOf(scrap, lines[at] as LineTraits)).join('') + none
}

const PLACES = edgesOf(0.1, 0.3, 0.7, 0.9)
const CLAUSES = edgesOf(3, 6, 10)
const LONGEST_HEAD = 30
const OPENING = 10
const WIDEST = 20
const MOST_WIDER = 6
const MOST_CLAUSES = 5

const FAMILY = wordsOf(
  'forms near',
  'place',
  'holds',
  'opens with',
  'width beside',
  'wider than',
  'clauses',
  'pair',
)

/** How much wider the short scrap at `at` is than its neighbour in the run, in ems; nothing where there is none. */
function widerThan({ scraps, lines }: Page, at: number, off: number): number | 'none' {
  const beside = lines[at + off]?.long === false ? scraps[at + off] : undefined
  if (beside === undefined) return 'none'
  const wider = Math.round(beside.width - (scraps[at] as Scrap).width)
  return Math.max(-MOST_WIDER, Math.min(MOST_WIDER, wider))
}

/** How long the clauses of a line are, one after another. */
function clausesOf(folded: string): Word {
  let clauses = ''
  for (const clause of folded.split(/[ ,、]/u, MOST_CLAUSES))
    clauses += String(stepOf(clause.length, CLAUSES))
  return wordOf(clauses)
}

/** Which of two lines of a headline group is the 主题 their measures often leave open, and only their words tell. */
function tellPairs(folded: string, tell: Tell): void {
  for (let at = 0; at + 1 < folded.length; at++) tell(FAMILY.pair, folded.slice(at, at + 2))
}

function tellHead(page: Page, at: number, tell: Tell): void {
  const { folded, width } = page.scraps[at] as Scrap
  for (const character of folded) tell(FAMILY.holds, character)
  const [above, below] = [widerThan(page, at, -1), widerThan(page, at, 1)]
  tell(FAMILY['wider than'], above, below)
  if (above !== 'none' || below !== 'none') tellPairs(folded, tell)
  tell(
    FAMILY['width beside'],
    Math.min(WIDEST, Math.round(width)),
    above === 'none',
    below === 'none',
  )
  tell(FAMILY.clauses, clausesOf(folded))
}

export function tellShape(page: Page, at: number, tell: Tell): void {
  const { forms, scraps, lines } = page
  const { long, size } = lines[at] as LineTraits
  const { folded, width } = scraps[at] as Scrap
  tell(FAMILY.place, stepOf(at / scraps.length, PLACES), size)
  tell(FAMILY['forms near'], forms.slice(at, at + 2 * REACH + 1))
  if (long) for (const character of folded.slice(0, OPENING)) tell(FAMILY['opens with'], character)
  else if (width <= LONGEST_HEAD) tellHead(page, at, tell)
}
