import type { FontId } from '../ids'
import { pagesOf, type Edition } from '../model/edition'
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

/** Where a font is named: in styles, by the sheet's name for them, and in the furniture of pages, by their 版次. */
interface Uses {
  readonly styles: Set<string>
  readonly heads: Set<string>
  /** The first page that shows it. */
  readonly page: string | undefined
}

/** The fonts an edition's styles and page furniture name, in the order of its pages. */
function fontsOf(edition: Edition): ReadonlyMap<FontId, Uses> {
  const found = new Map<FontId, Uses>()
  const note = (value: unknown, folio: string | undefined, style: string | null): void => {
    for (const id of facePairsIn(value).flatMap(({ han, latin }) => [han, latin])) {
      const uses = found.get(id) ?? { styles: new Set(), heads: new Set(), page: folio }
      found.set(id, uses)
      if (style !== null) uses.styles.add(style)
      else if (folio !== undefined) uses.heads.add(folio)
    }
  }
  const pages = pagesOf(edition)
  for (const sheet of Object.values(edition.styleSheets)) {
    const page = pages.find(({ styleSheet }) => styleSheet === sheet.id)
    for (const [style, value] of Object.entries(sheet)) note(value, page?.folio, style)
  }
  for (const { folio, furniture } of pages) note(furniture, folio, null)
  return found
}

/** One error for each font that an edition names and that is not at hand. */
export const missingFonts = (
  edition: Edition,
  atHand: { has(id: FontId): boolean },
): readonly Diagnostic[] =>
  [...fontsOf(edition)]
    .filter(([id]) => !atHand.has(id))
    .map(([id, { styles, heads, page }]) => {
      const where = [
        ...(styles.size > 0 ? [`the styles ${[...styles].join(', ')}`] : []),
        ...(heads.size > 0 ? [`the head of page ${[...heads].join(', ')}`] : []),
      ].join(' and in ')
      return {
        severity: 'error',
        code: 'font.missing',
        message: `The font ${id} is not here, but named in ${where}; add its file to the fonts or choose another.`,
        where: page === undefined ? {} : { page },
        parts: { font: id, styles: [...styles].join(' '), heads: [...heads].join(' ') },
      }
    })
