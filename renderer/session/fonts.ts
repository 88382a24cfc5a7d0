/** The host's fonts as the composer's FontSet: enough of each to set with; outlines come with the pages that show them. */
import type { HostApi, HostError } from '../../core/contract'
import { fontId, type FontId } from '../../core/ids'
import { err, ok, type Result } from '../../core/result'
import { fontSetOf } from '../../core/text/fontFace'
import { openPartialFace, type FontPart, type PartialFace } from '../../core/text/fontParts'
import type { FontSet } from '../../core/text/types'

/** Fonts fetched at once: a browser keeps six calls to a server, and an edition is to be opened meanwhile. */
const AT_ONCE = 4

/** A font as it came, for a thread that opens it again. */
export interface FontStart {
  readonly id: FontId
  readonly part: FontPart
}

export interface WindowFonts {
  readonly set: FontSet
  readonly faces: ReadonlyMap<FontId, PartialFace>
  readonly starts: readonly FontStart[]
}

/** Fetches and opens every font; the first that fails is the error. */
export async function loadFonts(
  host: Pick<HostApi, 'listFonts' | 'fontStart'>,
): Promise<Result<WindowFonts, HostError>> {
  const list = await host.listFonts({})
  if (!list.ok) return list
  const { fonts, fallbacks } = list.value
  const starts: FontStart[] = []
  let failed: HostError | null = null
  const left = fonts.map(({ id }) => fontId(id))
  const fetchNext = async (): Promise<void> => {
    const id = left.shift()
    if (id === undefined || failed !== null) return
    const part = await host.fontStart({ id })
    if (part.ok) starts.push({ id, part: part.value })
    else failed ??= part.error
    return fetchNext()
  }
  await Promise.all(Array.from({ length: AT_ONCE }, fetchNext))
  return failed === null ? openFonts(starts, fallbacks.map(fontId)) : err(failed)
}

/** Opens fonts from what was fetched of them; the first fallback stands in for one that is not among them. */
export function openFonts(
  starts: readonly FontStart[],
  fallbacks: readonly FontId[],
): Result<WindowFonts> {
  const faces = new Map<FontId, PartialFace>()
  for (const { id, part } of starts) {
    const opened = openPartialFace(id, part)
    if (!opened.ok) return opened
    faces.set(id, opened.value)
  }
  const set = fontSetOf(
    [...faces.values()].map(({ face }) => face),
    fallbacks,
  )
  const get: FontSet['get'] = (id) => set.get(faces.has(id) ? id : (fallbacks[0] ?? id))
  return ok({ set: { ...set, get }, faces, starts })
}
