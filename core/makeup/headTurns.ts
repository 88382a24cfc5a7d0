/** Where a 主题 turns to a new line. Turns fall between words; the choice is stored with the frame. */
import { BREATH, LEANS_ON, lettersIn, NEVER_FIRST, NEVER_LAST } from '../text/displayTurns'
import type { Segmenter } from './types'

/** Words of place that belong to the noun before them. */
const PLACE = /^[里上下中内外前后旁]$/u
/** A number waits for what it counts. */
const NUMBER = /^[\d.一二两三四五六七八九十百千万亿]+$/u
const HAN_FIRST = /^\s*\p{Script=Han}/u
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
  let at = 0
  for (const [index, word] of words.entries()) {
    at += word.length
    const before = text.slice(0, at)
    const after = text.slice(at)
    if (after === '' || NEVER_LAST.test(before) || NEVER_FIRST.test(after) || /^\s/u.test(after))
      continue
    if (insideQuotes(before)) continue
    const next = words[index + 1] ?? ''
    if (PLACE.test(next) || (NUMBER.test(word) && HAN_FIRST.test(after))) continue
    found.push({ at, ems: emsOf(before), price: priceOf(before, word, next) })
  }
  return found
}

/** Least after a mark that reads like breath, most between a count and its noun, and after a word that leans on the next. */
function priceOf(before: string, word: string, next: string): number {
  if (BREATH.test(before)) return 0
  if (COUNTED.test(before)) return 0.9
  if (LEANS_ON.test(word)) return 0.7
  // Two words of one character are more often one word that was not known as such.
  return isLoneHan(word) && isLoneHan(next) ? 0.6 : 0.12
}

const isLoneHan = (word: string): boolean => /^\p{Script=Han}$/u.test(word)

/** Whether a quotation opened in `before` is still open: a short name in quotes stays whole. */
function insideQuotes(before: string): boolean {
  const open = before.lastIndexOf('“')
  return open >= 0 && before.indexOf('”', open) < 0
}

/**
 * The turns that break `text` into `lines` of the most equal length, or null
 * when it has no such places. No line holds fewer than two letters.
 */
export function headTurns(
  text: string,
  lines: number,
  segment: Segmenter,
): readonly number[] | null {
  if (lines === 1) return []
  const boundaries = boundariesOf(text, segment(text))
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
