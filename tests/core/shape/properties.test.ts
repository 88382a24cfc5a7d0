import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { composeEdition, createComposeCache } from '../../../core/compose'
import { applySteps, invertSteps, type EditionStep } from '../../../core/edit'
import { frameId, pageId, type FrameId } from '../../../core/ids'
import { checkEdition } from '../../../core/model/check'
import type { Cells } from '../../../core/model/grid'
import { HEAD_FORMS } from '../../../core/model/headForm'
import { storiesOf, type Edition } from '../../../core/model/edition'
import {
  alignFrames,
  ALIGNMENTS,
  distributeFrames,
  drawFrame,
  drawRule,
  emptyStory,
  lockFrames,
  moveFrames,
  placeInset,
  removeFrames,
  reorderFrame,
  resizeFrame,
  setColumns,
  setHead,
  type HeadChange,
  type Shaped,
} from '../../../core/shape'
import { duplicateFrames } from '../../../core/pages'
import { milliEm } from '../../../core/units'
import { smallEdition } from '../../build/editionBuilder'
import { fakeFonts } from '../../build/fakeFont'

const tools = { fonts: fakeFonts(), cache: createComposeCache() }
const seed = 20261128

let made = 0
const fresh = (): string => `t${(made += 1)}`

type Deed = (edition: Edition, ids: readonly FrameId[]) => Shaped

const small = fc.integer({ min: -9, max: 9 })
const cells = fc.record({
  column: fc.integer({ min: -3, max: 9 }),
  columns: fc.integer({ min: -2, max: 9 }),
  row: fc.integer({ min: -9, max: 99 }),
  rows: fc.integer({ min: -9, max: 99 }),
})
const first = (ids: readonly FrameId[]): FrameId => ids[0] ?? frameId('none')
const drawn = (area: Cells) => ({ id: frameId(fresh()), page: pageId('p1'), area })
const halves: readonly (readonly number[])[] = [[], [3]]
const definedIn = <T extends object>(change: T) =>
  Object.fromEntries(
    Object.entries(change).filter(([, value]) => value !== undefined),
  ) as HeadChange
const nothing: Shaped = { ok: true, value: [] }

const deeds: fc.Arbitrary<Deed> = fc.oneof(
  fc
    .record({ columns: small, rows: small, offset: fc.double({ min: -1, max: 1, noNaN: true }) })
    .map(
      (by): Deed =>
        (edition, ids) =>
          moveFrames(edition, ids, by),
    ),
  cells.map(
    (area): Deed =>
      (edition, ids) =>
        resizeFrame(edition, first(ids), area, tools),
  ),
  fc
    .record({ columns: fc.integer({ min: 1, max: 12 }), measure: fc.integer({ min: 1, max: 90 }) })
    .map(
      (wanted): Deed =>
        (edition, ids) =>
          setColumns(edition, first(ids), wanted, tools),
    ),
  fc
    .record({
      level: fc.integer({ min: -1, max: 5 }),
      form: fc.option(fc.constantFrom(...HEAD_FORMS), { nil: undefined }),
      rows: fc.option(fc.integer({ min: 1, max: 30 })),
    })
    .map(
      (change): Deed =>
        (edition, ids) =>
          setHead(edition, first(ids), definedIn(change), tools),
    ),
  fc.record({ column: fc.nat(5), columns: fc.integer({ min: 1, max: 6 }), row: fc.nat(60) }).map(
    (place): Deed =>
      (edition, ids) =>
        setHead(
          edition,
          first(ids),
          { place, turnsOn: (lines) => halves[lines - 1] ?? null },
          tools,
        ),
  ),
  fc
    .record({ x: small, width: small, row: small, rows: small })
    .map((by): Deed => (edition, ids) => {
      const frame = edition.frames[first(ids)]
      const inset = frame?.kind === 'story' ? frame.insets[0] : undefined
      if (inset === undefined) return nothing
      const wanted = {
        block: inset.block,
        x: milliEm(inset.x + by.x * 4000),
        width: milliEm(inset.width + by.width * 4000),
        row: inset.row + by.row,
        rows: inset.rows + by.rows,
      }
      return placeInset(edition, first(ids), wanted, tools)
    }),
  fc.tuple(cells, fc.nat(6)).map(([area, nth]): Deed => (edition) => {
    const story = storiesOf(edition)[nth]
    if (story === undefined) return nothing
    return drawFrame(edition, drawn(area), { kind: 'waiting', story: story.id }, tools)
  }),
  cells.map((area): Deed => (edition) => {
    const story = emptyStory(edition, area.row % 2 === 0 ? 'story' : 'picture', '新稿', fresh)
    return drawFrame(edition, drawn(area), { kind: 'new', story }, tools)
  }),
  fc.tuple(cells, fc.boolean()).map(
    ([area, across]): Deed =>
      (edition) =>
        drawRule(edition, drawn(area), across ? 'horizontal' : 'vertical'),
  ),
  fc.record({ columns: small, rows: small }).map(
    (by): Deed =>
      (edition, ids) =>
        duplicateFrames(edition, ids, {
          by,
          copies: ids.map(() => frameId(fresh())),
          fresh,
          tools,
        }),
  ),
  fc.constant<Deed>((edition, ids) => removeFrames(edition, ids)),
  fc.constantFrom(...ALIGNMENTS).map(
    (to): Deed =>
      (edition, ids) =>
        alignFrames(edition, ids, to),
  ),
  fc.constantFrom('across' as const, 'down' as const).map(
    (along): Deed =>
      (edition, ids) =>
        distributeFrames(edition, ids, along),
  ),
  fc.constantFrom(-1 as const, 1 as const).map(
    (by): Deed =>
      (edition, ids) =>
        reorderFrame(edition, first(ids), by),
  ),
  fc.boolean().map(
    (locked): Deed =>
      (edition, ids) =>
        lockFrames(edition, ids, locked),
  ),
)

const run = fc.array(fc.tuple(deeds, fc.array(fc.nat(20), { minLength: 1, maxLength: 4 })), {
  minLength: 1,
  maxLength: 14,
})

const errorsOf = (edition: Edition) =>
  checkEdition(edition).filter(({ severity }) => severity === 'error')

const charactersOf = (edition: Edition): string =>
  storiesOf(edition)
    .map(({ doc }) => doc.textContent)
    .join('')

describe('gestures on frames', () => {
  it('leave a valid edition, lose no text, and are taken back to what was, whatever their order', () => {
    fc.assert(
      fc.property(run, (row) => {
        const start = smallEdition()
        let edition = start
        const all: EditionStep[] = []
        for (const [deed, picks] of row) {
          const ids = Object.values(edition.frames).map(({ id }) => id)
          const chosen = [
            ...new Set(picks.flatMap((pick) => ids[pick % Math.max(1, ids.length)] ?? [])),
          ]
          const before = edition
          const shaped = deed(edition, chosen)
          if (!shaped.ok) continue
          const after = applySteps(edition, shaped.value)
          if (!after.ok) throw new Error(after.error.message)
          edition = after.value
          all.push(...shaped.value)
          expect(errorsOf(edition)).toEqual([])
          expect(charactersOf(edition).length).toBeGreaterThanOrEqual(charactersOf(before).length)
          const back = applySteps(edition, invertSteps(shaped.value, before))
          expect(back).toEqual({ ok: true, value: before })
        }
        composeEdition(edition, tools)
        expect(applySteps(edition, invertSteps(all, start))).toEqual({ ok: true, value: start })
      }),
      { seed, numRuns: 150 },
    )
  })

  it('leave locked frames alone', () => {
    fc.assert(
      fc.property(deeds, fc.nat(4), (deed, pick) => {
        const start = smallEdition()
        const id = Object.values(start.frames)[pick]?.id ?? frameId('f1')
        const locked = lockFrames(start, [id], true)
        const edition = locked.ok ? applySteps(start, locked.value) : locked
        if (!edition.ok) throw new Error(edition.error.message)
        const shaped = deed(edition.value, [id])
        const after = shaped.ok ? applySteps(edition.value, shaped.value) : edition
        if (!after.ok) throw new Error(after.error.message)
        const was = edition.value.frames[id]
        const is = after.value.frames[id]
        expect({ ...is, locked: true }).toEqual(was)
      }),
      { seed, numRuns: 300 },
    )
  })
})
