/** The words of a text for headlines that are set by hand; joined they are the text. */
import { fetchedApart } from './lazily'

const browser = new Intl.Segmenter('zh', { granularity: 'word' })

/** The browser's own dictionary, which knows fewer words, until ours has come. */
let wordsIn = (text: string): readonly string[] =>
  [...browser.segment(text)].map((part) => part.segment)

fetchedApart(async () => {
  wordsIn = (await import('./words')).wordsIn
})

export const segment = (text: string): readonly string[] => wordsIn(text)
