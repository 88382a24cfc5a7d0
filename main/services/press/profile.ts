/** ICC profiles of printing conditions: what a press PDF may embed. */
import { err, ok, type Result } from '../../../core/result'

export interface ProfileHeader {
  /** Major version, 2 or 4. */
  readonly version: number
  /** Its own name for the condition, where it has one that can be read. */
  readonly description: string | null
}

const HEADER = 128
const DEVICE_CLASS = 12
const COLOUR_SPACE = 16
const CONNECTION_SPACE = 20
const SIGNATURE = 36

const tag = (bytes: Uint8Array, at: number): string =>
  String.fromCharCode(...bytes.subarray(at, at + 4))

/**
 * Checks an ICC profile's header and table of tags (ICC.1:2010 7.2, 7.3): an
 * output profile for CMYK, whole, with the tables that convert to its inks. An
 * error says in one sentence what is wrong with `name`.
 */
export function checkProfile(bytes: Uint8Array, name: string): Result<ProfileHeader> {
  const wrong = (what: string): Result<never> =>
    err({
      severity: 'error',
      code: 'press.profile',
      message: `The colour profile ${name} ${what}; ask the printer for the ICC profile of the press.`,
      where: { file: name },
    })
  if (bytes.length < HEADER + 4 || tag(bytes, SIGNATURE) !== 'acsp')
    return wrong('is not an ICC profile')
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (view.getUint32(0) !== bytes.length) return wrong('is cut short or damaged')
  const version = bytes[8] ?? 0
  if (version !== 2 && version !== 4) return wrong(`has version ${version}, not 2 or 4`)
  if (tag(bytes, DEVICE_CLASS) !== 'prtr') return wrong('is not the profile of a printing process')
  if (tag(bytes, COLOUR_SPACE) !== 'CMYK') return wrong('is not for the inks C, M, Y, K')
  if (!['Lab ', 'XYZ '].includes(tag(bytes, CONNECTION_SPACE))) return wrong('is damaged')
  const tags = tagTable(bytes, view)
  if (tags === null) return wrong('is cut short or damaged')
  if (!tags.has('B2A0') || !tags.has('A2B0')) return wrong('lacks the tables that make inks')
  return ok({ version, description: descriptionIn(bytes, view, tags.get('desc')) })
}

interface TagPlace {
  readonly offset: number
  readonly size: number
}

function tagTable(bytes: Uint8Array, view: DataView): ReadonlyMap<string, TagPlace> | null {
  const count = view.getUint32(HEADER)
  const places = new Map<string, TagPlace>()
  if (HEADER + 4 + count * 12 > bytes.length) return null
  for (let index = 0; index < count; index += 1) {
    const at = HEADER + 4 + index * 12
    const place = { offset: view.getUint32(at + 4), size: view.getUint32(at + 8) }
    if (place.offset + place.size > bytes.length) return null
    places.set(tag(bytes, at), place)
  }
  return places
}

/** Version 2 keeps the name as counted ASCII, version 4 as UTF-16; only the first is read. */
function descriptionIn(bytes: Uint8Array, view: DataView, place?: TagPlace): string | null {
  if (place === undefined || place.size < 12 || tag(bytes, place.offset) !== 'desc') return null
  const length = Math.min(view.getUint32(place.offset + 8), place.size - 12)
  const text = new TextDecoder('latin1').decode(
    bytes.subarray(place.offset + 12, place.offset + 12 + length),
  )
  return text.replace(/\0.*$/su, '') || null
}
