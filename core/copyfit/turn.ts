/** 转版: what is over goes on in free room of another page. */
import { transact } from '../edit'
import { frameId } from '../ids'
import { pagesOf } from '../model/edition'
import type { StoryFrame } from '../model/frame'
import { freeArea } from '../shape'
import { enough, tryOut, type Room } from './room'
import { misfitOf, type Remedy } from './types'

const LEAST_ROWS = 6
/** A part that goes on elsewhere stands in as few columns as hold it in about so many rows. */
const USUAL_ROWS = 12

export function* turns(room: Room): Generator<Remedy> {
  const { edition, story, thread } = room
  const last = thread.at(-1)
  if (last === undefined) return
  for (const page of pagesOf(edition)) {
    if (thread.some((frame) => frame.page === page.id)) continue
    const free = freeArea(edition, page, { columns: 1, rows: LEAST_ROWS })
    if (free === null) continue
    const columns = Math.min(free.columns, Math.ceil(room.misfit / USUAL_ROWS))
    const id = frameId(`${page.id}-${story.id}-${last.order + 1}`.slice(0, 64))
    if (edition.frames[id] !== undefined) continue
    const tried = function* (): Generator<Remedy | null> {
      const least = Math.max(LEAST_ROWS, Math.floor(room.misfit / columns))
      for (let rows = least; rows <= free.rows; rows++) {
        const frame: StoryFrame = {
          kind: 'story',
          id,
          page: page.id,
          area: { column: free.column, columns, row: free.row, rows },
          locked: false,
          story: story.id,
          order: last.order + 1,
          rubric: null,
          text: { columns, measure: page.grid.measure },
          padding: last.padding,
          head: null,
          insets: [],
        }
        const { steps } = transact(edition)
          .put('frames', frame)
          .done({ author: '', label: '', time: 0 })
        const remedy = tryOut(room, { kind: 'turn', folio: page.folio }, steps)
        yield remedy
        if (remedy === null || misfitOf(remedy.fit) <= 0) return
      }
    }
    yield* enough(room, tried())
  }
}
