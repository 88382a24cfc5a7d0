/** Press PDFs for tests, and their plates as Ghostscript separates them. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { MARK_KINDS } from '../../core/display/marks'
import type { SpotInk } from '../../core/display/colourGate'
import type { PictureId } from '../../core/ids'
import type { PageDisplay } from '../../core/display/displayList'
import type { PlateLookup } from '../../main/services/pdf/pictures'
import { writePdf, type PdfOptions } from '../../main/services/pdf/writePdf'
import { openPressPreset, type PressPreset } from '../../main/services/press/preset'
import { pageFonts } from './pageFonts'

export function newsprint(): PressPreset {
  const preset = openPressPreset()
  if (!preset.ok) throw new Error(preset.error.message)
  return preset.value
}

export interface PressOptions {
  readonly plates?: PlateLookup
  readonly ads?: (id: PictureId) => Promise<Uint8Array | null>
  readonly marks?: boolean
  readonly spots?: readonly SpotInk[]
  readonly title?: string
  readonly subject?: string
  readonly date?: Date
}

/** The pages as a press PDF for newsprint, with every kind of mark unless told otherwise. */
export async function pressPdf(
  pages: readonly PageDisplay[],
  { plates, ads, marks = true, spots = [], title = '样报', date, ...rest }: PressOptions = {},
): Promise<Uint8Array> {
  const preset = newsprint()
  const options: PdfOptions = {
    fonts: pageFonts(),
    pictures: () => null,
    title,
    producer: 'Banxin',
    date: date ?? new Date('2026-11-22T08:00:00Z'),
    ...rest,
    press: {
      condition: preset.condition,
      spots,
      marks: { ...preset.marks, show: marks ? MARK_KINDS : [] },
      slug: (page) => `样报　第${page.folio}版`,
      pictures: plates ?? (() => Promise.resolve(null)),
      adOf: ads ?? (() => Promise.resolve(null)),
    },
  }
  const written = await writePdf(pages, options)
  if (!written.ok) throw new Error(written.error.message)
  return written.value
}

/** Ink of a plate at each pixel, 255 for a solid. */
export interface PlateRaster {
  readonly width: number
  readonly height: number
  readonly ink: Uint8Array
}

/** Runs a program that only tests use; a missing one fails with what to do. */
export function runTool(tool: 'gs' | 'qpdf' | 'pdffonts', args: readonly string[]): string {
  try {
    return execFileSync(tool, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    throw new Error(
      `This test needs ${tool}, which "npm test" sets up on Debian as root; elsewhere install it first.`,
      { cause: error },
    )
  }
}

/** The first page's plates by name (`Cyan`, `Magenta`, `Yellow`, `Black`), the sheet with its bleed. */
export async function platesOf(
  pdf: Uint8Array,
  ppi: number,
): Promise<ReadonlyMap<string, PlateRaster>> {
  const folder = mkdtempSync(join(tmpdir(), 'banxin-plates-'))
  try {
    const path = join(folder, 'in.pdf')
    writeFileSync(path, pdf)
    const device = ['-sDEVICE=tiffsep', `-r${ppi}`, '-dFirstPage=1', '-dLastPage=1']
    const exact = ['-dGraphicsAlphaBits=1', '-dTextAlphaBits=1']
    const out = `-sOutputFile=${join(folder, 'page.tif')}`
    runTool('gs', ['-q', '-dNOPAUSE', '-dBATCH', '-dSAFER', ...device, ...exact, out, path])
    const plates = new Map<string, PlateRaster>()
    for (const name of readdirSync(folder)) {
      const ink = /\((?<ink>.+)\)\.tif$/u.exec(name)?.groups?.['ink']
      if (ink !== undefined)
        plates.set(decodeURIComponent(ink), await plateIn(readFileSync(join(folder, name))))
    }
    return plates
  } finally {
    rmSync(folder, { recursive: true })
  }
}

async function plateIn(tiff: Buffer): Promise<PlateRaster> {
  const { data, info } = await sharp(tiff).greyscale().raw().toBuffer({ resolveWithObject: true })
  const ink = new Uint8Array(info.width * info.height)
  for (const index of ink.keys()) ink[index] = 255 - (data[index * info.channels] ?? 255)
  return { width: info.width, height: info.height, ink }
}
