/** What a page's standing lines say of the page itself: paper, date, 期号, 版次, section. */
import { dateIn, dateOverTwo, weekdayIn } from './dates'
import { folioIn, isSpread, wordsOf, type Word } from './words'

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

/** What of a line says one of these; the day of the week says the date too. */
export interface Said {
  readonly field: 'publication' | 'date' | 'folio' | 'section'
  readonly line: number
  readonly from: number
  readonly to: number
}

export interface ReadMasthead {
  readonly masthead: Masthead
  readonly said: readonly Said[]
}

/** 第37期(总第1126期): the running number is the one that goes on from year to year. */
const RUNNING = /总\s*第?\s*(\d{1,6})\s*期/u
const NUMBERED = /(?<!总\s*)第\s*(\d{1,6})\s*期/u
/** 今日导读, 看 点: below it stand titles and 版次 of other pages. */
const INDEX = /^\W*(?:今日|本期|本报|新闻|精彩|要闻)?(?:导读|看点|提要|要目|导览|索引)\W*$/u
/** Lines from the first on in which a bare number, or a name alone, may belong to the head. */
const HEAD_LINES = 8
/** A name alone stands no farther than this below date and 版次. */
const BELOW_HEAD = 2

interface Line {
  readonly at: number
  readonly words: readonly Word[]
  readonly hasDate: boolean
}

/** Full-width figures and letters as plain ones, where that moves none. */
function plainForm(line: string): string {
  const plain = line.normalize('NFKC')
  return plain.length === line.length ? plain : line
}

interface ReadDate {
  readonly date: string | null
  readonly said: readonly Said[]
  /** Lines that hold nothing but a part of the date. */
  readonly whole: ReadonlySet<number>
}

/** Day of the week of an ISO date, 0 = Sunday; NaN when there is no such day. */
const weekdayOf = (date: string): number => new Date(`${date}T00:00:00Z`).getUTCDay()

function readDate(lines: readonly string[]): ReadDate {
  for (const [line, text] of lines.entries()) {
    const next = lines[line + 1] ?? ''
    const over = dateOverTwo(text, next)
    const found = over === null ? dateIn(text) : null
    const date = over ?? found?.date
    if (date === undefined) continue
    const isSaid = over !== null || found?.isWhole === true
    const days = lines.flatMap((one, at): readonly Said[] => {
      const weekday = weekdayIn(one)
      const isRight = isSaid && weekday?.day === weekdayOf(date)
      return weekday !== null && isRight ? [{ field: 'date', line: at, ...weekday }] : []
    })
    const field = 'date'
    if (over !== null) {
      const said: readonly Said[] = [
        { field, line, from: 0, to: text.length },
        { field, line: line + 1, from: 0, to: next.length },
      ]
      return { date, said: [...said, ...days], whole: new Set([line, line + 1]) }
    }
    const said: readonly Said[] = found && isSaid ? [{ field, line, ...found }] : []
    return { date, said: [...said, ...days], whole: new Set() }
  }
  return { date: null, said: [], whole: new Set() }
}

interface Found {
  readonly line: Line
  readonly word: Word
}

const ofKind = (line: Line, kind: Word['kind']): readonly Found[] =>
  line.words.filter((word) => word.kind === kind).map((word) => ({ line, word }))

const isKnown = ({ kind }: Word): boolean => kind !== 'other' && kind !== 'duty'

/** 今日8版 or 第二张, beside the 版次 itself. */
const COUNT = /^(?:(?:今[日天]|本期|共).{1,3}版|第.{1,3}[张張叠])$/u

/** Beside a 版次 stand names and numbers of the page; beside the words of a title it is another page's. */
function isOwn({ words, hasDate }: Line): boolean {
  const duty = words.findIndex(({ kind }) => kind === 'duty')
  const before = duty < 0 ? words : words.slice(0, duty)
  return hasDate || before.every((word) => isKnown(word) || COUNT.test(word.text))
}

/** The page's own 版次 leads its line, or stands with the date or the paper's name; that of an index ends it. */
const isOwnFolio = ({ line, word }: Found): boolean =>
  line.hasDate || line.words[0] === word || ofKind(line, 'paper').length > 0

function findFolio(lines: readonly Line[]): Found | null {
  const own = lines.filter(isOwn)
  const all = lines.flatMap((line) => ofKind(line, 'folio'))
  const isIndexed = new Set(all.map(({ word }) => folioIn(word.text))).size > 1
  const printed = all
    .filter(({ line }) => own.includes(line))
    .find((found) => !isIndexed || isOwnFolio(found))
  if (printed !== undefined) return printed
  const bare = own
    .filter(({ at, hasDate }) => hasDate || at < HEAD_LINES)
    .map((line) => ofKind(line, 'bareFolio'))
    .find(({ length }) => length === 1 || length === 2)
  return bare?.[0] ?? null
}

/** The section's name beside the 版次, or alone on a line at the head. */
function findSection(lines: readonly Line[], folio: Found | null): Found | null {
  if (folio !== null) {
    const { line, word } = folio
    const at = line.words.indexOf(word)
    const beside = [line.words[at + 1], line.words[at - 1]].find((one) => one?.kind === 'section')
    if (beside !== undefined) return { line, word: beside }
    // 6/7 人物: the second page of two
    const [second, third] = line.words.slice(at + 1)
    if (second?.kind === 'bareFolio' && third?.kind === 'section') return { line, word: third }
  }
  const dated = lines.find(({ hasDate }) => hasDate)
  const last = Math.max(folio?.line.at ?? -1, dated?.at ?? -1)
  if (last < 0) return null
  const alone = lines
    .filter(({ at }) => at < HEAD_LINES && at <= last + BELOW_HEAD)
    .flatMap(onlySection)
  const [first, second] = alone
  const isName = first !== undefined && isNameAlone(lines, first)
  return (isName ? second : first) ?? null
}

/** The section's name of a line that has nothing else but a paper's. */
function onlySection(line: Line): readonly Found[] {
  const sections = ofKind(line, 'section')
  const papers = ofKind(line, 'paper')
  return sections.length === 1 && sections.length + papers.length === line.words.length
    ? sections
    : []
}

/** What a section may be called: 综合新闻, 特别报道. */
const CALLED =
  /新闻|报道|综合|时评|[副特专]刊|专版|周末|娱乐|体育|财经|经济|民生|社会|教育|健康|法治|文化|国际|要闻|公告|评论|理论|农村|县区/u
/** A paper's name that does not end like one is at least so long. */
const LEAST_NAME = 3

/** The first line is a name alone, and no line has a paper's: it may be one that does not end in 报. */
const isNameAlone = (lines: readonly Line[], { line, word }: Found): boolean =>
  line.at === 0 &&
  line.words.length === 1 &&
  word.text.length >= LEAST_NAME &&
  !CALLED.test(word.text) &&
  !lines.some((one) => ofKind(one, 'paper').length > 0)

/** The first paper's name that no words of a sentence lead to. */
const findPaper = (lines: readonly Line[]): Found | undefined =>
  lines
    .flatMap((line) => ofKind(line, 'paper'))
    .find(({ line, word }) => line.words.slice(0, line.words.indexOf(word)).every(isKnown))

/** 健康周刊 beside 澜溪晚报 is a section of it; where no paper is named, it is the paper. */
function placePeriodicals(lines: readonly Line[]): readonly Line[] {
  const kind = findPaper(lines) === undefined ? 'paper' : 'section'
  const placed = (word: Word): Word => (word.kind === 'periodical' ? { ...word, kind } : word)
  return lines.map((line) => ({ ...line, words: line.words.map(placed) }))
}

/** The first paper's name, or the name alone that stands on the first line. */
function findPublication(lines: readonly Line[]): Found | null {
  const named = findPaper(lines)
  if (named !== undefined) return named
  const first = lines.slice(0, 1).flatMap((line) => ofKind(line, 'section'))[0]
  return first !== undefined && isNameAlone(lines, first) ? first : null
}

export function readMasthead(texts: readonly string[]): ReadMasthead {
  const plain = texts.map(plainForm)
  const { date, said, whole } = readDate(plain)
  const label = plain.findIndex((line) => INDEX.test(line.replace(/\s/gu, '')))
  const read = plain.slice(0, label < 0 ? plain.length : label).flatMap((text, at) => {
    if (whole.has(at)) return []
    const dates = [dateIn(text), weekdayIn(text)].filter((part) => part !== null)
    return [{ at, words: wordsOf(text, dates), hasDate: dateIn(text) !== null }]
  })
  const lines = placePeriodicals(read)
  const folio = findFolio(lines)
  const section = findSection(lines, folio)
  const publication = findPublication(lines)
  const numbers = [RUNNING, NUMBERED].flatMap((pattern) =>
    plain.map((line) => Number(pattern.exec(line)?.[1] ?? 0)),
  )
  const where = (field: Said['field'], found: Found | null): readonly Said[] =>
    found === null ? [] : [{ field, line: found.line.at, from: found.word.from, to: found.word.to }]
  return {
    masthead: {
      publication: publication?.word.text ?? '',
      date,
      issue: numbers.find((number) => number > 0) ?? null,
      folio: folio && folioIn(folio.word.text),
      section: section?.word.text ?? '',
    },
    said: [
      ...said,
      ...where('publication', publication),
      ...where('folio', folio && !isSpread(folio.word.text) ? folio : null),
      ...where('section', section),
    ],
  }
}
