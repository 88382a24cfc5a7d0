const TRUETYPE = 0x00010000

/**
 * What keeps this font from being used, as one phrase, or null when it is a static
 * TrueType font with every GB2312 character. TrueType outlines are what pdfkit subsets
 * well; a variable font would be embedded in its default weight only.
 */
export function fontFault(sfnt) {
  if (sfnt.readUInt32BE(0) !== TRUETYPE) return 'is not a TrueType font'
  const tables = readDirectory(sfnt)
  for (const tag of ['cmap', 'glyf', 'loca', 'hmtx', 'head']) {
    if (!tables.has(tag)) return `has no ${tag} table`
  }
  if (tables.has('fvar')) return 'is a variable font'
  const cmap = sfnt.subarray(tables.get('cmap'))
  const hasGlyph = unicodeMap(cmap)
  if (hasGlyph === null) return 'has no Unicode cmap of format 4 or 12'
  const missing = gb2312().filter((codePoint) => !hasGlyph(codePoint))
  if (missing.length === 0) return null
  return `lacks ${missing.length} GB2312 characters, the first ${String.fromCodePoint(missing[0])}`
}

function readDirectory(sfnt) {
  const count = sfnt.readUInt16BE(4)
  const tables = new Map()
  for (let index = 0; index < count; index += 1) {
    const entry = 12 + 16 * index
    tables.set(sfnt.toString('latin1', entry, entry + 4), sfnt.readUInt32BE(entry + 8))
  }
  return tables
}

/** Whether a code point has a glyph, from the widest Unicode subtable; null when there is none we read. */
function unicodeMap(cmap) {
  const subtables = Array.from({ length: cmap.readUInt16BE(2) }, (_, index) =>
    cmap.subarray(cmap.readUInt32BE(4 + 8 * index + 4)),
  )
  const withFormat = (format) => subtables.find((subtable) => subtable.readUInt16BE(0) === format)
  const format12 = withFormat(12)
  if (format12 !== undefined) return readFormat12(format12)
  const format4 = withFormat(4)
  return format4 === undefined ? null : readFormat4(format4)
}

function readFormat12(subtable) {
  const mapped = new Set()
  const groups = subtable.readUInt32BE(12)
  for (let index = 0; index < groups; index += 1) {
    const group = 16 + 12 * index
    const last = subtable.readUInt32BE(group + 4)
    for (let code = subtable.readUInt32BE(group); code <= last; code += 1) mapped.add(code)
  }
  return (codePoint) => mapped.has(codePoint)
}

function readFormat4(subtable) {
  const mapped = new Set()
  const segments = subtable.readUInt16BE(6) / 2
  const starts = 16 + 2 * segments
  for (let index = 0; index < segments; index += 1) {
    const last = subtable.readUInt16BE(14 + 2 * index)
    for (let code = subtable.readUInt16BE(starts + 2 * index); code <= last; code += 1)
      mapped.add(code)
  }
  return (codePoint) => mapped.has(codePoint)
}

/** Assigned cells of GB/T 2312-1980 rows 1–9, as [row, first, last]; the hanzi follow in rows 16–87. */
const SYMBOL_CELLS = [
  [1, 1, 94],
  [2, 17, 66],
  [2, 69, 78],
  [2, 81, 92],
  [3, 1, 94],
  [4, 1, 83],
  [5, 1, 86],
  [6, 1, 24],
  [6, 33, 56],
  [7, 1, 33],
  [7, 49, 81],
  [8, 1, 26],
  [8, 37, 73],
  [9, 4, 79],
]

/**
 * The 7,445 code points of GB 2312: 682 symbols and 6,763 hanzi.
 *
 * @returns {number[]}
 */
export function gb2312() {
  const cells = SYMBOL_CELLS.slice()
  for (let row = 16; row <= 87; row += 1) cells.push([row, 1, row === 55 ? 89 : 94])
  const bytes = cells.flatMap(([row, first, last]) =>
    Array.from({ length: last - first + 1 }, (_, index) => [
      0xa0 + row,
      0xa0 + first + index,
    ]).flat(),
  )
  const text = new TextDecoder('gb2312', { fatal: true }).decode(Uint8Array.from(bytes))
  return Array.from(text, (character) => character.codePointAt(0))
}
