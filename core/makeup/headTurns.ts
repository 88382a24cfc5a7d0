/** Where a 主题 turns to a new line. Turns fall between words; the choice is stored with the frame. */
import type { Node } from 'prosemirror-model'
import { textOf } from '../model/storySchema'
import { BREATH, LEANS_ON, lettersIn, NEVER_FIRST, NEVER_LAST, OPENS } from '../text/displayTurns'
import { ownWords } from '../text/ownWords'
import { once } from './known'
import type { PageTask, Segmenter } from './types'

/** Words of place that belong to the noun before them. */
const PLACE = /^[里上下中内外前后旁]$/u
/** A number waits for what it counts, and is never torn itself. */
const NUMBER = /^第?[\d.一二两三四五六七八九十百千万亿]+$/u
const LATIN_LAST = /\p{Script=Latin}$/u
const HAN_FIRST = /^\s*\p{Script=Han}/u
const NUMBER_LAST = /[\d一二两三四五六七八九十百千万亿]$/u
const NUMBER_FIRST = /^[\d一二两三四五六七八九十百千万亿]/u
/** A number with its measure word, which the noun should follow. */
const COUNTED =
  /[\d一二两三四五六七八九十百千万亿]\s*[个只名位条件座台场次项张封艘枚家所道款份本对双群批支棵株盏间栋]$/u
interface Boundary {
  /** Index into the text as UTF-16 counts, the way the document does. */
  readonly at: number
  /** Share of the text before it, in ems. */
  readonly ems: number
  /** What a turn here costs beside unequal lines. */
  readonly price: number
}

/** Rough width: Han 1 em, Latin, digits and marks half. */
const emsOf = (text: string): number =>
  [...text].reduce(
    (sum, char) => sum + (/[\u3400-\u9fff\u{20000}-\u{3ffff}]/u.test(char) ? 1 : 0.5),
    0,
  )

function boundariesOf(text: string, words: readonly string[]): readonly Boundary[] {
  const found: Boundary[] = []
  const breathes = hasBreath(text)
  let at = 0
  for (const [index, word] of words.entries()) {
    at += word.length
    const before = text.slice(0, at)
    const after = text.slice(at)
    if (after === '' || NEVER_LAST.test(before) || NEVER_FIRST.test(after) || /^\s/u.test(after))
      continue
    if (insideName(text, at)) continue
    const next = words[index + 1] ?? ''
    if (PLACE.test(next) || (NUMBER.test(word) && HAN_FIRST.test(after))) continue
    if (NUMBER_LAST.test(word) && NUMBER_FIRST.test(next)) continue
    found.push({ at, ems: emsOf(before), price: priceOf(before, word, next, breathes) })
  }
  return found
}

/** What a turn costs between two words; in mid-phrase more where the 主题 has a breath to turn at. */
const PLAIN = { breathless: 0.12, breathing: 0.25 }
/** What a line that ends with 的 costs beside that: it waits for its noun, but is common. */
const AFTER_DE = 0.2
/** A word of one character beside the turn is more often part of one that was not known, most often one that ends words: 车 after 自行. */
const LONE = { before: 0.3, after: 0.2, ending: 0.5 }
/** Characters that end words rather than begin them. */
const ENDS =
  /^[的了着过得吗呢吧啊们子儿头者员家长师生队站院馆厂店社会局部处所室厅厦楼区县市镇乡村路街桥河江湖岛港湾车船机器品法律令费款税券证卡票报刊奖赛杯节季周版集展课班校系科率度量力额险病药制级型式化性族界论业线出完成掉]$/u

/** Least after a mark that reads like breath, most between a count and its noun, and after a word that leans on the next. */
function priceOf(before: string, word: string, next: string, breathes: boolean): number {
  if (BREATH.test(before)) return 0
  if (COUNTED.test(before)) return 0.9
  const isPlace = PLACE.test(word)
  const plain = breathes ? PLAIN.breathing : PLAIN.breathless
  if (word === '的') return plain + AFTER_DE
  if (LEANS_ON.test(word) || (OPENS.test(word) && !isPlace)) return 0.7
  const ahead = before.slice(0, -word.length)
  // After 的 one character is a noun by itself: 迟到31年的信.
  const ends = isPlace || ENDS.test(word) || ahead.endsWith('的') || LATIN_LAST.test(ahead)
  const torn =
    (isLoneHan(word) && !ends ? LONE.before : 0) + (isLoneHan(next) ? parting(word, next) : 0)
  return plain + torn
}

/** What a word of one character costs at the head of a line; after Latin it ends a word: T恤, CT片. */
const parting = (word: string, next: string): number =>
  ENDS.test(next) || LATIN_LAST.test(word)
    ? LONE.ending
    : OPENS.test(next) || NUMBER.test(next)
      ? 0
      : LONE.after

const isLoneHan = (word: string): boolean => /^\p{Script=Han}$/u.test(word)

/** Whether a 主题 has a mark like breath before its end. */
const hasBreath = (text: string): boolean =>
  [...text.trim()].some((_, at, all) => at > 0 && at < all.length - 1 && BREATH.test(all[at] ?? ''))

const NAMES = [
  ['“', '”'],
  ['《', '》'],
  ['「', '」'],
  ['『', '』'],
  ['【', '】'],
  ['（', '）'],
  ['(', ')'],
] as const
/** A name in quotes or 书名号 of so many characters may turn inside. */
const LONG_NAME = 12

/** Whether a place lies inside a short name in quotes, 书名号 or brackets, which stays whole. */
function insideName(text: string, at: number): boolean {
  return NAMES.some(([opening, closing]) => {
    const open = text.slice(0, at).lastIndexOf(opening)
    const close = text.indexOf(closing, Math.max(0, open))
    return open >= 0 && close >= at && close - open <= LONG_NAME
  })
}

/** The turns that break a story's 主题 into so many lines, found once for a page; null when it has no such places. */
export const turnsFor = (task: PageTask, doc: Node, lines: number): readonly number[] | null =>
  once(task.turns, doc, `${lines}`, () => headTurns(headWords(doc, task.segment), lines))

/** The words of a story's 主题, as a segmenter and the story's own text tell them. */
export const headWords = (doc: Node, segment: Segmenter): readonly string[] =>
  ownWords(segment(textOf(doc, 'headline')), doc.textContent)

/**
 * The turns that break a text, given as its words, into `lines` of the most equal
 * length, or null when it has no such places. No line holds fewer than two letters.
 */
export function headTurns(words: readonly string[], lines: number): readonly number[] | null {
  if (lines === 1) return []
  const text = words.join('')
  const boundaries = boundariesOf(text, words)
  const total = emsOf(text)
  const ideal = total / lines
  let best: readonly Boundary[] | null = null
  let least = Infinity
  const visit = (chosen: readonly Boundary[], from: number, cost: number): void => {
    if (cost >= least) return
    if (chosen.length === lines - 1) {
      const last = chosen.at(-1)
      if (lettersIn(text.slice(last?.at ?? 0)) < 2) return
      const all = cost + unevenness(total - (last?.ems ?? 0), ideal)
      if (all < least) {
        least = all
        best = chosen
      }
      return
    }
    const before = chosen.at(-1)
    for (let i = from; i < boundaries.length; i++) {
      const boundary = boundaries[i]
      if (boundary === undefined || lettersIn(text.slice(before?.at ?? 0, boundary.at)) < 2)
        continue
      const length = boundary.ems - (before?.ems ?? 0)
      visit([...chosen, boundary], i + 1, cost + unevenness(length, ideal) + boundary.price)
    }
  }
  visit([], 0, 0)
  return best === null ? null : (best as readonly Boundary[]).map(({ at }) => at)
}

const unevenness = (length: number, ideal: number): number => ((length - ideal) / ideal) ** 2

/** Breaths of a 主题 that lie inside its lines although others of its turns tear a phrase: 旋转木马，为何 turned at 旋转. */
export function tornPhrases(text: string, turns: readonly number[]): number {
  const isBreath = (at: number): boolean => BREATH.test(text.slice(0, at))
  const inside = Array.from({ length: Math.max(0, text.length - 2) }, (_, i) => i + 1).filter(
    (at) => isBreath(at) && !isBreath(at + 1) && !turns.includes(at),
  ).length
  return Math.min(inside, turns.filter((at) => !isBreath(at)).length)
}
