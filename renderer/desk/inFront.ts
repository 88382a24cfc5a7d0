/** What the desk has in front stands in the edition, whoever took it away: an undo, or another window. */
import type { PageId } from '../../core/ids'
import { pagesOf, type Edition } from '../../core/model/edition'
import type { Session } from '../session/types'
import type { DeskActions } from './actions'
import type { DeskState, Store } from './store'

export function keepInFront(
  session: Session,
  store: Store<DeskState>,
  actions: Pick<DeskActions, 'showPage'>,
): void {
  let known: Edition['pages'] | null = null
  let order: readonly PageId[] = []
  const keep = (): void => {
    const { edition } = session.getSnapshot()
    const { page, selection } = store.get()
    if (edition.pages !== known) {
      if (edition.pages[page] === undefined) actions.showPage(neighbour(edition, order, page))
      known = edition.pages
      order = pagesOf(edition).map(({ id }) => id)
    }
    if (selection !== null && edition.stories[selection.story] === undefined)
      store.set({ selection: null, preedit: null })
  }
  keep()
  session.subscribe(keep)
}

/** The page that comes to stand where one stood, or else the one before. */
function neighbour(edition: Edition, order: readonly PageId[], gone: PageId): PageId {
  const at = order.indexOf(gone)
  const isThere = (id: PageId): boolean => edition.pages[id] !== undefined
  return order.slice(at + 1).find(isThere) ?? order.slice(0, at).findLast(isThere) ?? gone
}
