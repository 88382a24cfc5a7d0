import { endingOf } from '../characters'
import { beginsInMidSentence, seamIsKnown } from '../seam'
import { pageOf, speakerOf, type Page } from './page'
import { runTraits } from './runTraits'
import { prefixed, stepOf, type LineTraits } from './lineTraits'
import type { PageWords } from '../evidence'
import type { Scrap } from '../classify'

/** The traits of every scrap of a page in its surroundings, as names that the weights know. Time is linear in the text. */

const REACH = 3

const sizeOf = ({ long }: LineTraits): string => (long ? 'long' : 'short')

/** What stands `off` scraps away; the nearest is held against the scrap itself. */
function nearTraits({ scraps, lines }: Page, at: number, off: number): readonly string[] {
  const [own, near] = [lines[at] as LineTraits, lines[at + off]]
  const [scrap, other] = [scraps[at] as Scrap, scraps[at + off]]
  if (near === undefined || other === undefined) return [`${off} none`]
  const size = sizeOf(near)
  if (Math.abs(off) > 2) return [`${off} ${size}`]
  const traits = [
    `${off} ${size}`,
    `${off} is ${near.look}`,
    `${off} width ${near.step}`,
    `${off} ends ${near.ending}`,
  ]
  if (Math.abs(off) > 1) return traits
  const wider = stepOf(other.width - scrap.width, [-20, -6, -2, 1, 5, 20])
  return [
    ...traits,
    `${off} is ${near.look} of ${own.look}`,
    `${off} wider ${wider} ${sizeOf(own)} ${size}`,
    ...prefixed(`${off} by ${sizeOf(own)} opens`, near.opening),
    ...prefixed(`${off} by ${sizeOf(own)} has`, near.contents),
  ]
}

/** Whether a scrap is part of a dialogue, or stands beside one. */
function speakerTraits({ scraps, speakers }: Page, at: number): readonly string[] {
  const turnsAt = (off: number): number => {
    const scrap = scraps[at + off]
    return scrap ? Math.min(speakers.get(speakerOf(scrap)) ?? 0, 3) : 0
  }
  const [own, above, below] = [turnsAt(0), turnsAt(-1), turnsAt(1)]
  return own + above + below === 0 ? [] : [`speaks ${own}`, `speaks ${above} ${own} ${below}`]
}

/** Whether words go on across the seams with the scraps above and below. */
function seamTraits({ scraps, words }: Page, at: number): readonly string[] {
  const [above, scrap, below] = [scraps[at - 1], scraps[at] as Scrap, scraps[at + 1]]
  const traits: string[] = []
  if (beginsInMidSentence(scrap.text)) traits.push('begins in mid-sentence')
  if (above && endingOf(above.text) === 'open') {
    traits.push(`seam above ${seamIsKnown(words, above.text, scrap.text)}`)
    if (words.runsAcross(above.text, scrap.text) === true) traits.push('word across above')
  }
  if (below) {
    if (beginsInMidSentence(below.text)) traits.push('below begins in mid-sentence')
    traits.push(`seam below ${seamIsKnown(words, scrap.text, below.text)}`)
    if (words.runsAcross(scrap.text, below.text) === true) traits.push('word across below')
  }
  return traits
}

/** The scrap by itself and by its place on the page. */
function ownTraits(page: Page, at: number): readonly string[] {
  const { gap, indent } = page.scraps[at] as Scrap
  const line = page.lines[at] as LineTraits
  const { look, step, ending } = line
  const size = sizeOf(line)
  const left = page.scraps.length - at
  return [
    'any',
    size,
    `is ${look}`,
    `width ${step}`,
    `is ${look} width ${step}`,
    `ends ${ending} ${size}`,
    `ends ${ending} width ${step}`,
    ...prefixed(`${size} opens`, line.opening),
    ...prefixed(`${size} has`, line.contents),
    `gap ${stepOf(gap, [0, 1])} ${size}`,
    `indent ${page.indents} ${page.headsFlush} ${stepOf(indent, [0, 1, 2])} ${size}`,
    ...(at < REACH ? [`top ${at}`, `top is ${look}`] : []),
    ...(left <= 2 ? [`foot ${left}`, `foot is ${look}`] : []),
  ]
}

/** The words a scrap begins and ends with, by their characters. */
function edgeTraits({ scraps, lines }: Page, at: number): readonly string[] {
  const { folded } = scraps[at] as Scrap
  const size = sizeOf(lines[at] as LineTraits)
  return [
    `${size} from ${folded.slice(0, 1)}`,
    `${size} from ${folded.slice(0, 2)}`,
    `${size} to ${folded.slice(-1)}`,
    `${size} to ${folded.slice(-2)}`,
  ]
}

/** Gives the traits of one scrap after another. */
export function traitsOfPage(
  scraps: readonly Scrap[],
  words: PageWords,
): (at: number) => readonly string[] {
  const page = pageOf(scraps, words)
  return (at) => {
    const run = page.runs[at] ?? null
    return [
      ...ownTraits(page, at),
      ...edgeTraits(page, at),
      ...[-3, -2, -1, 1, 2, 3].flatMap((off) => nearTraits(page, at, off)),
      ...speakerTraits(page, at),
      ...seamTraits(page, at),
      ...(run ? runTraits(page, at, run) : []),
    ]
  }
}
