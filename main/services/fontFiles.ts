/** The font files as the window fetches them. */
import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { FontList } from '../../core/contract'
import { err, ok, type Result } from '../../core/result'
import { diskTrouble } from './diskTrouble'
import { openFontCatalog } from './fontCatalog'
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

/** Only a font of the catalog: `id` comes from a window. */
export async function fontFile(id: string): Promise<Result<Uint8Array>> {
  const catalog = openFontCatalog(folder())
  if (!catalog.ok) return catalog
  if (!catalog.value.ids.some((known) => known === id)) {
    const message = `There is no font ${id} here; choose another in the styles.`
    return err({ severity: 'error', code: 'font.missing', message, parts: { font: id } })
  }
  try {
    const { buffer, byteOffset, length } = await readFile(pathOf(id))
    return ok(new Uint8Array(buffer, byteOffset, length))
  } catch (error) {
    return err(diskTrouble(error, pathOf(id), 'read'))
  }
}
