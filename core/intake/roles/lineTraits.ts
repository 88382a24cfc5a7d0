import { balanceOf, endingOf } from '../characters'
import { beginsWithFamilyName, isBareNames } from '../people'
import {
  isBareNumber,
  isCollectiveRubric,
  isMarkedSubhead,
  isNotice,
  isSalutation,
  isSidebarLabel,
  rubricWords,
} from '../labels'
import { isMarkedCaption, opensLikeCaption } from '../captions'
import { contentsOf, openingsOf } from './wordTraits'
import { wordOf, wordsOf, type Word } from './tell'
import type { Scrap } from '../classify'

/** What a scrap says by its own words and marks, as names of traits; whether they hold tells nothing of its neighbours. */

/** Where a measure changes its step, rising: of one kind whatever they are, so that reading them is compiled once. */
export type Edges = Float64Array
export const edgesOf = (...edges: readonly number[]): Edges => Float64Array.from(edges)

/** Widths in ems at which lines of a page change their kind: rubrics, headlines, decks, sentences, paragraphs. */
const WIDTHS = edgesOf(3, 5, 7, 9, 11, 13, 16, 19, 22, 26, 32, 40, 52, 80, 160)

/** Index of the first edge that is not under the value. */
export function stepOf(value: number, edges: Edges): number {
  let at = 0
  while (at < edges.length && value > (edges[at] as number)) at++
  return at
}

export const widthStep = ({ width }: Scrap): number => stepOf(width, WIDTHS)

/** Head and tail of a long text: what stands between says no more of what it is. */
const probeOf = (folded: string): string =>
  folded.length <= 160 ? folded : `${folded.slice(0, 100)}\n${folded.slice(-50)}`

const LONG = 40

/** A paragraph by itself: long, or a sentence to its end. */
export const isLong = ({ width, kind, folded }: Scrap): boolean =>
  width > LONG ||
  ((kind === 'text' || kind === 'caption') && width > 20 && /[。!?;…][”』」)]?$/u.test(folded))

/** A scrap's look by the classifier, with the traits that the classifier found. */
export const lookOf = (scrap: Scrap): string =>
  scrap.kind +
  (scrap.lead ? '+lead' : '') +
  (scrap.signed ? '+signed' : '') +
  (scrap.soft ? '+soft' : '') +
  (scrap.bareNames ? '+names' : '')

export interface LineTraits {
  readonly look: Word
  readonly long: boolean
  readonly size: Word
  readonly step: number
  readonly ending: Word
  readonly opening: readonly Word[]
  readonly contents: readonly Word[]
}

const SIZE = wordsOf('long', 'short')

const NAMED = wordsOf(
  'rubricWords',
  'rubricMarked',
  'collective',
  'notice',
  'salutation',
  'sidebar',
  'bareNumber',
  'marked',
  'markedCaption',
  'likeCaption',
  'names',
  'familyName',
  'openPair',
  'clauses',
)

const CLAUSES = /^\p{Script=Han}{3,} \p{Script=Han}{3,}$/u

/** Traits that patterns of their own know, after those of the contents. */
function addNamed(contents: Word[], probe: string, width: number): void {
  const rubric = rubricWords(probe)
  if (rubric >= 1.5) contents.push(NAMED.rubricWords)
  if (rubric >= 2) contents.push(NAMED.rubricMarked)
  if (isCollectiveRubric(probe)) contents.push(NAMED.collective)
  if (isNotice(probe)) contents.push(NAMED.notice)
  if (isSalutation(probe)) contents.push(NAMED.salutation)
  if (isSidebarLabel(probe)) contents.push(NAMED.sidebar)
  if (isBareNumber(probe)) contents.push(NAMED.bareNumber)
  if (isMarkedSubhead(probe)) contents.push(NAMED.marked)
  if (isMarkedCaption(probe)) contents.push(NAMED.markedCaption)
  if (opensLikeCaption(probe)) contents.push(NAMED.likeCaption)
  if (isBareNames(probe)) contents.push(NAMED.names)
  if (width <= 12 && beginsWithFamilyName(probe)) contents.push(NAMED.familyName)
  if (balanceOf(probe).open.some((count) => count > 0)) contents.push(NAMED.openPair)
  if (probe.includes(' ') && CLAUSES.test(probe)) contents.push(NAMED.clauses)
}

export function traitsOfLine(scrap: Scrap): LineTraits {
  const probe = probeOf(scrap.folded)
  const contents = contentsOf(probe)
  addNamed(contents, probe, scrap.width)
  const long = isLong(scrap)
  return {
    look: wordOf(lookOf(scrap)),
    long,
    size: long ? SIZE.long : SIZE.short,
    step: widthStep(scrap),
    ending: wordOf(endingOf(scrap.text)),
    opening: openingsOf(probe),
    contents,
  }
}
