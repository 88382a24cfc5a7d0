/** Press rules: what a finished page would do on the press, from its display list alone. */
import { plateInk, totalInk, totalOnPlates } from '../display/colourGate'
import type { DisplayItem, PageDisplay, PictureItem, Source, TextRun } from '../display/displayList'
import type { Rect } from '../geometry'
import type { PictureId } from '../ids'
import type { Ink } from '../ink'
import type { Diagnostic, Severity } from '../result'
import { EPS, mm, mmFromPt, ptFromMm } from '../units'
import { areaOf } from './itemArea'
import { areasOver, type PageInk } from './pageInk'
import { shareOver, type InkMap } from './pressInk'
import type { PressLimits } from './pressProfile'

/** A converted picture, as far as the rules ask. */
export interface PressPicture {
  readonly space: 'cmyk' | 'grey' | 'line'
  readonly width: number
  readonly height: number
  readonly isSeeThrough: boolean
  readonly ink: InkMap
}

/** A fault with its place on the page, so that a desk can jump to it. */
export interface PressFinding extends Diagnostic {
  /** What to do about it. */
  readonly remedy: string
  /** Points from the trim's upper left corner. */
  readonly area: Rect
}

/** Everything a rule may look at. */
interface Sight {
  readonly page: PageDisplay
  readonly pictures: ReadonlyMap<PictureId, PressPicture>
  readonly limits: PressLimits
}

type Rule = (item: DisplayItem, sight: Sight) => PressFinding | null

/** Of a photograph's pixels, as many may exceed the ink limit: specks do not set off. */
const SPECKS = 0.005
/** Below this part of the wanted resolution a picture looks coarse to a reader. */
const COARSE = 0.75
/** Nearer to the trim than this without reaching it, an edge was meant to bleed. */
const NEARLY = 1

/** Findings of one kind on a page are told once each item, this many at most. */
const MOST_OF_A_KIND = 20

/** Every fault of the page, in painting order, by rule. */
export function pressFindings(
  page: PageDisplay,
  pictures: ReadonlyMap<PictureId, PressPicture>,
  limits: PressLimits,
): readonly PressFinding[] {
  const sight: Sight = { page, pictures, limits }
  return RULES.flatMap((rule) =>
    page.items
      .flatMap((item) => rule(item, sight) ?? [])
      .filter(isFirstOf())
      .slice(0, MOST_OF_A_KIND),
  )
}

/** A line is one fault however many runs it has. */
function isFirstOf(): (finding: PressFinding) => boolean {
  const seen = new Set<string>()
  return ({ code, area }) => {
    const key = `${code} ${Math.round(area.y)} ${Math.round(area.x / 50)}`
    if (seen.has(key)) return false
    seen.add(key)
    return true
  }
}

/**
 * Where the page has more ink than the press takes because black prints over
 * something dark. What an item has by itself is told of the item.
 */
export function pageInkFindings(
  page: PageDisplay,
  ink: PageInk,
  limits: PressLimits,
): readonly PressFinding[] {
  return areasOver(ink, limits.inkLimit)
    .slice(0, MOST_OF_A_KIND)
    .map((area) => {
      const remedy = 'put a light ground under the text, or take the picture lighter'
      const at = `(${one(mmFromPt(area.x))}, ${one(mmFromPt(area.y))} mm)`
      return {
        severity: 'warning',
        code: 'press.page-ink',
        message: `Page ${page.folio}: the plates together have up to ${ink.most} % ink where the press takes ${percent(limits.inkLimit)} ${at}; ${remedy}.`,
        where: { page: page.folio },
        ...{ remedy, area },
      }
    })
}

const percent = (share: number): string => `${Math.round(share * 100)} %`
const one = (value: number): string => String(Math.round(value * 10) / 10)

const storyOf = (source: Source): { readonly story?: string } =>
  source.kind === 'furniture' ? {} : { story: source.story }

function finding(
  severity: Severity,
  code: string,
  { page }: Sight,
  item: DisplayItem,
  what: string,
  remedy: string,
): PressFinding {
  const area = areaOf(item)
  const frame = item.kind === 'text' ? item.line.frame : null
  const at = `(${one(mmFromPt(area.x))}, ${one(mmFromPt(area.y))} mm)`
  return {
    severity,
    code: `press.${code}`,
    message: `Page ${page.folio}: ${what} ${at}; ${remedy}.`,
    where: { page: page.folio, ...storyOf(item.source), ...(frame === null ? {} : { frame }) },
    remedy,
    area,
  }
}

const shown = (run: TextRun): string => {
  const text = run.texts.join('')
  return `“${text.length > 12 ? `${text.slice(0, 12)}…` : text}”`
}

const hasInk = (ink: Ink): boolean => totalInk(ink) > 0
/** Plates an ink prints on. */
function inksIn(ink: Ink, { limits }: Sight): number {
  const { c, m, y, k, spot } = plateInk(ink, limits.spots)
  return [c, m, y, k, spot?.tint ?? 0].filter((part) => part > 0).length
}

const tooMuchInk: Rule = (item, sight) => {
  if (item.kind === 'picture') return null
  const total = totalOnPlates(plateInk(item.ink, sight.limits.spots))
  if (total <= sight.limits.inkLimit + 1e-6) return null
  const what = `${item.kind === 'text' ? `the text ${shown(item)}` : 'an area'} has ${percent(total)} ink where the press takes ${percent(sight.limits.inkLimit)}`
  return finding('error', 'ink-limit', sight, item, what, 'choose a colour with less ink')
}

const inkyPicture: Rule = (item, sight) => {
  const picture = item.kind === 'picture' ? sight.pictures.get(item.picture) : undefined
  if (picture === undefined) return null
  const share = shareOver(picture.ink, sight.limits.inkLimit)
  if (share <= SPECKS) return null
  const what = `${percent(share)} of a picture has more than ${percent(sight.limits.inkLimit)} ink`
  return finding(
    'warning',
    'picture-ink',
    sight,
    item,
    what,
    'have it separated for this press, or take its own CMYK values out',
  )
}

/** Pixels an inch as printed, the smaller of the two ways. */
const ppiOf = ({ rect: area, crop }: PictureItem, { width, height }: PressPicture): number =>
  Math.min((width * crop.width * 72) / area.width, (height * crop.height * 72) / area.height)

const coarsePicture: Rule = (item, sight) => {
  const picture = item.kind === 'picture' ? sight.pictures.get(item.picture) : undefined
  if (item.kind !== 'picture' || picture === undefined) return null
  const { wantedPpi, wantedLinePpi } = sight.limits
  const wanted = picture.space === 'line' ? wantedLinePpi : wantedPpi
  const ppi = ppiOf(item, picture)
  if (ppi >= wanted * COARSE) return null
  const what = `a picture has ${Math.round(ppi)} ppi where ${wanted} are wanted`
  return finding(
    'warning',
    'picture-ppi',
    sight,
    item,
    what,
    'make it smaller or get a larger file',
  )
}

const seeThrough: Rule = (item, sight) => {
  if (item.kind !== 'picture' || sight.pictures.get(item.picture)?.isSeeThrough !== true)
    return null
  const what = 'a picture is partly see-through, which PDF/X-4 allows and an old RIP may not'
  return finding(
    'info',
    'transparency',
    sight,
    item,
    what,
    'ask the printer or cut it out against white',
  )
}

const hairline: Rule = (item, sight) => {
  if (item.kind !== 'fill' || !hasInk(item.ink)) return null
  const width = Math.min(item.rect.width, item.rect.height)
  if (width <= 0 || width >= sight.limits.hairline - EPS) return null
  const what = `a rule is ${Math.round(width * 100) / 100} pt thick`
  return finding(
    'warning',
    'hairline',
    sight,
    item,
    what,
    `draw it at least ${sight.limits.hairline} pt thick`,
  )
}

const smallText: Rule = (item, sight) => {
  if (item.kind !== 'text' || item.glyphs.length === 0) return null
  const { knockoutText, colouredText } = sight.limits
  if (!hasInk(item.ink) && item.size < knockoutText - EPS) {
    const what = `white text ${shown(item)} of ${one(item.size)} pt may fill in`
    return finding(
      'warning',
      'white-text',
      sight,
      item,
      what,
      `set it at ${knockoutText} pt or more`,
    )
  }
  const inks = inksIn(item.ink, sight)
  if (inks > 1 && item.size < colouredText - EPS) {
    const what = `text ${shown(item)} of ${one(item.size)} pt in ${inks} inks will show doubled when the plates shift`
    return finding('warning', 'coloured-text', sight, item, what, 'set it in one ink or larger')
  }
  return null
}

const nearTrim: Rule = (item, sight) => {
  if (item.kind !== 'text' || item.glyphs.length === 0) return null
  const { trim } = sight.page
  const area = areaOf(item)
  const room = Math.min(
    area.x,
    area.y,
    trim.width - area.x - area.width,
    trim.height - area.y - area.height,
  )
  if (room < -EPS) {
    const what = `the text ${shown(item)} runs over the trim and will be cut`
    // furniture is the template's: a warning, or no page of a paper could be printed for a fault of its 报眉
    const severity = item.source.kind === 'furniture' ? 'warning' : 'error'
    return finding(severity, 'text-cut', sight, item, what, 'move it into the page')
  }
  if (room >= ptFromMm(sight.limits.safety) - EPS) return null
  const what = `the text ${shown(item)} stands ${one(mmFromPt(room as typeof trim.width))} mm from the trim`
  return finding(
    'warning',
    'text-trim',
    sight,
    item,
    what,
    `keep it ${sight.limits.safety} mm away`,
  )
}

const bleedMissing: Rule = (item, sight) => {
  if (item.kind === 'text' || (item.kind !== 'picture' && !hasInk(item.ink))) return null
  const { trim, bleed } = sight.page
  const { x, y, width, height } = areaOf(item)
  const wanted = ptFromMm(sight.limits.bleed)
  const beyond = [-x, -y, x + width - trim.width, y + height - trim.height]
  const nearly = -ptFromMm(mm(NEARLY))
  if (!beyond.some((out) => out > nearly && out < wanted - EPS)) return null
  const what = `something ends at the trim or just beyond it, with ${one(mmFromPt(bleed))} mm of bleed on the page`
  return finding(
    'warning',
    'bleed',
    sight,
    item,
    what,
    `let it run ${sight.limits.bleed} mm over the trim or stay inside`,
  )
}

const RULES: readonly Rule[] = [
  tooMuchInk,
  inkyPicture,
  coarsePicture,
  seeThrough,
  hairline,
  smallText,
  nearTrim,
  bleedMissing,
]
