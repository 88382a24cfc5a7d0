import { endingOf } from '../characters'
import { beginsInMidSentence, seamIsKnown } from '../seam'
import { pageOf, speakerOf, type Page } from './page'
import { tellRun } from './runTraits'
import { stepOf, type LineTraits } from './lineTraits'
import type { Tell } from './tell'
import type { PageWords } from '../evidence'
import type { Scrap } from '../classify'

/** The traits of every scrap of a page in its surroundings, as the weights know them. Time is linear in the text. */

const REACH = 3
const NEIGHBOURS = [-3, -2, -1, 1, 2, 3]

const sizeOf = ({ long }: LineTraits): string => (long ? 'long' : 'short')

/** What stands `off` scraps away; the nearest is held against the scrap itself. */
function tellNeighbour({ scraps, lines }: Page, at: number, off: number, tell: Tell): void {
  const [own, near] = [lines[at] as LineTraits, lines[at + off]]
  const [scrap, other] = [scraps[at] as Scrap, scraps[at + off]]
  if (near === undefined || other === undefined) return tell('near', off, 'none')
  const [ownSize, size] = [sizeOf(own), sizeOf(near)]
  tell('near', off, size)
  if (Math.abs(off) > 2) return
  tell('near is', off, near.look)
  tell('near width', off, near.step)
  tell('near ends', off, near.ending)
  if (Math.abs(off) > 1) return
  tell('near is beside', off, near.look, own.look)
  tell('wider', off, stepOf(other.width - scrap.width, [-20, -6, -2, 1, 5, 20]), ownSize, size)
  for (const name of near.opening) tell('near opens', off, ownSize, name)
  for (const name of near.contents) tell('near has', off, ownSize, name)
}

/** Whether a scrap is part of a dialogue, or stands beside one. */
function tellSpeakers({ scraps, speakers }: Page, at: number, tell: Tell): void {
  const turnsAt = (off: number): number => {
    const scrap = scraps[at + off]
    return scrap ? Math.min(speakers.get(speakerOf(scrap)) ?? 0, 3) : 0
  }
  const [own, above, below] = [turnsAt(0), turnsAt(-1), turnsAt(1)]
  if (own + above + below === 0) return
  tell('speaks', own)
  tell('speaks between', above, own, below)
}

/** Whether words go on across the seams with the scraps above and below. */
function tellSeams({ scraps, words }: Page, at: number, tell: Tell): void {
  const [above, scrap, below] = [scraps[at - 1], scraps[at] as Scrap, scraps[at + 1]]
  if (beginsInMidSentence(scrap.text)) tell('begins in mid-sentence')
  if (above && endingOf(above.text) === 'open') {
    tell('seam above', seamIsKnown(words, above.text, scrap.text))
    if (words.runsAcross(above.text, scrap.text) === true) tell('word across above')
  }
  if (below) {
    if (beginsInMidSentence(below.text)) tell('below begins in mid-sentence')
    tell('seam below', seamIsKnown(words, scrap.text, below.text))
    if (words.runsAcross(scrap.text, below.text) === true) tell('word across below')
  }
}

/** The scrap by itself and by its place on the page. */
function tellLine(page: Page, at: number, tell: Tell): void {
  const { gap, indent } = page.scraps[at] as Scrap
  const line = page.lines[at] as LineTraits
  const { look, step, ending } = line
  const size = sizeOf(line)
  const left = page.scraps.length - at
  tell('any')
  tell('size', size)
  tell('is', look)
  tell('width', step)
  tell('is so wide', look, step)
  tell('ends', ending, size)
  tell('ends so wide', ending, step)
  for (const name of line.opening) tell('opens', size, name)
  for (const name of line.contents) tell('has', size, name)
  tell('gap', stepOf(gap, [0, 1]), size)
  tell('indent', page.indents, page.headsFlush, stepOf(indent, [0, 1, 2]), size)
  if (at < REACH) {
    tell('top', at)
    tell('top is', look)
  }
  if (left <= 2) {
    tell('foot', left)
    tell('foot is', look)
  }
}

/** The words a scrap begins and ends with, by their characters. */
function tellEdges({ scraps, lines }: Page, at: number, tell: Tell): void {
  const { folded } = scraps[at] as Scrap
  const size = sizeOf(lines[at] as LineTraits)
  tell('from', size, folded.slice(0, 1))
  tell('from', size, folded.slice(0, 2))
  tell('to', size, folded.slice(-1))
  tell('to', size, folded.slice(-2))
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
    if (run) tellRun(page, at, run, tell)
  }
}
