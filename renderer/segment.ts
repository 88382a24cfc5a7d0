/** The words of a text, as the browser's dictionary has them; joined they are the text. */
const words = new Intl.Segmenter('zh', { granularity: 'word' })

export const segment = (text: string): readonly string[] =>
  [...words.segment(text)].map((part) => part.segment)
