/** Pages in order, and their 版次, which belong to the place and not to the page. */
import type { EditionStep, TransactionBuilder } from '../edit'
import { transact } from '../edit'
import type { PageId } from '../ids'
import { pagesOf, type Edition } from '../model/edition'
import { err, ok, type Result } from '../result'

/** Steps that do what was asked; none when it stands so already. */
export type PageSteps = Result<readonly EditionStep[]>

export const refuse = (code: string, message: string): Result<never> =>
  err({ severity: 'error', code: `pages.${code}`, message })

export function stepsOf(
  edition: Edition,
  change: (builder: TransactionBuilder) => void,
): PageSteps {
  const builder = transact(edition)
  change(builder)
  return ok(builder.done({ author: '', label: '', time: 0 }).steps)
}

/** Gives pages, in the order wanted, their places and the 版次 that go with these. */
export function putInOrder(
  builder: TransactionBuilder,
  wanted: readonly PageId[],
  folios: readonly string[],
): void {
  wanted.forEach((id, order) => {
    const folio = folios[order] ?? builder.edition.pages[id]?.folio ?? ''
    builder.patch('pages', id, { order, folio })
  })
}

export const foliosOf = (edition: Edition): readonly string[] =>
  pagesOf(edition).map(({ folio }) => folio)

/** Moves a page to another place, 0 the first. Each place keeps its 版次, so jump lines follow by themselves. */
export function movePage(edition: Edition, id: PageId, to: number): PageSteps {
  const ids = pagesOf(edition).map((page) => page.id)
  const from = ids.indexOf(id)
  if (from < 0) return refuse('missing', 'The page is gone.')
  const others = ids.filter((one) => one !== id)
  const at = Math.min(Math.max(to, 0), others.length)
  if (at === from) return ok([])
  const wanted = [...others.slice(0, at), id, ...others.slice(at)]
  return stepsOf(edition, (builder) => putInOrder(builder, wanted, foliosOf(edition)))
}
