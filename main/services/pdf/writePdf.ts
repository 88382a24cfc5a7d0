import { createHash } from 'node:crypto'
import type { SpotInk } from '../../../core/display/colourGate'
import type { PageDisplay } from '../../../core/display/displayList'
import { markStrip, type MarkStyle } from '../../../core/display/marks'
import { missingPicture } from '../../../core/display/placeholder'
import { walk, type Visitor } from '../../../core/display/walk'
import type { FontId, PictureId } from '../../../core/ids'
import { err, ok, type Result } from '../../../core/result'
import type { FontSet } from '../../../core/text/types'
import { contentWriter, KNOCKOUT, OVERPRINT, type ContentWriter } from './content'
import { embeddedFont, type EmbeddedFont } from './embeddedFont'
import {
  createPdfFile,
  type PdfDictionary,
  type PdfFile,
  type PdfImage,
  type PdfRef,
} from './pdfFile'
import { drawMarks, slugRun } from './marks'
import { addProofSheets, drawWatermark, type ProofOptions } from './proof'
import { writeOutputIntent, type OutputCondition } from './outputIntent'
import {
  drawPicture,
  embedPictures,
  embedPlates,
  type PictureBytes,
  type PressSources,
} from './pictures'
import { sheetOf } from './sheet'
import { createStructure, type Structure } from './structure'
import { plateSpaces } from './plateSpaces'
import { showText } from './textOperators'

export interface PdfOptions {
  readonly fonts: FontSet
  readonly pictures: PictureBytes
  readonly title: string
  readonly producer: string
  /** Date of the file; the same pages, fonts, pictures and date give the same bytes. */
  readonly date: Date
  /** A remark on the whole file, for whoever opens it. */
  readonly subject?: string
  /** Makes the file a PDF/X-4; without it pictures keep the colours of their files. */
  readonly press?: PressOptions
  /** Puts the pages on office paper under a watermark. */
  readonly proof?: ProofOptions
  /** Hears of each page once its content is written. */
  readonly onPage?: () => void
}

/** What a file for the press needs beside its pages. */
export interface PressOptions extends PressSources {
  readonly condition: OutputCondition
  /** Inks beside the four; each is a plate when a page has its colour. */
  readonly spots: readonly SpotInk[]
  readonly marks: MarkStyle
  /** Text below the bleed of a page, when the marks include the slug line. */
  readonly slug: (page: PageDisplay) => string
}

/**
 * Writes the pages as one PDF 1.6 file: fonts embedded as subsets, DeviceCMYK
 * only (but for pictures of a file not for the press), black on K over what lies below, trim and bleed
 * boxes, stories as tagged content in reading order and all else as artifacts.
 * An error when there is no page, or a picture's bytes cannot be read.
 */
export async function writePdf(
  pages: readonly PageDisplay[],
  options: PdfOptions,
): Promise<Result<Uint8Array>> {
  if (pages.length === 0) {
    return err({
      severity: 'error',
      code: 'pdf.no-pages',
      message: 'The PDF was not written because there is no page to put into it; add a page first.',
    })
  }
  const { press, proof } = options
  const hash = createHash('sha256').update(options.title).update(options.date.toISOString())
  const file = createPdfFile({ ...options, pdfx: press !== undefined })
  if (press !== undefined) writeOutputIntent(file, press.condition)
  const pictures = await (press === undefined
    ? embedPictures(file, pages, options.pictures)
    : embedPlates(file, pages, press, (bytes) => hash.update(bytes)).then(ok))
  if (!pictures.ok) return pictures
  const fonts = fontTable(file, options.fonts)
  const structure = createStructure()
  const states = graphicsStates(file)
  const colours = press === undefined ? undefined : plateSpaces(press.spots)

  const sheets = pages.map((page, index): readonly PdfRef[] => {
    const sheet = sheetOf(page, press === undefined ? undefined : markStrip(press.marks))
    const content = contentWriter(sheet.left, sheet.top, press?.spots)
    const used: Used = { fonts: new Map(), pictures: new Map() }
    structure.startPage()
    const painter = pagePainter(content, structure, fonts, pictures.value, used)
    const fontOf = ({ font: id }: { readonly font: FontId }): EmbeddedFont => {
      const font = fonts.get(id)
      used.fonts.set(font.name, font)
      return font
    }
    if (proof !== undefined) drawWatermark(content, page, proof.watermark, options.fonts, fontOf)
    walk(page, painter)
    if (press !== undefined) {
      drawMarks(content, page, press.marks)
      const slug = slugRun(page, press.marks, press.slug(page), options.fonts)
      if (slug !== null) painter.text(slug)
    }
    const operators = content.finish()
    options.onPage?.()
    hash.update(operators)
    const body = file.stream({}, Buffer.from(operators, 'latin1'))
    const entries = (): PdfDictionary => ({
      Resources: {
        ExtGState: states,
        ColorSpace: colours,
        Font: Object.fromEntries([...used.fonts].map(([name, font]) => [name, font.ref])),
        XObject: Object.fromEntries(used.pictures),
      },
      Group: press === undefined ? undefined : TRANSPARENCY,
    })
    const structured = { StructParents: index, Tabs: 'S' }
    if (proof !== undefined) {
      const parts = { page, sheet, body, entries, structure: structured }
      return addProofSheets(file, parts, proof, options.fonts, fontOf)
    }
    return [file.addPage({ ...sheet.boxes, Contents: body, ...entries(), ...structured })]
  })
  const first = sheets.flatMap((ofPage) => ofPage.slice(0, 1))
  structure.finish(file, first)
  for (const ref of sheets.flat()) ref.end()
  for (const font of fonts.all()) hash.update(font.finish(file))
  return ok(await file.finish(hash.digest().subarray(0, 16)))
}

/** Where pictures are see-through, plates are mixed in ink and not in a viewer's RGB. */
const TRANSPARENCY: PdfDictionary = { Type: 'Group', S: 'Transparency', CS: 'DeviceCMYK' }

/** The resources a page really uses, by name. */
interface Used {
  readonly fonts: Map<string, EmbeddedFont>
  readonly pictures: Map<string, PdfRef>
}

function pagePainter(
  content: ContentWriter,
  structure: Structure,
  fonts: FontTable,
  pictures: ReadonlyMap<PictureId, PdfImage>,
  used: Used,
): Visitor {
  const visitor: Visitor = {
    text(run) {
      if (run.glyphs.length === 0) return
      const font = fonts.get(run.font)
      used.fonts.set(font.name, font)
      content.mark(structure.markOf(run.source, run))
      content.ink(run.ink)
      content.font(font.name, run.size, run.scaleX)
      content.text(`1 0 0 1 ${content.x(run.x)} ${content.y(run.y)} Tm ${showText(run, font)}`)
    },
    fill({ rect, ink, source }) {
      content.mark(structure.markOf(source))
      content.ink(ink)
      content.rect(rect)
    },
    polygon({ points, ink, source }) {
      if (points.length === 0) return
      content.mark(structure.markOf(source))
      content.ink(ink)
      content.outline(points)
    },
    picture(item) {
      const image = pictures.get(item.picture)
      if (image?.obj == null) return missingPicture(item).forEach(visitor.fill)
      const name = `Im${[...pictures.keys()].indexOf(item.picture)}`
      used.pictures.set(name, image.obj)
      content.mark(structure.markOf(item.source))
      drawPicture(content, item, name, image)
    },
  }
  return visitor
}

interface FontTable {
  get(id: FontId): EmbeddedFont
  all(): Iterable<EmbeddedFont>
}

function fontTable(file: PdfFile, faces: FontSet): FontTable {
  const fonts = new Map<FontId, EmbeddedFont>()
  return {
    get(id) {
      const known = fonts.get(id)
      if (known !== undefined) return known
      const font = embeddedFont(file, faces.get(id), `F${fonts.size}`)
      fonts.set(id, font)
      return font
    },
    all: () => fonts.values(),
  }
}

/**
 * Black text and rules print over tints and pictures, so that no white edge
 * shows when the plates are out of register; OPM 1 lets the colours without
 * ink in `0 0 0 1 k` stand (PDF 32000-1 8.6.7).
 */
function graphicsStates(file: PdfFile): PdfDictionary {
  const state = (overprint: boolean): PdfRef => {
    const ref = file.ref({
      Type: 'ExtGState',
      OP: overprint,
      op: overprint,
      OPM: overprint ? 1 : 0,
    })
    ref.end()
    return ref
  }
  return { [OVERPRINT]: state(true), [KNOCKOUT]: state(false) }
}
