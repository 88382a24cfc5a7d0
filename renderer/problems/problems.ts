/** What is to be settled in an edition: the composer's diagnostics and the faults of its pages. */
import type { EditionDisplay } from '../../core/compose'
import type { PageDisplay } from '../../core/display/displayList'
import type { FrameId, PageId, StoryId } from '../../core/ids'
import { framesOn, pagesOf, type Edition } from '../../core/model/edition'
import { checkPage, type Finding } from '../../core/preflight'
import { emptyFigures } from '../../core/preflight/pressPage'
import type { Diagnostic, Parts } from '../../core/result'

export interface Problem {
  /** Stays the same while the problem does. */
  readonly key: string
  readonly severity: 'error' | 'warning'
  readonly code: string
  /** What was measured against what limit; null where there is no number. */
  readonly number: { readonly value: number; readonly limit: number } | null
  /** What its words are made of beside. */
  readonly parts: Parts
  readonly page: PageId | null
  readonly frame: FrameId | null
  readonly story: StoryId | null
}

const known = <T>(records: Readonly<Record<string, T>>, id: string | undefined): T | undefined =>
  id === undefined ? undefined : records[id]

function problemOf(edition: Edition, found: Diagnostic | Finding, twin: number): Problem {
  const { where = {} } = found
  const page = pagesOf(edition).find(({ folio }) => folio === where.page)
  const story = known(edition.stories, where.story)
  const frame =
    known(edition.frames, where.frame) ??
    (page && framesOn(edition, page.id).find((one) => 'story' in one && one.story === story?.id))
  return {
    key: [found.code, where.page, where.frame, where.story, twin].join(' '),
    severity: found.severity === 'error' ? 'error' : 'warning',
    code: found.code,
    number: 'limit' in found ? { value: found.value, limit: found.limit } : null,
    parts: 'parts' in found ? (found.parts ?? {}) : {},
    page: page?.id ?? null,
    frame: frame?.id ?? null,
    story: story?.id ?? null,
  }
}

/** Checks a page once for as long as it stays the same. */
export type PageChecks = WeakMap<PageDisplay, readonly Finding[]>

/** Checks one of the pages that were not checked as they are; false when there is none. */
export function checkNext(
  edition: Edition,
  { pages }: EditionDisplay,
  checks: PageChecks,
): boolean {
  const page = pages.find((one) => !checks.has(one))
  if (page !== undefined) checks.set(page, checkPage(edition, page))
  return page !== undefined
}

/** Errors first, then what is missing from the pages and their faults, each kind in page order; notices are left out, and pages that were not checked. */
export function problemsOf(
  edition: Edition,
  display: EditionDisplay,
  checks: PageChecks,
): readonly Problem[] {
  const faults = display.pages.flatMap((page) => checks.get(page) ?? [])
  const seen = new Map<string, number>()
  const all = [...display.diagnostics, ...emptyFigures(edition), ...faults]
    .filter(({ severity }) => severity !== 'info')
    .map((found) => {
      const { page, frame, story } = found.where ?? {}
      const name = [found.code, page, frame, story].join(' ')
      const twin = seen.get(name) ?? 0
      seen.set(name, twin + 1)
      return problemOf(edition, found, twin)
    })
  const rank = new Map(pagesOf(edition).map(({ id }, i) => [id, i]))
  const place = ({ severity, page }: Problem): number =>
    (severity === 'error' ? 0 : rank.size + 1) + (page === null ? rank.size : (rank.get(page) ?? 0))
  return all.sort((a, b) => place(a) - place(b))
}
