/** Evidence about bytes, for decode.ts. Offsets are 0-based bytes, lines 1-based. */

/** Length of the well-formed UTF-8 sequence at `i` (Unicode 15, table 3-7), or 0. */
const sequenceAt = (bytes: Uint8Array, i: number, end: number): number => {
  const first = bytes[i] as number
  if (first < 0x80) return 1
  const length =
    first >= 0xf0 && first <= 0xf4
      ? 4
      : first >= 0xe0 && first < 0xf0
        ? 3
        : first >= 0xc2 && first < 0xe0
          ? 2
          : 0
  if (length === 0 || i + length > end) return 0
  for (let k = 1; k < length; k++) if (((bytes[i + k] as number) & 0xc0) !== 0x80) return 0
  const second = bytes[i + 1] as number
  const tooShort = (first === 0xe0 && second < 0xa0) || (first === 0xf0 && second < 0x90)
  const outside = (first === 0xed && second > 0x9f) || (first === 0xf4 && second > 0x8f)
  return tooShort || outside ? 0 : length
}

/** Offset of the first byte that breaks UTF-8 in [start, end), or -1. */
export const firstInvalidUtf8 = (bytes: Uint8Array, start = 0, end = bytes.length): number => {
  for (let i = start; i < end;) {
    const length = sequenceAt(bytes, i, end)
    if (length === 0) return i
    i += length
  }
  return -1
}

export const lineOfByte = (bytes: Uint8Array, offset: number): number => {
  let line = 1
  for (let i = 0; i < offset && i < bytes.length; i++) if (bytes[i] === 0x0a) line++
  return line
}

/** High bytes of the units that Chinese text in UTF-16 consists of: ASCII, general punctuation, CJK marks, Han, full-width forms. */
const isTextHighByte = (high: number): boolean =>
  high === 0x00 || high === 0x20 || high === 0x30 || high === 0xff || (high >= 0x4e && high <= 0x9f)

/** UTF-16 without a byte order mark: nearly all units must make sense one way and fewer of them the other way. */
export const guessUtf16 = (bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null => {
  if (bytes.length < 4 || bytes.length % 2 === 1) return null
  const sample = Math.min(bytes.length, 200_000)
  let little = 0
  let big = 0
  for (let i = 0; i + 1 < sample; i += 2) {
    const [a, b] = [bytes[i] as number, bytes[i + 1] as number]
    if (isTextHighByte(b) && !(b === 0 && a === 0)) little++
    if (isTextHighByte(a) && !(a === 0 && b === 0)) big++
  }
  const units = sample >> 1
  if (Math.max(little, big) < units * 0.95 || little === big) return null
  return little > big ? 'utf-16le' : 'utf-16be'
}

/** The marks of every Chinese text, in GB18030; those of Big5 read as GB18030 fall on A140–A1A0, its private use. */
const GB_MARKS = /[，。、：；]/gu
const BIG5_MARKS = /[\ue4c6-\ue525]/gu

/** Whether bytes that were read as GB18030 are Big5: their marks are what no GB18030 text has instead of its own. */
export const looksLikeBig5 = (text: string): boolean => {
  const count = (marks: RegExp): number => text.match(marks)?.length ?? 0
  return count(BIG5_MARKS) > 4 * count(GB_MARKS)
}

type LineEvidence = 'ascii' | 'utf-8' | 'gb18030' | 'either'

const evidenceOfLine = (bytes: Uint8Array, start: number, end: number): LineEvidence => {
  let ideographs = 0
  let foreign = false
  for (let i = start; i < end;) {
    const length = sequenceAt(bytes, i, end)
    if (length === 0) return 'gb18030'
    if (length > 1) foreign = true
    if (length === 3 && (bytes[i] as number) >= 0xe2 && (bytes[i] as number) <= 0xef) ideographs++
    i += length
  }
  if (!foreign) return 'ascii'
  // Two ideographs in GB18030 are four bytes; that they fall into three-byte UTF-8 twice over in one line is rare.
  return ideographs >= 4 ? 'utf-8' : 'either'
}

export interface EncodingChange {
  readonly before: 'utf-8' | 'gb18030'
  /** First line that is not in the encoding the file began with. */
  readonly line: number
  /** Offset of the first byte that says so. */
  readonly byte: number
}

/** UTF-8 lines in a file shorter than this share are chance, not a mixture. */
const CHANCE_SHARE = 0.002

/** Where a file that is part UTF-8 and part GB18030 changes; null when one of them could be all of it. */
export const blocksOfMixedEncoding = (bytes: Uint8Array): EncodingChange | null => {
  let utf8Bytes = 0
  let first: 'utf-8' | 'gb18030' | null = null
  let change: EncodingChange | null = null
  let line = 1
  for (let start = 0; start < bytes.length; line++) {
    const feed = bytes.indexOf(0x0a, start)
    const end = feed < 0 ? bytes.length : feed
    const evidence = evidenceOfLine(bytes, start, end)
    if (evidence === 'utf-8') utf8Bytes += end - start
    if (evidence === 'utf-8' || evidence === 'gb18030') {
      first ??= evidence
      if (evidence !== first && !change) {
        const invalid = first === 'utf-8' ? firstInvalidUtf8(bytes, start, end) : start
        change = { before: first, line, byte: invalid }
      }
    }
    start = end + 1
  }
  return change && utf8Bytes > bytes.length * CHANCE_SHARE ? change : null
}
