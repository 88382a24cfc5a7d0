import type { PageDisplay } from '../../../core/display/displayList'
import type { ProofSheet } from '../../../core/display/proofSheets'
import { ink } from '../../../core/ink'
import type { FontSet } from '../../../core/text/types'
import { pt } from '../../../core/units'
import { contentWriter, num, type ContentWriter } from './content'
import type { EmbeddedFont } from './embeddedFont'
import { furnitureRun } from './furnitureRun'
import type { PdfDictionary, PdfFile, PdfRef } from './pdfFile'
import type { Sheet } from './sheet'
import { showText } from './textOperators'

/** A proof on office paper: never to be taken for a press file. */
export interface ProofOptions {
  readonly sheets: (page: PageDisplay) => readonly ProofSheet[]
  /** Stands large and pale beneath the page. */
  readonly watermark: string
  /** Line at the foot of each sheet; `sheet` counts from 1. */
  readonly status: (page: PageDisplay, sheet: number, of: number) => string
}

export type FontOf = (run: { readonly font: FontSet['fallbacks'][number] }) => EmbeddedFont

const PALE = ink(0, 0, 0, 0.12)
const STATUS_SIZE = pt(8)
/** Of the page's diagonal, that the watermark's text takes. */
const WATERMARK_SHARE = 0.7

/** Draws the watermark along the rising diagonal; before all else, so that every word stays legible. */
export function drawWatermark(
  content: ContentWriter,
  { trim }: PageDisplay,
  text: string,
  fonts: FontSet,
  fontOf: FontOf,
): void {
  const room = Math.hypot(trim.width, trim.height) * WATERMARK_SHARE
  const size = room / Math.max(1, Array.from(text).length)
  const run = furnitureRun(text, { x: pt(0), y: pt(0) }, pt(size), Infinity, fonts)
  if (run === null) return
  const angle = Math.atan2(trim.height, trim.width)
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  const x = trim.width / 2 - (room * cos) / 2
  const y = trim.height / 2 + (room * sin) / 2
  const font = fontOf(run)
  content.mark('artifact')
  content.ink(PALE)
  content.font(font.name, run.size, 1)
  const turn = [cos, sin, -sin, cos].map(num).join(' ')
  content.text(`${turn} ${content.x(x)} ${content.y(y)} Tm ${showText(run, font)}`)
}

interface ProofPage {
  readonly page: PageDisplay
  /** Where the page lies on a sheet of its own size, in whose coordinates `body` is written. */
  readonly sheet: Sheet
  readonly body: PdfRef
  /** Page entries, asked for once all fonts are used; those of the structure for the first sheet only. */
  readonly entries: () => PdfDictionary
  readonly structure: PdfDictionary
}

/** The sheets of paper of one page; all show the same content through a window each. */
export function addProofSheets(
  file: PdfFile,
  { page, sheet, body, entries, structure }: ProofPage,
  { sheets, status }: ProofOptions,
  fonts: FontSet,
  fontOf: FontOf,
): readonly PdfRef[] {
  const all = sheets(page)
  return all.map(({ paper, scale, x, y, window }, index) => {
    const { width, height } = paper
    const clip = [window.x, height - window.y - window.height, window.width, window.height]
    // the whole of the page's own sheet is shown: its upper left corner comes to x, y
    const down = sheet.height * scale
    const matrix = [scale, 0, 0, scale, x, height - y - down]
    const before = `q ${clip.map(num).join(' ')} re W n ${matrix.map(num).join(' ')} cm\n`
    const content = contentWriter(0, height)
    const origin = { x: window.x, y: pt(height - window.y) }
    const line = furnitureRun(
      status(page, index + 1, all.length),
      origin,
      STATUS_SIZE,
      window.width,
      fonts,
    )
    if (line !== null) {
      const font = fontOf(line)
      content.mark('artifact')
      content.ink(line.ink)
      content.font(font.name, line.size, 1)
      content.text(`1 0 0 1 ${content.x(line.x)} ${content.y(line.y)} Tm ${showText(line, font)}`)
    }
    const plain = (text: string): PdfRef => file.stream({}, Buffer.from(text, 'latin1'))
    return file.addPage({
      MediaBox: [0, 0, width, height],
      Contents: [plain(before), body, plain(`Q\n${content.finish()}`)],
      ...entries(),
      ...(index === 0 ? structure : {}),
    })
  })
}
