/** The cells of a word: letters, digits and their marks in one face. */
import { addCell } from './cells'
import { CharClass, isWordPart } from './characters'
import type { Clusters } from './clusters'
import { emitMissing, faceFor, latinFace, posOf, type CellWork } from './cellWork'
import { inkOf } from './ink'
import type { FontFace } from './types'

/** Letters, digits and their marks in one face, shaped together so that they kern. */
export function emitWord(work: CellWork, i: number): number {
  const { clusters, cells } = work
  const face = faceFor(work, i, latinFace(work, i))
  if (face === null) return emitMissing(work, i)
  const end = wordEnd(work, i, face)
  let word = ''
  for (let k = i; k < end; k++) word += String.fromCodePoint(clusters.codePoints[k]!)
  const { glyphs, advances, texts } = face.shapeWord(word)
  let cluster = i
  let exact = 0
  let placed = 0
  glyphs.forEach((glyph, k) => {
    const first = cluster
    const drawn = texts[k]!
    cluster += drawn.length === 1 ? 1 : Array.from(drawn).length
    const quote = trimmedQuote(face, glyph, clusters.codePoints[first]!)
    exact += quote?.width ?? advances[k]!
    const width = Math.round(exact) - placed
    placed += width
    const text =
      cluster === first + 1 ? clusters.texts[first]! : clusters.texts.slice(first, cluster).join('')
    const value = clusters.classes[first]! as CharClass
    const pos = posOf(work, first)
    const cell = addCell(cells, face.id, glyph, text, pos, value, width, cluster - 1)
    if (quote !== null) cells.shift[cell] = quote.shift
  })
  return end
}

/** Side bearing of a curly quote between Latin letters. */
const QUOTE_BEARING = 60

/** Fonts for Chinese draw curly quotes 1 em wide; between Latin letters they are cut to their ink. */
function trimmedQuote(
  face: FontFace,
  glyph: number,
  codePoint: number,
): { readonly width: number; readonly shift: number } | null {
  if (codePoint < 0x2018 || codePoint > 0x201d || face.advanceOf(glyph) < 900) return null
  const [left, right] = inkOf(face, glyph)
  return {
    width: Math.round(right - left) + 2 * QUOTE_BEARING,
    shift: QUOTE_BEARING - Math.round(left),
  }
}

/** A word goes on while its characters are of the same run and the face has them. */
function wordEnd({ clusters }: CellWork, i: number, face: FontFace): number {
  let end = i + 1
  while (end < clusters.length && clusters.runs[end] === clusters.runs[i]) {
    const value = clusters.classes[end]!
    const goesOn =
      isWordPart(value) ||
      (value === CharClass.mark && clusters.codePoints[end]! < 0x370) ||
      (value === CharClass.solidus && isInWord(clusters, end))
    if (!goesOn || face.glyphOf(clusters.codePoints[end]!) === 0) break
    end += 1
  }
  return end
}

/** Whether a 分隔号 stands between parts of a word. */
export const isInWord = ({ classes }: Clusters, i: number): boolean =>
  i > 0 && isWordPart(classes[i - 1]!) && isWordPart(classes[i + 1] ?? CharClass.han)
