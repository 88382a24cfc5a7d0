/** In which encoding the bytes of a rich text file are (RTF specification 1.9.1, `\ansicpg` and `\fcharset`). */

const ENCODINGS: Readonly<Record<number, string>> = {
  874: 'windows-874',
  932: 'shift_jis',
  936: 'gb18030',
  949: 'euc-kr',
  950: 'big5',
  10000: 'macintosh',
  10008: 'gb18030',
  54936: 'gb18030',
  65001: 'utf-8',
}

const encodingOf = (codePage: number): string =>
  ENCODINGS[codePage] ??
  (codePage >= 1250 && codePage <= 1258 ? `windows-${codePage}` : 'windows-1252')

/** What a font's `\fcharset` says; 0 and 1 leave it to the document. */
const CODE_PAGES: Readonly<Record<number, number>> = {
  77: 10000,
  80: 10008,
  128: 932,
  129: 949,
  134: 936,
  136: 950,
  161: 1253,
  162: 1254,
  163: 1258,
  177: 1255,
  178: 1256,
  186: 1257,
  204: 1251,
  222: 874,
  238: 1250,
}

export const codePageOfCharset = (charset: number): number | null => CODE_PAGES[charset] ?? null

function decoded(bytes: Uint8Array, codePage: number): string | null {
  try {
    return new TextDecoder(encodingOf(codePage), { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/**
 * The bytes as text, never with a character replaced; null when they are none in their code page.
 * Fonts of no charset of their own hold Latin letters too, which are no Chinese bytes.
 */
export const decodeBytes = (
  bytes: Uint8Array,
  font: number | null,
  document: number,
): string | null =>
  font === null ? (decoded(bytes, document) ?? decoded(bytes, 1252)) : decoded(bytes, font)
