/**
 * Reads a PDF back with pdf.js, which shares no code with our writer, and holds
 * it against the display list it was made from.
 */
import { openPdf, OPS } from '../../main/services/press/pdfjs.mjs'
import type { PageDisplay, TextRun } from '../../core/display/displayList'
import { missingPicture } from '../../core/display/placeholder'
import { sheetBoxes, type Box } from './pdfBoxes'

export interface ReadGlyph {
  /** Origin on the page: points from the trim's upper left corner, y downwards. */
  readonly x: number
  readonly y: number
  readonly text: string
}
export interface ReadText {
  readonly kind: 'text'
  readonly size: number
  readonly scaleX: number
  readonly artifact: boolean
  readonly glyphs: readonly ReadGlyph[]
}
/** A filled outline by its bounding box, in the same coordinates. */
export interface ReadPath {
  readonly kind: 'path'
  readonly artifact: boolean
  readonly box: Box
}
export interface ReadImage {
  readonly kind: 'image'
  readonly artifact: boolean
}
export type ReadItem = ReadText | ReadPath | ReadImage

export interface ReadPage {
  readonly trim: Box
  /** In painting order. */
  readonly items: readonly ReadItem[]
  /** The page's text as pdf.js extracts it. */
  readonly text: string
  /** The text of tagged content only: the manuscript, without artifacts. */
  readonly storyText: string
}

export async function readPdf(bytes: Uint8Array): Promise<readonly ReadPage[]> {
  const boxes = await sheetBoxes(bytes)
  const document = await openPdf(bytes)
  try {
    const pages: ReadPage[] = []
    for (const [index, { trim }] of boxes.entries()) {
      const page = await document.getPage(index + 1)
      const { fnArray, argsArray } = await page.getOperatorList()
      const items = interpret(fnArray, argsArray as unknown[][], trim)
      const content = await page.getTextContent()
      const text = content.items.map((item) => ('str' in item ? item.str : '')).join('')
      const story = items.filter((item) => item.kind === 'text' && !item.artifact) as ReadText[]
      const storyText = story.flatMap((run) => run.glyphs.map((glyph) => glyph.text)).join('')
      pages.push({ trim, items, text, storyText })
    }
    return pages
  } finally {
    await document.loadingTask.destroy()
  }
}

interface PdfjsGlyph {
  readonly unicode: string
  readonly width: number
}

/** Follows the operators that place text and paths (PDF 32000-1 9.4.4), in the order they paint. */
function interpret(codes: readonly number[], args: readonly unknown[][], trim: Box): ReadItem[] {
  const items: ReadItem[] = []
  const marks: boolean[] = []
  let size = 0
  let scaleX = 1
  let matrix: ArrayLike<number> = [1, 0, 0, 1, 0, 0]
  const artifact = (): boolean => marks.at(-1) ?? false
  const at = (index: number): number => matrix[index] ?? 0
  for (const [index, code] of codes.entries()) {
    const operands = args[index] ?? []
    if (code === OPS.beginMarkedContent || code === OPS.beginMarkedContentProps) {
      marks.push(tagName(operands[0]) === 'Artifact')
    } else if (code === OPS.endMarkedContent) {
      marks.pop()
    } else if (code === OPS.setFont) {
      size = operands[1] as number
    } else if (code === OPS.setHScale) {
      scaleX = (operands[0] as number) / 100
    } else if (code === OPS.setTextMatrix) {
      matrix = operands[0] as ArrayLike<number>
    } else if (code === OPS.showText) {
      let pen = 0
      const glyphs: ReadGlyph[] = []
      for (const part of operands[0] as (PdfjsGlyph | number)[]) {
        if (typeof part === 'number') {
          pen -= (part / 1000) * size
          continue
        }
        glyphs.push({
          x: at(4) + pen * scaleX * at(0) - trim.left,
          y: trim.top - (at(5) + pen * scaleX * at(1)),
          text: part.unicode,
        })
        pen += (part.width / 1000) * size
      }
      items.push({ kind: 'text', size, scaleX, artifact: artifact(), glyphs })
    } else if (code === OPS.constructPath && operands[0] === OPS.fill) {
      const [left = 0, bottom = 0, right = 0, top = 0] = operands[2] as Iterable<number>
      const box = {
        left: left - trim.left,
        right: right - trim.left,
        top: trim.top - top,
        bottom: trim.top - bottom,
      }
      items.push({ kind: 'path', artifact: artifact(), box })
    } else if (code === OPS.paintImageXObject) {
      items.push({ kind: 'image', artifact: artifact() })
    }
  }
  return items
}

/** pdf.js gives BMC's tag as a name object and BDC's as a string. */
const tagName = (tag: unknown): unknown =>
  typeof tag === 'object' && tag !== null && 'name' in tag ? tag.name : tag

/** Far below what a press can show; the issue asks for 0.01 em. */
const GLYPH_EM = 0.01
const POINTS = 0.01

/** Text without the spaces that extractors add and drop at will. */
export const bare = (text: string): string => text.replace(/[\s\u2060]/gu, '')

/**
 * Every way in which the file differs from the pages, as sentences; empty when
 * they are the same page: the same items in the same order, every run's origin
 * and every glyph's within 0.01 em, the same text, manuscript tagged and the
 * rest artifacts. Stops at the first difference of a page's items.
 */
export async function comparePdfWithDisplay(
  bytes: Uint8Array,
  pages: readonly PageDisplay[],
): Promise<readonly string[]> {
  const read = await readPdf(bytes)
  if (read.length !== pages.length) return [`${read.length} pages instead of ${pages.length}`]
  return pages.flatMap((page, index) => {
    const found = read[index]
    if (found === undefined) return []
    const problem = firstDifference(found, page)
    const texts = page.items.flatMap((item) => (item.kind === 'text' ? item.texts : []))
    const differences = problem === null ? [] : [`page ${page.page}: ${problem}`]
    if (bare(found.text) !== bare(texts.join(''))) {
      differences.push(`page ${page.page}: the extracted text differs`)
    }
    return differences
  })
}

function firstDifference(read: ReadPage, page: PageDisplay): string | null {
  const queue = [...read.items]
  for (const [index, item] of page.items.entries()) {
    if (item.kind === 'text' && item.glyphs.length === 0) continue
    const where = `item ${index}`
    const found = queue.shift()
    const isArtifact = item.kind !== 'text' || item.source.kind !== 'manuscript'
    if (found !== undefined && found.artifact !== isArtifact) {
      return `${where} is ${found.artifact ? '' : 'not '}an artifact`
    }
    if (item.kind === 'text') {
      if (found?.kind !== 'text') return `${where} is text in the display list, not in the PDF`
      const problem = runDifference(found, item)
      if (problem !== null) return `${where}: ${problem}`
    } else if (item.kind === 'picture') {
      if (found?.kind === 'image') continue
      if (found?.kind !== 'path') return `${where} is a picture in the display list only`
      // the placeholder's first fill was taken above
      queue.splice(0, missingPicture(item).length - 1)
    } else {
      if (found?.kind !== 'path') return `${where} is a ${item.kind} in the display list only`
      const points =
        item.kind === 'fill'
          ? [item.rect, { x: item.rect.x + item.rect.width, y: item.rect.y + item.rect.height }]
          : item.points
      const xs = points.map((point) => point.x)
      const ys = points.map((point) => point.y)
      const { left, top, right, bottom } = found.box
      const off = [
        left - Math.min(...xs),
        right - Math.max(...xs),
        top - Math.min(...ys),
        bottom - Math.max(...ys),
      ]
      if (off.some((d) => Math.abs(d) > POINTS))
        return `${where} lies elsewhere by ${off.join(', ')}`
    }
  }
  return queue.length === 0 ? null : `the PDF holds ${queue.length} items more`
}

function runDifference(read: ReadText, run: TextRun): string | null {
  if (Math.abs(read.size - run.size) > 1e-3) return `size ${read.size} instead of ${run.size}`
  if (Math.abs(read.scaleX - run.scaleX) > 1e-5) return `scaled by ${read.scaleX}`
  if (read.glyphs.length !== run.glyphs.length) return `${read.glyphs.length} glyphs`
  for (const [index, glyph] of read.glyphs.entries()) {
    const dx = glyph.x - (run.x + ((run.offsets[index] ?? NaN) * run.size) / 1000)
    const dy = glyph.y - run.y
    if (!(Math.abs(dx) <= GLYPH_EM * run.size && Math.abs(dy) <= GLYPH_EM * run.size)) {
      return `glyph ${index} (${glyph.text}) is off by ${dx}, ${dy} pt`
    }
  }
  const text = read.glyphs.map((glyph) => glyph.text).join('')
  return text === run.texts.join('') ? null : `reads ${text} instead of ${run.texts.join('')}`
}
