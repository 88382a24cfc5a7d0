/**
 * What the page itself says about words: which character pairs and triples occur on it. A cut word
 * (`为创` | `新发展`) shows when the pair across the seam stands elsewhere on the page. No dictionary,
 * no runtime segmenter: the same on every machine.
 */

const FEWEST_BITS = 14
const MOST_BITS = 22

/** Sixteen slots for every character, so that two pairs seldom share one; at most 4 MB. */
const tableBits = (characters: number): number =>
  Math.min(MOST_BITS, Math.max(FEWEST_BITS, Math.ceil(Math.log2(characters + 1)) + 4))

const hash2 = (a: number, b: number): number =>
  (Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b)) >>> 0

export interface PageWords {
  /** How often the two (or three) characters stand next to each other on the page; saturates at 255. */
  readonly pair: (a: string, b: string) => number
  readonly triple: (a: string, b: string, c: string) => number
}

/** Counts all neighbours in hashed tables of bounded size: linear in the text, the same on every machine. */
export const wordsOfPage = (texts: readonly string[]): PageWords => {
  const size = 1 << tableBits(texts.reduce((sum, text) => sum + text.length, 0))
  const pairs = new Uint8Array(size)
  const triples = new Uint8Array(size)
  const slot = (hash: number): number => (hash ^ (hash >>> 15)) & (size - 1)
  const bump = (table: Uint8Array, at: number): void => {
    const n = table[at] as number
    if (n < 255) table[at] = n + 1
  }
  for (const text of texts) {
    for (let i = 0; i + 1 < text.length; i++) {
      const two = hash2(text.charCodeAt(i), text.charCodeAt(i + 1))
      bump(pairs, slot(two))
      if (i + 2 < text.length) bump(triples, slot(hash2(two, text.charCodeAt(i + 2))))
    }
  }
  return {
    pair: (a, b) => pairs[slot(hash2(a.charCodeAt(0), b.charCodeAt(0)))] as number,
    triple: (a, b, c) =>
      triples[slot(hash2(hash2(a.charCodeAt(0), b.charCodeAt(0)), c.charCodeAt(0)))] as number,
  }
}

const isHanCode = (code: number): boolean => code >= 0x4e00 && code <= 0x9fff

const hanPairs = (text: string, limit: number): Set<string> => {
  const found = new Set<string>()
  const end = Math.min(text.length, limit) - 1
  let before = text.length > 0 && isHanCode(text.charCodeAt(0))
  for (let i = 0; i < end; i++) {
    const here = isHanCode(text.charCodeAt(i + 1))
    if (before && here) found.add(text.slice(i, i + 2))
    before = here
  }
  return found
}

/** Pairs so common in news prose that they say nothing about the subject. */
const COMMON = new Set([
  '记者',
  '本报',
  '日前',
  '近日',
  '今年',
  '目前',
  '进行',
  '开展',
  '工作',
  '活动',
  '相关',
  '为了',
  '通过',
  '以及',
  '同时',
  '他们',
  '我们',
  '表示',
  '介绍',
  '一个',
  '这个',
  '成为',
  '月日',
  '年来',
  '以来',
  '其中',
  '据悉',
  '了解',
  '解到',
  '说道',
])

/** A growing set of the word pairs of a story, for comparing subjects. */
export interface Topic {
  readonly add: (text: string) => void
  /** Share of the pairs of `text` that the story has already used, 0 to 1. */
  readonly overlap: (text: string) => number
}

const TOPIC_LIMIT = 400

export const makeTopic = (): Topic => {
  const seen = new Set<string>()
  return {
    add: (text) => {
      for (const two of hanPairs(text, TOPIC_LIMIT)) seen.add(two)
    },
    overlap: (text) => {
      const pairs = [...hanPairs(text, TOPIC_LIMIT)].filter((two) => !COMMON.has(two))
      if (pairs.length === 0) return 0
      return pairs.filter((two) => seen.has(two)).length / pairs.length
    },
  }
}

/** The telling word pairs of a short text such as a rubric. */
export const pairsOf = (text: string): readonly string[] =>
  [...hanPairs(text, 40)].filter((two) => !COMMON.has(two))

/** Number of the word pairs of `needle` that occur in `text`. */
export const sharedPairs = (needle: string, text: string): number =>
  pairsOf(needle).filter((two) => text.includes(two)).length
