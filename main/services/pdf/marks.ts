import { printersMarks, slugMeasure, slugOrigin, type MarkStyle } from '../../../core/display/marks'
import type { PageDisplay, TextRun } from '../../../core/display/displayList'
import { BLACK } from '../../../core/ink'
import type { FontFace, FontSet } from '../../../core/text/types'
import { milliEm } from '../../../core/units'
import type { ContentWriter } from './content'

/** Draws the marks of a page as artifacts, those for register on all plates. */
export function drawMarks(content: ContentWriter, page: PageDisplay, style: MarkStyle): void {
  for (const { points, colour } of printersMarks(page, style)) {
    content.mark('artifact')
    if (colour === 'registration') content.registration()
    else content.ink(colour)
    content.outline(points)
  }
}

/** The slug line as a run of furniture below the bleed; null when it is not wanted or no font is at hand. */
export function slugRun(
  page: PageDisplay,
  style: MarkStyle,
  text: string,
  fonts: FontSet,
): TextRun | null {
  const id = fonts.fallbacks[0]
  if (!style.show.includes('slug') || text === '' || id === undefined) return null
  const face = fonts.get(id)
  const { shown, width } = cutToFit(text, face, (slugMeasure(page, style) / style.slugSize) * 1000)
  const { x, y } = slugOrigin(page, style)
  const texts = shown.map(({ character }) => character)
  return {
    kind: 'text',
    font: id,
    size: style.slugSize,
    scaleX: 1,
    x,
    y,
    glyphs: shown.map(({ glyph }) => glyph),
    offsets: shown.map(({ offset }) => milliEm(offset)),
    texts,
    ink: BLACK,
    source: { kind: 'furniture' },
    line: {
      ...{ role: 'furniture', story: null, frame: null, column: -1, row: -1, x, y },
      ...{ size: style.slugSize, measure: width, naturalWidth: width, setWidth: width },
      ...{ justified: false, first: true, last: true },
    },
  }
}

interface Placed {
  readonly character: string
  readonly glyph: number
  readonly offset: number
}

/** Characters that fit into `room`, in 1/1000 em; a slug line runs into no mark. */
function cutToFit(text: string, face: FontFace, room: number) {
  const shown: Placed[] = []
  let pen = 0
  for (const character of text) {
    const glyph = face.glyphOf(character.codePointAt(0) ?? 0)
    const next = pen + Math.round(face.advanceOf(glyph))
    if (next > room) break
    if (glyph !== 0) shown.push({ character, glyph, offset: pen })
    if (glyph !== 0) pen = next
  }
  return { shown, width: milliEm(pen) }
}
