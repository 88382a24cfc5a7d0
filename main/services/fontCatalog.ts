import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fontId, type FontId } from '../../core/ids'
import { err, ok, type Result } from '../../core/result'
import { openFontFace } from '../../core/text/fontFace'
import type { FontFace, FontSet } from '../../core/text/types'
import { openFontFile } from './fontFile'

/** The font files of a folder, by name. */
export interface FontCatalog extends FontSet {
  readonly ids: readonly FontId[]
  has(id: FontId): boolean
}

const EXTENSION = '.ttf'

/** A reader looks for a missing character here, serif first because body text is serif. */
const FALLBACKS = ['NotoSerifSC-Medium', 'NotoSansSC-Medium', 'LXGWWenKai-Regular'].map(fontId)

/**
 * The fonts of `folder`; a font's id is its file's name without `.ttf`. Files
 * are listed now and opened when first asked for, outlines read as they are needed. An error when the folder has no
 * font. `get` throws one sentence for an id that is not there or a file that
 * cannot be read: editions are checked against `has` where they come in.
 */
export function openFontCatalog(folder: string): Result<FontCatalog> {
  const names = existsSync(folder) ? readdirSync(folder) : []
  const ids = names
    .filter((name) => name.endsWith(EXTENSION))
    .sort()
    .map((name) => fontId(name.slice(0, -EXTENSION.length)))
  if (ids.length === 0) {
    return err({
      severity: 'error',
      code: 'font.none',
      message: `There are no fonts in ${folder}; run "npm run setup" to put them there.`,
      where: { file: folder },
    })
  }
  const known = new Set(ids)
  const faces = new Map<FontId, FontFace>()
  return ok({
    ids,
    fallbacks: FALLBACKS.filter((id) => known.has(id)),
    has: (id) => known.has(id),
    get(id) {
      const open = faces.get(id)
      if (open !== undefined) return open
      if (!known.has(id)) throw new Error(`There is no font ${id} in ${folder}.`)
      const opened = openFontFace(id, openFontFile(join(folder, `${id}${EXTENSION}`)))
      if (!opened.ok) throw new Error(opened.error.message)
      faces.set(id, opened.value)
      return opened.value
    },
  })
}
