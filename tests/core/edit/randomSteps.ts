/** Random steps that fit an edition, driven by a list of numbers so that fast-check can shrink them. */
import { Transform } from 'prosemirror-transform'
import { Fragment, Slice, type Node } from 'prosemirror-model'
import { applyStep } from '../../../core/edit/apply'
import type { EditionStep } from '../../../core/edit/step'
import { applySteps, transact } from '../../../core/edit/transaction'
import { storyId } from '../../../core/ids'
import type { Edition } from '../../../core/model/edition'
import type { Head } from '../../../core/model/frame'
import { storySchema } from '../../../core/model/storySchema'
import { TABLES, recordsOf } from '../../../core/model/tables'
import { page, picture, rubric, story, storyFrame } from '../../build/editionBuilder'
import { caption, doc, figure, headline, label, p, tip } from '../../build/storyBuilder'

/** Five numbers choose one step. */
export type Dice = readonly [number, number, number, number, number]

const pick = <T>(items: readonly T[], n: number): T | undefined =>
  items[n % Math.max(items.length, 1)]

type Maker = (edition: Edition, dice: Dice) => readonly EditionStep[]

/** The step the dice choose, as far as it fits the edition; none when it does not. */
export function randomSteps(edition: Edition, dice: Dice): readonly EditionStep[] {
  const steps = pick(makers, dice[0])?.(edition, dice) ?? []
  return applySteps(edition, steps).ok ? steps : []
}

/** A chain of steps, each made on the edition the ones before it left. */
export function randomChain(
  start: Edition,
  rolls: readonly Dice[],
): { steps: EditionStep[]; edition: Edition } {
  const steps: EditionStep[] = []
  let edition = start
  for (const dice of rolls) {
    for (const step of randomSteps(edition, dice)) {
      const next = applyStep(edition, step)
      if (!next.ok) throw new Error(next.error.message)
      steps.push(step)
      edition = next.value
    }
  }
  return { steps, edition }
}

const patch: Maker = (edition, [, a, b, c]) => {
  const table = pick(
    ['frames', 'pages', 'stories', 'rubrics', 'pictures', 'styleSheets'] as const,
    a,
  )
  const builder = transact(edition)
  const n = c % 5
  switch (table) {
    case 'frames': {
      const frame = pick(recordsOf(edition, 'frames'), b)
      if (frame === undefined) return []
      builder.patch(
        'frames',
        frame.id,
        frame.kind === 'story' && frame.head !== null && c % 3 === 0
          ? { head: headAt(frame.head, n) }
          : c % 2
            ? { locked: n > 2 }
            : { area: { ...frame.area, row: n, rows: n + 1 } },
      )
      break
    }
    case 'pages': {
      const found = pick(recordsOf(edition, 'pages'), b)
      if (found !== undefined)
        builder.patch(
          'pages',
          found.id,
          c % 2 ? { folio: `0${n}` } : { credits: pick([[], [storyId('foot')]], n) ?? [] },
        )
      break
    }
    case 'stories': {
      const found = pick(recordsOf(edition, 'stories'), b)
      const rubrics = [null, ...recordsOf(edition, 'rubrics').map((record) => record.id)]
      if (found !== undefined)
        builder.patch(
          'stories',
          found.id,
          c % 2 ? { slug: `稿${n}`, order: n } : { rubric: pick(rubrics, n) ?? null },
        )
      break
    }
    case 'rubrics': {
      const found = pick(recordsOf(edition, 'rubrics'), b)
      if (found !== undefined)
        builder.patch('rubrics', found.id, { titleRows: n, style: c % 2 ? 'box' : 'rule' })
      break
    }
    case 'pictures': {
      const found = pick(recordsOf(edition, 'pictures'), b)
      if (found !== undefined) builder.patch('pictures', found.id, { name: `图${n}` })
      break
    }
    default:
      builder.patch('styleSheets', 'plain', { headlineScale: { min: 0.7 + n / 100, max: 1.2 } })
  }
  return builder.done({ author: 't', label: '', time: 0 }).steps
}

/** A head with a place, and again without one. */
const headAt = ({ place: _, ...head }: Head, n: number): Head =>
  n === 0 ? head : { ...head, place: { column: n % 2, columns: 1 + (n % 3), row: 3 * (n % 4) } }

const put: Maker = (edition, [, a, b, c]) => {
  const id = `n${b % 6}`
  const story_ = pick(recordsOf(edition, 'stories'), c)
  const page_ = pick(recordsOf(edition, 'pages'), c)
  const pictures = [null, ...recordsOf(edition, 'pictures').map((record) => record.id)]
  switch (a % 6) {
    case 0:
      return [
        {
          kind: 'put',
          table: 'stories',
          record: story(
            id,
            doc(headline('新'), p('稿', String(b)), tip('t', label('提示'), p('甲'))),
          ),
        },
      ]
    case 1:
      return [
        {
          kind: 'put',
          table: 'stories',
          record: story(id, doc(figure('f', pick(pictures, c) ?? null, caption('图说')))),
        },
      ]
    case 2:
      if (story_ === undefined || page_ === undefined) return []
      return [
        {
          kind: 'put',
          table: 'frames',
          record: storyFrame(id, story_.id, [0, b % 80, 1, 5], { page: page_.id }),
        },
      ]
    case 3:
      return [{ kind: 'put', table: 'pages', record: page(id, { order: b % 9 }) }]
    case 4:
      return [{ kind: 'put', table: 'pictures', record: picture(id) }]
    default:
      if (story_ === undefined || page_ === undefined) return []
      return [
        {
          kind: 'put',
          table: 'rubrics',
          record: rubric(id, story_.id, [0, 0, 2, 9], { page: page_.id }),
        },
      ]
  }
}

const remove: Maker = (edition, [, a, b]) => {
  const table = pick(TABLES, a)
  const record = table === undefined ? undefined : pick(recordsOf(edition, table), b)
  return table === undefined || record === undefined
    ? []
    : [{ kind: 'remove', table, id: record.id }]
}

const meta: Maker = (edition, [, a, b]) =>
  transact(edition)
    .meta(a % 2 ? { publication: `报${b % 3}` } : { date: `2026-11-0${(b % 9) + 1}` })
    .done({ author: 't', label: '', time: 0 }).steps

const text: Maker = (edition, [, a, b, c, d]) => {
  const found = pick(recordsOf(edition, 'stories'), a)
  if (found === undefined) return []
  const transform = new Transform(found.doc)
  try {
    change(transform, b, c, d)
  } catch (error) {
    if (!(
      error instanceof RangeError ||
      (error instanceof Error && error.name === 'TransformError')
    ))
      throw error
    return []
  }
  return transform.steps.map((step) => ({ kind: 'text', story: found.id, step }))
}

function change(transform: Transform, kind: number, c: number, d: number): void {
  const size = transform.doc.content.size
  const from = c % (size + 1)
  const to = Math.min(size, from + (d % 12))
  switch (kind % 6) {
    case 0:
      transform.insert(textPlace(transform.doc, from), storySchema.text(`字${d % 10}`))
      break
    case 1:
      transform.delete(from, to)
      break
    case 2:
      transform.split(textPlace(transform.doc, from))
      break
    case 3:
      transform.deleteRange(from, to)
      break
    case 4:
      transform.replaceRange(from, to, new Slice(Fragment.from(p('段')), 0, 0))
      break
    default:
      transform.doc.descendants((node, pos) => {
        if (node.type.name === 'figure')
          transform.setNodeAttribute(pos, 'picture', d % 2 ? null : 'pic1')
      })
  }
}

/** The nearest place at or after `from` where text may stand. */
function textPlace(document: Node, from: number): number {
  for (let pos = from; pos <= document.content.size; pos++)
    if (document.resolve(pos).parent.isTextblock) return pos
  return from
}

const makers: readonly Maker[] = [text, text, text, patch, patch, put, remove, remove, meta]
