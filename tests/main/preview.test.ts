import { loadImage } from '@napi-rs/canvas'
import { describe, expect, it } from 'vitest'
import { openPreview } from '../../main/services/preview'
import { page, picture, run } from '../build/displayBuilder'
import { pageFont, pageFonts } from '../build/pageFonts'

const preview = await openPreview(pageFonts())
const shown = page([run(pageFont('NotoSerifSC-Medium'), '版心')], { bleed: 9.6 })
const none = (): null => null

describe('the preview', () => {
  it('is a PNG of the trim at the resolution asked for, or with the bleed', async () => {
    const trim = await preview.png(shown, { ppi: 144, pictures: none })
    const bleed = await preview.png(shown, { ppi: 144, bleed: true, pictures: none })
    if (!trim.ok || !bleed.ok) throw new Error('The page was not drawn')
    expect(await loadImage(trim.value)).toMatchObject({ width: 400, height: 300 })
    expect(await loadImage(bleed.value)).toMatchObject({ width: 439, height: 339 })
  })

  it('notes its resolution', async () => {
    const drawn = await preview.png(shown, { ppi: 300, pictures: none })
    if (!drawn.ok) throw new Error('The page was not drawn')
    const bytes = Buffer.from(drawn.value)
    const at = bytes.indexOf('pHYs') + 4
    // pixels a metre
    expect([bytes.readUInt32BE(at), bytes.readUInt32BE(at + 4), bytes[at + 8]]).toEqual([
      11811, 11811, 1,
    ])
  })

  it('is the same again', async () => {
    const [first, again] = [
      await preview.png(shown, { ppi: 72, pictures: none }),
      await preview.png(shown, { ppi: 72, pictures: none }),
    ]
    expect(first).toEqual(again)
  })

  it('is refused with a sentence when no canvas is that large', async () => {
    const drawn = await preview.png(shown, { ppi: 20000, pictures: none })
    expect(drawn).toMatchObject({ ok: false, error: { code: 'preview.too-large' } })
  })

  it('is refused with a sentence when a picture cannot be read', async () => {
    const drawn = await preview.png(page([picture('bad', 0, 0, 9, 9)]), {
      ppi: 72,
      pictures: () => new Uint8Array([1, 2, 3]),
    })
    expect(drawn).toMatchObject({ ok: false, error: { code: 'preview.picture-unreadable' } })
  })
})
