/** Composes the edition in the window, once for each edition it is asked about. */
import {
  composeEdition,
  createComposeCache,
  type ComposeContext,
  type EditionDisplay,
} from '../../core/compose'
import { hitLines, type HitLine, type HitLines } from '../../core/display/hitTest'
import type { PageDisplay } from '../../core/display/displayList'
import type { PageId } from '../../core/ids'
import type { Edition } from '../../core/model/edition'
import type { Diagnostic } from '../../core/result'
import type { FontSet } from '../../core/text/types'

export interface Composer {
  readonly fonts: FontSet
  readonly cache: ComposeContext['cache']
  compose(edition: Edition): EditionDisplay
  /** Text lines of a composed page, made when first asked for. */
  linesOf(page: PageDisplay): readonly HitLine[]
}

interface Composed {
  readonly edition: Edition
  readonly display: EditionDisplay
}

/** `lacking` tells what the edition's pages and styles ask for that `fonts` stands in for: it goes with the display. */
export function createComposer(
  fonts: FontSet,
  lacking: (edition: Edition) => readonly Diagnostic[] = () => [],
): Composer {
  const cache = createComposeCache()
  const lines = new WeakMap<PageDisplay, readonly HitLine[]>()
  /** Those of each page as it was asked for last: a page composed anew keeps most. */
  const linesBefore = new Map<PageId, HitLines>()
  /** The edition and what is tried in its place, the one asked for last in front. */
  let known: readonly Composed[] = []
  /** What the edition lacks, looked for again only when its pages or styles are others. */
  let told: Pick<Edition, 'pages' | 'styleSheets'> & { readonly found: readonly Diagnostic[] } = {
    ...{ pages: {}, styleSheets: {}, found: [] },
  }
  const lackingOf = (edition: Edition): readonly Diagnostic[] => {
    const { pages, styleSheets } = edition
    if (told.pages !== pages || told.styleSheets !== styleSheets)
      told = { pages, styleSheets, found: lacking(edition) }
    return told.found
  }
  const composed = (edition: Edition): EditionDisplay => {
    const display = composeEdition(edition, { fonts, cache })
    return { ...display, diagnostics: [...lackingOf(edition), ...display.diagnostics] }
  }
  return {
    fonts,
    cache,
    compose(edition) {
      const made = known.find((one) => one.edition === edition) ?? {
        edition,
        display: composed(edition),
      }
      if (made !== known[0]) known = [made, ...known.filter((one) => one !== made)].slice(0, 2)
      return made.display
    },
    linesOf(page) {
      const made = lines.get(page)
      if (made !== undefined) return made
      const found = hitLines(page, linesBefore.get(page.page))
      linesBefore.set(page.page, found)
      const listed = [...found.values()]
      lines.set(page, listed)
      return listed
    },
  }
}

export const pageOf = (display: EditionDisplay, page: PageId): PageDisplay | null =>
  display.pages.find((one) => one.page === page) ?? null
