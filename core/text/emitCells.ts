/** From clusters to cells: face, glyph, width and blanks of each. */
import { addCell, closeCells, emptyCells, fontIndex, type Cells } from './cells'
import { CharClass, isIgnorable, isWordPart } from './characters'
import type { Clusters } from './clusters'
import { inkOf } from './ink'
import type { FontFace, InlineRun, MissingCharacter, ShapingContext } from './types'

/** Body of a full-width mark, and of an interpunct (GB/T 15834-2011 §5.1.7). */
const HALF = 500
const FULL = 1000
/** 〓, the printers' sign for a sort that is wanting. */
const GETA = 0x3013

export interface Emitted {
  readonly cells: Cells
  readonly missing: readonly MissingCharacter[]
}

interface RunFaces {
  readonly han: FontFace
  readonly latin: FontFace
}

interface Work {
  /** The faces of each run. */
  readonly faces: readonly RunFaces[]
  readonly clusters: Clusters
  readonly runs: readonly InlineRun[]
  readonly ctx: ShapingContext
  readonly cells: Cells
  readonly missing: MissingCharacter[]
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
  const work: Work = { faces, clusters, runs, ctx, cells, missing: [] }
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

const TWO_EM_DASH = 0x2e3a

function emitAt(work: Work, i: number): number {
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
      return isInWord(clusters, i) ? emitWord(work, i) : emitSolidus(work, i)
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

const runOf = (work: Work, i: number): InlineRun => work.runs[work.clusters.runs[i]!]!

function posOf(work: Work, i: number): number {
  const start = runOf(work, i).pos
  return start === null ? -1 : start + work.clusters.offsets[i]!
}

/** Adds the cell of one cluster at the width given; answers its index. */
function addOne(work: Work, i: number, face: FontFace, glyph: number, width: number): number {
  const { clusters, cells } = work
  const value = clusters.classes[i]! as CharClass
  return addCell(cells, face.id, glyph, clusters.texts[i]!, posOf(work, i), value, width, i)
}

const facesOf = (work: Work, i: number): RunFaces => work.faces[work.clusters.runs[i]!]!
const hanFace = (work: Work, i: number): FontFace => facesOf(work, i).han
const latinFace = (work: Work, i: number): FontFace => facesOf(work, i).latin

/** The first face that has the character: the one asked for, the other of the pair, then the fallbacks. */
function faceFor(work: Work, i: number, wanted: FontFace): FontFace | null {
  const codePoint = work.clusters.codePoints[i]!
  if (wanted.glyphOf(codePoint) !== 0) return wanted
  const { han, latin } = facesOf(work, i)
  const fallbacks = work.ctx.fonts.fallbacks.map((id) => work.ctx.fonts.get(id))
  return [han, latin, ...fallbacks].find((face) => face.glyphOf(codePoint) !== 0) ?? null
}

/** Shows 〓 and reports the character. */
function emitMissing(work: Work, i: number): number {
  const { clusters, missing } = work
  const wanted = hanFace(work, i)
  const shown = [wanted.id, ...work.ctx.fonts.fallbacks]
    .map((id) => work.ctx.fonts.get(id))
    .find((face) => face.glyphOf(GETA) !== 0)
  const face = shown ?? wanted
  const pos = posOf(work, i)
  const text = clusters.texts[i]!
  missing.push({ text, pos: pos < 0 ? null : pos, font: wanted.id })
  addOne(work, i, face, face.glyphOf(GETA), FULL)
  return i + 1
}

/**
 * The usual case, told apart for speed: ideographs that their face has, 1 em
 * wide, as many as stand together in one run. Most of a page passes here.
 */
function emitHan(work: Work, from: number): number {
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
function emitSingle(work: Work, i: number): number {
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

/** A full-width mark: half body, half blank; an interpunct: half an em, centred. */
function emitMark(work: Work, i: number, value: CharClass): number {
  const { clusters, cells } = work
  const face = faceFor(work, i, hanFace(work, i))
  if (face === null) return emitMissing(work, i)
  const glyph = face.glyphOf(clusters.codePoints[i]!)
  const [inkLeft, inkRight] = inkOf(face, glyph)
  if (value === CharClass.middle) {
    const cell = addOne(work, i, face, glyph, HALF)
    cells.shift[cell] = Math.round(HALF / 2 - (inkLeft + inkRight) / 2)
  } else if (value === CharClass.open) {
    const shift = FULL - Math.round(face.advanceOf(glyph))
    const cell = addOne(work, i, face, glyph, FULL)
    cells.shift[cell] = shift
    cells.left[cell] = blank(inkLeft + shift)
  } else {
    cells.right[addOne(work, i, face, glyph, FULL)] = blank(FULL - inkRight)
  }
  return i + 1
}

/** Half an em, or less where the font draws the mark wider: ink is never cut into. */
const blank = (room: number): number => Math.max(0, Math.min(HALF, Math.floor(room) + 20))

/**
 * 破折号: exactly 2 em. A font for Chinese has one glyph for the pair, or two
 * that join; otherwise the two strokes are moved together in the middle.
 */
function emitDash(work: Work, i: number): number {
  const { clusters, cells } = work
  const single = clusters.codePoints[i] === TWO_EM_DASH
  const count = single ? 1 : 2
  const face = faceFor(work, i, hanFace(work, i)) ?? hanFace(work, i)
  const pair = face.shapeWord('——')
  if (pair.glyphs.includes(0)) {
    for (let k = 0; k < count; k++) emitMissing(work, i + k)
    return i + count
  }
  const text = clusters.texts.slice(i, i + count).join('')
  const total = pair.advances.reduce((sum, advance) => sum + advance, 0)
  if (pair.glyphs.length === 1) {
    const glyph = pair.glyphs[0]!
    const [pos, last] = [posOf(work, i), i + count - 1]
    const cell = addCell(cells, face.id, glyph, text, pos, CharClass.dash, 2 * FULL, last)
    cells.shift[cell] = Math.round((2 * FULL - total) / 2)
    return i + count
  }
  const joins = Math.round(total) === 2 * FULL
  pair.glyphs.slice(0, 2).forEach((glyph, k) => {
    const own = single ? i : i + k
    const drawn = single ? (k === 0 ? text : '') : clusters.texts[own]!
    const pos = posOf(work, own)
    const cell = addCell(cells, face.id, glyph, drawn, pos, CharClass.dash, FULL, own)
    if (joins) return
    const [inkLeft, inkRight] = inkOf(face, glyph)
    cells.shift[cell] = Math.round(k === 0 ? FULL - inkRight : -inkLeft)
  })
  return i + count
}

/** A single em dash joins: 1 em in the form for Chinese (GB/T 15834-2011 §4.13, 一字线). */
function emitConnector(work: Work, i: number): number {
  const face = faceFor(work, i, hanFace(work, i))
  if (face === null) return emitMissing(work, i)
  const { glyphs, advances } = face.shapeWord('—')
  const cell = addOne(work, i, face, glyphs[0]!, FULL)
  work.cells.shift[cell] = Math.round((FULL - (advances[0] ?? FULL)) / 2)
  return i + 1
}

const isInWord = ({ classes }: Clusters, i: number): boolean =>
  i > 0 && isWordPart(classes[i - 1]!) && isWordPart(classes[i + 1] ?? CharClass.han)

/** 分隔号 between Han: half an em (GB/T 15834-2011 §5.1.9); a full-width one stays as drawn. */
function emitSolidus(work: Work, i: number): number {
  const { clusters, cells } = work
  if (clusters.codePoints[i] !== 0x2f) return emitSingle(work, i)
  const face = faceFor(work, i, latinFace(work, i))
  if (face === null) return emitMissing(work, i)
  const glyph = face.glyphOf(0x2f)
  const cell = addOne(work, i, face, glyph, HALF)
  cells.shift[cell] = Math.round((HALF - face.advanceOf(glyph)) / 2)
  return i + 1
}

/** A word space as wide as the Latin face has it; a line feed takes no room. */
function emitSpace(work: Work, i: number): number {
  const face = latinFace(work, i)
  const glyph = face.glyphOf(0x20)
  const isTurn = work.clusters.classes[i] === CharClass.newline
  const width = isTurn ? 0 : Math.round(glyph === 0 ? 250 : face.advanceOf(glyph))
  addOne(work, i, face, glyph, width)
  return i + 1
}

/** A combining mark over a Han cell, or an invisible character with nothing before it. */
function emitCombining(work: Work, i: number): number {
  const { clusters } = work
  const invisible = isIgnorable(clusters.codePoints[i]!)
  const face = invisible ? hanFace(work, i) : faceFor(work, i, hanFace(work, i))
  if (face === null) return emitMissing(work, i)
  addOne(work, i, face, face.glyphOf(invisible ? 0x20 : clusters.codePoints[i]!), 0)
  return i + 1
}

/** Letters, digits and their marks in one face, shaped together so that they kern. */
function emitWord(work: Work, i: number): number {
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
function wordEnd({ clusters }: Work, i: number, face: FontFace): number {
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
