/**
 * Marks that may not start or end a line, and units that stay with their number.
 * Levels: CLREQ #prohibition_rules_for_line_start_end, where mainland China uses
 * `gb`. Iteration marks and suffixes are barred from line start, prefixes from
 * line end, on every level but `none` (JLREQ cl-09, cl-12, cl-13; CSS Text 3
 * `line-break: normal`).
 */
import type { ProhibitionLevel } from '../model/styles'
import { CharClass } from './characters'

const NO_START = [
  CharClass.close,
  CharClass.pause,
  CharClass.stop,
  CharClass.middle,
  CharClass.connector,
  CharClass.solidus,
  CharClass.suffix,
  CharClass.latinClose,
  CharClass.hyphen,
  CharClass.iteration,
]
const NO_END = [CharClass.open, CharClass.prefix, CharClass.latinOpen]

/** Two bits a class: may not start, may not end a line. */
export const BARRED_AT_START = 1
export const BARRED_AT_END = 2

function levelTable(noStart: readonly CharClass[], noEnd: readonly CharClass[]): Uint8Array {
  const table = new Uint8Array(32)
  for (const value of noStart) table[value]! |= BARRED_AT_START
  for (const value of noEnd) table[value]! |= BARRED_AT_END
  return table
}

export const PROHIBITIONS: Readonly<Record<ProhibitionLevel, Uint8Array>> = {
  none: levelTable([], []),
  basic: levelTable(NO_START, NO_END),
  gb: levelTable(NO_START, [...NO_END, CharClass.solidus]),
  strict: levelTable(
    [...NO_START, CharClass.dash, CharClass.ellipsis],
    [...NO_END, CharClass.solidus],
  ),
}

/**
 * Han units that stay on the line of the number before them, longest first.
 * Measure words of counting (个, 名, 家 …) are not units of measurement and may turn.
 */
export const UNITS: readonly string[] = [
  ...['平方公里', '平方千米', '立方米', '平方米', '人民币'],
  ...['公里', '千米', '厘米', '毫米', '公斤', '千克', '毫克', '公顷', '公升', '毫升', '海里'],
  ...['美元', '欧元', '港元', '日元', '英镑', '小时', '分钟', '千瓦', '兆瓦'],
  ...['年', '月', '日', '号', '时', '点', '分', '秒', '岁', '周', '届'],
  ...['元', '角', '万', '亿', '千', '百', '度', '倍', '成'],
  ...['米', '克', '吨', '升', '亩', '里', '斤', '寸', '瓦', '伏', '版'],
]

/** Whether a unit is money: an amount never parts from it. */
export const isCurrency = (unit: string): boolean => /[元镑角币]/u.test(unit)

const STARTS = new Set(UNITS.map((unit) => unit.charAt(0)))
const MULTIPLES = new Set('万亿千百')

/** Length of the unit that begins `text`, multiples included (`万元`); 0 when there is none. */
export function unitLength(text: string): number {
  if (!STARTS.has(text.charAt(0))) return 0
  const unit = UNITS.find((one) => text.startsWith(one))
  if (unit === undefined) return 0
  return unit.length === 1 && MULTIPLES.has(unit) ? 1 + unitLength(text.slice(1)) : unit.length
}
