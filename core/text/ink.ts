import type { FontFace } from './types'

/** Left and right edge of a glyph's ink in thousandths of an em. */
type Ink = readonly [left: number, right: number]

/** Reading an outline costs more than setting a character: marks are few and come often. */
const known = new WeakMap<FontFace, Map<number, Ink>>()

/** A glyph without ink counts as filling its advance. */
export function inkOf(face: FontFace, glyph: number): Ink {
  let ofFace = known.get(face)
  if (ofFace === undefined) known.set(face, (ofFace = new Map<number, Ink>()))
  let ink = ofFace.get(glyph)
  if (ink === undefined) ofFace.set(glyph, (ink = measureInk(face, glyph)))
  return ink
}

function measureInk(face: FontFace, glyph: number): Ink {
  let left = Infinity
  let right = -Infinity
  for (const command of face.outlineOf(glyph)) {
    if (command.op === 'Z') continue
    left = Math.min(left, command.x)
    right = Math.max(right, command.x)
  }
  const scale = 1000 / face.unitsPerEm
  return left > right ? [0, face.advanceOf(glyph)] : [left * scale, right * scale]
}
