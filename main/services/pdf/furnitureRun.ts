import type { TextRun } from '../../../core/display/displayList'
import type { Point } from '../../../core/geometry'
import { BLACK } from '../../../core/ink'
import type { FontFace, FontSet } from '../../../core/text/types'
import { milliEm, type Pt } from '../../../core/units'

/**
 * A line of text that belongs to the file and not to the page, cut off at
 * `room` points; null when it is empty or no font is at hand. Characters that
 * the font lacks are left out.
 */
export function furnitureRun(
  text: string,
  { x, y }: Point,
  size: Pt,
  room: number,
  fonts: FontSet,
): TextRun | null {
  const id = fonts.fallbacks[0]
  if (text === '' || id === undefined) return null
  const { shown, width } = cutToFit(text, fonts.get(id), (room / size) * 1000)
  return {
    kind: 'text',
    font: id,
    ...{ size, scaleX: 1, x, y },
    glyphs: shown.map(({ glyph }) => glyph),
    offsets: shown.map(({ offset }) => milliEm(offset)),
    texts: shown.map(({ character }) => character),
    ink: BLACK,
    source: { kind: 'furniture' },
    line: {
      ...{ role: 'furniture', story: null, frame: null, column: -1, row: -1, x, y },
      ...{ size, measure: width, naturalWidth: width, setWidth: width },
      ...{ justified: false, first: true, last: true, empty: null },
    },
  }
}

interface Placed {
  readonly character: string
  readonly glyph: number
  readonly offset: number
}

/** Characters that fit into `room`, in 1/1000 em. */
function cutToFit(text: string, face: FontFace, room: number) {
  const shown: Placed[] = []
  let pen = 0
  for (const character of text) {
    const glyph = face.glyphOf(character.codePointAt(0) ?? 0)
    const next = pen + Math.round(face.advanceOf(glyph))
    if (next > room) break
    if (glyph === 0) continue
    shown.push({ character, glyph, offset: pen })
    pen = next
  }
  return { shown, width: milliEm(pen) }
}
