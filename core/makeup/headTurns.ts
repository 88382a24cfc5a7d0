/** Where a 主题 turns to a new line. Turns fall between words; the choice is stored with the frame. */
import type { Segmenter } from './types'

/** Characters that may not begin a headline's line, and those that may not end one. */
const NEVER_FIRST = /^[的了着、，。：；？！”’」』）》…—·]/u
const NEVER_LAST = /[和与及“‘「『（《]$/u
/** A turn after one of these reads like breath. */
const BREATH = /[、，：；？！\s]$/u

interface Boundary {
  /** Index into the text as UTF-16 counts, the way the document does. */
  readonly at: number
  /** Share of the text before it, in ems. */
  readonly ems: number
  readonly breath: boolean
  /** Between two words of one character: more often one word that was not known as such. */
  readonly doubtful: boolean
}

/** Rough width: Han 1 em, Latin, digits and marks half. */
const emsOf = (text: string): number =>
  [...text].reduce(
    (sum, char) => sum + (/[\u3400-\u9fff\u{20000}-\u{3ffff}]/u.test(char) ? 1 : 0.5),
    0,
  )

const lettersIn = (text: string): number =>
  [...text].filter((char) => /[\p{L}\p{N}]/u.test(char)).length

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
    const doubtful = isLoneHan(word) && isLoneHan(words[index + 1] ?? '')
    found.push({ at, ems: emsOf(before), breath: BREATH.test(before), doubtful })
  }
  return found
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
      const price = boundary.breath ? 0 : boundary.doubtful ? 0.6 : 0.12
      visit([...chosen, boundary], i + 1, cost + unevenness(length, ideal) + price)
    }
  }
  visit([], 0, 0)
  return best === null ? null : (best as readonly Boundary[]).map(({ at }) => at)
}

const unevenness = (length: number, ideal: number): number => ((length - ideal) / ideal) ** 2
