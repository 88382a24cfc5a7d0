/** Font files from the host as the composer's FontSet. */
import type { HostApi, HostError } from '../../core/contract'
import { fontId } from '../../core/ids'
import { err, ok, type Result } from '../../core/result'
import { fontSetOf, openFontFace } from '../../core/text/fontFace'
import type { FontFace, FontSet } from '../../core/text/types'

/** Fonts fetched at once: a browser keeps six calls to a server, and an edition is to be opened meanwhile. */
const AT_ONCE = 4

/** Fetches and opens every font; the first that fails is the error. */
export async function loadFonts(
  host: Pick<HostApi, 'listFonts' | 'fontBytes'>,
): Promise<Result<FontSet, HostError>> {
  const list = await host.listFonts({})
  if (!list.ok) return list
  const { fonts, fallbacks } = list.value
  const faces: FontFace[] = []
  let failed: HostError | null = null
  const left = fonts.map(({ id }) => fontId(id))
  const fetchNext = async (): Promise<void> => {
    const id = left.shift()
    if (id === undefined || failed !== null) return
    const bytes = await host.fontBytes({ id })
    const face = bytes.ok ? openFontFace(id, bytes.value) : bytes
    if (face.ok) faces.push(face.value)
    else failed ??= face.error
    return fetchNext()
  }
  await Promise.all(Array.from({ length: AT_ONCE }, fetchNext))
  return failed === null ? ok(fontSetOf(faces, fallbacks.map(fontId))) : err(failed)
}
