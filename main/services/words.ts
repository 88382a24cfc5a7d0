/** The words of Chinese texts, as the dictionary of ICU has them. */
const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })

/** Whether a word runs over the place `at` of a text, for paragraphs cut in the middle of one. */
export const wordOver = (text: string, at: number): boolean =>
  (segmenter.segment(text).containing(at)?.index ?? at) < at

/** The words of a text, in order, for headlines that must not turn inside one. */
export const wordsIn = (text: string): readonly string[] =>
  [...segmenter.segment(text)].map(({ segment }) => segment)
