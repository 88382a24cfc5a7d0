/** Font files from the host as the composer's FontSet. */
import type { HostApi, HostError } from '../../core/contract'
import { fontId } from '../../core/ids'
import { err, ok, type Result } from '../../core/result'
import { fontSetOf, openFontFace } from '../../core/text/fontFace'
import type { FontFace, FontSet } from '../../core/text/types'

/** Fetches and opens every font; the first that fails is the error. */
export async function loadFonts(
  host: Pick<HostApi, 'listFonts' | 'fontBytes'>,
): Promise<Result<FontSet, HostError>> {
  const list = await host.listFonts({})
  if (!list.ok) return list
  const { fonts, fallbacks } = list.value
  const files = await Promise.all(
    fonts.map(async ({ id }) => ({ id, bytes: await host.fontBytes({ id }) })),
  )
  const faces: FontFace[] = []
  for (const { id, bytes } of files) {
    if (!bytes.ok) return bytes
    const face = openFontFace(fontId(id), bytes.value)
    if (!face.ok) return err(face.error)
    faces.push(face.value)
  }
  return ok(fontSetOf(faces, fallbacks.map(fontId)))
}
