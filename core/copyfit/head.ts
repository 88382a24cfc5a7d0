/** 题区: the headline group a few rows less, or more white in it. */
import { threadFrames } from '../compose/thread'
import { transact } from '../edit'
import { pagesOf, type Edition } from '../model/edition'
import type { Head, StoryFrame } from '../model/frame'
import { withRecord } from '../model/tables'
import { enough, helps, tryOut, type Room } from './room'
import type { Remedy } from './types'

/** More white than this in a headline group looks forgotten. */
const MOST_WHITE = 3

const rowsOf = (room: Room, edition: Edition, frame: StoryFrame): number => {
  const page = pagesOf(edition)[0]
  const sheet = page && edition.styleSheets[page.styleSheet]
  if (sheet === undefined) return 0
  const { fonts, cache } = room.tools
  const frames = threadFrames(edition, room.story, { ctx: { fonts, rules: sheet.rules }, cache })
  return frames.find((one) => one.frame.id === frame.id)?.head.rows ?? 0
}

const withHead = (room: Room, frame: StoryFrame, head: Head): Edition =>
  withRecord(room.edition, 'frames', { ...frame, head })

const steps = (room: Room, frame: StoryFrame, head: Head) =>
  transact(room.edition)
    .patch('frames', frame.id, { head })
    .done({ author: '', label: '', time: 0 }).steps

/** Without added white, on fewer lines, a size smaller: what takes the least rows off comes first. */
export function* headLess(room: Room): Generator<Remedy> {
  const frame = room.thread.find((one) => one.head !== null && !one.locked)
  const head = frame?.head ?? null
  if (frame === undefined || head === null) return
  const before = rowsOf(room, room.edition, frame)
  const bare = withoutWhite(head)
  const sizes = sheetOf(room, frame)?.levels.length ?? 0
  const smaller = { ...head, level: head.level + 1 }
  const forms: readonly Head[] = [
    ...whiteLess(head, before),
    bare,
    ...(head.turns.length > 0 ? [{ ...bare, turns: head.turns.slice(1) }] : []),
    ...(smaller.level < sizes ? [smaller, { ...bare, level: smaller.level }] : []),
  ]
  const seen = new Set<number>()
  const tried: Remedy[] = []
  for (const form of forms) {
    const less = before - rowsOf(room, withHead(room, frame, form), frame)
    if (less <= 0 || seen.has(less)) continue
    seen.add(less)
    const remedy = tryOut(room, { kind: 'headLess', rows: less }, steps(room, frame, form))
    if (helps(room, remedy)) tried.push(remedy)
  }
  yield* enough(room, tried)
}

const withoutWhite = ({ rows: _, ...bare }: Head): Head => bare

function* whiteLess(head: Head, before: number): Generator<Head> {
  for (let rows = before - 1; rows > 0 && head.rows !== undefined && rows >= before - 3; rows--)
    yield { ...head, rows }
}

export function* headMore(room: Room): Generator<Remedy> {
  const frame = room.thread.find((one) => one.head !== null && !one.locked)
  const head = frame?.head ?? null
  if (frame === undefined || head === null || head.vertical !== undefined) return
  const before = rowsOf(room, room.edition, frame)
  if (before === 0) return
  const more = Array.from({ length: MOST_WHITE }, (_, i) => i + 1).map((rows) =>
    tryOut(room, { kind: 'headMore', rows }, steps(room, frame, { ...head, rows: before + rows })),
  )
  yield* enough(room, more)
}

const sheetOf = ({ edition }: Room, frame: StoryFrame) => {
  const page = edition.pages[frame.page]
  return page && edition.styleSheets[page.styleSheet]
}
