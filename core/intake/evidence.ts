/**
 * What is known about words. First the page itself: which character pairs and triples occur on it. A cut
 * word (`为创` | `新发展`) shows when the pair across the seam stands elsewhere on the page. Then, where the
 * caller has one, a dictionary, which knows the words that stand on the page only once.
 */

/** A page holds some ten thousand characters; what lies beyond this many adds nothing to the evidence. */
const CHARACTERS_READ = 500_000

/** A set of 32-bit codes other than 0 in one flat table (open addressing), a tenth of the cost of a Set. */
export class CodeSet {
  private readonly table: Uint32Array

  constructor(capacity: number) {
    this.table = new Uint32Array(1 << Math.max(6, Math.ceil(Math.log2(capacity + 1)) + 1))
  }

  private slotOf(code: number): number {
    const { table } = this
    const last = table.length - 1
    let slot = (Math.imul(code, 0x9e3779b1) >>> 7) & last
    while (table[slot] !== 0 && table[slot] !== code) slot = (slot + 1) & last
    return slot
  }

  /** Whether it was not there before. */
  add(code: number): boolean {
    const slot = this.slotOf(code)
    const isNew = this.table[slot] === 0
    this.table[slot] = code
    return isNew
  }

  has(code: number): boolean {
    return this.table[this.slotOf(code)] === code
  }
}

const pairCode = (a: number, b: number): number => ((a << 16) | b) >>> 0

/** 48 bits of characters mixed into 32: two triples share a code once in billions. */
const tripleCode = (a: number, b: number, c: number): number =>
  (Math.imul(pairCode(a, b), 0x85ebca6b) ^ Math.imul(c + 1, 0xc2b2ae35)) >>> 0 || 1

export interface PageWords {
  /** Do the two (or three) Chinese characters stand next to each other on the page? */
  readonly pair: (a: string, b: string) => boolean
  readonly triple: (a: string, b: string, c: string) => boolean
  /** Does a word run across the seam? Null without a dictionary or where the seam is not Chinese. */
  readonly runsAcross: (left: string, right: string) => boolean | null
}

/** Does a word of a dictionary run over this place of the text, in UTF-16 units from its start? */
export type WordOver = (text: string, at: number) => boolean

/** Characters read on either side of a seam: no common word is longer, and idioms have four. */
const SEAM_CONTEXT = 6

/** Seams are weighed several times over, against each open paragraph and again ahead of it. */
const makeRunsAcross = (wordOver: WordOver | undefined): PageWords['runsAcross'] => {
  if (wordOver === undefined) return () => null
  const weighed = new Map<string, boolean>()
  return (left, right) => {
    if (!isHanCode(left.charCodeAt(left.length - 1)) || !isHanCode(right.charCodeAt(0))) return null
    const before = left.slice(-SEAM_CONTEXT)
    const after = right.slice(0, SEAM_CONTEXT)
    const seam = `${before}|${after}`
    const known = weighed.get(seam)
    if (known !== undefined) return known
    const found = wordOver(before + after, before.length)
    weighed.set(seam, found)
    return found
  }
}

/** Adds the pairs and triples of Chinese characters in the first `end` UTF-16 units of a text. */
function addNeighbours(text: string, end: number, pairs: CodeSet, triples: CodeSet): void {
  let before = 0
  let last = 0
  for (let i = 0; i < end; i++) {
    const code = text.charCodeAt(i)
    const here = isHanCode(code) ? code : 0
    if (last && here) pairs.add(pairCode(last, here))
    if (before && last && here) triples.add(tripleCode(before, last, here))
    before = last
    last = here
  }
}

/** Reads which Chinese characters are neighbours on the page. Linear, and the same on every machine. */
export const wordsOfPage = (texts: readonly string[], wordOver?: WordOver): PageWords => {
  const total = texts.reduce((sum, text) => sum + text.length, 0)
  const capacity = Math.min(total, CHARACTERS_READ)
  const pairs = new CodeSet(capacity)
  const triples = new CodeSet(capacity)
  let left = capacity
  for (const text of texts) {
    const end = Math.min(text.length, left)
    left -= end
    addNeighbours(text, end, pairs, triples)
  }
  const code = (ch: string): number => ch.charCodeAt(0)
  return {
    pair: (a, b) => pairs.has(pairCode(code(a), code(b))),
    triple: (a, b, c) => triples.has(tripleCode(code(a), code(b), code(c))),
    runsAcross: makeRunsAcross(wordOver),
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

const COMMON_CODES = new Set(
  [...COMMON].map((two) => pairCode(two.charCodeAt(0), two.charCodeAt(1))),
)

/** The different pairs of a text as codes: cheaper than as strings. */
function hanCodes(text: string, limit: number): Set<number> {
  const found = new Set<number>()
  const end = Math.min(text.length, limit)
  let before = 0
  for (let i = 0; i < end; i++) {
    const code = text.charCodeAt(i)
    const here = isHanCode(code) ? code : 0
    if (before && here) found.add(pairCode(before, here))
    before = here
  }
  return found
}

/** A growing set of the word pairs of a story, for comparing subjects. */
export interface Topic {
  readonly add: (text: string) => void
  /** Share of the pairs of `text` that the story has already used, 0 to 1. */
  readonly overlap: (text: string) => number
}

const TOPIC_LIMIT = 400

export const makeTopic = (): Topic => {
  const seen = new Set<number>()
  return {
    add: (text) => {
      for (const code of hanCodes(text, TOPIC_LIMIT)) seen.add(code)
    },
    overlap: (text) => {
      let [all, known] = [0, 0]
      for (const code of hanCodes(text, TOPIC_LIMIT)) {
        if (COMMON_CODES.has(code)) continue
        all++
        if (seen.has(code)) known++
      }
      return all === 0 ? 0 : known / all
    },
  }
}

/** Characters of a text whose pairs tell what it speaks of. */
const TELLING = 40

/** The telling word pairs of a text's beginning, or of a short text such as a rubric. */
export const pairsOf = (text: string): readonly string[] =>
  [...hanPairs(text, TELLING)].filter((two) => !COMMON.has(two))

/** The same as codes, each once. */
export function pairCodesOf(text: string): Uint32Array {
  const found = new Uint32Array(TELLING)
  const end = Math.min(text.length, TELLING)
  let count = 0
  let before = 0
  for (let i = 0; i < end; i++) {
    const code = text.charCodeAt(i)
    const here = isHanCode(code) ? code : 0
    const pair = pairCode(before, here)
    if (before && here && !COMMON_CODES.has(pair)) {
      found[count] = pair
      if (found.indexOf(pair) === count) count++
    }
    before = here
  }
  return found.subarray(0, count)
}
