import { composeEdition, createComposeCache } from '../../../core/compose'
import type { PageDisplay } from '../../../core/display/displayList'
import type { Edition } from '../../../core/model/edition'
import { fakeFonts } from '../../build/fakeFont'

export const fonts = fakeFonts()
const cache = createComposeCache()

/** The first page of an edition, composed; what did not change keeps its identity. */
export function pageOf(edition: Edition): PageDisplay {
  const page = composeEdition(edition, { fonts, cache }).pages[0]
  if (page === undefined) throw new Error('The edition has no page')
  return page
}
