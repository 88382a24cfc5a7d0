import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fontId } from '../../../core/ids'
import { openFontFace } from '../../../core/text/fontFace'
import type { FontFace } from '../../../core/text/types'

const folder = join(import.meta.dirname, '../../../resources/fonts')

export function fontBytes(name: string): Uint8Array {
  return readFileSync(join(folder, `${name}.ttf`))
}

/** A shipped face by its file name, e.g. `NotoSerifSC-Medium`. */
export function shippedFace(name: string): FontFace {
  const opened = openFontFace(fontId(name), fontBytes(name))
  if (!opened.ok) throw new Error(opened.error.message)
  return opened.value
}
