/** Text of advertisements as 方正 writes it: in an encoding that is only named, GBK-EUC-H. */
import { PDFDocument, PDFHexString, PDFName } from 'pdf-lib'
import sharp from 'sharp'
import { expect, it } from 'vitest'
import { adPicture } from '../../../main/services/press/adPicture'
import { fontBytes } from '../../core/text/fonts'

/** 一国河 in GBK; every character of the font's collection shows one and the same glyph. */
const WORDS = '<D2BBB9FABAD3>'
const GLYPH = 0x1020
const CHARACTERS = 30_000

async function inGbk(): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  const page = document.addPage([200, 100])
  const { context } = document
  const ttf = fontBytes('NotoSerifSC-Medium')
  const glyphs = new Uint8Array(new Uint16Array(CHARACTERS).fill(swapped(GLYPH)).buffer)
  const descriptor = {
    ...{ Type: 'FontDescriptor', FontName: 'Ad', Flags: 4, FontBBox: [0, -200, 1000, 900] },
    ...{ ItalicAngle: 0, Ascent: 900, Descent: -200, CapHeight: 700, StemV: 80 },
    FontFile2: context.register(context.flateStream(ttf, { Length1: ttf.length })),
  }
  const collection = context.obj({
    ...{ Registry: PDFHexString.of('41646F6265'), Ordering: PDFHexString.of('474231') },
    Supplement: 2,
  })
  const descendant = context.obj({
    ...{ Type: 'Font', Subtype: 'CIDFontType2', BaseFont: 'Ad', DW: 1000 },
    CIDSystemInfo: collection,
    FontDescriptor: context.register(context.obj(descriptor)),
    CIDToGIDMap: context.register(context.flateStream(glyphs)),
  })
  const font = context.obj({
    ...{ Type: 'Font', Subtype: 'Type0', BaseFont: 'Ad', Encoding: 'GBK-EUC-H' },
    DescendantFonts: [context.register(descendant)],
  })
  page.node.setFontDictionary(PDFName.of('F1'), context.register(font))
  page.node.addContentStream(
    context.register(context.stream(`BT /F1 40 Tf 20 30 Td ${WORDS} Tj ET`)),
  )
  return document.save()
}

/** The two bytes of a number, big-endian in the file. */
const swapped = (value: number): number => ((value & 0xff) << 8) | (value >> 8)

it('shows on a screen', async () => {
  const png = await adPicture(await inGbk(), 72)
  if (png === null) throw new Error('It was not painted')
  const { data } = await sharp(png).greyscale().raw().toBuffer({ resolveWithObject: true })
  expect(data.filter((value) => value < 128).length).toBeGreaterThan(1000)
})
