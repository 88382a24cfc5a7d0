import { echoLength, openEchoLength } from './seam'
import type { PageWords } from './evidence'
import type { DoubtPiece, SetAside } from '../doubt'
import type { Seam } from './notes'
import type { TextPiece } from './pieces'

/** Characters printed on both sides of a break, taken off once. */
export interface Cut {
  readonly left: string
  readonly right: string
  readonly aside: SetAside
}

const STOPS = /[。！？!?]+$/u

/** The two texts as they are joined. `echoes` when the left one ends with a stop that the echo belies. */
export function cutEcho(words: PageWords, left: string, right: string, echoes: boolean): Cut {
  const length = echoes ? echoLength(left, right) : openEchoLength(words, left.slice(-24), right)
  const stop = echoes && length > 0 ? (STOPS.exec(left)?.[0] ?? '') : ''
  return {
    left: left.slice(0, left.length - stop.length),
    right: right.slice(length),
    aside: { left: stop, right: right.slice(0, length) },
  }
}

/** Words that tell a seam from every other of the page. */
const SEAM_WORDS = 20

const pieceOf = ({ scrap }: TextPiece, words: string): DoubtPiece => ({
  lines: [scrap.no, scrap.no],
  words,
})

/** A seam as the report tells it: after a cut the words as joined, before one as they stand. */
export function seamOf(left: TextPiece, right: TextPiece, cut?: Cut): Seam {
  const [before, after] = [cut?.left ?? left.scrap.text, cut?.right ?? right.scrap.text]
  const isAside = cut !== undefined && cut.aside.left + cut.aside.right !== ''
  return {
    pieces: [pieceOf(left, before.slice(-SEAM_WORDS)), pieceOf(right, after.slice(0, SEAM_WORDS))],
    ...(isAside ? { setAside: cut.aside } : {}),
  }
}
