/**
 * The source text each glyph is given in the file. A pair's text stands at its
 * first glyph in the display list; in the file every glyph of the pair gets its
 * own character, because no mapping to nothing is read alike everywhere: where
 * a code maps to an empty string, pdf.js shows its number and poppler a space.
 * Joined, the result is the same text.
 *
 * A character drawn by more glyphs than it has code points leaves '' behind,
 * see `toUnicode`.
 */
export function glyphTexts(texts: readonly string[]): readonly string[] {
  if (!texts.includes('')) return texts
  const out = [...texts]
  let first = 0
  for (let end = 1; end <= out.length; end += 1) {
    if (end < out.length && out[end] === '') continue
    share(out, first, end)
    first = end
  }
  return out
}

/** Shares the text at `first` among the glyphs up to `end`; what is left over goes to the last. */
function share(out: string[], first: number, end: number): void {
  const characters = Array.from(out[first] ?? '')
  for (let at = first; at < end; at += 1) {
    const isLast = at === end - 1
    out[at] = characters.splice(0, isLast ? characters.length : 1).join('')
  }
}
