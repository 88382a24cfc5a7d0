/** 转版: a story sent on to another page. The composer writes 下转 and 上接 by where the frames stand. */
import { composeEdition, type ComposeContext } from '../compose'
import { applySteps, type EditionStep } from '../edit'
import type { FrameId, PageId, StoryId } from '../ids'
import { threadOf, type Edition } from '../model/edition'
import type { Cells } from '../model/grid'
import { recordOf } from '../model/tables'
import { drawFrame, freeArea } from '../shape'
import { refuse, type PageSteps } from './order'

/** Least room for a continued part: a jump line, its short headline and a few lines. */
const LEAST_ROWS = 6

/** Which of its story's turns to another page leads to a frame, the first being 0; null for one that follows on its page or begins the story. */
export function turnBefore(edition: Edition, frame: FrameId): number | null {
  const own = edition.frames[frame]
  if (own?.kind !== 'story') return null
  const thread = threadOf(edition, own.story)
  const at = thread.findIndex(({ id }) => id === frame)
  const turns = thread.filter(({ page }, i) => i > 0 && i <= at && thread[i - 1]?.page !== page)
  return turns.at(-1)?.id === frame ? turns.length - 1 : null
}

/**
 * A further frame for a story in the largest free place of another page: as wide
 * as its last frame where there is room, as deep as the rest of its text needs.
 */
export function threadToPage(
  edition: Edition,
  story: StoryId,
  to: PageId,
  id: FrameId,
  context: ComposeContext,
): PageSteps {
  const page = recordOf(edition, 'pages', to)
  const last = threadOf(edition, story).at(-1)
  if (page === null || last === undefined)
    return refuse('missing', 'The story stands on no page, or the page is gone.')
  const free = freeArea(edition, page, { columns: 1, rows: LEAST_ROWS })
  if (free === null) return refuse('full', 'The page has no free place; make room there first.')
  const columns = Math.min(free.columns, last.area.columns)
  const framed = (rows: number): PageSteps => {
    const area: Cells = { ...free, columns, rows }
    return drawFrame(edition, { id, page: to, area }, { kind: 'waiting', story }, context)
  }
  const isWhole = (steps: readonly EditionStep[]): boolean => {
    const next = applySteps(edition, steps)
    if (!next.ok) return false
    const fit = composeEdition(next.value, context).stories.find((one) => one.story === story)
    return fit !== undefined && fit.oversetCharacters === 0
  }
  const before = composeEdition(edition, context).stories.find((one) => one.story === story)
  if (before === undefined || before.oversetCharacters === 0)
    return refuse('fits', 'All of the story stands on its page; make its frame smaller first.')
  let [low, high] = [LEAST_ROWS, free.rows]
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    const steps = framed(middle)
    if (!steps.ok) return steps
    if (isWhole(steps.value)) high = middle
    else low = middle + 1
  }
  return framed(high)
}
