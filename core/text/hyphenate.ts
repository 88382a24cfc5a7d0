import { ENGLISH_PATTERNS } from './englishPatterns'

/** Fewest letters before and after a hyphen. */
const LEFT = 2
const RIGHT = 3

type Weights = readonly number[]

interface Patterns {
  readonly weights: ReadonlyMap<string, Weights>
  /** Letters of the longest pattern: no longer piece of a word need be looked up. */
  readonly longest: number
}

/** Read at the first long word, so that pages without one never pay. */
let known: Patterns | null = null

function readPatterns(): Patterns {
  const patterns = new Map<string, Weights>()
  let longest = 0
  for (const [length, joined] of ENGLISH_PATTERNS) {
    for (let at = 0; at < joined.length; at += length) {
      const pattern = joined.slice(at, at + length)
      const weights = [0]
      for (const character of pattern) {
        if (character >= '0' && character <= '9') weights[weights.length - 1] = Number(character)
        else weights.push(0)
      }
      const letters = pattern.replace(/[0-9]/gu, '')
      longest = Math.max(longest, letters.length)
      patterns.set(letters, weights)
    }
  }
  return { weights: patterns, longest }
}

/**
 * Where an English word may be hyphenated: counts of letters before each point,
 * ascending. Liang's algorithm (Word Hy-phen-a-tion by Com-put-er, 1983); words
 * with capitals inside are names or signs and stay whole.
 */
export function hyphenateEnglish(word: string): readonly number[] {
  if (!/^[A-Z]?[a-z]+$/u.test(word)) return []
  known ??= readPatterns()
  const text = `_${word.toLowerCase()}_`
  const weights = new Array<number>(text.length + 1).fill(0)
  for (let from = 0; from < text.length; from++) {
    const end = Math.min(text.length, from + known.longest)
    for (let to = from + 1; to <= end; to++) {
      known.weights.get(text.slice(from, to))?.forEach((weight, i) => {
        weights[from + i] = Math.max(weights[from + i] ?? 0, weight)
      })
    }
  }
  const points: number[] = []
  for (let letters = LEFT; letters <= word.length - RIGHT; letters++) {
    if ((weights[letters + 1] ?? 0) % 2 === 1) points.push(letters)
  }
  return points
}
