/** Outlines of the glyf table, composites included, as drawing commands. ISO/IEC 14496-22 §5.3.3. */
import type { OutlineCommand } from './types'

interface OutlinePoint {
  readonly x: number
  readonly y: number
  readonly on: boolean
  /** Last point of its contour. */
  readonly end: boolean
}

/** The bytes of one glyph; null when it has no outline. */
type GlyphData = (glyph: number) => DataView | null

/** Deeper nesting than any real font has: stops a font whose parts contain themselves. */
const MAX_DEPTH = 8

export function readGlyph(glyph: number, dataOf: GlyphData): readonly OutlineCommand[] {
  try {
    return commandsOf(pointsOf(glyph, dataOf, 0))
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    throw new Error(`The outline of glyph ${glyph} is damaged; replace the font file.`)
  }
}

function pointsOf(glyph: number, dataOf: GlyphData, depth: number): readonly OutlinePoint[] {
  const data = dataOf(glyph)
  if (data === null) return []
  const contours = data.getInt16(0)
  if (contours >= 0) return simplePoints(data, contours)
  if (depth >= MAX_DEPTH) throw new RangeError('composite glyph nested too deeply')
  return compositePoints(data, dataOf, depth)
}

const ON_CURVE = 1
const X_SHORT = 2
const Y_SHORT = 4
const REPEAT = 8
const X_SAME_OR_POSITIVE = 16
const Y_SAME_OR_POSITIVE = 32

function simplePoints(data: DataView, contours: number): readonly OutlinePoint[] {
  if (contours === 0) return []
  const count = data.getUint16(10 + (contours - 1) * 2) + 1
  const ends = new Set<number>()
  for (let i = 0; i < contours; i++) ends.add(data.getUint16(10 + i * 2))
  let at = 10 + contours * 2
  at += 2 + data.getUint16(at)
  const flags: number[] = []
  while (flags.length < count) {
    const flag = data.getUint8(at++)
    const times = (flag & REPEAT) === 0 ? 1 : data.getUint8(at++) + 1
    for (let i = 0; i < times; i++) flags.push(flag)
  }
  const coordinates = (short: number, same: number): readonly number[] => {
    let value = 0
    return flags.slice(0, count).map((flag) => {
      if ((flag & short) !== 0) {
        const step = data.getUint8(at++)
        value += (flag & same) === 0 ? -step : step
      } else if ((flag & same) === 0) {
        value += data.getInt16(at)
        at += 2
      }
      return value
    })
  }
  const xs = coordinates(X_SHORT, X_SAME_OR_POSITIVE)
  const ys = coordinates(Y_SHORT, Y_SAME_OR_POSITIVE)
  return xs.map((x, i) => ({
    x,
    y: ys[i] ?? 0,
    on: ((flags[i] ?? 0) & ON_CURVE) !== 0,
    end: ends.has(i),
  }))
}

const ARGS_ARE_WORDS = 0x0001
const ARGS_ARE_OFFSETS = 0x0002
const HAS_SCALE = 0x0008
const MORE_PARTS = 0x0020
const HAS_TWO_SCALES = 0x0040
const HAS_MATRIX = 0x0080

function compositePoints(
  data: DataView,
  dataOf: GlyphData,
  depth: number,
): readonly OutlinePoint[] {
  const points: OutlinePoint[] = []
  let at = 10
  let flags: number
  do {
    flags = data.getUint16(at)
    const part = pointsOf(data.getUint16(at + 2), dataOf, depth + 1)
    at += 4
    const words = (flags & ARGS_ARE_WORDS) !== 0
    const offsets = (flags & ARGS_ARE_OFFSETS) !== 0
    const first = readArgument(data, at, words, offsets)
    const second = readArgument(data, at + (words ? 2 : 1), words, offsets)
    at += words ? 4 : 2
    const f2dot14 = (index: number): number => data.getInt16(at + index * 2) / 16384
    let [xx, xy, yx, yy] = [1, 0, 0, 1]
    if ((flags & HAS_SCALE) !== 0) {
      xx = yy = f2dot14(0)
      at += 2
    } else if ((flags & HAS_TWO_SCALES) !== 0) {
      ;[xx, yy] = [f2dot14(0), f2dot14(1)]
      at += 4
    } else if ((flags & HAS_MATRIX) !== 0) {
      ;[xx, xy, yx, yy] = [f2dot14(0), f2dot14(1), f2dot14(2), f2dot14(3)]
      at += 8
    }
    const turned = part.map((p) => ({ ...p, x: p.x * xx + p.y * yx, y: p.x * xy + p.y * yy }))
    const anchor = offsets ? undefined : points[first]
    const matched = offsets ? undefined : turned[second]
    const dx = offsets ? first : (anchor?.x ?? 0) - (matched?.x ?? 0)
    const dy = offsets ? second : (anchor?.y ?? 0) - (matched?.y ?? 0)
    for (const p of turned) points.push({ ...p, x: p.x + dx, y: p.y + dy })
  } while ((flags & MORE_PARTS) !== 0)
  return points
}

/** Where a composite names its parts by glyph number, in bytes from its start; none for any other glyph. */
export function partPlaces(data: DataView): readonly number[] {
  const places: number[] = []
  if (data.byteLength === 0 || data.getInt16(0) >= 0) return places
  let at = 10
  for (let more = true; more;) {
    const flags = data.getUint16(at)
    places.push(at + 2)
    at += (flags & ARGS_ARE_WORDS) === 0 ? 6 : 8
    if ((flags & HAS_SCALE) !== 0) at += 2
    else if ((flags & HAS_TWO_SCALES) !== 0) at += 4
    else if ((flags & HAS_MATRIX) !== 0) at += 8
    more = (flags & MORE_PARTS) !== 0
  }
  return places
}

function readArgument(data: DataView, at: number, words: boolean, signed: boolean): number {
  if (words) return signed ? data.getInt16(at) : data.getUint16(at)
  return signed ? data.getInt8(at) : data.getUint8(at)
}

function commandsOf(points: readonly OutlinePoint[]): readonly OutlineCommand[] {
  const commands: OutlineCommand[] = []
  let from = 0
  for (let i = 0; i < points.length; i++) {
    if (points[i]?.end !== true) continue
    drawContour(points.slice(from, i + 1), commands)
    from = i + 1
  }
  return commands
}

/** Two control points in a row imply a curve point half-way between them. */
function drawContour(contour: readonly OutlinePoint[], commands: OutlineCommand[]): void {
  const first = contour[0]
  const last = contour[contour.length - 1]
  if (first === undefined || last === undefined || contour.length < 2) return
  const start = first.on ? first : last.on ? last : middle(first, last)
  const rest = first.on ? contour.slice(1) : last.on ? contour.slice(0, -1) : contour
  commands.push({ op: 'M', x: start.x, y: start.y })
  let control: OutlinePoint | null = null
  for (const point of [...rest, { ...start, on: true, end: true }]) {
    if (control !== null) {
      const to: { readonly x: number; readonly y: number } = point.on
        ? point
        : middle(control, point)
      commands.push({ op: 'Q', x1: control.x, y1: control.y, x: to.x, y: to.y })
    } else if (point.on) {
      commands.push({ op: 'L', x: point.x, y: point.y })
    }
    control = point.on ? null : point
  }
  commands.push({ op: 'Z' })
}

function middle(a: OutlinePoint, b: OutlinePoint): { readonly x: number; readonly y: number } {
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 }
}
