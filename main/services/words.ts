/** The words of Chinese texts. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { openWords, type WordsIn } from '../../core/text/words'
import { resourcesFolder } from './resources'

/** As the dictionary of ICU has them: the intake's weights were fitted with it. */
const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })

/** Whether a word runs over the place `at` of a text, for paragraphs cut in the middle of one. */
export const wordOver = (text: string, at: number): boolean =>
  (segmenter.segment(text).containing(at)?.index ?? at) < at

let opened: WordsIn | null = null

/** The words of a text, in order, for headlines that must not turn inside one; the dictionary is read at the first. */
export const wordsIn: WordsIn = (text) =>
  (opened ??= openWords(readFileSync(join(resourcesFolder(), 'words/jieba.txt'), 'utf8')))(text)
