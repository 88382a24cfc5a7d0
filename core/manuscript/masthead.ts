/** What a page's standing lines say about the page itself. */

import { numberOf } from '../intake/labels'

export interface Masthead {
  /** Name of the paper, `''` when no line says it. */
  readonly publication: string
  /** ISO date of issue, or null. */
  readonly date: string | null
  /** 期号, the running number where a line states that of the year too; or null. */
  readonly issue: number | null
  /** 版次 without leading zeros, or null. */
  readonly folio: string | null
  /** Name of the section, `''` when no line says it. */
  readonly section: string
}

const DATE = /(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日/u
/** 二〇三一年五月六日 */
const SPELT_DATE =
  /([〇○零一二三四五六七八九]{4})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})日/u
const PAPER = /^\s*(\p{Script=Han}{1,8}[报報])(?=\s|\d|$)/u
/** The paper's name behind date and 版次. */
const PAPER_BEHIND = /\s((?!本[报報])\p{Script=Han}{2,8}[报報])(?=\s|$)/u
/** The paper's name on a line of its own. */
const NAMED = /^\s*((?!本[报報])\p{Script=Han}{1,8}[报報])\s*(?:[（(].*)?$/u
/** 今日8版 and 共8版 count the pages; they name none. */
const FOLIO =
  /(?<!(?:今[日天]|本期|共)\s{0,2})(?<![0-9A-Z]|[一二三四五六七八九十])([0-9A-Z]{1,3}|[一二三四五六七八九十]{1,3})\s*版(?!编辑|责编)/u
/** A section's name stands on its own behind the 版次, where no duty does. */
const SECTION =
  /(?<=[0-9A-Z一二三四五六七八九十头]\s{0,2})版[\s:：·]+(?!\p{Script=Han}{1,8}[报報](?=\s|$)|责任?编|编辑|主编|美编|组版|版式|校对|值班|本版|今日|星期)(\p{Script=Han}{2,6})(?=\s|$)/u
/** A07 社会, 8 副刊·漱玉: the 版次 without 版, set apart in the line that has the date, and the section behind it. */
const BARE_FOLIO = /(?:(?:^|\s)([A-Z]\d{1,2})(?=\s|$)|^\s*(\d{1,2})(?=\s+\p{Script=Han}))/u
const SECTION_BEHIND =
  /(?:(?:^|\s)[A-Z]\d{1,2}|^\s*\d{1,2})\s+(?!\p{Script=Han}{1,8}[报報](?=\s|$)|责任?编|编辑|主编|美编|组版|版式|校对|值班|本版|今日|星期)(\p{Script=Han}[\p{Script=Han}·]{1,7})(?=\s|$)/u

/** 第37期(总第1126期): the running number is the one that goes on from year to year. */
const RUNNING = /总\s*第\s*(\d{1,6})\s*期/u
const NUMBERED = /(?<!总\s*)第\s*(\d{1,6})\s*期/u

const twoDigits = (value: string): string => value.padStart(2, '0')

const nameAlone = (lines: readonly string[]): string =>
  lines.map((line) => NAMED.exec(line)?.[1]).find((name) => name !== undefined) ?? ''

const folioFrom = (printed: string | undefined): string | null =>
  printed === undefined
    ? null
    : /^[0-9A-Z]/u.test(printed)
      ? printed.replace(/^0+(?=.)/u, '')
      : String(numberOf(printed))

/** The characters of a spelt year, each at the place of its digit; 〇 has three forms. */
const YEAR_DIGITS = '〇一二三四五六七八九'
const digitOf = (spelt: string): number => Math.max(0, YEAR_DIGITS.indexOf(spelt))

function dateIn(line: string): string | null {
  const [, year, month, day] = DATE.exec(line) ?? []
  if (year && month && day) return `${year}-${twoDigits(month)}-${twoDigits(day)}`
  const [, speltYear, speltMonth, speltDay] = SPELT_DATE.exec(line) ?? []
  if (!speltYear || !speltMonth || !speltDay) return null
  const [monthOf, dayOf] = [speltMonth, speltDay].map((spelt) => String(numberOf(spelt)))
  return `${[...speltYear].map(digitOf).join('')}-${twoDigits(monthOf ?? '')}-${twoDigits(dayOf ?? '')}`
}

/** Reads the first line that states each thing; a line without a date or 版次 names a paper only where it holds nothing else. */
export function readMasthead(lines: readonly string[]): Masthead {
  const heads = lines.filter((line) => DATE.test(line) || SPELT_DATE.test(line) || FOLIO.test(line))
  const first = (pattern: RegExp): RegExpExecArray | null => {
    for (const line of heads) {
      const match = pattern.exec(line)
      if (match) return match
    }
    return null
  }
  const dated = lines.find((line) => DATE.test(line) || SPELT_DATE.test(line)) ?? ''
  const numbers = [RUNNING, NUMBERED].flatMap((pattern) =>
    lines.map((line) => Number(pattern.exec(line)?.[1] ?? 0)),
  )
  const bare = BARE_FOLIO.exec(dated)
  return {
    publication: first(PAPER)?.[1] ?? (nameAlone(lines) || (PAPER_BEHIND.exec(dated)?.[1] ?? '')),
    date: dateIn(dated),
    issue: numbers.find((number) => number > 0) ?? null,
    folio: folioFrom(first(FOLIO)?.[1] ?? bare?.[1] ?? bare?.[2]),
    section: first(SECTION)?.[1] ?? SECTION_BEHIND.exec(dated)?.[1] ?? '',
  }
}
