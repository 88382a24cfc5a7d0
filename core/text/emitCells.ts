/** From clusters to cells: face, glyph, width and blanks of each. */
import { closeCells, emptyCells, fontIndex, type Cells } from './cells'
import { CharClass, isIgnorable, isWordPart } from './characters'
import { FULL, addOne, emitMissing, faceFor, hanFace, latinFace, type CellWork } from './cellWork'
import type { Clusters } from './clusters'
import { SOLIDUS, TWO_EM_DASH, emitConnector, emitDash, emitMark, emitSolidus } from './emitMarks'
import { emitWord, isInWord } from './emitWord'
import type { InlineRun, MissingCharacter, ShapingContext } from './types'

export interface Emitted {
  readonly cells: Cells
  readonly missing: readonly MissingCharacter[]
}

export function emitCells(
  clusters: Clusters,
  runs: readonly InlineRun[],
  ctx: ShapingContext,
): Emitted {
  const { fonts } = ctx
  const faces = runs.map((run) => ({
    han: fonts.get(run.faces.han),
    latin: fonts.get(run.faces.latin),
  }))
  const cells = emptyCells(mostCells(clusters))
  const work: CellWork = { faces, clusters, runs, ctx, cells, missing: [] }
  let i = 0
  while (i < clusters.length) {
    i = clusters.classes[i] === CharClass.han ? emitHan(work, i) : emitAt(work, i)
  }
  return { cells: closeCells(cells), missing: work.missing }
}

/** A cluster is one cell, or less in a ligature; only a 破折号 that is one character may be two. */
function mostCells({ codePoints, length }: Clusters): number {
  let most = length
  for (let i = 0; i < length; i++) if (codePoints[i] === TWO_EM_DASH) most += 1
  return most
}

function emitAt(work: CellWork, i: number): number {
  const { clusters } = work
  const value = clusters.classes[i]!
  switch (value) {
    case CharClass.open:
    case CharClass.close:
    case CharClass.pause:
    case CharClass.stop:
    case CharClass.middle:
      return emitMark(work, i, value)
    case CharClass.dash:
      return emitDash(work, i)
    case CharClass.connector:
      return clusters.codePoints[i] === 0x2014 ? emitConnector(work, i) : emitSingle(work, i)
    case CharClass.solidus:
      if (isInWord(clusters, i)) return emitWord(work, i)
      return clusters.codePoints[i] === SOLIDUS ? emitSolidus(work, i) : emitSingle(work, i)
    case CharClass.space:
    case CharClass.newline:
      return emitSpace(work, i)
    case CharClass.mark:
      return emitCombining(work, i)
    case CharClass.han:
    case CharClass.symbol:
    case CharClass.iteration:
    case CharClass.ellipsis:
    case CharClass.fixedSpace:
      return emitSingle(work, i)
    default:
      return isWordPart(value) ? emitWord(work, i) : emitSingle(work, i)
  }
}

/**
 * The usual case, told apart for speed: ideographs that their face has, 1 em
 * wide, as many as stand together in one run. Most of a page passes here.
 */
function emitHan(work: CellWork, from: number): number {
  const { cells, clusters } = work
  const { classes, codePoints, offsets, runs } = clusters
  const face = hanFace(work, from)
  if (face.glyphOf(codePoints[from]!) === 0) return emitSingle(work, from)
  const font = fontIndex(cells.fonts, face.id)
  const run = runs[from]!
  const start = work.runs[run]!.pos
  let at = cells.length
  let i = from
  while (i < clusters.length && classes[i] === CharClass.han && runs[i] === run) {
    const glyph = face.glyphOf(codePoints[i]!)
    if (glyph === 0) break
    const advance = face.advanceOf(glyph)
    cells.glyphs.push(glyph)
    cells.texts.push(clusters.texts[i]!)
    cells.fontOf[at] = font
    cells.pos[at] = start === null ? -1 : start + offsets[i]!
    cells.classes[at] = CharClass.han
    cells.width[at] = FULL
    cells.cluster[at] = i
    if (advance !== FULL) cells.shift[at] = Math.round((FULL - advance) / 2)
    at += 1
    i += 1
  }
  cells.length = at
  return i
}

/** One glyph at its own advance: Han, symbols, connectors. */
function emitSingle(work: CellWork, i: number): number {
  const { clusters, cells } = work
  const value = clusters.classes[i]! as CharClass
  const isLatin =
    value === CharClass.prefix || value === CharClass.suffix || value === CharClass.connector
  const wanted = isLatin && clusters.codePoints[i]! < 0x2000 ? latinFace(work, i) : hanFace(work, i)
  const face = faceFor(work, i, wanted)
  if (face === null) return emitMissing(work, i)
  const glyph = face.glyphOf(clusters.codePoints[i]!)
  const advance = Math.round(face.advanceOf(glyph))
  const square =
    value === CharClass.han || value === CharClass.ellipsis || value === CharClass.iteration
  const width = square ? FULL : advance
  cells.shift[addOne(work, i, face, glyph, width)] = Math.round((width - advance) / 2)
  return i + 1
}

/** A word space as wide as the Latin face has it; a line feed takes no room. */
function emitSpace(work: CellWork, i: number): number {
  const face = latinFace(work, i)
  const glyph = face.glyphOf(0x20)
  const isTurn = work.clusters.classes[i] === CharClass.newline
  const width = isTurn ? 0 : Math.round(glyph === 0 ? 250 : face.advanceOf(glyph))
  addOne(work, i, face, glyph, width)
  return i + 1
}

/** A combining mark over a Han cell, or an invisible character with nothing before it. */
function emitCombining(work: CellWork, i: number): number {
  const { clusters } = work
  const invisible = isIgnorable(clusters.codePoints[i]!)
  const face = invisible ? hanFace(work, i) : faceFor(work, i, hanFace(work, i))
  if (face === null) return emitMissing(work, i)
  addOne(work, i, face, face.glyphOf(invisible ? 0x20 : clusters.codePoints[i]!), 0)
  return i + 1
}
