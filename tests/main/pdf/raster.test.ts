import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createCanvas, loadImage } from '@napi-rs/canvas'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { rgbOf } from '../../../core/display/color'
import { ink } from '../../../core/ink'
import { pt } from '../../../core/units'
import { openPreview, type PreviewPainter } from '../../../main/services/preview'
import { writePdf } from '../../../main/services/pdf/writePdf'
import type { DisplayItem, PageDisplay } from '../../../core/display/displayList'
import { fill, page, picture, polygon, run } from '../../build/displayBuilder'
import { pageFont, pageFonts } from '../../build/pageFonts'
import { compareRasters, poppler } from '../../build/raster'

const fonts = pageFonts()
const serif = pageFont('NotoSerifSC-Medium')
const sans = pageFont('NotoSansSC-Black')
const kai = pageFont('LXGWWenKai-Regular')
const folder = mkdtempSync(join(tmpdir(), 'banxin-raster-test-'))
afterAll(() => rmSync(folder, { recursive: true }))

let preview: PreviewPainter
beforeAll(async () => {
  preview = await openPreview(fonts)
})

const photo = (): Uint8Array => {
  const canvas = createCanvas(300, 200)
  const surface = canvas.getContext('2d')
  for (let x = 0; x < 300; x += 10) {
    surface.fillStyle = `rgb(${x / 2} ${100 + x / 3} ${200 - x / 2})`
    surface.fillRect(x, 0, 10, 200)
  }
  return canvas.toBuffer('image/png')
}

/** A JPEG whose corners differ, saying it was taken with the camera held as `orientation` tells. */
const turned = (orientation: number): Uint8Array => {
  const canvas = createCanvas(120, 80)
  const surface = canvas.getContext('2d')
  for (const [i, colour] of ['#e03030', '#30a030', '#3040c0', '#e0e040'].entries()) {
    surface.fillStyle = colour
    surface.fillRect((i % 2) * 60, Math.floor(i / 2) * 40, 60, 40)
  }
  const jpeg = canvas.toBuffer('image/jpeg', 95)
  const tiff = `4d4d002a000000080001011200030000000100${orientation.toString(16).padStart(2, '0')}000000000000`
  const exif = Buffer.concat([Buffer.from('Exif\0\0'), Buffer.from(tiff, 'hex')])
  const marker = Buffer.from([0xff, 0xe1, 0, exif.length + 2])
  return Buffer.concat([jpeg.subarray(0, 2), marker, exif, jpeg.subarray(2)])
}

const pictures = (id: string): Uint8Array | null =>
  id === 'photo' ? photo() : id.startsWith('turned') ? turned(Number(id.at(-1))) : null

async function drawBoth(shown: PageDisplay, bleed = false, name = 'page') {
  const png = await preview.png(shown, { ppi: 300, bleed, pictures })
  const pdf = await writePdf([shown], {
    fonts,
    pictures,
    title: '',
    producer: '',
    date: new Date(0),
  })
  if (!png.ok || !pdf.ok) throw new Error('The page was not drawn')
  const [pngPath, pdfPath] = [join(folder, `${name}.png`), join(folder, `${name}.pdf`)]
  writeFileSync(pngPath, png.value)
  writeFileSync(pdfPath, pdf.value)
  return { pngPath, pdfPath }
}

const text = '江水流过旧城的石桥，渡口的灯一盏盏亮起来。'
const shown = page(
  [
    fill(-9, -9, 318, 40, ink(0.08, 0.02, 0, 0.1)),
    run(sans, '山城新桥今日通车', { x: 14, y: 60, size: 33, scaleX: 0.9 }),
    ...Array.from({ length: 9 }, (_, i) =>
      run(serif, text, { x: 14.3, y: 80.21 + i * 14.17, size: 9.5, tracking: i * 3 }),
    ),
    run(kai, text, { x: 14, y: 215, size: 8, ink: ink(0, 1, 1, 0) }),
    fill(14, 222, 272, 0.25),
    fill(14, 224, 272, 2),
    fill(150, 222, 0.5, 60),
    picture('photo', 14, 230, 90, 60, { x: 0.1, y: 0.1, width: 0.6, height: 0.8 }),
    picture('gone', 110, 230, 30, 40),
    polygon(
      [
        [170, 240],
        [180, 240],
        [175, 250],
      ],
      ink(0, 1, 1, 0),
    ),
    run(serif, text.slice(0, 8), { x: 170, y: 280, size: 14, ink: ink(0, 0, 0, 0.6) }),
  ],
  { width: 300, height: 300 },
)

const lowered = (item: DisplayItem, by: number): DisplayItem =>
  item.kind === 'text' ? { ...item, y: pt(item.y + by) } : item

describe('the PNG and the PDF', () => {
  it.each([false, true])('are one page at 75 ppi (bleed shown: %s)', async (bleed) => {
    const { pngPath, pdfPath } = await drawBoth(shown, bleed)
    const { differing, worstSquare } = await compareRasters(pngPath, pdfPath)
    expect(differing).toBeLessThan(0.005)
    expect(worstSquare).toBeLessThan(0.03)
  })

  it('turn a photograph alike, whichever way the camera was held', async () => {
    const ways = Array.from({ length: 8 }, (_, i) =>
      picture(`turned-${i + 1}`, (i % 4) * 48, Math.floor(i / 4) * 48, 40, 40, {
        x: 0.2,
        y: 0,
        width: 0.8,
        height: 0.9,
      }),
    )
    const { pngPath, pdfPath } = await drawBoth(page(ways, { width: 192, height: 96 }))
    expect((await compareRasters(pngPath, pdfPath)).differing).toBeLessThan(0.02)
  })

  it('are told apart when one line moves by half a millimetre', async () => {
    const moved = shown.items.map((item, i) => (i === 5 ? lowered(item, 1.4) : item))
    const { pdfPath } = await drawBoth(shown, false, 'as-it-was')
    const { pngPath } = await drawBoth({ ...shown, items: moved }, false, 'moved')
    const { worstSquare } = await compareRasters(pngPath, pdfPath)
    expect(worstSquare).toBeGreaterThan(0.03)
  })

  it('show each of the 16 solids alike, and tints between them', async () => {
    const inks = Array.from({ length: 32 }, (_, i) => {
      const share = i < 16 ? 1 : 0.4
      return ink(i & 8 ? share : 0, i & 4 ? share : 0, i & 2 ? share : 0, i & 1 ? share : 0)
    })
    const patches = page(
      inks.map((one, i) => fill((i % 8) * 24, Math.floor(i / 8) * 24, 24, 24, one)),
      { width: 192, height: 96, bleed: 0 },
    )
    const { pdfPath } = await drawBoth(patches)
    poppler('pdftoppm', ['-r', '72', '-singlefile', '-png', pdfPath, join(folder, 'patches')])
    const image = await loadImage(join(folder, 'patches.png'))
    const surface = createCanvas(192, 96).getContext('2d')
    surface.drawImage(image, 0, 0)
    for (const [i, one] of inks.entries()) {
      const seen = surface.getImageData((i % 8) * 24 + 12, Math.floor(i / 8) * 24 + 12, 1, 1).data
      const { r, g, b } = rgbOf(one)
      for (const [channel, value] of [r, g, b].entries()) {
        expect(Math.abs((seen[channel] ?? 0) - value)).toBeLessThan(1.5)
      }
    }
  })
})
