/** Where an undone or redone change happened: the desk turns there, and chooses what it was about. */
import { targetOf, type EditionStep, type Transaction } from '../../core/edit'
import type { Rect } from '../../core/geometry'
import type { FrameId, PageId, StoryId } from '../../core/ids'
import { pagesOf, threadOf, type Edition } from '../../core/model/edition'
import type { Frame } from '../../core/model/frame'
import { cellsRect } from '../../core/model/grid'
import { recordOf, type AnyRecord, type TableName } from '../../core/model/tables'
import { chosenFrames, type DeskState, type Store } from './store'

export interface FollowTools {
  readonly store: Store<DeskState>
  edition(): Edition
  show(target: Rect): void
  showPage(page: PageId): void
  showStory(story: StoryId): void
  revealCaret(): void
}

export interface Following {
  /** Takes note of a change made: what was chosen when a frame was made, and the page in front when a page was, are so again when that is taken back. */
  note(steps: readonly EditionStep[]): void
  /** Goes to where steps happened that are in the edition now; `before` is the edition without them. */
  follow(transaction: Transaction, before: Edition): void
}

export function createFollowing(tools: FollowTools): Following {
  const { store, edition, show, showPage, showStory, revealCaret } = tools
  const chosenBefore = new Map<string, readonly FrameId[]>()
  const frontBefore = new Map<string, PageId>()

  /** Those that stand on the page in front, each once. */
  const onPage = (ids: readonly FrameId[]): readonly FrameId[] =>
    [...new Set(ids)].filter((id) => edition().frames[id]?.page === store.get().page)

  const showFrame = ({ page, area }: Frame): void => {
    const grid = edition().pages[page]?.grid
    if (grid === undefined) return
    showPage(page)
    show(cellsRect(grid, area))
  }

  /** Chooses the frames that steps changed or made, on their page; on another grid all of them changed, and none is meant. */
  const followFrames = (steps: readonly EditionStep[], before: Edition): void => {
    const regridded = steps.some((step) => step.kind === 'patch' && 'grid' in step.changes)
    const framesIn = (now: Edition): readonly Frame[] =>
      steps.flatMap((step) => {
        const target = regridded ? null : targetOf(step)
        const frame = target?.table === 'frames' ? recordOf(now, 'frames', target.id) : null
        return frame === null ? [] : [frame]
      })
    const whole = pageThatCameOrWent(steps)
    if (whole !== null) {
      showPage(whole)
      return store.set({ frame: null, also: [], selection: null })
    }
    const there = framesIn(edition())
    const [first] = there
    if (first !== undefined) {
      showFrame(first)
      const also = there.filter(({ id, page }) => page === first.page && id !== first.id)
      store.set({ frame: first.id, also: also.map(({ id }) => id), selection: null })
      return
    }
    const gone = framesIn(before)
    const page = pageOfSteps(steps, before, edition(), store.get().page)
    if (page !== null) showPage(page)
    const lost = gone.find((frame) => frame.page === store.get().page)
    if (lost !== undefined) showFrame(lost)
    const own = onPage(chosenFrames(store.get()))
    const left = own.length > 0 ? own : onPage(gone.flatMap(({ id }) => chosenBefore.get(id) ?? []))
    store.set({ frame: left[0] ?? null, also: left.slice(1) })
  }

  /** A page that came back, or where its maker was before one that went. */
  const pageThatCameOrWent = (steps: readonly EditionStep[]): PageId | null => {
    const pages = steps.flatMap((step) => {
      if (step.kind === 'put' && step.table === 'pages') return [step.record.id]
      return step.kind === 'remove' && step.table === 'pages'
        ? (frontBefore.get(step.id) ?? [])
        : []
    })
    return pagesOf(edition()).find(({ id }) => pages.includes(id))?.id ?? null
  }

  return {
    note(steps) {
      for (const step of steps) {
        if (step.kind !== 'put') continue
        if (step.table === 'frames') chosenBefore.set(step.record.id, chosenFrames(store.get()))
        if (step.table === 'pages') frontBefore.set(step.record.id, store.get().page)
      }
    },
    follow({ steps }, before) {
      const text = steps.findLast((step) => step.kind === 'text')
      let end: number | null = null
      if (text?.kind === 'text')
        text.step.getMap().forEach((_from, _to, _newFrom, newTo) => (end = newTo))
      if (text?.kind !== 'text' || end === null) return followFrames(steps, before)
      const { story } = text
      const isHere = threadOf(edition(), story).some(({ page }) => page === store.get().page)
      if (!isHere) showStory(story)
      store.set({ selection: { story, anchor: end, head: end, after: true, goal: null } })
      revealCaret()
    },
  }
}

/** The page to turn to for steps on records other than frames: none when the page in front has to do with them. */
function pageOfSteps(
  steps: readonly EditionStep[],
  before: Edition,
  after: Edition,
  front: PageId,
): PageId | null {
  const pages = steps.flatMap((step) => {
    const target = targetOf(step)
    if (target === null) return []
    const record =
      recordOf(after, target.table, target.id) ?? recordOf(before, target.table, target.id)
    return record === null ? [] : pagesWith(after, target.table, record)
  })
  const there = pages.filter((id) => after.pages[id] !== undefined)
  return there.includes(front) ? null : (there[0] ?? null)
}

/** The pages on which a record shows. */
function pagesWith(edition: Edition, table: TableName, record: AnyRecord): readonly PageId[] {
  const { id } = record
  if ('page' in record) return [record.page]
  if (table === 'pages') return pagesOf(edition).flatMap((one) => (one.id === id ? [one.id] : []))
  if (table === 'styleSheets')
    return pagesOf(edition).flatMap((one) => (one.styleSheet === id ? [one.id] : []))
  return Object.values(edition.frames).flatMap((frame) =>
    frame.kind !== 'rule' && frame.story === id ? [frame.page] : [],
  )
}
