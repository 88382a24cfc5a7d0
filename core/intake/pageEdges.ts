import { isContact, isPageDate, isPaperFact } from './labels'
import { asKind, type Scrap } from './classify'

/**
 * The head and the foot of the page's text are the page's own, not a story's: the paper's name and what
 * stands with it above the date, and below the last text the addresses, telephone numbers and notes of the house.
 */

const HEAD_LINES = 6
const LONGEST_HEAD = 60
const FOOT_LINES = 4
const MAY_BE: ReadonlySet<Scrap['kind']> = new Set(['heading', 'text'])

const isShort = ({ kind, width, folded }: Scrap): boolean =>
  kind === 'furniture' || (width <= LONGEST_HEAD && !folded.endsWith('。'))

/** Index after the page's head: the last of the first lines that has a date, when nothing above it is text. */
function endOfHead(scraps: readonly Scrap[]): number {
  const date = scraps.slice(0, HEAD_LINES).findLastIndex(({ folded }) => isPageDate(folded))
  if (date < 0 || !scraps.slice(0, date).every(isShort)) return 0
  let end = date + 1
  while (scraps[end]?.kind === 'furniture' || isPaperFact(scraps[end]?.folded ?? '')) end++
  return end
}

/** Index at which the page's foot begins: the row of contacts at its end. */
function startOfFoot(scraps: readonly Scrap[]): number {
  let at = scraps.length
  while (scraps.length - at < FOOT_LINES) {
    const above = scraps[at - 1]
    if (
      !above ||
      !(above.kind === 'furniture' || (MAY_BE.has(above.kind) && isContact(above.folded)))
    )
      break
    at--
  }
  return at
}

export function tellPageEdges(scraps: readonly Scrap[]): readonly Scrap[] {
  const [head, foot] = [endOfHead(scraps), startOfFoot(scraps)]
  return scraps.map((scrap, at) => (at < head || at >= foot ? asKind(scrap, 'furniture') : scrap))
}
