const utf16 = (text: string): string => {
  let out = ''
  for (let i = 0; i < text.length; i += 1) out += text.charCodeAt(i).toString(16).padStart(4, '0')
  return out
}

/** A bfchar section holds at most 100 entries. */
const SECTION = 100

/**
 * The CMap from codes to the source text: exactly one entry a code (index),
 * code 0 left out. A code whose text is empty stands for a glyph that only
 * completes another, such as a mark set apart from its letter; it maps to WORD
 * JOINER, an invisible format character, because readers guess where no entry
 * stands.
 */
export function toUnicode(texts: readonly string[]): string {
  const sections: string[] = []
  for (let from = 1; from < texts.length; from += SECTION) {
    const entries = texts.slice(from, from + SECTION).map((text, index) => {
      const code = (from + index).toString(16).padStart(4, '0')
      return `<${code}> <${utf16(text === '' ? '\u2060' : text)}>`
    })
    sections.push(`${entries.length} beginbfchar\n${entries.join('\n')}\nendbfchar`)
  }
  return `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <ffff>
endcodespacerange
${sections.join('\n')}
endcmap
CMapName currentdict /CMap defineresource pop
end
end
`
}
