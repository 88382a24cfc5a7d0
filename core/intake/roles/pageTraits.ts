import { endingOf } from '../characters'
import { beginsInMidSentence, seamIsKnown } from '../seam'
import { pageOf, type Page } from './page'
import { tellRun } from './runTraits'
import { tellShape } from './shapeTraits'
import { edgesOf, stepOf, type LineTraits } from './lineTraits'
import { wordsOf, type Tell } from './tell'
import type { PageWords } from '../evidence'
import type { Scrap } from '../classify'

/** The traits of every scrap of a page in its surroundings, as the weights know them. Time is linear in the text. */

const REACH = 3
const NEIGHBOURS = [-3, -2, -1, 1, 2, 3]
const WIDER = edgesOf(-20, -6, -2, 1, 5, 20)
const GAPS = edgesOf(0, 1)
const INDENTS = edgesOf(0, 1, 2)

const FAMILY = wordsOf(
  'near',
  'near is',
  'near width',
  'near ends',
  'near is beside',
  'wider',
  'near opens',
  'near has',
  'speaks',
  'speaks between',
  'begins in mid-sentence',
  'seam above',
  'word across above',
  'below begins in mid-sentence',
  'seam below',
  'word across below',
  'any',
  'size',
  'is',
  'width',
  'is so wide',
  'ends',
  'ends so wide',
  'opens',
  'has',
  'gap',
  'indent',
  'top',
  'top is',
  'foot',
  'foot is',
  'from',
  'to',
)

/** What stands `off` scraps away; the nearest is held against the scrap itself. */
function tellNeighbour({ scraps, lines }: Page, at: number, off: number, tell: Tell): void {
  const beside = at + off
  if (beside < 0 || beside >= scraps.length) {
    tell(FAMILY.near, off, 'none')
    return
  }
  const own = lines[at] as LineTraits
  const near = lines[beside] as LineTraits
  const scrap = scraps[at] as Scrap
  const other = scraps[beside] as Scrap
  const ownSize = own.size
  const { size } = near
  tell(FAMILY.near, off, size)
  if (Math.abs(off) > 2) return
  tell(FAMILY['near is'], off, near.look)
  tell(FAMILY['near width'], off, near.step)
  tell(FAMILY['near ends'], off, near.ending)
  if (Math.abs(off) > 1) return
  tell(FAMILY['near is beside'], off, near.look, own.look)
  tell(FAMILY.wider, off, stepOf(other.width - scrap.width, WIDER), ownSize, size)
  for (const name of near.opening) tell(FAMILY['near opens'], off, ownSize, name)
  for (const name of near.contents) tell(FAMILY['near has'], off, ownSize, name)
}

/** How often whoever begins to speak in a scrap does so on the page. */
const turnsAt = ({ says, speakers }: Page, at: number): number =>
  Math.min(speakers.get(says[at] ?? '') ?? 0, 3)

/** Whether a scrap is part of a dialogue, or stands beside one. */
function tellSpeakers(page: Page, at: number, tell: Tell): void {
  const own = turnsAt(page, at)
  const above = turnsAt(page, at - 1)
  const below = turnsAt(page, at + 1)
  if (own + above + below === 0) return
  tell(FAMILY.speaks, own)
  tell(FAMILY['speaks between'], above, own, below)
}

/** Whether words go on across the seams with the scraps above and below. */
function tellSeams({ scraps, words }: Page, at: number, tell: Tell): void {
  const above = at > 0 ? scraps[at - 1] : undefined
  const scrap = scraps[at] as Scrap
  const below = at + 1 < scraps.length ? scraps[at + 1] : undefined
  if (beginsInMidSentence(scrap.text)) tell(FAMILY['begins in mid-sentence'])
  if (above && endingOf(above.text) === 'open') {
    tell(FAMILY['seam above'], seamIsKnown(words, above.text, scrap.text))
    if (words.runsAcross(above.text, scrap.text) === true) tell(FAMILY['word across above'])
  }
  if (below) {
    if (beginsInMidSentence(below.text)) tell(FAMILY['below begins in mid-sentence'])
    tell(FAMILY['seam below'], seamIsKnown(words, scrap.text, below.text))
    if (words.runsAcross(scrap.text, below.text) === true) tell(FAMILY['word across below'])
  }
}

/** The scrap by itself and by its place on the page. */
function tellLine(page: Page, at: number, tell: Tell): void {
  const { gap, indent } = page.scraps[at] as Scrap
  const line = page.lines[at] as LineTraits
  const { look, step, ending, size } = line
  const left = page.scraps.length - at
  tell(FAMILY.any)
  tell(FAMILY.size, size)
  tell(FAMILY.is, look)
  tell(FAMILY.width, step)
  tell(FAMILY['is so wide'], look, step)
  tell(FAMILY.ends, ending, size)
  tell(FAMILY['ends so wide'], ending, step)
  for (const name of line.opening) tell(FAMILY.opens, size, name)
  for (const name of line.contents) tell(FAMILY.has, size, name)
  tell(FAMILY.gap, stepOf(gap, GAPS), size)
  tell(FAMILY.indent, page.indents, page.headsFlush, stepOf(indent, INDENTS), size)
  if (at < REACH) {
    tell(FAMILY.top, at)
    tell(FAMILY['top is'], look)
  }
  if (left <= 2) {
    tell(FAMILY.foot, left)
    tell(FAMILY['foot is'], look)
  }
}

/** The words a scrap begins and ends with, by their characters. */
function tellEdges({ scraps, lines }: Page, at: number, tell: Tell): void {
  const { folded } = scraps[at] as Scrap
  const { size } = lines[at] as LineTraits
  tell(FAMILY.from, size, folded.slice(0, 1))
  tell(FAMILY.from, size, folded.slice(0, 2))
  tell(FAMILY.to, size, folded.slice(-1))
  tell(FAMILY.to, size, folded.slice(-2))
}

/** Tells the traits of one scrap after another. */
export function traitsOfPage(
  scraps: readonly Scrap[],
  words: PageWords,
): (at: number, tell: Tell) => void {
  const page = pageOf(scraps, words)
  return (at, tell) => {
    const run = page.runs[at] ?? null
    tellLine(page, at, tell)
    tellEdges(page, at, tell)
    for (const off of NEIGHBOURS) tellNeighbour(page, at, off, tell)
    tellSpeakers(page, at, tell)
    tellSeams(page, at, tell)
    tellShape(page, at, tell)
    if (run) tellRun(page, at, run, tell)
  }
}
