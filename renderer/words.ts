/// <reference types="vite/client" />
/** The words of Chinese texts, by the dictionary that comes with Banxin: two megabytes, for the worker and idle moments. */
import dictionary from '../resources/words/jieba.txt?raw'
import { openWords } from '../core/text/words'

export const wordsIn = openWords(dictionary)
