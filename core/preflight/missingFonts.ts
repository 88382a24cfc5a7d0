import type { FontId } from '../ids'
import type { Edition } from '../model/edition'
import type { FacePair } from '../model/styles'
import type { Diagnostic } from '../result'

const isFacePair = (value: object): value is FacePair =>
  'han' in value &&
  'latin' in value &&
  typeof value.han === 'string' &&
  typeof value.latin === 'string'

/** Every pair of faces in a value, however deep. */
function facePairsIn(value: unknown): readonly FacePair[] {
  if (typeof value !== 'object' || value === null) return []
  if (isFacePair(value)) return [value]
  return Object.values(value).flatMap(facePairsIn)
}

/** The fonts an edition's styles and page furniture name. */
function fontsOf(edition: Edition): ReadonlySet<FontId> {
  const furniture = Object.values(edition.pages).map((page) => page.furniture)
  const pairs = facePairsIn([edition.styleSheets, furniture])
  return new Set(pairs.flatMap(({ han, latin }) => [han, latin]))
}

/** One error for each font that an edition names and that is not at hand. */
export const missingFonts = (
  edition: Edition,
  atHand: { has(id: FontId): boolean },
): readonly Diagnostic[] =>
  [...fontsOf(edition)]
    .filter((id) => !atHand.has(id))
    .map((id) => ({
      severity: 'error',
      code: 'font.missing',
      message: `The edition's styles name the font ${id}, which is not here; add its file to the fonts or choose another.`,
      parts: { font: id },
    }))
