import { endingOf } from '../characters'
import { edgesOf, stepOf, type LineTraits } from './lineTraits'
import { wordsOf, type Tell } from './tell'
import { shareOf, type Page, type Pairs, type Run } from './page'
import type { Scrap } from '../classify'

/** The traits of a short scrap by its run: where it stands in it, which text it speaks of, and which runs are built like it. */

const SHARES = edgesOf(0, 0.15, 0.35, 0.6)
const RATHER = edgesOf(-0.3, -0.1, 0.1, 0.3)
const BEST = edgesOf(-0.3, -0.05, 0.05, 0.3)
const GOING_ON = edgesOf(0, 0.02, 0.04, 0.07, 0.12)
const WIDER = edgesOf(0, 1, 2, 4, 8)
const SHARED = edgesOf(0, 1, 2)
const FAR = edgesOf(1, 2, 3, 5)
const HABITS = edgesOf(0.1, 0.3, 0.6)
const TEXTS_A_RUN = edgesOf(1, 2, 3, 5)
const TEXTS_ABOVE = edgesOf(0, 1, 3)
const TEXTS_BELOW = edgesOf(0, 1, 2, 4)
const NEAR = 4
const MATES_REACH = 14
const MATE_WIDTH = 2
const LONGEST_HEAD = 24

const FAMILY = wordsOf(
  'speaks below',
  'speaks above',
  'speaks rather below',
  'speaks best',
  'next run',
  'next run wider',
  'next run shares',
  'next run texts',
  'texts go on',
  'texts lead on',
  'talk goes on',
  'signed page',
  'dated page',
  'texts a run',
  'text above',
  'text above ends',
  'text below',
  'text below opens',
  'run from',
  'run to',
  'run from, width',
  'run from, is',
  'run texts',
  'bylines',
  'bylines of',
  'widest',
  'said again',
  'mates',
  'opens like',
)

/** How much of its words a line has in common with the texts above and below, beside the other lines of the run. */
function tellTopic({ pairs, sharedBelow }: Page, at: number, run: Run, tell: Tell): void {
  const length = lengthOf(run)
  const up = shareOf(pairs[at] as Pairs, run.pairsAbove)
  const down = sharedBelow[at] as number
  let best = 0
  for (let i = Math.max(run.from, at - NEAR); i <= Math.min(run.to, at + NEAR); i++)
    if (i !== at) best = Math.max(best, sharedBelow[i] as number)
  tell(FAMILY['speaks below'], stepOf(down, SHARES))
  tell(FAMILY['speaks above'], stepOf(up, SHARES))
  tell(FAMILY['speaks rather below'], stepOf(down - up, RATHER), length)
  tell(FAMILY['speaks best'], stepOf(down - best, BEST), length)
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
function tellLikeness({ scraps, runs }: Page, at: number, way: 1 | -1, tell: Tell): void {
  const own = scraps[at] as Scrap
  let other = at + way
  while (runs[other] === null && Math.abs(other - at) <= MATES_REACH) other += way
  const run = runs[other]
  if (!run) return tell(FAMILY['next run'], way, 'none')
  const mate = scraps[other] as Scrap
  const isAlone = run.from === run.to
  const wider = stepOf(Math.abs(mate.width - own.width), WIDER)
  const shared = isAlone ? stepOf(sharedPlaces(own.folded, mate.folded), SHARED) : 0
  tell(FAMILY['next run wider'], way, isAlone, wider)
  tell(FAMILY['next run shares'], way, isAlone, shared)
  tell(FAMILY['next run texts'], way, stepOf(Math.abs(other - at) - 1, FAR))
}

/** Whether the texts below a run go on with what the texts above it spoke of, or with their dialogue. */
function tellGoingOn(page: Page, { from, to, pairsAbove, pairsBelow }: Run, tell: Tell): void {
  const length = Math.min(to - from + 1, 3)
  const speaker = page.says[from - 1]
  const next = page.says[to + 1]
  if (speaker === undefined || next === undefined) return
  const talks = (one: string): boolean => (page.speakers.get(one) ?? 0) > 1
  tell(FAMILY['texts go on'], stepOf(shareOf(pairsBelow.all, pairsAbove), GOING_ON), length)
  tell(FAMILY['texts lead on'], stepOf(shareOf(pairsAbove.all, pairsBelow), GOING_ON), length)
  if (talks(speaker) && talks(next)) tell(FAMILY['talk goes on'], length)
}

/** What the page's habits say of a line: how many of its runs are signed or dated, and how long its stories are. */
function tellHabits(page: Page, isAlone: boolean, tell: Tell): void {
  tell(FAMILY['signed page'], stepOf(page.signed, HABITS), isAlone)
  tell(FAMILY['dated page'], stepOf(page.dated, HABITS), isAlone)
  tell(FAMILY['texts a run'], stepOf(page.textsARun, TEXTS_A_RUN), isAlone)
}

function tellBorders({ scraps, lines }: Page, at: number, run: Run, tell: Tell): void {
  const [above, below] = [scraps[run.from - 1], scraps[run.to + 1]]
  const [first, last] = [Math.min(at - run.from, NEAR), Math.min(run.to - at, NEAR)]
  const [up, down] = [lines[run.from - 1], lines[run.to + 1]]
  if (above && up) {
    tell(FAMILY['text above'], up.look, first)
    tell(FAMILY['text above ends'], endingOf(above.text))
  }
  if (below && down) tell(FAMILY['text below'], down.look, last)
  for (const name of down?.opening ?? []) tell(FAMILY['text below opens'], last, name)
}

/** Tells all traits of the short scrap at `at`, which stands in `run`. */
export function tellRun(page: Page, at: number, run: Run, tell: Tell): void {
  const { scraps, lines, counts, openings } = page
  const { step, look, opening } = lines[at] as LineTraits
  const length = lengthOf(run)
  const first = Math.min(at - run.from, NEAR)
  let order = ''
  for (const one of run.bylines) order += one < at ? '<' : one > at ? '>' : '='
  const isAlone = run.from === run.to
  tell(FAMILY['run from'], length, first)
  tell(FAMILY['run to'], length, Math.min(run.to - at, NEAR))
  tell(FAMILY['run from, width'], length, first, step)
  tell(FAMILY['run from, is'], length, first, look)
  tell(FAMILY['run texts'], length, stepOf(run.above, TEXTS_ABOVE), stepOf(run.below, TEXTS_BELOW))
  tell(FAMILY.bylines, order)
  tell(FAMILY['bylines of'], order, length)
  tell(FAMILY.widest, Math.sign(run.widest - at), length)
  tellTopic(page, at, run, tell)
  tellGoingOn(page, run, tell)
  tellHabits(page, isAlone, tell)
  tellBorders(page, at, run, tell)
  if ((counts.get(scraps[at]?.text ?? '') ?? 0) > 1) tell(FAMILY['said again'])
  if (isAlone) {
    tell(FAMILY.mates, matesOf(page, at))
    tellLikeness(page, at, -1, tell)
    tellLikeness(page, at, 1, tell)
  }
  const [name] = opening
  if (name !== undefined)
    tell(FAMILY['opens like'], name, Math.min(openings.get(name.text) ?? 0, NEAR))
}
