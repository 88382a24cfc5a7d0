/** What a page's standing lines say about the page itself. */

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
const PAPER = /^\s*(\p{Script=Han}{1,8}报)(?=\s|\d|$)/u
/** The paper's name on a line of its own. */
const NAMED = /^\s*((?!本报)\p{Script=Han}{1,8}报)\s*(?:[（(].*)?$/u
/** 今日8版 and 共8版 count the pages; they name none. */
const FOLIO = /(?<!(?:今[日天]|本期|共)\s{0,2})(?<![0-9A-Z])([0-9A-Z]{1,3})\s*版/u
/** A section's name stands on its own behind the 版次. */
const SECTION = /版[\s:：·]+(\p{Script=Han}{2,6})(?=\s|$)/u

/** 第37期(总第1126期): the running number is the one that goes on from year to year. */
const RUNNING = /总\s*第\s*(\d{1,6})\s*期/u
const NUMBERED = /(?<!总\s*)第\s*(\d{1,6})\s*期/u

const twoDigits = (value: string): string => value.padStart(2, '0')

const nameAlone = (lines: readonly string[]): string =>
  lines.map((line) => NAMED.exec(line)?.[1]).find((name) => name !== undefined) ?? ''

/** Reads the first line that states each thing; a line without a date or 版次 names a paper only where it holds nothing else. */
export function readMasthead(lines: readonly string[]): Masthead {
  const heads = lines.filter((line) => DATE.test(line) || FOLIO.test(line))
  const first = (pattern: RegExp): RegExpExecArray | null => {
    for (const line of heads) {
      const match = pattern.exec(line)
      if (match) return match
    }
    return null
  }
  const date = first(DATE)
  const numbers = [RUNNING, NUMBERED].flatMap((pattern) =>
    lines.map((line) => Number(pattern.exec(line)?.[1] ?? 0)),
  )
  const [, year = '', month = '', day = ''] = date ?? []
  return {
    publication: first(PAPER)?.[1] ?? nameAlone(lines),
    date: date ? `${year}-${twoDigits(month)}-${twoDigits(day)}` : null,
    issue: numbers.find((number) => number > 0) ?? null,
    folio: first(FOLIO)?.[1]?.replace(/^0+(?=.)/u, '') ?? null,
    section: first(SECTION)?.[1] ?? '',
  }
}
