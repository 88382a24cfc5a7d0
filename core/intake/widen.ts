import { isDigit, isHan, isLatin } from './characters'

/**
 * Half-width punctuation to the full width a newspaper sets (GB/T 15834-2011), by context. Kept as they
 * are: what stands between digits (1,234 12:30 1.5 3~5), Latin text and its marks, web and mail addresses.
 * Length never changes; under NFKC (and straight quotes for curly) the text stays the same.
 */

const WIDE: Readonly<Record<string, string>> = {
  ',': '，',
  ';': '；',
  ':': '：',
  '!': '！',
  '?': '？',
}

const ADDRESS = /(?:https?:\/\/|www\.)[\x21-\x7e]+|[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,6}/g

/** [start, end) of each address. Marks after it belong to the sentence. */
const addressSpans = (text: string): readonly (readonly [number, number])[] => {
  if (!/:\/\/|www\.|@/.test(text)) return []
  return [...text.matchAll(ADDRESS)].map((match) => {
    const bare = match[0].replace(/[,;:!?.)"']+$/, '')
    // a bracket that the address itself opened closes it
    const isOpen = bare.split('(').length > bare.split(')').length
    const end = bare.length + (isOpen && match[0][bare.length] === ')' ? 1 : 0)
    return [match.index, match.index + end] as const
  })
}

const isChinese = (ch: string | undefined): boolean =>
  ch !== undefined &&
  (isHan(ch) || '，。、；：？！“”‘’（）《》〈〉【】〔〕「」『』…—·％'.includes(ch))

/** A text with the marks changed so far; only marks are touched, so their places are all that is kept. */
interface Sheet {
  readonly text: string
  /** Offsets of the marks that may change, in order, addresses left out. */
  readonly marks: readonly number[]
  readonly changed: Map<number, string>
}

const at = ({ text, changed }: Sheet, i: number): string | undefined => changed.get(i) ?? text[i]

/** The neighbour on one side, seen past spaces. */
const beyond = (sheet: Sheet, from: number, step: 1 | -1): string | undefined => {
  let i = from + step
  while (sheet.text[i] === ' ') i += step
  return at(sheet, i)
}

/** 7:30, is no number with thousands. */
const ENDS_IN_TIME = /(?<!\d)\d{1,2}:\d\d$/u
/** Ends a figure: what follows the mark is another. */
const UNIT_SIGN = /[%‰℃°]/u

const widensMark = (sheet: Sheet, i: number): boolean => {
  const mark = sheet.text[i] as string
  const [left, right] = [beyond(sheet, i, -1), beyond(sheet, i, 1)]
  if (isDigit(left) && isDigit(right) && (mark === ',' || mark === ':'))
    return mark === ',' && ENDS_IN_TIME.test(sheet.text.slice(Math.max(0, i - 6), i))
  if (mark === ':' && sheet.text[i + 1] === '/') return false
  if (isChinese(left)) return true
  if (isDigit(right) && (UNIT_SIGN.test(left ?? '') || (mark === ';' && isDigit(left)))) return true
  if (mark === '!' || mark === '?') {
    return !isLatin(left) && (isChinese(right) || isDigit(left) || left === '%')
  }
  return isChinese(right)
}

/** Brackets widen together: when they hold Chinese or stand beside it. Unpaired ones go by their neighbour. */
const widenBrackets = (sheet: Sheet): void => {
  const { text, marks, changed } = sheet
  const beside = (i: number): boolean =>
    isChinese(beyond(sheet, i, -1)) || isChinese(beyond(sheet, i, 1))
  const waiting: { readonly i: number; readonly hanBefore: number }[] = []
  let han = 0
  let read = 0
  for (const i of marks) {
    for (; read < i; read++) if (isHan(text[read])) han++
    if (text[i] === '(') waiting.push({ i, hanBefore: han })
    if (text[i] !== ')') continue
    const open = waiting.pop()
    if (!open) {
      if (beside(i)) changed.set(i, '）')
    } else if (han > open.hanBefore || beside(open.i) || beside(i)) {
      changed.set(open.i, '（')
      changed.set(i, '）')
    }
  }
  for (const { i } of waiting) if (beside(i)) changed.set(i, '（')
}

/** Straight quotes to pairs of curly ones, double and single apart; an apostrophe or inch mark stays. */
const pairQuotes = (sheet: Sheet): void => {
  const { text, marks, changed } = sheet
  const alternates = !text.includes('“')
  const oddOneOut = marks.filter((i) => text[i] === '"').length % 2 === 1
  let double = false
  let single = false
  for (const i of marks) {
    const [left, right] = [text[i - 1], text[i + 1]]
    if (text[i] === '"' && alternates) {
      if (!double && isDigit(left) && (oddOneOut || !isChinese(right))) continue
      changed.set(i, double ? '”' : '“')
      double = !double
    } else if (text[i] === '"') {
      changed.set(i, isHan(right) && !isHan(left) ? '“' : '”')
    } else if (text[i] === "'") {
      const apostrophe = isLatin(left) && isLatin(right)
      if (apostrophe || (!single && !isChinese(left) && !isChinese(right))) continue
      changed.set(i, single ? '’' : '‘')
      single = !single
    }
  }
}

/** Figures and Latin letters stand at half width in a line (GB/T 15835-2011), and so do the marks of a figure. */
const narrow = (text: string): string =>
  /[\uff10-\uff5a％]/u.test(text)
    ? text
        .replace(/[０-９Ａ-Ｚａ-ｚ]/gu, (ch) => String.fromCharCode(ch.charCodeAt(0) - 0xfee0))
        .replace(/(?<=\d)[．：／](?=\d)|(?<=\d)％/gu, (mark) => NARROW[mark] ?? mark)
    : text

const NARROW: Readonly<Record<string, string>> = { '．': '.', '：': ':', '／': '/', '％': '%' }

/** A space beside a full-width stop is an artefact of extraction: the mark has its own white. */
const dropSpaces = (text: string): string =>
  text.includes(' ') ? text.replace(/ (?=[，。、；：？！])|(?<=[，。、；：？！]) /gu, '') : text

const MARKS = new Uint8Array(0x80)
for (const mark of ',;:!?()"\'') MARKS[mark.charCodeAt(0)] = 1

/** Most Chinese text has none. */
const allMarks = (text: string): readonly number[] => {
  const marks: number[] = []
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code < MARKS.length && MARKS[code] === 1) marks.push(i)
  }
  return marks
}

const marksOf = (text: string): readonly number[] => {
  const all = allMarks(text)
  if (all.length === 0) return all
  const spans = addressSpans(text)
  const marks: number[] = []
  let span = 0
  for (const i of all) {
    while (span < spans.length && (spans[span] as readonly [number, number])[1] <= i) span++
    const inside = span < spans.length && (spans[span] as readonly [number, number])[0] <= i
    if (!inside) marks.push(i)
  }
  return marks
}

const printed = ({ text, marks, changed }: Sheet): string => {
  const pieces: string[] = []
  let from = 0
  for (const i of marks) {
    const mark = changed.get(i)
    if (mark === undefined) continue
    pieces.push(text.slice(from, i), mark)
    from = i + 1
  }
  return pieces.join('') + text.slice(from)
}

/** Widens the marks of a text that holds Chinese; any other text comes back as it is. */
export const widen = (raw: string): string => {
  const text = narrow(raw)
  if (!/[\u3400-\u9fff]/.test(text)) return text
  const sheet: Sheet = { text, marks: marksOf(text), changed: new Map() }
  if (sheet.marks.length === 0) return dropSpaces(text)
  pairQuotes(sheet)
  widenBrackets(sheet)
  for (const i of sheet.marks) {
    const wide = WIDE[text[i] as string]
    if (wide !== undefined && widensMark(sheet, i)) sheet.changed.set(i, wide)
  }
  return dropSpaces(printed(sheet))
}
