/** What commands, keys and panels do to the chosen frames. */
import { frameId, type FrameId } from '../../core/ids'
import { framesOn, type Edition } from '../../core/model/edition'
import type { Frame } from '../../core/model/frame'
import type { Cells } from '../../core/model/grid'
import {
  alignFrames,
  distributeFrames,
  lockFrames,
  moveFrames,
  placeInset,
  removeFrames,
  reorderFrame,
  resizeFrame,
  type Alignment,
  type Shift,
} from '../../core/shape'
import { duplicateFrames } from '../../core/pages'
import { milliEm, mm, ptFromMm } from '../../core/units'
import type { Desk } from '../desk/context'
import { offer } from '../desk/offer'
import type { Text } from '../i18n'
import { chosenOf, fresh, shape, shapeTools } from './doing'

/** Nudges that follow each other within this are one undo entry, in milliseconds. */
const NUDGE_PAUSE = 600

const nudged = new WeakMap<Desk, number>()

/** Closes the group of nudges when the last is long ago. */
function nudgeGroup(desk: Desk, what: string): string {
  const now = performance.now()
  if (now - (nudged.get(desk) ?? -Infinity) > NUDGE_PAUSE) desk.session.closeGroup()
  nudged.set(desk, now)
  return what
}

const editionOf = (desk: Desk): Edition => desk.session.getSnapshot().edition

export function nudgeFrames(desk: Desk, text: Text, by: Shift): void {
  const ids = chosenOf(desk)
  const { label, shaped } = nudgeInset(desk, text, by) ?? {
    label: text.shaping.move,
    shaped: moveFrames(editionOf(desk), ids, by),
  }
  shape(desk, text, label, shaped, nudgeGroup(desk, `nudge ${ids.join(' ')}`))
}

/** The chosen box moves by columns and rows of its text instead. */
function nudgeInset(desk: Desk, text: Text, by: Shift) {
  const { frame: id, inset: block } = desk.store.get()
  const frame = id === null ? undefined : editionOf(desk).frames[id]
  const own = frame?.kind === 'story' ? frame.insets.find((one) => one.block === block) : undefined
  if (frame?.kind !== 'story' || own === undefined) return null
  const { columns, measure } = frame.text
  const pitch = columns > 1 ? (measure + 1) * 1000 : 1000
  const wanted = {
    ...own,
    x: milliEm(Math.max(0, own.x + by.columns * pitch)),
    row: Math.max(0, own.row + by.rows),
  }
  return {
    label: text.shaping.insetMoved,
    shaped: placeInset(editionOf(desk), frame.id, wanted, shapeTools(desk)),
  }
}

/** A tenth of a millimetre: rules stand free between rows. */
export function nudgeRules(desk: Desk, text: Text, direction: -1 | 1): void {
  const edition = editionOf(desk)
  const rules = chosenOf(desk).filter((id) => edition.frames[id]?.kind === 'rule')
  const page = edition.pages[desk.store.get().page]
  if (rules.length === 0 || page === undefined) return
  const offset = (direction * ptFromMm(mm(0.1))) / page.grid.leading
  const shaped = moveFrames(edition, rules, { columns: 0, rows: 0, offset })
  shape(desk, text, text.shaping.move, shaped, nudgeGroup(desk, `nudge ${rules.join(' ')}`))
}

/** Moves the right or lower edge of the chosen frame, or box, by cells. */
export function growFrame(desk: Desk, text: Text, columns: number, rows: number): void {
  const { frame: id, inset: block } = desk.store.get()
  const frame = id === null ? undefined : editionOf(desk).frames[id]
  if (frame === undefined) return
  const own = frame.kind === 'story' ? frame.insets.find((one) => one.block === block) : undefined
  const group = nudgeGroup(desk, `grow ${frame.id}`)
  if (own !== undefined) {
    const width = milliEm(Math.max(1000, own.width + columns * 1000))
    const wanted = { ...own, width, rows: Math.max(1, own.rows + rows) }
    const shaped = placeInset(editionOf(desk), frame.id, wanted, shapeTools(desk))
    shape(desk, text, text.shaping.insetResized, shaped, group)
    return
  }
  const { area } = frame
  setArea(desk, text, frame.id, {
    ...area,
    columns: area.columns + columns,
    rows: area.rows + rows,
  })
}

/** Cells typed in or stepped to: a change of place alone is a move. */
export function setArea(desk: Desk, text: Text, id: FrameId, area: Cells): void {
  const edition = editionOf(desk)
  const frame = edition.frames[id]
  if (frame === undefined) return
  const sized = area.columns !== frame.area.columns || area.rows !== frame.area.rows
  const by = { columns: area.column - frame.area.column, rows: area.row - frame.area.row }
  const shaped = sized
    ? resizeFrame(edition, id, area, shapeTools(desk))
    : moveFrames(edition, [id], by)
  const label = sized ? text.shaping.resize : text.shaping.move
  shape(desk, text, label, shaped, nudgeGroup(desk, `area ${id}`))
}

export function removeChosen(desk: Desk, text: Text): void {
  const ids = chosenOf(desk)
  const had = ids.some((id) => editionOf(desk).frames[id]?.kind !== 'rule')
  if (!shape(desk, text, text.shaping.remove, removeFrames(editionOf(desk), ids))) return
  desk.actions.selectFrame(null)
  if (had) {
    offer(desk, text.shaping.removed(ids.length), text.undo, desk.actions.undo)
  }
}

/** Copies stand a column to the right and a row down, or where the page ends. */
export function duplicateChosen(desk: Desk, text: Text): void {
  const ids = chosenOf(desk)
  const copies = ids.map(() => frameId(`frame-${fresh()}`))
  const by = { columns: 1, rows: 1 }
  const how = { by, copies, fresh, tools: shapeTools(desk) }
  const shaped = duplicateFrames(editionOf(desk), ids, how)
  if (shape(desk, text, text.shaping.duplicate, shaped))
    desk.actions.selectFrame(copies[0] ?? null, copies.slice(1))
}

export const alignChosen = (desk: Desk, text: Text, to: Alignment): boolean =>
  shape(desk, text, text.shaping.align, alignFrames(editionOf(desk), chosenOf(desk), to))

export const distributeChosen = (desk: Desk, text: Text, along: 'across' | 'down'): boolean =>
  shape(
    desk,
    text,
    text.shaping.distribute,
    distributeFrames(editionOf(desk), chosenOf(desk), along),
  )

export function reorderChosen(desk: Desk, text: Text, by: -1 | 1): void {
  const { frame } = desk.store.get()
  if (frame !== null)
    shape(desk, text, text.shaping.order, reorderFrame(editionOf(desk), frame, by))
}

export const allLocked = (desk: Desk): boolean => {
  const ids = chosenOf(desk)
  return ids.length > 0 && ids.every((id) => editionOf(desk).frames[id]?.locked === true)
}

export function toggleLock(desk: Desk, text: Text): void {
  const locked = !allLocked(desk)
  const label = locked ? text.shaping.lock : text.shaping.unlock
  shape(desk, text, label, lockFrames(editionOf(desk), chosenOf(desk), locked))
}

export function chooseAll(desk: Desk): void {
  const ids = framesInOrder(desk).map(({ id }) => id)
  desk.actions.selectFrame(ids[0] ?? null, ids.slice(1))
}

/** Frames as they are read: by row, then by column. */
const framesInOrder = (desk: Desk): readonly Frame[] =>
  [...framesOn(editionOf(desk), desk.store.get().page)].sort(
    (a, b) => a.area.row - b.area.row || a.area.column - b.area.column,
  )

/** Goes to the next frame, and on the way through the boxes in its text. */
export function chooseNext(desk: Desk, by: -1 | 1): void {
  const stops = framesInOrder(desk).flatMap((frame) => [
    { id: frame.id, inset: null },
    ...(frame.kind === 'story'
      ? frame.insets.map(({ block }) => ({ id: frame.id, inset: block }))
      : []),
  ])
  const { frame, inset } = desk.store.get()
  const at = stops.findIndex((stop) => stop.id === frame && stop.inset === inset)
  const next =
    stops[at < 0 ? (by > 0 ? 0 : stops.length - 1) : (at + by + stops.length) % stops.length]
  if (next === undefined) return
  desk.actions.selectFrame(next.id)
  desk.store.set({ inset: next.inset })
}
