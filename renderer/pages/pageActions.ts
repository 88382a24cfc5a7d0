/** What is done to pages, each as one undo entry. */
import { toast } from 'sonner'
import { frameId, pageId, type PageId, type StoryId } from '../../core/ids'
import { isStoryFrame, pagesOf, threadOf } from '../../core/model/edition'
import type { Template } from '../../core/model/template'
import {
  addPage,
  duplicatePage,
  movePage,
  removePage,
  setTemplate,
  threadToPage,
  type PageModel,
  type PageSteps,
} from '../../core/pages'
import { transact } from '../../core/edit'
import type { Desk } from '../desk/context'
import { offer } from '../desk/offer'
import type { Text } from '../i18n'
import { templateName } from '../i18n/templateName'
import { fresh, shapeTools } from '../shape/doing'
import { makeUpPage } from './proposals'
import { trouble } from '../i18n/trouble'

const edition = (desk: Desk) => desk.session.getSnapshot().edition

/** True when something changed; a refusal is told. */
function change(desk: Desk, text: Text, label: string, steps: PageSteps): boolean {
  if (!steps.ok) {
    const words: Readonly<Record<string, string>> = {
      'pages.last': text.paging.lastPage,
      'pages.full': text.paging.fullPage,
      'pages.fits': text.paging.fitsHere,
      'pages.missing': text.paging.gonePage,
    }
    toast.error(words[steps.error.code] ?? trouble(text, steps.error))
    return false
  }
  return steps.value.length > 0 && desk.actions.change({ label, steps: steps.value })
}

export function addPageAfter(desk: Desk, text: Text, model: PageModel): void {
  const id = pageId(`page-${fresh()}`)
  const steps = addPage(edition(desk), id, model, desk.store.get().page, fresh)
  if (change(desk, text, text.paging.add, steps)) desk.actions.showPage(id)
}

export const addPageLike = (desk: Desk, text: Text, page: PageId): void =>
  addPageAfter(desk, text, { kind: 'like', page })

export const addPageFrom = (desk: Desk, text: Text, template: Template): void =>
  addPageAfter(desk, text, { kind: 'template', template })

export function copyPage(desk: Desk, text: Text, page: PageId): void {
  const id = pageId(`page-${fresh()}`)
  const steps = duplicatePage(edition(desk), page, id, fresh)
  if (change(desk, text, text.paging.duplicate, steps)) desk.actions.showPage(id)
}

export function dropPage(desk: Desk, text: Text, page: PageId): void {
  const pages = pagesOf(edition(desk))
  const at = pages.findIndex(({ id }) => id === page)
  const next = pages[at + 1] ?? pages[at - 1]
  const folio = pages[at]?.folio ?? ''
  const steps = removePage(edition(desk), page)
  if (steps.ok && next !== undefined && desk.store.get().page === page)
    desk.actions.showPage(next.id)
  if (!change(desk, text, text.paging.remove, steps)) return
  offer(desk, text.paging.removed(folio), text.undo, desk.actions.undo)
}

export function shiftPage(desk: Desk, text: Text, page: PageId, to: number): void {
  change(desk, text, text.paging.move, movePage(edition(desk), page, to))
}

/** Sets the section's name or the 版次; a 版次 stands once in an edition. */
export function namePage(
  desk: Desk,
  text: Text,
  page: PageId,
  values: { readonly section?: string; readonly folio?: string },
): void {
  const { folio } = values
  const now = edition(desk)
  const taken = pagesOf(now).some((one) => one.id !== page && one.folio === folio)
  if (folio !== undefined && (folio === '' || taken)) {
    toast.error(text.paging.folioTaken(folio))
    return
  }
  const { steps } = transact(now)
    .patch('pages', page, values)
    .done({ author: '', label: '', time: 0 })
  if (steps.length > 0) desk.actions.change({ label: text.paging.name, steps })
}

/** Sets what all pages say of the edition; a date that is none, and a 期号 that is no number, change nothing. */
export function nameEdition(
  desk: Desk,
  text: Text,
  typed: { readonly publication?: string; readonly date?: string; readonly issue?: string },
): void {
  const { issue, ...names } = typed
  if (names.date === '') return
  if (issue !== undefined && !/^(?:[1-9]\d{0,5})?$/u.test(issue)) {
    toast.error(text.paging.issueNumber)
    return
  }
  const number = issue === undefined ? {} : { issue: issue === '' ? null : Number(issue) }
  const { steps } = transact(edition(desk))
    .meta({ ...names, ...number })
    .done({ author: '', label: '', time: 0 })
  if (steps.length > 0) desk.actions.change({ label: text.paging.nameEdition, steps })
}

/** Puts a page on another template; making it up again is one click away. */
export function takeTemplate(desk: Desk, text: Text, page: PageId, template: Template): void {
  const steps = setTemplate(edition(desk), page, template, fresh, shapeTools(desk))
  if (!change(desk, text, text.paging.takeTemplate, steps)) return
  offer(
    desk,
    text.paging.templateTaken(templateName(text, template)),
    text.making.makeUp,
    () => void makeUpPage(desk, text, false),
  )
}

/** The story that frame or caret in front belong to. */
export function storyInFront(desk: Desk): StoryId | null {
  const { selection, frame } = desk.store.get()
  if (selection !== null) return selection.story
  const chosen = frame === null ? undefined : edition(desk).frames[frame]
  return chosen !== undefined && isStoryFrame(chosen) ? chosen.story : null
}

/** 转到第 n 版: the story goes on in a new frame on that page. */
export function threadStory(desk: Desk, text: Text, story: StoryId, to: PageId): boolean {
  const { fonts, cache } = desk.composer
  const id = frameId(`frame-${fresh()}`)
  const steps = threadToPage(edition(desk), story, to, id, { fonts, cache })
  const folio = edition(desk).pages[to]?.folio ?? ''
  if (!change(desk, text, text.paging.thread, steps)) return false
  offer(desk, text.paging.threaded(folio), text.paging.goThere, () => desk.actions.showPage(to))
  return true
}

/** Pages a story has no frame on, where it may go on. */
export function pagesToThread(desk: Desk, story: StoryId): readonly PageId[] {
  const own = new Set(threadOf(edition(desk), story).map(({ page }) => page))
  return own.size === 0
    ? []
    : pagesOf(edition(desk))
        .map(({ id }) => id)
        .filter((id) => !own.has(id))
}
