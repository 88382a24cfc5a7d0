/** Composes the edition in the window, once for each edition it is asked about. */
import { composeEdition, createComposeCache, type EditionDisplay } from '../../core/compose'
import { hitLines, type HitLine } from '../../core/display/hitTest'
import type { PageDisplay } from '../../core/display/displayList'
import type { PageId } from '../../core/ids'
import type { Edition } from '../../core/model/edition'
import type { FontSet } from '../../core/text/types'

export interface Composer {
  readonly fonts: FontSet
  compose(edition: Edition): EditionDisplay
  /** Text lines of a composed page, made when first asked for. */
  linesOf(page: PageDisplay): readonly HitLine[]
}

export function createComposer(fonts: FontSet): Composer {
  const cache = createComposeCache()
  const lines = new WeakMap<PageDisplay, readonly HitLine[]>()
  let known: { readonly edition: Edition; readonly display: EditionDisplay } | null = null
  return {
    fonts,
    compose(edition) {
      if (known?.edition !== edition) {
        known = { edition, display: composeEdition(edition, { fonts, cache }) }
      }
      return known.display
    },
    linesOf(page) {
      const made = lines.get(page) ?? hitLines(page)
      lines.set(page, made)
      return made
    },
  }
}

export const pageOf = (display: EditionDisplay, page: PageId): PageDisplay | null =>
  display.pages.find((one) => one.page === page) ?? null
