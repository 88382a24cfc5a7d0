/** 报眉 above the type area and the line at its foot. */
import type { Fill } from '../display/displayList'
import { bottom, rect, right } from '../geometry'
import { pageOneOf, type Edition } from '../model/edition'
import { typeArea } from '../model/grid'
import type { Page } from '../model/page'
import type { TextStyle } from '../model/styles'
import type { StyleSheet } from '../model/styleSheet'
import type { Diagnostic } from '../result'
import type { ShapingContext } from '../text/types'
import { pt } from '../units'
import { fitLine } from './fitLine'
import { footLines } from './pageFoot'
import type { PlacedLine } from './placeLines'
import { fillOf } from './rules'
import { displayContext, lineWidth } from './singleLine'
import { standingLine } from './standingLine'

export interface Furniture {
  readonly items: readonly Fill[]
  readonly lines: readonly PlacedLine[]
  /** What the 报眉 has no room for. */
  readonly diagnostics: readonly Diagnostic[]
}

const WEEKDAYS = ['日', '一', '二', '三', '四', '五', '六'] as const

/** `2026-11-22` as 2026年11月22日　星期日; a date of another form stands as it is. */
export function dateline(date: string): string {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(date)
  if (found === null) return date
  const [year, month, day] = found.slice(1).map(Number) as [number, number, number]
  const weekday = WEEKDAYS[weekdayOf(year, month, day)]
  return `${year}年${month}月${day}日　星期${weekday ?? ''}`
}

/** The 报眉's date; page one has the 期号 behind it. */
function dayOf(edition: Edition, page: Page): string {
  const { date, issue } = edition.meta
  const day = dateline(date)
  return issue === null || pageOneOf(edition)?.id !== page.id ? day : `${day}　第${issue}期`
}

/** Day of the week, 0 = Sunday. Sakamoto's method, Gregorian calendar. */
function weekdayOf(year: number, month: number, day: number): number {
  const shift = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4][month - 1] ?? 0
  const y = month < 3 ? year - 1 : year
  return (y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + shift + day) % 7
}

/** Centre of the em box above the baseline, in em. */
const EM_CENTRE = 0.38
/** Between the parts of the 报眉, in points. */
const APART = 14
/** What the 报名 keeps of the page's width, however long the section is called. */
const NAME_SHARE = 0.25

export function layoutFurniture(
  edition: Edition,
  page: Page,
  sheet: StyleSheet,
  ctx: ShapingContext,
): Furniture {
  const { furniture, grid } = page
  const area = typeArea(grid)
  const display = displayContext(ctx)
  const thin = area.y - furniture.headGap
  const thick = thin - 1.6 - furniture.thickRule
  const middle = thick - 0.5 * furniture.name.size - 3
  const lines: PlacedLine[] = []
  const cut: string[] = []
  /** Sets a string in its room; its right end, middle or left end stands at `x`. Returns the left end. */
  const put = (text: string, style: TextStyle, x: number, centre: number, room: number): number => {
    if (text === '') return x
    const { line, size, isCut } = fitLine(text, style, room, display)
    if (isCut) cut.push(text)
    const width = lineWidth(line, size)
    const left = style.align === 'right' ? x - width : style.align === 'center' ? x - width / 2 : x
    const at = { ...style, size }
    lines.push(standingLine(line, at, pt(left), pt(centre + EM_CENTRE * size)))
    return left
  }
  const half = area.width / 2
  const centre = area.x + half
  const word = { ...furniture.date, faces: furniture.section.faces }
  const ban = put('版', word, right(area), middle + 4, half)
  const folio = put(page.folio, furniture.folio, ban - 3, middle, half / 2)
  const di = put('第', word, folio - 3, middle + 4, half)
  const day = di - APART
  const date = put(dayOf(edition, page), furniture.date, day, middle, day - centre - APART)
  const beside = Math.min(date - APART - centre, half - NAME_SHARE * area.width - APART)
  const section = put(page.section, furniture.section, centre, middle, 2 * beside)
  const end = page.section === '' ? date : section
  put(edition.meta.publication, furniture.name, area.x, middle, end - APART - area.x)
  return {
    items: [
      fillOf(rect(area.x, thick, area.width, furniture.thickRule), sheet.body.ink),
      fillOf(
        rect(area.x, thin - furniture.thinRule, area.width, furniture.thinRule),
        sheet.body.ink,
      ),
      fillOf(rect(area.x, bottom(area) + furniture.footGap, area.width, 0.4), sheet.body.ink),
    ],
    lines: [...lines, ...footLines(edition, page, display)],
    diagnostics: cut.map((text) => noRoom(text, page)),
  }
}

/** A text that is cut for its length is not told at length. */
const TOLD = 12

function noRoom(text: string, { folio }: Page): Diagnostic {
  const told = `${Array.from(text).slice(0, TOLD).join('')}…`
  return {
    severity: 'warning',
    code: 'page.head-cut',
    message: `The head of page ${folio} has no room for “${told}”, which is cut; shorten it.`,
    where: { page: folio },
    parts: { text: told },
  }
}
