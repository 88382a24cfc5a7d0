import { openFontCatalog } from '../../main/services/fontCatalog'
import { fontId } from '../../core/ids'
import type { FontFace } from '../../core/text/types'
import { fileURLToPath } from 'node:url'

const folder = fileURLToPath(new URL('../../resources/fonts/', import.meta.url))

export const fontPath = (name: string): string => `${folder}${name}.ttf`

/** The fonts that set-up puts into resources/fonts, for tests of what real outlines and files do. */
export function pageFonts() {
  const opened = openFontCatalog(folder)
  if (!opened.ok) throw new Error(opened.error.message)
  return opened.value
}

export const pageFont = (name: string): FontFace => pageFonts().get(fontId(name))
