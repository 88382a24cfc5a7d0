/** What of a page must be painted again: the display lists before and after, held against each other. */
import type { DisplayItem, PageDisplay, TextRun } from '../../core/display/displayList'
import { overlaps, rect, type Rect } from '../../core/geometry'
import { assertNever } from '../../core/result'

/** The area an item may put ink on; outlines reach a little over their em box. */
export function inkBox(item: DisplayItem): Rect {
  switch (item.kind) {
    case 'fill':
    case 'picture':
      return item.rect
    case 'polygon': {
      const xs = item.points.map((p) => p.x)
      const ys = item.points.map((p) => p.y)
      const left = Math.min(...xs)
      const top = Math.min(...ys)
      return rect(left, top, Math.max(...xs) - left, Math.max(...ys) - top)
    }
    case 'text':
      return runBox(item)
    default:
      return assertNever(item)
  }
}

function runBox(run: TextRun): Rect {
  const { size } = run
  const first = ((run.offsets[0] ?? 0) * size) / 1000
  const last = ((run.offsets.at(-1) ?? 0) * size) / 1000
  const reach = size * Math.max(1, run.scaleX)
  return rect(
    run.x + first - size * 0.5,
    run.y - size * 1.1,
    last - first + reach * 1.5,
    size * 1.5,
  )
}

const sameNumbers = (a: readonly number[], b: readonly number[]): boolean =>
  a === b || (a.length === b.length && a.every((value, i) => value === b[i]))

const sameFields = (a: object, b: object): boolean => {
  const other = new Map<string, unknown>(Object.entries(b))
  return Object.entries(a).every(([key, value]) => {
    const twin = other.get(key)
    return (
      value === twin ||
      (typeof value === 'object' &&
        value !== null &&
        typeof twin === 'object' &&
        twin !== null &&
        sameFields(value as object, twin))
    )
  })
}

/** Whether two items put the same ink on the same place; where their text comes from is no matter. */
export function sameInk(a: DisplayItem, b: DisplayItem): boolean {
  if (a === b) return true
  if (a.kind !== b.kind) return false
  if (a.kind === 'text' && b.kind === 'text') {
    return (
      a.x === b.x &&
      a.y === b.y &&
      a.size === b.size &&
      a.scaleX === b.scaleX &&
      a.font === b.font &&
      sameNumbers(a.glyphs, b.glyphs) &&
      sameNumbers(a.offsets, b.offsets) &&
      (a.ink === b.ink || sameFields(a.ink, b.ink))
    )
  }
  return sameFields({ ...a, source: null }, { ...b, source: null })
}

const placeKey = (item: DisplayItem): string => {
  if (item.kind === 'text') return `t${item.x} ${item.y} ${item.offsets[0] ?? 0} ${item.font}`
  const box = inkBox(item)
  return `${item.kind}${box.x} ${box.y} ${box.width} ${box.height}`
}

/** What is left of two lists when their like beginnings and their like ends are taken off. */
function middles(
  a: readonly DisplayItem[],
  b: readonly DisplayItem[],
): readonly [readonly DisplayItem[], readonly DisplayItem[]] {
  const alike = (i: number, j: number): boolean => {
    const [one, other] = [a[i], b[j]]
    return one !== undefined && other !== undefined && sameInk(one, other)
  }
  let from = 0
  while (alike(from, from)) from++
  let [aEnd, bEnd] = [a.length, b.length]
  while (aEnd > from && bEnd > from && alike(aEnd - 1, bEnd - 1)) {
    aEnd--
    bEnd--
  }
  return [a.slice(from, aEnd), b.slice(from, bEnd)]
}

/**
 * The areas in which the two pages differ; 'all' when their sheets do. Items are
 * matched by place, so that a line that only moved on in the document costs
 * nothing.
 */
export function damageOf(before: PageDisplay, after: PageDisplay): readonly Rect[] | 'all' {
  if (before === after) return []
  if (
    before.page !== after.page ||
    before.trim.width !== after.trim.width ||
    before.trim.height !== after.trim.height
  ) {
    return 'all'
  }
  const [old, now] = middles(before.items, after.items)
  const kept = new Set(old)
  const fresh = now.filter((item) => !kept.delete(item))
  const byPlace = new Map<string, DisplayItem[]>()
  for (const item of kept) {
    const key = placeKey(item)
    const there = byPlace.get(key)
    if (there === undefined) byPlace.set(key, [item])
    else there.push(item)
  }
  const areas: Rect[] = []
  for (const item of fresh) {
    const there = byPlace.get(placeKey(item))
    const twin = there?.findIndex((one) => sameInk(one, item)) ?? -1
    if (there !== undefined && twin >= 0) there.splice(twin, 1)
    else areas.push(inkBox(item))
  }
  for (const left of byPlace.values()) areas.push(...left.map(inkBox))
  return merged(areas)
}

/** Joins areas that touch, so that a run of changed lines is one area. */
export function merged(areas: readonly Rect[]): readonly Rect[] {
  const joined: Rect[] = []
  for (const area of areas) {
    let grown = area
    for (let i = joined.length - 1; i >= 0; i--) {
      const other = joined[i]
      if (other !== undefined && meets(grown, other)) {
        grown = union(grown, other)
        joined.splice(i, 1)
      }
    }
    joined.push(grown)
  }
  return joined
}

export const meets = (a: Rect, b: Rect): boolean =>
  a.x <= b.x + b.width && b.x <= a.x + a.width && a.y <= b.y + b.height && b.y <= a.y + a.height

/** The least area that holds both. */
export const union = (a: Rect, b: Rect): Rect => {
  const x = Math.min(a.x, b.x)
  const y = Math.min(a.y, b.y)
  return rect(
    x,
    y,
    Math.max(a.x + a.width, b.x + b.width) - x,
    Math.max(a.y + a.height, b.y + b.height) - y,
  )
}

/** What two areas share; null when they do not meet. */
export function common(a: Rect, b: Rect): Rect | null {
  if (!meets(a, b)) return null
  const x = Math.max(a.x, b.x)
  const y = Math.max(a.y, b.y)
  return rect(
    x,
    y,
    Math.min(a.x + a.width, b.x + b.width) - x,
    Math.min(a.y + a.height, b.y + b.height) - y,
  )
}

/** The areas with what lies at `line` and below it in its area first. */
export function startingAt(areas: readonly Rect[], line: Rect | null): readonly Rect[] {
  const own = line && areas.find((area) => overlaps(area, line))
  if (!own) return areas
  const others = areas.filter((area) => area !== own)
  const { x, y, width, height } = own
  const above = line.y - y
  if (above <= 0) return [own, ...others]
  const upper = rect(x, y, width, above)
  return [rect(x, line.y, width, height - above), upper, ...others]
}

/** The upper part of an area, of so much surface at most, and what is left below it. */
export function cutBand(
  area: Rect,
  surface: number,
): { readonly band: Rect; readonly rest: Rect | null } {
  const { x, y, width, height } = area
  const cut = surface / Math.max(width, Math.sqrt(surface))
  if (height <= cut) return { band: area, rest: null }
  return { band: rect(x, y, width, cut), rest: rect(x, y + cut, width, height - cut) }
}
