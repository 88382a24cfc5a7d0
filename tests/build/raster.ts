/**
 * Compares our PNG with the PDF as cairo draws it for poppler: both at 300 ppi,
 * reduced to 75 ppi by a box filter, so that only what an eye could see counts.
 * Not `pdftoppm`: its rasteriser sets large glyphs on whole pixels.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { sheetBoxes } from './pdfBoxes'

const PPI = 300
/** Pixels of the raster to one compared pixel, each way: 300 to 75 ppi. */
const REDUCE = 4
/** A fifth of full scale. */
const VISIBLE = 255 / 5
/** A 10 mm square at 75 ppi. */
const SQUARE = Math.round((10 / 25.4) * (PPI / REDUCE))

export interface RasterComparison {
  /** Share of compared pixels, 0 to 1, that differ by more than a fifth of full scale in any channel. */
  readonly differing: number
  /** The same in the worst 10 mm square. */
  readonly worstSquare: number
  /** Largest difference of a compared pixel, 0 to 255. */
  readonly largest: number
}

/** Runs a tool of poppler; a missing one fails with what to do. */
export function poppler(
  tool: 'pdftocairo' | 'pdftoppm' | 'pdftotext',
  args: readonly string[],
): Buffer {
  try {
    return execFileSync(tool, args, { maxBuffer: 1 << 30, stdio: ['ignore', 'pipe', 'pipe'] })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    throw new Error(
      `This test needs ${tool} of poppler-utils, which "npm test" sets up on Debian as root; ` +
        'elsewhere install poppler-utils first.',
      { cause: error },
    )
  }
}

/**
 * `pngPath` is a page drawn at 300 ppi, the trim or the whole sheet; `pageIndex`
 * is the page of the PDF it is held against.
 */
export async function compareRasters(
  pngPath: string,
  pdfPath: string,
  pageIndex = 0,
): Promise<RasterComparison> {
  const boxes = (await sheetBoxes(new Uint8Array(readFileSync(pdfPath))))[pageIndex]
  if (boxes === undefined) throw new Error(`${pdfPath} has no page ${pageIndex + 1}`)
  const ours = await pixels(pngPath)
  const theirs = await rasterOf(pdfPath, pageIndex)
  const shows = [boxes.trim, boxes.media].find(
    (box) => Math.abs(ours.width - ((box.right - box.left) * PPI) / 72) <= 1,
  )
  if (shows === undefined) throw new Error(`${pngPath} shows neither the trim nor the sheet`)
  const dx = Math.round(((shows.left - boxes.media.left) * PPI) / 72)
  const dy = Math.round(((boxes.media.top - shows.top) * PPI) / 72)
  return compare(ours, theirs, dx, dy)
}

/** Red, green and blue of each pixel. */
interface Pixels {
  readonly width: number
  readonly height: number
  readonly data: Uint8Array
}

/** Not packed: packing thirty million pixels took ten times as long as drawing them. */
const AS_TIFF = ['-singlefile', '-tiff', '-tiffcompression', 'none'] as const

async function rasterOf(pdfPath: string, pageIndex: number): Promise<Pixels> {
  const folder = mkdtempSync(join(tmpdir(), 'banxin-raster-'))
  try {
    const page = String(pageIndex + 1)
    const out = join(folder, 'page')
    poppler('pdftocairo', ['-r', String(PPI), '-f', page, '-l', page, ...AS_TIFF, pdfPath, out])
    return await pixels(`${out}.tif`)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

async function pixels(path: string): Promise<Pixels> {
  const { data, info } = await sharp(path, { limitInputPixels: false })
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { width: info.width, height: info.height, data }
}

/** `dx`, `dy`: where our upper left pixel lies on theirs. */
function compare(ours: Pixels, theirs: Pixels, dx: number, dy: number): RasterComparison {
  const width = Math.floor(Math.min(ours.width, theirs.width - dx) / REDUCE)
  const height = Math.floor(Math.min(ours.height, theirs.height - dy) / REDUCE)
  const across = Math.ceil(width / SQUARE)
  const squares = new Uint32Array(across * Math.ceil(height / SQUARE))
  let differing = 0
  let largest = 0
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const difference = cellDifference(ours, theirs, x * REDUCE, y * REDUCE, dx, dy)
      largest = Math.max(largest, difference)
      if (difference <= VISIBLE) continue
      differing += 1
      const square = Math.floor(y / SQUARE) * across + Math.floor(x / SQUARE)
      squares[square] = (squares[square] ?? 0) + 1
    }
  }
  return {
    differing: differing / (width * height),
    worstSquare: squares.reduce((a, b) => Math.max(a, b), 0) / SQUARE ** 2,
    largest,
  }
}

/** Difference of the means of a REDUCE × REDUCE cell, the largest of the channels. */
function cellDifference(
  ours: Pixels,
  theirs: Pixels,
  x: number,
  y: number,
  dx: number,
  dy: number,
): number {
  let red = 0
  let green = 0
  let blue = 0
  for (let j = 0; j < REDUCE; j += 1) {
    for (let i = 0; i < REDUCE; i += 1) {
      const a = ((y + j) * ours.width + x + i) * 3
      const b = ((y + j + dy) * theirs.width + x + i + dx) * 3
      red += (ours.data[a] ?? 0) - (theirs.data[b] ?? 0)
      green += (ours.data[a + 1] ?? 0) - (theirs.data[b + 1] ?? 0)
      blue += (ours.data[a + 2] ?? 0) - (theirs.data[b + 2] ?? 0)
    }
  }
  return Math.max(Math.abs(red), Math.abs(green), Math.abs(blue)) / REDUCE ** 2
}
