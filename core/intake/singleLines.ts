import { isBareNumber, isNotice, rubricWords } from './labels'
import { isOwnSubhead, opensLikeCaption } from './lookahead'
import type { Scrap } from './classify'

/**
 * Lines that look like headings and are text: verse under its title and author, and the names and date
 * that close a letter or notice. Each is a paragraph of its own.
 */

const LONGEST_VERSE = 20
const LEAST_VERSES = 3

const isVerse = (scrap: Scrap | undefined): boolean =>
  scrap !== undefined &&
  (scrap.kind === 'heading' || (scrap.kind === 'text' && !scrap.lead && !scrap.signed)) &&
  scrap.width <= LONGEST_VERSE &&
  !scrap.text.startsWith('——') &&
  !isOwnSubhead(scrap)

const signs = (scrap: Scrap | undefined): boolean =>
  scrap !== undefined && (scrap.kind === 'byline' || (scrap.kind === 'heading' && scrap.bareNames))

/** Index after the verses that begin at `at`: the title of the next poem is none, nor is a mark or number. */
function endOfVerses(scraps: readonly Scrap[], at: number): number {
  let end = at
  const isTitle = (at: number): boolean => {
    const below = scraps[at + 1]
    return signs(below) || below?.lead === true || below?.text.startsWith('——') === true
  }
  while (isVerse(scraps[end]) && !signs(scraps[end]) && !isTitle(end)) end++
  const last = scraps[end - 1]
  const isRubric =
    end > at + LEAST_VERSES &&
    isTitle(end) &&
    last !== undefined &&
    (rubricWords(last.folded) >= 1.5 || isBuiltLikeRubrics(scraps, last))
  return isRubric ? end - 1 : end
}

const LONGEST_RUBRIC = 6
const LEAST_RUBRICS = 2

/** As wide as the lines are that stand above headline and author elsewhere on the page. */
function isBuiltLikeRubrics(scraps: readonly Scrap[], line: Scrap): boolean {
  const rubrics = scraps.filter(
    ({ kind, width }, at) =>
      kind === 'heading' &&
      width === line.width &&
      scraps[at + 1]?.kind === 'heading' &&
      scraps[at - 1]?.kind !== 'heading' &&
      (signs(scraps[at + 2]) || scraps[at + 2]?.kind === 'text'),
  )
  return line.width <= LONGEST_RUBRIC && rubrics.length >= LEAST_RUBRICS
}

/** 一夜清风过小塘，: a classical poem has marks, and lines of one length. */
function isEven(scraps: readonly Scrap[], verses: readonly number[]): boolean {
  const widths = verses.map((at) => (scraps[at] as Scrap).width)
  return Math.max(...widths) - Math.min(...widths) <= 1
}

const isDots = ({ text }: Scrap): boolean => /^…+$/u.test(text)

/** Verses above prose: the last of the lines are the heads of the prose, where a poem's end can be told from them. */
function withoutHeads(scraps: readonly Scrap[], verses: readonly number[]): readonly number[] {
  const dots = verses.findLastIndex((at) => isDots(scraps[at] as Scrap))
  if (dots >= 0) return verses.slice(0, dots + 1)
  const rubric = verses.length - 2
  const head = scraps[verses[rubric] ?? -1]
  return head && (rubricWords(head.folded) >= 1.5 || isBuiltLikeRubrics(scraps, head))
    ? verses.slice(0, rubric)
    : []
}

/** Verses under a title and its author, through numbered parts. */
function versesUnder(scraps: readonly Scrap[], author: number): readonly number[] {
  const verses: number[] = []
  let at = author + 1
  let headings = 0
  for (;;) {
    while (isBareNumber(scraps[at]?.folded ?? '')) at++
    const end = endOfVerses(scraps, at)
    if (end === at) break
    for (; at < end; at++) {
      verses.push(at)
      if ((scraps[at] as Scrap).kind === 'heading') headings++
    }
    if (!isBareNumber(scraps[at]?.folded ?? '')) break
  }
  const below = scraps[at]
  const runsIntoText =
    below?.kind === 'text' &&
    below.width > LONGEST_VERSE &&
    !below.lead &&
    !opensLikeCaption(below.folded)
  const own = runsIntoText ? withoutHeads(scraps, verses) : verses
  return own.length >= LEAST_VERSES && (headings * 2 > own.length || isEven(scraps, own)) ? own : []
}

const DATE_ALONE = /^(?:\d{4}|二[〇○零一二三四五六七八九]{3})年[^ ,星期]{3,8}日$/u
const CLOSING_WIDTH = 16
const MOST_CLOSING = 4
const CLOSING_LONG = 24
const NOTICE_REACH = 6
/** Characters of a body's name by which the text above speaks of it. */
const LEAST_NAME = 5

/** Names and offices right-aligned above the date that closes a letter or notice, the date with them. */
function closingAbove(scraps: readonly Scrap[], date: number): readonly number[] {
  let from = date
  while (
    date - from < MOST_CLOSING &&
    scraps[from - 1]?.kind === 'heading' &&
    (scraps[from - 1] as Scrap).width <= CLOSING_WIDTH
  )
    from--
  if (from === date || scraps[from - 1]?.kind !== 'text') return []
  return Array.from({ length: date - from + 1 }, (_, i) => from + i)
}

/** Who speaks in a notice: a company, an office, a committee. */
const BODY =
  /(?:公司|集团|局|委员会|委|办公室|办公厅|办事处|中心|政府|院|部|处|厅|会|社|厂|所|站|队|组|店|馆|学校|大学|银行|[支分]行|管理人|编辑部|家属)$/u

/** The body that speaks in a notice, alone below its text and above the next heading. */
function isClosing(scraps: readonly Scrap[], at: number): boolean {
  const [above, scrap, below] = [scraps[at - 1], scraps[at], scraps[at + 1]]
  if (scrap?.kind !== 'heading' || !BODY.test(scrap.folded) || scrap.width > CLOSING_LONG)
    return false
  if (above?.kind !== 'text' || /[ ,:]/.test(scrap.folded)) return false
  if (below && below.kind !== 'heading' && below.kind !== 'furniture') return false
  if (above.text.includes(scrap.text.slice(-LEAST_NAME))) return true
  const head = scraps
    .slice(Math.max(0, at - NOTICE_REACH), at)
    .findLast(({ kind }) => kind === 'heading')
  return head !== undefined && isNotice(head.folded)
}

const LEAST_ROWS = 3

/** Cells of a row in a table: words and figures set apart by spaces. */
const cellsOf = (scrap: Scrap | undefined): number =>
  scrap?.kind === 'heading' && /\d/u.test(scrap.folded) ? scrap.folded.split(' ').length : 0

/** Rows of figures with as many cells each: a table of points, prices or results. */
function rowsBelow(scraps: readonly Scrap[], at: number): readonly number[] {
  const cells = cellsOf(scraps[at])
  if (cells < 2 || cellsOf(scraps[at - 1]) === cells) return []
  let end = at
  while (cellsOf(scraps[end]) === cells) end++
  return end - at >= LEAST_ROWS ? Array.from({ length: end - at }, (_, i) => at + i) : []
}

/** ——某场职工 甲, under what is quoted: no 副题 stands below text. */
const isAttribution = (scraps: readonly Scrap[], at: number): boolean =>
  scraps[at]?.kind === 'heading' &&
  /^—+[^—]/u.test(scraps[at].text) &&
  scraps[at - 1]?.kind === 'text' &&
  scraps[at + 1]?.kind !== 'text'

export function tellSingleLines(scraps: readonly Scrap[]): readonly Scrap[] {
  const single = new Set<number>()
  scraps.forEach((scrap, at) => {
    if (single.has(at)) return
    if (isClosing(scraps, at)) single.add(at)
    for (const one of rowsBelow(scraps, at)) single.add(one)
    if (isAttribution(scraps, at)) single.add(at)
    if (scrap.kind === 'furniture' && DATE_ALONE.test(scrap.folded))
      for (const one of closingAbove(scraps, at)) single.add(one)
    const isAuthor = signs(scrap) && scraps[at - 1]?.kind === 'heading' && !signs(scraps[at - 1])
    if (isAuthor) for (const one of versesUnder(scraps, at)) single.add(one)
  })
  return single.size === 0
    ? scraps
    : scraps.map((scrap, at) => (single.has(at) ? { ...scrap, kind: 'text', single: true } : scrap))
}
