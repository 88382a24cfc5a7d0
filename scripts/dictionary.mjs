/**
 * Makes the dictionary of words anew from that of jieba:
 *
 *     node scripts/dictionary.mjs
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = resolve(fileURLToPath(new URL('..', import.meta.url)))
const MADE = join(root, 'resources/words/jieba.txt')

/** How often the corpus must have a word of one character, two, three and four: most long ones that are rarer are names and phrases. */
const LEAST = [3, 3, 3, 5]
/** A sign a fifth of the natural logarithm; the first is that of a word seen once. */
const STEPS = 5
const SIGNS = [
  ...'!"#$%&\'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_abcdefghijklmnopqrstuvwxyz{|}~',
]
const HAN = /^\p{Script=Han}+$/u

const signOf = (count) => SIGNS[Math.round(Math.log(count) * STEPS)]

/** The words of each length, sorted by their codes, each with the sign of how often it occurs; and the logarithm of all occurrences. */
function rowsFrom(text) {
  const rows = LEAST.map(() => [])
  let total = 0
  for (const line of text.trim().split('\n')) {
    const [word, times] = line.split(' ')
    const count = Number(times)
    total += count
    if (!HAN.test(word) || !(count >= LEAST[word.length - 1]) || [...word].length !== word.length)
      continue
    rows[word.length - 1].push(word + signOf(count))
  }
  return { rows: rows.map((row) => row.sort().join('')), log: Math.log(total) }
}

/** `resources/words/jieba.txt`, as `core/text/words.ts` reads it. */
export function dictionaryFrom(text) {
  const { rows, log } = rowsFrom(text)
  return [SIGNS.join(''), STEPS, log.toFixed(3), ...rows, ''].join('\n')
}

/** The dictionary of jieba, as its package brings it. */
export const jiebaDictionary = () =>
  readFileSync(createRequire(import.meta.url).resolve('@node-rs/jieba/dict.txt'), 'utf8')

if (resolve(process.argv[1] ?? '') === fileURLToPath(import.meta.url))
  writeFileSync(MADE, dictionaryFrom(jiebaDictionary()))
