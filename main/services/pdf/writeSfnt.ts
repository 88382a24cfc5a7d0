export interface Table {
  readonly tag: string
  readonly bytes: Uint8Array
}

const HEADER = 12
const ENTRY = 16
/** What the checksum of a whole font with its adjustment must come to. */
const WHOLE_SUM = 0xb1b0afba
/** Place of checkSumAdjustment in the head table. */
const ADJUSTMENT = 8

/**
 * A TrueType file of these tables, given in the order of their tags, with all
 * checksums right. `head` must be among them. Source: ISO/IEC 14496-22 §4.5.
 */
export function writeSfnt(tables: readonly Table[]): Uint8Array {
  const padded = (length: number): number => (length + 3) & ~3
  const start = HEADER + tables.length * ENTRY
  const file = new Uint8Array(tables.reduce((size, t) => size + padded(t.bytes.length), start))
  const view = new DataView(file.buffer)
  const power = Math.floor(Math.log2(tables.length))
  view.setUint32(0, 0x00010000)
  view.setUint16(4, tables.length)
  view.setUint16(6, 16 << power)
  view.setUint16(8, power)
  view.setUint16(10, tables.length * 16 - (16 << power))

  let at = start
  let head = -1
  let total = 0
  for (const [index, { tag, bytes }] of tables.entries()) {
    file.set(bytes, at)
    if (tag === 'head') {
      head = at
      view.setUint32(head + ADJUSTMENT, 0)
    }
    const entry = HEADER + index * ENTRY
    for (let i = 0; i < 4; i += 1) file[entry + i] = tag.charCodeAt(i)
    const checksum = sum(view, at, padded(bytes.length))
    total += checksum
    view.setUint32(entry + 4, checksum)
    view.setUint32(entry + 8, at)
    view.setUint32(entry + 12, bytes.length)
    at += padded(bytes.length)
  }
  view.setUint32(head + ADJUSTMENT, (WHOLE_SUM - total - sum(view, 0, start)) >>> 0)
  return file
}

function sum(view: DataView, from: number, length: number): number {
  let total = 0
  for (let at = from; at < from + length; at += 4) total = (total + view.getUint32(at)) >>> 0
  return total
}
