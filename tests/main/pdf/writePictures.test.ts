import { createCanvas } from '@napi-rs/canvas'
import { describe, expect, it } from 'vitest'
import { writePdf } from '../../../main/services/pdf/writePdf'
import { page, picture, run } from '../../build/displayBuilder'
import { pageContents } from '../../build/pdfContents'
import { comparePdfWithDisplay } from '../../build/readPdf'
import { fonts, serif, date, write } from './written'

describe('pictures in the PDF', () => {
  const canvas = createCanvas(40, 20)
  const surface = canvas.getContext('2d')
  surface.fillStyle = '#c03020'
  surface.fillRect(0, 0, 20, 20)

  it('go in once each, JPEG and PNG, clipped to what shows', async () => {
    const files: Record<string, Uint8Array> = {
      jpeg: canvas.toBuffer('image/jpeg'),
      png: canvas.toBuffer('image/png'),
    }
    const crop = { x: 0.5, y: 0, width: 0.5, height: 1 }
    const shown = page([
      picture('jpeg', 10, 10, 40, 20),
      picture('png', 10, 40, 20, 20, crop),
      picture('jpeg', 60, 10, 40, 20),
    ])
    const bytes = await write([shown], { pictures: (id) => files[id] ?? null })
    expect(await comparePdfWithDisplay(bytes, [shown])).toEqual([])
    const [content = ''] = await pageContents(bytes)
    expect(content.match(/Do Q/g)).toHaveLength(3)
    // the crop's left half lies outside its clip
    expect(content).toContain('18.64 98.64 20 20 re W n 40 0 0 20 -1.36 98.64 cm /Im1 Do Q')
    const images =
      Buffer.from(bytes)
        .toString('latin1')
        .match(/\/Subtype \/Image/g) ?? []
    // one JPEG, one PNG, and the PNG's transparency
    expect(images).toHaveLength(3)
  })

  it('have the placeholder where the file is missing', async () => {
    const shown = page([picture('gone', 10, 10, 40, 20), run(serif, '图')])
    expect(await comparePdfWithDisplay(await write([shown]), [shown])).toEqual([])
  })

  it('stop the export with a sentence when the bytes are no picture', async () => {
    const written = await writePdf([page([picture('bad', 0, 0, 10, 10)])], {
      fonts,
      pictures: () => new Uint8Array([0xff, 0xd8, 0, 1]),
      title: '',
      producer: '',
      date,
    })
    expect(written).toMatchObject({ ok: false, error: { code: 'pdf.picture-unreadable' } })
    expect(written.ok ? '' : written.error.message).toContain('bad')
  })
})
