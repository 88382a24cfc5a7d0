/** Advertisements: a customer's PDF page in ours, unrasterised, and what is wrong with one. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { cmyk, degrees, PDFDocument, rgb, StandardFonts } from 'pdf-lib'
import sharp from 'sharp'
import { beforeAll, describe, expect, it } from 'vitest'
import type { PictureItem } from '../../../core/display/displayList'
import { ink } from '../../../core/ink'
import { adOf } from '../../../main/services/ads'
import { adPicture } from '../../../main/services/press/adPicture'
import { inspectAd } from '../../../main/services/press/adCheck'
import { adPressFindings } from '../../../main/services/press/adFindings'
import { fill, page, picture, run } from '../../build/displayBuilder'
import { pageFont } from '../../build/pageFonts'
import { newsprint, platesOf, pressPdf, runTool, type PlateRaster } from '../../build/pressPdf'
import { readPdf } from '../../build/readPdf'

const serif = pageFont('NotoSerifSC-Medium')
const PPI = 72
const sheet = { width: 300, height: 200, bleed: 0 }

/** An advertisement of 120 × 80 pt in ink, with a font of its own: what another desk would send. */
const advertisement = (): Promise<Uint8Array> =>
  pressPdf(
    [
      page(
        [
          fill(0, 0, 120, 40, ink(0.6, 0, 0.2, 0)),
          fill(0, 40, 120, 40, ink(0, 0.8, 0, 0)),
          run(serif, '清江百货今日开张', { x: 10, y: 66, size: 12 }),
        ],
        { width: 120, height: 80, bleed: 9 },
      ),
    ],
    { marks: false, title: '广告' },
  )

const withAd = (bytes: Uint8Array | null, at = picture('p', 50, 60, 120, 80)) =>
  pressPdf([page([fill(0, 0, 300, 20), at, run(serif, '正文', { x: 20, y: 180 })], sheet)], {
    marks: false,
    ads: () => Promise.resolve(bytes),
  })

/** A file on disk for the tools that read one. */
function onDisk<T>(bytes: Uint8Array, use: (path: string, folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'banxin-ad-'))
  try {
    writeFileSync(join(folder, 'in.pdf'), bytes)
    return use(join(folder, 'in.pdf'), folder)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const locked = (bytes: Uint8Array): Uint8Array =>
  onDisk(bytes, (path, folder) => {
    const out = join(folder, 'locked.pdf')
    runTool('qpdf', ['--encrypt', 'open', 'own', '256', '--', path, out])
    return readFileSync(out)
  })

/** As an office program writes it: RGB, and a font that every viewer is thought to have. */
async function officeAd(): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  const drawn = document.addPage([120, 80])
  const font = await document.embedFont(StandardFonts.Helvetica)
  drawn.drawText('(rg) SALE', { x: 10, y: 10, font, size: 12, color: rgb(1, 0, 0) })
  return document.save()
}

describe('an advertisement in a press PDF', () => {
  let bytes: Uint8Array
  let plates: ReadonlyMap<string, PlateRaster>
  const at = (name: string, x: number, y: number): number => {
    const plate = plates.get(name)
    return (plate?.ink[y * plate.width + x] ?? NaN) / 255
  }
  beforeAll(async () => {
    bytes = await withAd(await advertisement())
    plates = await platesOf(bytes, PPI)
  })

  it('lies in its frame with its own inks, upright, over nothing of ours', () => {
    expect(at('Cyan', 100, 70)).toBeCloseTo(0.6, 1)
    expect(at('Yellow', 100, 70)).toBeCloseTo(0.2, 1)
    expect(at('Magenta', 160, 110)).toBeCloseTo(0.8, 1)
    expect(at('Cyan', 160, 110)).toBe(0)
    expect(at('Magenta', 175, 110)).toBe(0)
    expect(at('Magenta', 100, 142)).toBe(0)
  })

  it('is text and lines still, in fonts that come along', async () => {
    const [only] = await readPdf(bytes)
    expect(only?.text).toContain('清江百货今日开张')
    const fonts = onDisk(bytes, (path) => runTool('pdffonts', [path]))
    const rows = fonts.trim().split('\n').slice(2)
    expect(rows.length).toBeGreaterThanOrEqual(2)
    for (const row of rows) expect(row).toMatch(/ yes (?:yes|no) yes /)
    expect(Buffer.from(bytes).toString('latin1')).not.toContain('/Subtype /Image')
  })

  it('leaves the file what PDF/X-4 wants', async () => {
    const text = Buffer.from(bytes).toString('latin1')
    expect(text.startsWith('%PDF-1.6')).toBe(true)
    expect(text).not.toMatch(/DeviceRGB|ObjStm|\/Annots|\/OPI/)
    expect(text.match(/\/GTS_PDFX\b/g)).toHaveLength(1)
    onDisk(bytes, (path) => runTool('qpdf', ['--check', path]))
    expect(Buffer.from(await withAd(await advertisement())).equals(bytes)).toBe(true)
  })

  it('is turned as its page says', async () => {
    const document = await PDFDocument.load(await advertisement(), { updateMetadata: false })
    document.getPage(0).setRotation(degrees(90))
    const turned = await document.save({ useObjectStreams: false })
    plates = await platesOf(await withAd(turned, picture('p', 50, 30, 80, 120)), PPI)
    // the cyan half, above before, is at the right after a quarter turn clockwise
    expect(at('Cyan', 120, 90)).toBeCloseTo(0.6, 1)
    expect(at('Magenta', 60, 40)).toBeCloseTo(0.8, 1)
  })

  it('leaves a tint in its place when it cannot be read, and the rest as it is', async () => {
    const damaged = (await advertisement()).subarray(0, 900)
    plates = await platesOf(await withAd(damaged), PPI)
    expect(at('Black', 100, 100)).toBeCloseTo(0.1, 1)
    expect(at('Black', 10, 10)).toBe(1)
  })
})

describe('an advertisement on a screen', () => {
  it('shows the colours of its page, by its trim', async () => {
    const png = await adPicture(await advertisement(), 72)
    if (png === null) throw new Error('It was not painted')
    const { data, info } = await sharp(png)
      .removeAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true })
    expect([info.width, info.height]).toEqual([120, 80])
    const at = (x: number, y: number) => [
      ...data.subarray(3 * (y * 120 + x), 3 * (y * 120 + x) + 3),
    ]
    const [red = 0, green = 0] = at(60, 10)
    expect(red).toBeLessThan(150)
    expect(green).toBeGreaterThan(150)
    expect(at(110, 75)[1]).toBeLessThan(130)
  })

  it('is nothing when it is damaged', async () => {
    expect(await adPicture(new Uint8Array([37, 80, 68, 70, 45]), 72)).toBeNull()
  })
})

describe('the preflight of an advertisement', () => {
  const shown = page([picture('p', 50, 60, 120, 80)], sheet)
  const place = shown.items[0] as PictureItem
  const findings = async (bytes: Uint8Array, item = place, on = shown) =>
    adPressFindings(on, item, '广告.pdf', await inspectAd(bytes), newsprint().limits)

  it('finds nothing in one made for the press, in a frame of its size', async () => {
    expect(await findings(await advertisement())).toEqual([])
  })

  it('finds RGB and fonts without files, each once, and no operator in a string', async () => {
    const found = await findings(await officeAd())
    expect(found.map(({ code, severity }) => `${severity} ${code}`)).toEqual([
      'error press.ad-rgb',
      'error press.ad-font',
    ])
    expect(found[1]?.message).toContain('Helvetica')
    expect(found[0]?.area).toEqual(place.rect)
  })

  it('finds one that stands larger than it was ordered', async () => {
    const larger = picture('p', 50, 60, 132, 88)
    const [found] = await findings(await advertisement(), larger)
    expect(found).toMatchObject({ severity: 'warning', code: 'press.ad-size' })
    expect(found?.message).toContain('42.3 × 28.2 mm')
  })

  it('finds colours and pictures of more ink than the press takes', async () => {
    const drawn = async (inks: readonly [number, number, number, number]) => {
      const document = await PDFDocument.create()
      const [c, m, y, k] = inks
      document.addPage([120, 80]).drawRectangle({ width: 50, height: 50, color: cmyk(c, m, y, k) })
      return document.save()
    }
    expect(await findings(await drawn([0.6, 0.6, 0.6, 0.6]))).toEqual([])
    const [found, ...more] = await findings(await drawn([1, 0.9, 0.8, 0.4]))
    expect(more).toEqual([])
    expect(found).toMatchObject({ severity: 'warning', code: 'press.ad-ink', area: place.rect })
    expect(found?.message).toContain('310 % ink where the press takes 240 %')

    const pictured = await PDFDocument.create()
    const leaf = pictured.addPage([120, 80])
    const image = pictured.context.flateStream(new Uint8Array(4 * 100).fill(230), {
      ...{ Type: 'XObject', Subtype: 'Image', Width: 10, Height: 10 },
      ...{ ColorSpace: 'DeviceCMYK', BitsPerComponent: 8 },
    })
    leaf.node.newXObject('Im', pictured.context.register(image))
    expect((await findings(await pictured.save()))[0]?.message).toContain('361 % ink')
  })

  it('counts the ink of its JPEG pictures, inverted or not as their Decode says', async () => {
    // paper, whose samples sharp writes inverted: without a Decode they are solids
    const jpeg = await sharp({ create: { width: 10, height: 10, channels: 3, background: '#fff' } })
      .toColourspace('cmyk')
      .withIccProfile(newsprint().profilePath, { attach: false })
      .jpeg({ quality: 100 })
      .toBuffer()
    const withDecode = async (decode: { readonly Decode?: number[] }) => {
      const document = await PDFDocument.create()
      const image = document.context.stream(jpeg, {
        ...{ Type: 'XObject', Subtype: 'Image', Width: 10, Height: 10, Filter: 'DCTDecode' },
        ...{ ColorSpace: 'DeviceCMYK', BitsPerComponent: 8, ...decode },
      })
      const leaf = document.addPage([120, 80])
      leaf.node.newXObject('Im', document.context.register(image))
      return findings(await document.save())
    }
    const [found, ...more] = await withDecode({})
    expect(more).toEqual([])
    expect(found).toMatchObject({ severity: 'warning', code: 'press.ad-ink' })
    expect(found?.message).toContain('400 % ink')
    expect(await withDecode({ Decode: [1, 0, 1, 0, 1, 0, 1, 0] })).toEqual([])
  })

  it('finds that one at the edge of the page has no bleed, and one with bleed sound', async () => {
    const edge = picture('p', 180, 0, 120, 80)
    const withBleed = await advertisement()
    const without = await PDFDocument.load(withBleed, { updateMetadata: false })
    const { x, y, width, height } = without.getPage(0).getTrimBox()
    without.getPage(0).setBleedBox(x, y, width, height)
    expect(await findings(withBleed, edge, page([edge], sheet))).toEqual([])
    const [found] = await findings(await without.save(), edge, page([edge], sheet))
    expect(found).toMatchObject({ severity: 'warning', code: 'press.ad-bleed', area: edge.rect })
    expect(await findings(await without.save())).toEqual([])
  })

  it.each([
    ['locked', async () => locked(await advertisement()), 'locked with a password'],
    ['cut short', async () => (await advertisement()).subarray(0, 900), 'damaged'],
    ['no PDF at all', () => Promise.resolve(Buffer.from('%PDF-1.6 nothing')), 'damaged'],
  ])('tells one that is %s in a sentence, at import too', async (_, make, says) => {
    const bytes = await make()
    const [found, ...more] = await findings(bytes)
    expect(more).toEqual([])
    expect(found).toMatchObject({ severity: 'error', code: 'press.ad-unreadable' })
    expect(found?.message).toContain(says)
    const record = await adOf('广告.pdf', bytes)
    expect(record.ok ? '' : record.error.message).toContain(says)
  })

  it('is recorded in hundredths of a millimetre, since a PDF has no pixels', async () => {
    const record = await adOf('广告.pdf', await advertisement())
    expect(record.ok ? record.value.picture : null).toMatchObject({ width: 4233, height: 2822 })
  })
})
