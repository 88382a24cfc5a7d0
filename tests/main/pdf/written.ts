/** Pages written as a PDF. */
import type { PageDisplay } from '../../../core/display/displayList'
import { writePdf, type PdfOptions } from '../../../main/services/pdf/writePdf'
import { pageFont, pageFonts } from '../../build/pageFonts'

export const fonts = pageFonts()

export const serif = pageFont('NotoSerifSC-Medium')

export const date = new Date('2026-11-22T08:00:00Z')

/** The bytes of a PDF of these pages, pictures missing unless given. */
export async function write(pages: readonly PageDisplay[], over: Partial<PdfOptions> = {}) {
  const written = await writePdf(pages, {
    fonts,
    pictures: () => null,
    title: '样报',
    producer: 'Banxin',
    date,
    ...over,
  })
  if (!written.ok) throw new Error(written.error.message)
  return written.value
}
