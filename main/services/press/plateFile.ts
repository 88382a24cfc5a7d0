/** A converted picture on disk, as pictureWorker.mjs writes it. */
import * as v from 'valibot'
import type { PlateImage } from '../pdf/plateImage'
import type { InkMap } from '../../../core/preflight/pressInk'

/** A picture in ink, with how much of it lies where. */
export interface Plate extends PlateImage {
  readonly ink: InkMap
}

const MAGIC = 'BXP1'
const count = v.pipe(v.number(), v.integer(), v.minValue(0))
const headSchema = v.object({
  space: v.picklist(['cmyk', 'grey', 'line']),
  width: count,
  height: count,
  inverted: v.boolean(),
  ink: v.object({
    columns: count,
    rows: count,
    cells: v.array(v.number()),
    over: v.array(v.number()),
  }),
  dataLength: count,
  alphaLength: v.nullable(count),
})

/** The picture in a file's bytes; null when they are damaged or another version's. */
export function readPlate(bytes: Uint8Array): Plate | null {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (buffer.length < 8 || buffer.toString('latin1', 0, 4) !== MAGIC) return null
  const start = 8 + buffer.readUInt32BE(4)
  if (start > buffer.length) return null
  const head = headOf(buffer.toString('utf8', 8, start))
  if (head === null) return null
  const { dataLength, alphaLength, ...rest } = head
  const end = start + dataLength
  if (end + (alphaLength ?? 0) !== buffer.length) return null
  return {
    ...rest,
    data: buffer.subarray(start, end),
    alpha: alphaLength === null ? null : buffer.subarray(end),
  }
}

function headOf(json: string): v.InferOutput<typeof headSchema> | null {
  try {
    const parsed = v.safeParse(headSchema, JSON.parse(json))
    return parsed.success ? parsed.output : null
  } catch {
    return null
  }
}
