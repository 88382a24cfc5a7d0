import { endingOf } from '../characters'
import { prefixed, stepOf, type LineTraits } from './lineTraits'
import { speakerOf, type Page, type Pairs, type Run } from './page'
import type { Scrap } from '../classify'

/** The traits of a short scrap by its run: where it stands in it, which text it speaks of, and which runs are built like it. */

const SHARES = [0, 0.15, 0.35, 0.6]
const NEAR = 4
const MATES_REACH = 14
const MATE_WIDTH = 2
const LONGEST_HEAD = 24

const shareOf = (own: Pairs, other: Pairs): number => {
  let shared = 0
  for (const pair of own) if (other.has(pair)) shared += 1
  return own.size === 0 ? 0 : shared / own.size
}

/** How much of its words a line has in common with the texts above and below, beside the other lines of the run. */
function topicTraits({ pairs }: Page, at: number, run: Run): readonly string[] {
  const own = pairs[at] as Pairs
  const length = lengthOf(run)
  const [up, down] = [shareOf(own, run.pairsAbove), shareOf(own, run.pairsBelow)]
  let best = 0
  for (let i = Math.max(run.from, at - NEAR); i <= Math.min(run.to, at + NEAR); i++)
    if (i !== at) best = Math.max(best, shareOf(pairs[i] as Pairs, run.pairsBelow))
  return [
    `speaks below ${stepOf(down, SHARES)}`,
    `speaks above ${stepOf(up, SHARES)}`,
    `speaks rather below ${stepOf(down - up, [-0.3, -0.1, 0.1, 0.3])} ${length}`,
    `speaks best ${stepOf(down - best, [-0.3, -0.05, 0.05, 0.3])} ${length}`,
  ]
}

const lengthOf = ({ from, to }: Run): number => Math.min(to - from + 1, NEAR + 1)

/** Runs of one scrap near this one that are about as wide: subheads of one story are alike. */
function matesOf({ scraps, runs }: Page, at: number): number {
  const width = scraps[at]?.width ?? 0
  let mates = 0
  for (let i = Math.max(0, at - MATES_REACH); i <= at + MATES_REACH && i < scraps.length; i++) {
    const run = runs[i]
    const isMate = run && run.from === run.to && i !== at
    if (isMate && Math.abs((scraps[i]?.width ?? 0) - width) <= MATE_WIDTH) mates += 1
  }
  return Math.min(mates, 3)
}

/** Characters that two lines have at the same place from their heads or their ends: 睡要早 and 食要温 have one. */
function sharedPlaces(a: string, b: string): number {
  let [heads, ends] = [0, 0]
  for (let i = 0; i < Math.min(a.length, b.length, LONGEST_HEAD); i++) {
    if (a[i] === b[i]) heads += 1
    if (a[a.length - 1 - i] === b[b.length - 1 - i]) ends += 1
  }
  return Math.max(heads, ends)
}

/** How a scrap that stands alone is built like the nearest short one above (-1) or below (1). */
function likenessTraits({ scraps, runs }: Page, at: number, way: 1 | -1): readonly string[] {
  const own = scraps[at] as Scrap
  let other = at + way
  while (runs[other] === null && Math.abs(other - at) <= MATES_REACH) other += way
  const run = runs[other]
  if (!run) return [`next run ${way} none`]
  const mate = scraps[other] as Scrap
  const isAlone = run.from === run.to
  const wider = stepOf(Math.abs(mate.width - own.width), [0, 1, 2, 4, 8])
  const shared = isAlone ? stepOf(sharedPlaces(own.folded, mate.folded), [0, 1, 2]) : 0
  return [
    `next run ${way} alone ${isAlone} wider ${wider}`,
    `next run ${way} alone ${isAlone} shares ${shared}`,
    `next run ${way} texts ${stepOf(Math.abs(other - at) - 1, [1, 2, 3, 5])}`,
  ]
}

/** Whether the texts below a run go on with what the texts above it spoke of, or with their dialogue. */
function goingOnTraits(page: Page, { from, to, pairsAbove, pairsBelow }: Run): readonly string[] {
  const length = Math.min(to - from + 1, 3)
  const [above, below] = [page.scraps[from - 1], page.scraps[to + 1]]
  if (!above || !below) return []
  const [speaker, next] = [speakerOf(above), speakerOf(below)]
  const talks = (one: string): boolean => (page.speakers.get(one) ?? 0) > 1
  const isTalk = talks(speaker) && talks(next)
  return [
    `texts go on ${stepOf(shareOf(pairsBelow, pairsAbove), [0, 0.02, 0.04, 0.07, 0.12])} ${length}`,
    `texts lead on ${stepOf(shareOf(pairsAbove, pairsBelow), [0, 0.02, 0.04, 0.07, 0.12])} ${length}`,
    ...(isTalk ? [`talk goes on ${length}`] : []),
  ]
}

/** What the page's habits say of a line: how many of its runs are signed or dated, and how long its stories are. */
const habitTraits = (page: Page, isAlone: boolean): readonly string[] => [
  `signed page ${stepOf(page.signed, [0.1, 0.3, 0.6])} ${isAlone}`,
  `dated page ${stepOf(page.dated, [0.1, 0.3, 0.6])} ${isAlone}`,
  `texts a run ${stepOf(page.textsARun, [1, 2, 3, 5])} ${isAlone}`,
]

function borderTraits({ scraps, lines }: Page, at: number, run: Run): readonly string[] {
  const [above, below] = [scraps[run.from - 1], scraps[run.to + 1]]
  const [first, last] = [Math.min(at - run.from, NEAR), Math.min(run.to - at, NEAR)]
  const [up, down] = [lines[run.from - 1], lines[run.to + 1]]
  return [
    ...(above && up
      ? [`text above ${up.look} ${first}`, `text above ends ${endingOf(above.text)}`]
      : []),
    ...(below && down ? [`text below ${down.look} ${last}`] : []),
    ...prefixed(`text below ${last} opens`, down?.opening ?? []),
  ]
}

/** All traits of the short scrap at `at`, which stands in `run`. */
export function runTraits(page: Page, at: number, run: Run): readonly string[] {
  const { scraps, lines, counts, openings } = page
  const { step, look, opening } = lines[at] as LineTraits
  const length = lengthOf(run)
  const first = Math.min(at - run.from, NEAR)
  const order = run.bylines.map((one) => (one < at ? '<' : one > at ? '>' : '=')).join('')
  const isAlone = run.from === run.to
  return [
    `run ${length} from ${first}`,
    `run ${length} to ${Math.min(run.to - at, NEAR)}`,
    `run ${length} from ${first} width ${step}`,
    `run ${length} from ${first} is ${look}`,
    `run ${length} texts ${stepOf(run.above, [0, 1, 3])} ${stepOf(run.below, [0, 1, 2, 4])}`,
    `bylines ${order}`,
    `bylines ${order} of ${length}`,
    `widest ${Math.sign(run.widest - at)} of ${length}`,
    ...topicTraits(page, at, run),
    ...goingOnTraits(page, run),
    ...habitTraits(page, isAlone),
    ...borderTraits(page, at, run),
    ...((counts.get(scraps[at]?.text ?? '') ?? 0) > 1 ? ['said again'] : []),
    ...(isAlone
      ? [
          `mates ${matesOf(page, at)}`,
          ...likenessTraits(page, at, -1),
          ...likenessTraits(page, at, 1),
        ]
      : []),
    ...opening
      .slice(0, 1)
      .map((name) => `opens ${name} like ${Math.min(openings.get(name) ?? 0, NEAR)}`),
  ]
}
