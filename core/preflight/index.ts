/**
 * What is wrong with a page as a page: every fault of a newspaper's make-up
 * that a program can see, each with its place and its number. Warnings all:
 * an editor may want what a rule does not.
 */
import type { EditionDisplay } from '../compose'
import type { PageDisplay } from '../display/displayList'
import type { Edition } from '../model/edition'
import { flatRules } from './flatRules'
import { footRules } from './footRules'
import type { Finding } from './finding'
import { frameRules } from './frameRules'
import { headRules } from './headRules'
import { PAGE_LIMITS, type PageLimits } from './limits'
import { pageView, type PageView, type Words } from './pageView'
import { pictureRules } from './pictureRules'
import { seamRules } from './seamRules'
import { textRules } from './textRules'
import { typeRules } from './typeRules'

export type { Finding } from './finding'
export { flatCost } from './flatRules'
export { holeCost } from './footRules'
export { PAGE_LIMITS, type PageLimits } from './limits'
export { picturesBeside } from './pictureRules'
export { longestFree, longSeams, seamCost } from './seamRules'

const RULES: readonly ((view: PageView) => readonly Finding[])[] = [
  frameRules,
  headRules,
  seamRules,
  footRules,
  flatRules,
  pictureRules,
  textRules,
  typeRules,
]

/**
 * Faults of one composed page, rule by rule. Empty for a page the edition does
 * not have. Without `words` a headline turned inside one is seen only where no
 * word could end, as in a number.
 */
export function checkPage(
  edition: Edition,
  display: PageDisplay,
  limits: PageLimits = PAGE_LIMITS,
  words: Words | null = null,
): readonly Finding[] {
  const page = edition.pages[display.page]
  if (page === undefined) return []
  const view = pageView(edition, page, display, limits, words)
  return RULES.flatMap((rule) => rule(view))
}

/** Faults that no made-up page may have as long as another can be made. */
const HARD: ReadonlySet<string> = new Set([
  'page.clash',
  'page.overlap',
  'page.touching',
  'page.off-grid',
  'page.rule-beside-frame',
  'text.kinsoku',
  'text.measure',
  'text.stray-line',
  'text.stray-subhead',
  'text.lone-character',
])

/** Whether a fault breaks a rule that has no exception: 碰题, 背题, 孤行, ink on ink, a measure out of bounds. */
export const isHard = ({ code }: Finding): boolean => HARD.has(code)

/** What the faults take off a page's worth together; 0 is a page with nothing to mend. */
export const scoreOf = (findings: readonly Finding[]): number =>
  findings.reduce((sum, { cost }) => sum + cost, 0)

/** Faults of every page of a composed edition, in page order. */
export const preflight = (
  edition: Edition,
  display: EditionDisplay,
  limits: PageLimits = PAGE_LIMITS,
  words: Words | null = null,
): readonly Finding[] => display.pages.flatMap((page) => checkPage(edition, page, limits, words))

export interface PageScore {
  /** 版次 of the page. */
  readonly page: string
  /** Sum of its faults' costs: 0 has nothing to mend. */
  readonly score: number
  readonly faults: number
}

/** The score of every page, in page order. */
export const pageScores = (
  display: EditionDisplay,
  findings: readonly Finding[],
): readonly PageScore[] =>
  display.pages.map(({ folio }) => {
    const own = findings.filter(({ where }) => where?.page === folio)
    return { page: folio, score: Math.round(scoreOf(own) * 10) / 10, faults: own.length }
  })
