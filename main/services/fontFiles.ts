/** The fonts as the window fetches them: in parts, since no page shows all of a Chinese font. */
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import type { FontList } from '../../core/contract'
import { fontId, type FontId } from '../../core/ids'
import { err, ok, type Diagnostic, type Result } from '../../core/result'
import { outlinePart, settingPart, type FontPart } from '../../core/text/fontParts'
import type { FontFile } from '../../core/text/types'
import { diskTrouble } from './diskTrouble'
import { errorCode } from './fileSystem'
import { openFontCatalog } from './fontCatalog'
import { openFontFile } from './fontFile'
import { resourcesFolder } from './resources'

const folder = (): string => join(resourcesFolder(), 'fonts')
const pathOf = (id: string): string => join(folder(), `${id}.ttf`)

export async function listFontFiles(): Promise<Result<FontList>> {
  const catalog = openFontCatalog(folder())
  if (!catalog.ok) return catalog
  const fonts = await Promise.all(
    catalog.value.ids.map(async (id) => ({ id, bytes: (await stat(pathOf(id))).size })),
  )
  return ok({ fonts, fallbacks: catalog.value.fallbacks })
}

/** What setting needs of a font. */
export const fontStart = (id: string): Result<FontPart> =>
  read(id, (font, file) => {
    const made = starts.get(font) ?? settingPart(font, file)
    starts.set(font, made)
    return made
  })

/**
 * Makes ready what every window fetches first, a font a turn, so that calls go between:
 * a window takes longer to show than this takes. What cannot be read is told to whoever asks.
 */
export async function readyFonts(): Promise<void> {
  const list = await listFontFiles()
  if (!list.ok) return
  for (const { id } of list.value.fonts) {
    await setImmediate()
    fontStart(id)
  }
}

/** The outlines of some glyphs; those that the font lacks are empty. */
export const fontOutlines = (id: string, glyphs: readonly number[]): Result<FontPart> =>
  read(id, (_font, file) => ok(outlinePart(file, glyphs)))

const files = new Map<FontId, FontFile>()
const starts = new Map<FontId, Result<FontPart>>()

/** Only a font of the catalog: `id` comes from a window. */
function read(
  id: string,
  part: (id: FontId, file: FontFile) => Result<FontPart>,
): Result<FontPart> {
  const catalog = openFontCatalog(folder())
  if (!catalog.ok) return catalog
  const font = fontId(id)
  if (!catalog.value.has(font)) {
    const message = `There is no font ${id} here; choose another in the styles.`
    return err({ severity: 'error', code: 'font.missing', message, parts: { font: id } })
  }
  try {
    const file = files.get(font) ?? openFontFile(pathOf(id))
    files.set(font, file)
    return part(font, file)
  } catch (error) {
    if (errorCode(error) !== null) return err(diskTrouble(error, pathOf(id), 'read'))
    return err(damaged(id))
  }
}

const damaged = (id: string): Diagnostic => ({
  severity: 'error',
  code: 'font.unreadable',
  message: `The font ${id} is damaged; replace the file.`,
  parts: { font: id },
})
