import { pagesOf } from '../../core/model/edition'
import type { Page } from '../../core/model/page'
import {
  addPageLike,
  copyPage,
  dropPage,
  pagesToThread,
  shiftPage,
  storyInFront,
  threadStory,
} from '../pages/pageActions'
import { canMakeUp, makeUpPage, showProposal } from '../pages/proposals'
import { canFillPage, fillFront } from '../shape/filling'
import { keepWhite } from '../shape/placing'
import { always, type Command, type CommandsOf } from './command'

export const pageCommands: CommandsOf = (desk, text) => {
  const { edition } = desk.session.getSnapshot()
  const { page } = desk.store.get()
  const pages = pagesOf(edition)
  const at = pages.findIndex(({ id }) => id === page)
  const story = storyInFront(desk)
  const enabled = canMakeUp(edition, page)
  const threads = (story === null ? [] : pagesToThread(desk, story)).map((to): Command => {
    const folio = edition.pages[to]?.folio ?? ''
    return always(`thread ${to}`, text.paging.threadTo(folio), '', () => {
      if (story !== null) threadStory(desk, text, story, to)
    })
  })
  const turnTo = (id: string, label: string, keys: string, to: Page | undefined): Command => ({
    ...always(id, label, keys, () => to !== undefined && desk.actions.showPage(to.id)),
    enabled: to !== undefined,
  })
  const make = (id: string, label: string, keys: string, run: () => void): Command => ({
    ...{ id, label, keys, enabled, run },
  })
  return [
    make('makeUp', text.making.makeUp, 'Ctrl M', () => void makeUpPage(desk, text, false)),
    make('makeUpAll', text.making.makeUpAll, 'Ctrl Alt M', () => void makeUpPage(desk, text, true)),
    make('nextProposal', text.making.next, 'Ctrl Shift M', () => showProposal(desk, text, 1)),
    {
      ...always('fillFrames', text.making.fill, '', () => fillFront(desk, text)),
      // asked when a menu opens, not at every key
      get enabled() {
        return canFillPage(desk)
      },
    },
    always('keepWhite', text.shaping.keepWhite, '', () => keepWhite(desk, text)),
    turnTo('previousPage', text.paging.previous, 'Shift PageUp', pages[at - 1]),
    turnTo('nextPage', text.paging.next, 'Shift PageDown', pages[at + 1]),
    always('addPage', text.paging.addLike, '', () => addPageLike(desk, text, page)),
    always('copyPage', text.paging.duplicate, '', () => copyPage(desk, text, page)),
    {
      ...always('pageUp', text.paging.moveUp, '', () => shiftPage(desk, text, page, at - 1)),
      enabled: at > 0,
    },
    {
      ...always('pageDown', text.paging.moveDown, '', () => shiftPage(desk, text, page, at + 1)),
      enabled: at < pages.length - 1,
    },
    {
      ...always('removePage', text.paging.remove, '', () => dropPage(desk, text, page)),
      enabled: pages.length > 1,
    },
    ...threads,
  ]
}
