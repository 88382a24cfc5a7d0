/** From clusters to cells: face, glyph, width and blanks of each. */
import { addCell, emptyCells, type Cells } from './cells'
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
  const work: Work = { faces, clusters, runs, ctx, cells: emptyCells(), missing: [] }
  let i = 0
  while (i < clusters.length) {
    i = clusters.classes[i] === CharClass.han ? emitHan(work, i) : emitAt(work, i)
  }
  return { cells: work.cells, missing: work.missing }
}

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
  const { clusters, cells, missing } = work
  const wanted = hanFace(work, i)
  const shown = [wanted.id, ...work.ctx.fonts.fallbacks]
    .map((id) => work.ctx.fonts.get(id))
    .find((face) => face.glyphOf(GETA) !== 0)
  const face = shown ?? wanted
  const pos = posOf(work, i)
  const text = clusters.texts[i]!
  missing.push({ text, pos: pos < 0 ? null : pos, font: wanted.id })
  addCell(cells, {
    font: face.id,
    glyph: face.glyphOf(GETA),
    text,
    pos,
    value: clusters.classes[i]! as CharClass,
    width: FULL,
    cluster: i,
  })
  return i + 1
}

/** The usual case, told apart for speed: an ideograph that its face has, 1 em wide. */
function emitHan(work: Work, i: number): number {
  const { clusters } = work
  const face = hanFace(work, i)
  const glyph = face.glyphOf(clusters.codePoints[i]!)
  if (glyph === 0) return emitSingle(work, i)
  addCell(work.cells, {
    font: face.id,
    glyph,
    text: clusters.texts[i]!,
    pos: posOf(work, i),
    value: CharClass.han,
    width: FULL,
    shift: Math.round((FULL - face.advanceOf(glyph)) / 2),
    cluster: i,
  })
  return i + 1
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
  addCell(cells, {
    font: face.id,
    glyph,
    text: clusters.texts[i]!,
    pos: posOf(work, i),
    value,
    width,
    shift: Math.round((width - advance) / 2),
    cluster: i,
  })
  return i + 1
}

/** A full-width mark: half body, half blank; an interpunct: half an em, centred. */
function emitMark(work: Work, i: number, value: CharClass): number {
  const { clusters, cells } = work
  const face = faceFor(work, i, hanFace(work, i))
  if (face === null) return emitMissing(work, i)
  const glyph = face.glyphOf(clusters.codePoints[i]!)
  const advance = Math.round(face.advanceOf(glyph))
  const [inkLeft, inkRight] = inkOf(face, glyph)
  const base = {
    font: face.id,
    glyph,
    text: clusters.texts[i]!,
    pos: posOf(work, i),
    value,
    cluster: i,
  }
  if (value === CharClass.middle) {
    addCell(cells, { ...base, width: HALF, shift: Math.round(HALF / 2 - (inkLeft + inkRight) / 2) })
  } else if (value === CharClass.open) {
    const shift = FULL - advance
    addCell(cells, { ...base, width: FULL, shift, left: blank(inkLeft + shift) })
  } else {
    addCell(cells, { ...base, width: FULL, right: blank(FULL - inkRight) })
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
  const single = clusters.codePoints[i] === 0x2e3a
  const count = single ? 1 : 2
  const face = faceFor(work, i, hanFace(work, i)) ?? hanFace(work, i)
  const pair = face.shapeWord('——')
  if (pair.glyphs.includes(0)) {
    for (let k = 0; k < count; k++) emitMissing(work, i + k)
    return i + count
  }
  const base = { font: face.id, value: CharClass.dash, cluster: i + count - 1 }
  const text = clusters.texts.slice(i, i + count).join('')
  const total = pair.advances.reduce((sum, advance) => sum + advance, 0)
  if (pair.glyphs.length === 1) {
    const shift = Math.round((2 * FULL - total) / 2)
    addCell(cells, {
      ...base,
      glyph: pair.glyphs[0]!,
      text,
      pos: posOf(work, i),
      width: 2 * FULL,
      shift,
    })
    return i + count
  }
  const joins = Math.round(total) === 2 * FULL
  pair.glyphs.slice(0, 2).forEach((glyph, k) => {
    const [inkLeft, inkRight] = inkOf(face, glyph)
    addCell(cells, {
      ...base,
      glyph,
      text: single ? (k === 0 ? text : '') : clusters.texts[i + k]!,
      pos: posOf(work, single ? i : i + k),
      width: FULL,
      shift: joins ? 0 : Math.round(k === 0 ? FULL - inkRight : -inkLeft),
      cluster: single ? i : i + k,
    })
  })
  return i + count
}

/** A single em dash joins: 1 em in the form for Chinese (GB/T 15834-2011 §4.13, 一字线). */
function emitConnector(work: Work, i: number): number {
  const { clusters, cells } = work
  const face = faceFor(work, i, hanFace(work, i))
  if (face === null) return emitMissing(work, i)
  const { glyphs, advances } = face.shapeWord('—')
  const shift = Math.round((FULL - (advances[0] ?? FULL)) / 2)
  addCell(cells, {
    font: face.id,
    glyph: glyphs[0]!,
    text: clusters.texts[i]!,
    pos: posOf(work, i),
    value: CharClass.connector,
    width: FULL,
    shift,
    cluster: i,
  })
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
  addCell(cells, {
    font: face.id,
    glyph,
    text: clusters.texts[i]!,
    pos: posOf(work, i),
    value: CharClass.solidus,
    width: HALF,
    shift: Math.round((HALF - face.advanceOf(glyph)) / 2),
    cluster: i,
  })
  return i + 1
}

/** A word space as wide as the Latin face has it; a line feed takes no room. */
function emitSpace(work: Work, i: number): number {
  const { clusters, cells } = work
  const face = latinFace(work, i)
  const glyph = face.glyphOf(0x20)
  const value = clusters.classes[i]! as CharClass
  addCell(cells, {
    font: face.id,
    glyph,
    text: clusters.texts[i]!,
    pos: posOf(work, i),
    value,
    width: value === CharClass.newline ? 0 : Math.round(glyph === 0 ? 250 : face.advanceOf(glyph)),
    cluster: i,
  })
  return i + 1
}

/** A combining mark over a Han cell, or an invisible character with nothing before it. */
function emitCombining(work: Work, i: number): number {
  const { clusters, cells } = work
  const invisible = isIgnorable(clusters.codePoints[i]!)
  const face = invisible ? hanFace(work, i) : faceFor(work, i, hanFace(work, i))
  if (face === null) return emitMissing(work, i)
  addCell(cells, {
    font: face.id,
    glyph: face.glyphOf(invisible ? 0x20 : clusters.codePoints[i]!),
    text: clusters.texts[i]!,
    pos: posOf(work, i),
    value: CharClass.mark,
    width: 0,
    cluster: i,
  })
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
    cluster += Array.from(texts[k]!).length
    const quote = trimmedQuote(face, glyph, clusters.codePoints[first]!)
    exact += quote?.width ?? advances[k]!
    const width = Math.round(exact) - placed
    placed += width
    addCell(cells, {
      font: face.id,
      glyph,
      text: clusters.texts.slice(first, cluster).join(''),
      pos: posOf(work, first),
      value: clusters.classes[first]! as CharClass,
      width,
      ...(quote === null ? {} : { shift: quote.shift }),
      cluster: cluster - 1,
    })
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
