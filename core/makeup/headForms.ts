/** How a story's headline group may be set over a width: level, turns, and what it costs. */
import { fittedHeadline, layoutHead, type HeadLayout } from '../compose/head'
import { lineWidth } from '../compose/singleLine'
import type { Head } from '../model/frame'
import { headSizes } from '../model/headSizes'
import { textOf } from '../model/storySchema'
import { pt } from '../units'
import { tornPhrases, turnsFor } from './headTurns'
import { once } from './known'
import type { PageTask, Ranked } from './types'

export interface HeadForm {
  readonly head: Head
  readonly rows: number
  readonly cost: number
}

/** White in rows, for each gap of a headline group, that it may take beyond the style's least, and that it likes best. */
const ROOM = { most: 1.25, best: 0.4 }
/** Cost of a row more or less than a headline group likes best, shared by its gaps. */
const UNEASY = { more: 1.4, less: 2 }

const MOST_LINES = 3
/** The lead, and a 主题 that fits no level in its own size, may be set smaller down to this: sizes are few. */
const SMALLEST = 0.84
/** Cost of a 主题 opened to twice its width: a larger one is better. */
const OPENED = 12
/** Cost of a turn inside a phrase where another line holds a breath. */
const TORN = 4
/** Lines of a turned 主题 that all fill less of the width than this look small in it, or are lost. */
const SMALL = 0.48
const LOST = 0.34

/**
 * The cheapest form for each depth in rows, in order of depth. `width` is that
 * of the text. Empty when the story's words fit no level decently.
 */
export function headForms(task: PageTask, rank: Ranked, width: number): readonly HeadForm[] {
  const key = `${rank.level} ${task.headScale} ${width}`
  return once(task.heads, rank.story.doc, key, () => {
    const whole = formsAtSize(task, rank, width, 1)
    return roomier(rank, whole.length > 0 ? whole : formsAtSize(task, rank, width, SMALLEST))
  })
}

/** A head of this try's scale. */
export const headAt = ({ headScale }: PageTask, level: number, turns: readonly number[]): Head => ({
  level,
  face: 'song',
  turns,
  ...(headScale === 1 ? {} : { scale: headScale }),
})

/** The forms whose 主题 keeps at least a share of its level's size. */
function formsAtSize(
  task: PageTask,
  rank: Ranked,
  width: number,
  least: number,
): readonly HeadForm[] {
  const text = textOf(rank.story.doc, 'headline')
  const best = new Map<number, HeadForm>()
  const mostLines = text === '' ? 1 : MOST_LINES
  const turned = Array.from({ length: mostLines }, (_, i) =>
    turnsFor(task, rank.story.doc, i + 1),
  ).filter((turns) => turns !== null)
  for (const level of levelsFor(rank.level, task.sheet.levels.length)) {
    for (const turns of turned) {
      const form = judged(
        task,
        rank,
        headAt(task, level, turns),
        width,
        level === 0 ? SMALLEST : least,
      )
      if (form === null) continue
      const known = best.get(form.rows)
      if (known === undefined || form.cost < known.cost) best.set(form.rows, form)
    }
  }
  return [...best.values()]
}

/**
 * The same groups with more rows, whose white goes about them: what makes a
 * frame end with its text and the page with its foot.
 */
function roomier(rank: Ranked, forms: readonly HeadForm[]): readonly HeadForm[] {
  const gaps = 1 + partsOf(rank)
  const lead = rank.level === 0 ? 1 : 0
  const wanted = Math.round(ROOM.best * gaps) - 1 + lead
  const best = new Map<number, HeadForm>()
  for (const form of forms) {
    for (let more = 0; more <= ROOM.most * gaps; more++) {
      const off = more - wanted
      const each = Math.abs(off) / gaps
      const uneasy = off > 0 ? UNEASY.more : UNEASY.less
      const rows = form.rows + more
      const cost = form.cost + each * (1 + each) * uneasy
      const known = best.get(rows)
      if (known !== undefined && known.cost <= cost) continue
      best.set(rows, { head: more === 0 ? form.head : { ...form.head, rows }, rows, cost })
    }
  }
  return [...best.values()].sort((a, b) => a.rows - b.rows)
}

const partsOf = ({ story }: Ranked): number =>
  ['kicker', 'headline', 'deck', 'byline'].filter((type) => textOf(story.doc, type) !== '').length

/** The lead keeps the first level for itself. */
function levelsFor(level: number, count: number): readonly number[] {
  const last = count - 1
  const own = Math.min(level, last)
  const around = own === 0 ? [0, 1] : [own - 1, own, own + 1].filter((l) => l >= 1 && l <= last)
  return around.length === 0 ? [own] : around
}

function judged(
  task: PageTask,
  rank: Ranked,
  head: Head,
  width: number,
  least: number,
): HeadForm | null {
  const { sheet, page, house, fonts, cache } = task
  const context = { ctx: { fonts, rules: sheet.rules }, cache }
  const size = headSizes(sheet, head)?.size ?? 1
  // Of all sizes and turns half are no use: the 主题 alone tells that.
  const fill = fillCost(
    fittedHeadline(rank.story.doc, head, pt(width), sheet, context),
    size,
    width,
    least,
  )
  if (fill === null) return null
  const layout = layoutHead(rank.story.doc, head, pt(width), page.grid, sheet, context)
  const fit = fill + companionsCost(layout)
  // The second size belongs to the second feature: a short that borrows it shouts, a lead hides in it.
  const louder = head.level <= 1 && head.level !== rank.level ? (rank.level === 0 ? 16 : 4) : 1
  const step = Math.abs(head.level - rank.level) * louder * house.cost.level
  const torn = tornPhrases(textOf(rank.story.doc, 'headline'), head.turns) * TORN
  return { head, rows: layout.rows, cost: step + fit + torn + needlessTurns(layout, size, width) }
}

/** A 主题 that would stand on fewer lines only takes room by turning. */
function needlessTurns(layout: HeadLayout, size: number, width: number): number {
  const lines = ofRole(layout, 'headline')
  const length = lines.reduce((sum, { line }) => sum + lineWidth(line, pt(size)), 0)
  const needed = Math.max(1, Math.ceil((length * 0.9) / width))
  return Math.max(0, lines.length - needed) * 9
}

const ofRole = (layout: HeadLayout, role: string) =>
  layout.lines.filter((line) => line.role === role)

/** A 引题, 副题 or 署名 on more than one line. */
const companionsCost = (layout: HeadLayout): number =>
  Math.max(0, ofRole(layout, 'kicker').length - 1) * 10 +
  Math.max(0, ofRole(layout, 'deck').length - 1) * 2.5 +
  Math.max(0, ofRole(layout, 'byline').length - 1) * 2.5

/** A 主题 fills 80–100 % of its width on one line; on more its lines are alike. Null when it would be squeezed small. */
function fillCost(
  lines: ReturnType<typeof fittedHeadline>,
  size: number,
  width: number,
  least: number,
): number | null {
  const first = lines[0]
  if (first === undefined) return 0
  const shrunk = first.size / size
  if (shrunk < least - 1e-6) return null
  const cost = (1 - shrunk) * 60
  const fills = lines.map((line) => lineWidth(line.line, line.size, line.scaleX) / width)
  const widest = Math.max(...fills)
  if (lines.length === 1)
    return cost + loose(widest, 0.88) + (first.line.setWidth / first.line.naturalWidth - 1) * OPENED
  if (widest < LOST) return null
  const shortest = Math.min(...fills)
  const uneven = Math.max(0, (widest - shortest) / widest - 0.12) * 12
  const small = Math.max(0, SMALL - widest) * 100
  return cost + 1.5 + (lines.length - 2) * 4 + loose(widest, 0.66) + uneven + small
}

const loose = (fill: number, wanted: number): number => {
  const missing = Math.max(0, wanted - fill)
  return missing * 22 + missing * missing * 90
}
