/** What the ledger counts: code points that are not white space. */

/** White space in the Unicode sense, the ideographic space (U+3000) and the byte order mark included. */
export const isSpaceCode = (code: number): boolean =>
  code <= 0x20
    ? code === 0x20 || (code >= 0x09 && code <= 0x0d)
    : code === 0xa0 ||
      (code >= 0x1680 &&
        (code === 0x1680 ||
          (code >= 0x2000 && code <= 0x200a) ||
          code === 0x2028 ||
          code === 0x2029 ||
          code === 0x202f ||
          code === 0x205f ||
          code === 0x3000 ||
          code === 0xfeff))

export const withoutSpace = (text: string): string => text.replace(/\s+/gu, '')

/** Number of code points that are not white space; a lone surrogate counts as one. */
export function countCharacters(text: string): number {
  let count = 0
  for (let at = 0; at < text.length;) {
    const code = text.codePointAt(at) ?? 0
    if (!isSpaceCode(code)) count += 1
    at += unitsOf(code)
  }
  return count
}

/** UTF-16 units of a code point. */
export const unitsOf = (code: number): number => (code > 0xffff ? 2 : 1)
