/** What the cells of a paragraph are made from, and the steps that all kinds of cell share. */
import { addCell, type Cells } from './cells'
import type { CharClass } from './characters'
import type { Clusters } from './clusters'
import type { FontFace, InlineRun, MissingCharacter, ShapingContext } from './types'

/** Body of a full-width mark, and of an interpunct (GB/T 15834-2011 §5.1.7). */
export const HALF = 500
export const FULL = 1000
/** 〓, the printers' sign for a sort that is wanting. */
const GETA = 0x3013

interface RunFaces {
  readonly han: FontFace
  readonly latin: FontFace
}

export interface CellWork {
  /** The faces of each run. */
  readonly faces: readonly RunFaces[]
  readonly clusters: Clusters
  readonly runs: readonly InlineRun[]
  readonly ctx: ShapingContext
  readonly cells: Cells
  readonly missing: MissingCharacter[]
}

const runOf = (work: CellWork, i: number): InlineRun => work.runs[work.clusters.runs[i]!]!

export function posOf(work: CellWork, i: number): number {
  const start = runOf(work, i).pos
  return start === null ? -1 : start + work.clusters.offsets[i]!
}

/** Adds the cell of one cluster at the width given; answers its index. */
export function addOne(
  work: CellWork,
  i: number,
  face: FontFace,
  glyph: number,
  width: number,
): number {
  const { clusters, cells } = work
  const value = clusters.classes[i]! as CharClass
  return addCell(cells, face.id, glyph, clusters.texts[i]!, posOf(work, i), value, width, i)
}

const facesOf = (work: CellWork, i: number): RunFaces => work.faces[work.clusters.runs[i]!]!
export const hanFace = (work: CellWork, i: number): FontFace => facesOf(work, i).han
export const latinFace = (work: CellWork, i: number): FontFace => facesOf(work, i).latin

/** The first face that has the character: the one asked for, the other of the pair, then the fallbacks. */
export function faceFor(work: CellWork, i: number, wanted: FontFace): FontFace | null {
  const codePoint = work.clusters.codePoints[i]!
  if (wanted.glyphOf(codePoint) !== 0) return wanted
  const { han, latin } = facesOf(work, i)
  const fallbacks = work.ctx.fonts.fallbacks.map((id) => work.ctx.fonts.get(id))
  return [han, latin, ...fallbacks].find((face) => face.glyphOf(codePoint) !== 0) ?? null
}

/** Shows 〓 and reports the character. */
export function emitMissing(work: CellWork, i: number): number {
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
