import { inflateSync } from 'node:zlib'

const WOFF_HEADER = 44
const WOFF_ENTRY = 20
const SFNT_HEADER = 12
const SFNT_ENTRY = 16

/**
 * Turns a WOFF 1.0 file into the bare sfnt (TrueType) file it wraps.
 * Each table is stored as it is or deflated on its own (W3C WOFF 1.0 §5), so this is
 * a copy with a new table directory. pdfkit needs over a minute on raw WOFF.
 */
export function woffToSfnt(woff) {
  if (woff.toString('latin1', 0, 4) !== 'wOFF') throw new Error('not a WOFF 1.0 file')
  const tables = readWoffTables(woff)
  const directoryEnd = SFNT_HEADER + SFNT_ENTRY * tables.length
  const size = tables.reduce((end, table) => end + padded(table.data.length), directoryEnd)

  const sfnt = Buffer.alloc(size)
  writeSfntHeader(sfnt, woff.readUInt32BE(4), tables.length)
  let offset = directoryEnd
  tables.forEach((table, index) => {
    const entry = SFNT_HEADER + SFNT_ENTRY * index
    sfnt.write(table.tag, entry, 'latin1')
    sfnt.writeUInt32BE(table.checksum, entry + 4)
    sfnt.writeUInt32BE(offset, entry + 8)
    sfnt.writeUInt32BE(table.data.length, entry + 12)
    table.data.copy(sfnt, offset)
    offset += padded(table.data.length)
  })
  return sfnt
}

/** The tables in directory order, which both formats sort by tag. */
function readWoffTables(woff) {
  const count = woff.readUInt16BE(12)
  return Array.from({ length: count }, (_, index) => {
    const entry = WOFF_HEADER + WOFF_ENTRY * index
    const tag = woff.toString('latin1', entry, entry + 4)
    const offset = woff.readUInt32BE(entry + 4)
    const storedLength = woff.readUInt32BE(entry + 8)
    const length = woff.readUInt32BE(entry + 12)
    const stored = woff.subarray(offset, offset + storedLength)
    const data = storedLength < length ? inflateSync(stored) : stored
    if (data.length !== length) throw new Error(`WOFF table ${tag} has a wrong length`)
    return { tag, checksum: woff.readUInt32BE(entry + 16), data }
  })
}

function writeSfntHeader(sfnt, flavour, tableCount) {
  const entrySelector = Math.floor(Math.log2(tableCount))
  const searchRange = 16 * 2 ** entrySelector
  sfnt.writeUInt32BE(flavour, 0)
  sfnt.writeUInt16BE(tableCount, 4)
  sfnt.writeUInt16BE(searchRange, 6)
  sfnt.writeUInt16BE(entrySelector, 8)
  sfnt.writeUInt16BE(16 * tableCount - searchRange, 10)
}

/** Every table starts on a multiple of four bytes. */
function padded(length) {
  return (length + 3) & ~3
}
