/** The date of issue, as papers write it. */
import { numberOf } from '../../intake/numerals'

/** 2034年4月17日 */
const PRINTED = /((?:19|20)\d{2})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日/u
/** 2034-04-17, 2034.4.17, 2034/4/17, 2034·4·17 */
const FIGURES =
  /(?<![\d.])((?:19|20)\d{2})([-./·])(0?[1-9]|1[0-2])\2(0?[1-9]|[12]\d|3[01])(?![\d.])/u
/** 二〇三四年四月十七日 */
const SPELT =
  /([〇○零一二三四五六七八九]{4})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})日/u
/** 5月17日—5月23日: a week's paper has a span, which no single date says. */
const UNTIL = /^\s*[—–~～至-]/u
const WEEKDAY = /[(（]?(?:星期|周)([一二三四五六日天])(?![\p{Script=Han}])[)）]?/u

export interface DatePart {
  readonly from: number
  readonly to: number
  /** ISO date. */
  readonly date: string
  /** The date alone says when the paper is issued. */
  readonly isWhole: boolean
}

const isoDate = (year: string, month: string, day: string): string =>
  `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`

/** The characters of a spelt year, each at the place of its digit; 〇 has three forms. */
const YEAR_DIGITS = '〇一二三四五六七八九'
const digitOf = (spelt: string): number => Math.max(0, YEAR_DIGITS.indexOf(spelt))
const spelled = (year: string, month: string, day: string): string =>
  isoDate([...year].map(digitOf).join(''), String(numberOf(month)), String(numberOf(day)))

function matched(line: string): readonly [RegExpExecArray, string] | null {
  const printed = PRINTED.exec(line)
  if (printed) return [printed, isoDate(printed[1] ?? '', printed[2] ?? '', printed[3] ?? '')]
  const figures = FIGURES.exec(line)
  if (figures) return [figures, isoDate(figures[1] ?? '', figures[3] ?? '', figures[4] ?? '')]
  const spelt = SPELT.exec(line)
  return spelt && [spelt, spelled(spelt[1] ?? '', spelt[2] ?? '', spelt[3] ?? '')]
}

/** The first date of a line. */
export function dateIn(line: string): DatePart | null {
  const found = matched(line)
  if (found === null) return null
  const [{ index, 0: text }, date] = found
  const to = index + text.length
  return { from: index, to, date, isWhole: !UNTIL.test(line.slice(to)) }
}

/** 2034年4月 above 17, as a 报头 sets them: the date that both lines say; null when they say none. */
export function dateOverTwo(line: string, next: string): string | null {
  const [, year, month] = /^((?:19|20)\d{2})年(\d{1,2})月$/u.exec(line.trim()) ?? []
  const [, day] = /^(\d{1,2})日?$/u.exec(next.trim()) ?? []
  return year && month && day ? isoDate(year, month, day) : null
}

/** 星期一, 周一: where it stands in a line, and the day of the week, 0 = Sunday. */
export function weekdayIn(
  line: string,
): { readonly from: number; readonly to: number; readonly day: number } | null {
  const found = WEEKDAY.exec(line)
  if (found === null) return null
  const day = '日一二三四五六'.indexOf((found[1] ?? '').replace('天', '日'))
  return { from: found.index, to: found.index + found[0].length, day }
}
