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

/** Index after the address that covers each of its characters; 0 elsewhere. Trailing marks belong to the sentence. */
const addressSpans = (text: string): readonly (readonly [number, number])[] => {
  if (!/:\/\/|www\.|@/.test(text)) return []
  return [...text.matchAll(ADDRESS)].map((match) => {
    const bare = match[0].replace(/[,;:!?.)"']+$/, '')
    return [match.index, match.index + bare.length] as const
  })
}

const isChinese = (ch: string | undefined): boolean =>
  ch !== undefined &&
  (isHan(ch) || '，。、；：？！“”‘’（）《》〈〉【】〔〕「」『』…—·％'.includes(ch))

const skipSpaces = (chars: readonly string[], from: number, step: 1 | -1): number => {
  let i = from
  while (chars[i] === ' ') i += step
  return i
}

interface Around {
  readonly left: string | undefined
  readonly right: string | undefined
}

const around = (chars: readonly string[], at: number): Around => ({
  left: chars[skipSpaces(chars, at - 1, -1)],
  right: chars[skipSpaces(chars, at + 1, 1)],
})

const widensMark = (
  mark: string,
  { left, right }: Around,
  adjacentRight: string | undefined,
): boolean => {
  if (isDigit(left) && isDigit(right) && (mark === ',' || mark === ':')) return false
  if (mark === ':' && adjacentRight === '/') return false
  if (isChinese(left)) return true
  if (mark === '!' || mark === '?')
    return !isLatin(left) && (isChinese(right) || isDigit(left) || left === '%')
  return isChinese(right)
}

/** Brackets widen together: when they hold Chinese or stand beside it. Unpaired ones go by their neighbour. */
const widenBrackets = (chars: string[], kept: (i: number) => boolean): void => {
  const waiting: number[] = []
  const chineseUpTo: number[] = []
  let seen = 0
  chars.forEach((ch, i) => {
    if (isHan(ch)) seen++
    chineseUpTo[i] = seen
  })
  const beside = (i: number): boolean => {
    const { left, right } = around(chars, i)
    return isChinese(left) || isChinese(right)
  }
  chars.forEach((ch, i) => {
    if (kept(i)) return
    if (ch === '(') waiting.push(i)
    if (ch !== ')') return
    const open = waiting.pop()
    if (open === undefined) {
      if (beside(i)) chars[i] = '）'
      return
    }
    const holdsHan = (chineseUpTo[i] as number) > (chineseUpTo[open] as number)
    if (holdsHan || beside(open) || beside(i)) {
      chars[open] = '（'
      chars[i] = '）'
    }
  })
  for (const i of waiting) if (beside(i)) chars[i] = '（'
}

/** Straight quotes to pairs of curly ones, double and single apart; an apostrophe or inch mark stays. */
const pairQuotes = (chars: string[], kept: (i: number) => boolean): void => {
  let open = chars.filter((ch) => ch === '“').length > 0 ? null : false
  let single = false
  chars.forEach((ch, i) => {
    if (kept(i)) return
    const [left, right] = [chars[i - 1], chars[i + 1]]
    if (ch === '"' && open !== null) {
      if (!open && isDigit(left) && !isChinese(right)) return
      chars[i] = open ? '”' : '“'
      open = !open
    } else if (ch === '"') {
      chars[i] = isHan(right) && !isHan(left) ? '“' : '”'
    } else if (ch === "'") {
      if (isLatin(left) && isLatin(right)) return
      if (!single && !isChinese(left) && !isChinese(right)) return
      chars[i] = single ? '’' : '‘'
      single = !single
    }
  })
}

/** A space beside a full-width stop is an artefact of extraction: the mark has its own white. */
const dropSpaces = (text: string): string =>
  text.replace(/ (?=[，。、；：？！])|(?<=[，。、；：？！]) /gu, '')

export const widen = (text: string): string => {
  if (!/[\u3400-\u9fff]/.test(text)) return text
  if (!/[,;:!?()"' ]/.test(text)) return text
  const chars = text.split('')
  const spans = addressSpans(text)
  let span = 0
  const keep = new Set<number>()
  for (; span < spans.length; span++) {
    const [from, to] = spans[span] as readonly [number, number]
    for (let i = from; i < to; i++) keep.add(i)
  }
  const kept = (i: number): boolean => keep.has(i)
  pairQuotes(chars, kept)
  widenBrackets(chars, kept)
  for (let i = 0; i < chars.length; i++) {
    const wide = WIDE[chars[i] as string]
    if (wide === undefined || kept(i)) continue
    if (widensMark(chars[i] as string, around(chars, i), chars[i + 1])) chars[i] = wide
  }
  return dropSpaces(chars.join(''))
}
