/** A paragraph a line tighter or looser than it falls by itself, within the limits of the setting. */
import type { Node } from 'prosemirror-model'
import { transact, type EditionStep } from '../edit'
import { storySchema } from '../model/storySchema'
import { helps, tryOut, type Room } from './room'
import { misfitOf, type Remedy } from './types'

/** Paragraphs beyond this are not tried: a remedy that takes long comes too late. */
const MOST_TRIED = 40
/** Nobody tightens more paragraphs than this to save a story. */
const MOST_TOGETHER = 6

interface Candidate {
  readonly pos: number
  readonly looseness: number
}

export const tighter = (room: Room): Generator<Remedy> => changed(room, -1)
export const looser = (room: Room): Generator<Remedy> => changed(room, 1)

function* changed(room: Room, by: -1 | 1): Generator<Remedy> {
  const kind = by < 0 ? 'tighter' : 'looser'
  const wanted = Math.abs(room.misfit)
  const chosen: Candidate[] = []
  for (const candidate of inOrder(room, by)) {
    const together = [...chosen, candidate]
    const before = chosen.length === 0 ? room.misfit : null
    const remedy = tryOut(room, { kind, paragraphs: together.length }, stepsFor(room, together))
    if (!helps(room, remedy)) continue
    const after = misfitOf(remedy.fit)
    if (before === null && Math.abs(after) >= Math.abs(lastMisfit(room, chosen, kind))) continue
    chosen.push(candidate)
    const settled = by < 0 ? after <= 0 : after >= 0
    if (settled || chosen.length >= Math.min(wanted, MOST_TOGETHER)) break
  }
  const last =
    chosen.length === 0
      ? null
      : tryOut(room, { kind, paragraphs: chosen.length }, stepsFor(room, chosen))
  if (helps(room, last)) yield last
}

const lastMisfit = (
  room: Room,
  chosen: readonly Candidate[],
  kind: 'tighter' | 'looser',
): number => {
  const remedy = tryOut(room, { kind, paragraphs: chosen.length }, stepsFor(room, chosen))
  return remedy === null ? room.misfit : misfitOf(remedy.fit)
}

/** Those first whose last line needs the least: few characters to take back, or few to push over. */
function inOrder({ story, thread }: Room, by: -1 | 1): readonly Candidate[] {
  const measure = thread[0]?.text.measure ?? 16
  const found: (Candidate & { readonly effort: number })[] = []
  story.doc.forEach((node: Node, pos) => {
    const { looseness } = node.attrs
    if (node.type !== storySchema.nodes.paragraph || typeof looseness !== 'number') return
    const next = looseness + by
    if (Math.abs(next) > 1 || node.content.size < 2 * measure) return
    const last = (Array.from(node.textContent).length + 2) % measure
    const effort = by < 0 ? last : measure - last
    found.push({ pos, looseness: next, effort: next === 0 ? -1 : effort })
  })
  return found.sort((a, b) => a.effort - b.effort).slice(0, MOST_TRIED)
}

const stepsFor = (
  { edition, story }: Room,
  candidates: readonly Candidate[],
): readonly EditionStep[] =>
  transact(edition)
    .text(story.id, (transform) => {
      for (const { pos, looseness } of candidates)
        transform.setNodeAttribute(pos, 'looseness', looseness)
    })
    .done({ author: '', label: '', time: 0 }).steps
