/** 分词: the words of a Chinese text, the likeliest cut of it by a dictionary. The same on every machine. */

/** The words of a text in order, marks and spaces among them; joined they are the text. */
export type WordsIn = (text: string) => readonly string[]

/**
 * A dictionary as `scripts/dictionary.mjs` writes it, a line each: the signs of how often a
 * word occurs; how many of them the natural logarithm counts; the logarithm of all
 * occurrences; then the words of one character, of two and so on, sorted by their codes, a
 * sign behind each. It is looked up where it stands, so that it costs nothing to open.
 */
interface Dictionary {
  readonly rows: readonly string[]
  /** How likely a word with a sign is, as a natural logarithm, by the sign's code. */
  readonly logs: Float64Array
  /** The same of a character that no word has. */
  readonly unknown: number
}

export function openWords(dictionary: string): WordsIn {
  const opened = openDictionary(dictionary)
  return (text) =>
    (text.match(PIECES) ?? []).flatMap((piece) =>
      IS_HAN.test(piece) ? likeliest(piece, opened) : [piece],
    )
}

function openDictionary(dictionary: string): Dictionary {
  const [signs = '', steps, all, ...rows] = dictionary.trimEnd().split('\n')
  const logs = new Float64Array(128)
  for (let i = 0; i < signs.length; i++) logs[signs.charCodeAt(i)] = i / Number(steps) - Number(all)
  return { rows, logs, unknown: -Number(all) - 1 }
}

/** Runs of Han of the basic plane; numbers and Latin words, with the marks inside them; and every other character by itself. */
const HAN = '[\\u3007\\u3400-\\u4dbf\\u4e00-\\u9fff]'
const OTHER = '(?:(?!\\p{Script=Han})[\\p{L}\\p{N}])+'
const PIECES = new RegExp(`${HAN}+|${OTHER}(?:[.,:~\\-/'’]${OTHER})*[%％‰℃]?|\\s+|[^]`, 'gu')
const IS_HAN = new RegExp(`^${HAN}`, 'u')

/** The likeliest words of a run of Han: the largest sum of logarithms, from the end on. */
function likeliest(run: string, dictionary: Dictionary): readonly string[] {
  const best = new Float64Array(run.length + 1)
  const lengths = new Uint8Array(run.length)
  for (let at = run.length - 1; at >= 0; at--) {
    best[at] = -Infinity
    const most = Math.min(Math.max(1, dictionary.rows.length), run.length - at)
    for (let length = 1; length <= most; length++) {
      const sum = likelihood(run, at, length, dictionary) + (best[at + length] ?? 0)
      if (sum <= (best[at] ?? 0)) continue
      best[at] = sum
      lengths[at] = length
    }
  }
  const words: string[] = []
  for (let at = 0; at < run.length; at += lengths[at] ?? 1)
    words.push(run.slice(at, at + (lengths[at] ?? 1)))
  return words
}

/** The logarithm of how likely the word is that stands there; minus infinity for none. */
function likelihood(
  run: string,
  at: number,
  length: number,
  { rows, logs, unknown }: Dictionary,
): number {
  const row = rows[length - 1] ?? ''
  const size = length + 1
  let low = 0
  let high = row.length / size
  while (low < high) {
    const middle = (low + high) >> 1
    const order = compare(row, middle * size, run, at, length)
    if (order === 0) return logs[row.charCodeAt(middle * size + length)] ?? unknown
    if (order < 0) low = middle + 1
    else high = middle
  }
  return length === 1 ? unknown : -Infinity
}

/** Order of two stretches of text by their codes. */
function compare(row: string, from: number, run: string, at: number, length: number): number {
  for (let i = 0; i < length; i++) {
    const difference = row.charCodeAt(from + i) - run.charCodeAt(at + i)
    if (difference !== 0) return difference
  }
  return 0
}
