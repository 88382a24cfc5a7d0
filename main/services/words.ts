/** Words of a Chinese text, for headlines that must not turn inside one. */
export function words(): (text: string) => readonly string[] {
  const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })
  return (text) => [...segmenter.segment(text)].map(({ segment }) => segment)
}
