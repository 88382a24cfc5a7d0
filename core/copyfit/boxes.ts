/** A tip box or a picture in the text, a few rows less or more. */
import type { StoryFit } from '../compose'
import { textAreaIn, holdInset, placeInset } from '../shape'
import type { Inset, StoryFrame } from '../model/frame'
import { enough, fitOf, tryOut, type Room } from './room'
import type { Remedy } from './types'

const LEAST_ROWS = 3
/** Beyond this a picture would be another picture. */
const MOST_CHANGE = 8
/** A box grows further for words of its own. */
const MOST_FOR_ITS_OWN = 24

export const boxLess = (room: Room): Generator<Remedy> => resized(room, -1)
export const boxMore = (room: Room): Generator<Remedy> => resized(room, 1)

/** A box whose own words are over, deeper until it holds them. */
export function* boxHolds(room: Room): Generator<Remedy> {
  const fit = fitOf(room.edition, room.story.id, room.tools)
  if (fit === null || fit.oversetBoxLines === 0) return
  for (const frame of room.thread) {
    if (frame.locked) continue
    for (const inset of frame.insets) {
      const isOver = (of: StoryFit): boolean => overflows(of, room.story, inset.block)
      if (!isOver(fit)) continue
      for (const tried of steps(room, frame, inset, 1, MOST_FOR_ITS_OWN)) {
        // the story's own text is not to go over for it
        if (tried === null || tried.fit.oversetLines > fit.oversetLines) break
        if (isOver(tried.fit)) continue
        yield tried
        break
      }
    }
  }
}

function* resized(room: Room, direction: -1 | 1): Generator<Remedy> {
  for (const frame of room.thread) {
    if (frame.locked) continue
    for (const inset of frame.insets) yield* enough(room, steps(room, frame, inset, direction))
  }
}

function* steps(
  room: Room,
  frame: StoryFrame,
  inset: Inset,
  direction: -1 | 1,
  most = MOST_CHANGE,
): Generator<Remedy | null> {
  const { edition, story, tools } = room
  const area = textAreaIn(edition, frame.id, tools)
  let picture = false
  story.doc.forEach((node) => {
    if (node.attrs['id'] === inset.block) picture = node.type.name === 'figure'
  })
  for (let rows = 1; rows <= most && area !== null; rows++) {
    const wanted = { ...inset, rows: inset.rows + direction * rows }
    if (wanted.rows < LEAST_ROWS || holdInset(wanted, area).rows !== wanted.rows) return
    const made = placeInset(edition, frame.id, wanted, tools)
    if (!made.ok) return
    const way = { kind: direction < 0 ? 'boxLess' : 'boxMore', rows, picture } as const
    const tried = tryOut(room, way, made.value)
    // words that no longer fit their box are no remedy
    if (tried !== null && direction < 0 && overflows(tried.fit, story, inset.block)) return
    yield tried
  }
}

function overflows(fit: StoryFit, story: Room['story'], block: string): boolean {
  let found = false
  story.doc.forEach((node, pos) => {
    if (node.attrs['id'] !== block) return
    const end = pos + node.nodeSize
    found ||= fit.overset.some(({ from, to }) => from >= pos && to <= end && to > from)
  })
  return found
}
