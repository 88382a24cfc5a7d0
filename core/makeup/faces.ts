/** 宋 and 黑 alternate between neighbouring headlines. */
import { layoutHead } from '../compose/head'
import { spanWidth } from '../model/grid'
import type { HeadlineFace } from '../model/styleSheet'
import { pt } from '../units'
import { gutterOf, widthOf } from './among'
import { besides, levelOf, stacked, type Block } from './blocks'
import type { PageTask, StoryForm } from './types'

/** The lead in 宋, the second feature in 黑, and every other unlike its neighbours as far as may be. */
export function withFaces(task: PageTask, blocks: readonly Block[]): readonly Block[] {
  const order = [...blocks]
    .filter(({ form }) => form.kind === 'story' && form.head !== null)
    .sort((a, b) => levelOf(a) - levelOf(b) || a.row - b.row || a.column - b.column)
  const faces = new Map<Block, HeadlineFace>()
  for (const block of order) {
    if (block.fixed && block.form.kind === 'story' && block.form.head !== null) {
      faces.set(block, block.form.head.face)
      continue
    }
    const near = order.filter(
      (other) => besides(block, other) || stacked(block, other, task.house.gapRows + 2),
    )
    const song = near.filter((other) => faces.get(other) === 'song').length
    const hei = near.filter((other) => faces.get(other) === 'hei').length
    const wanted: HeadlineFace =
      song > hei || (song === hei && levelOf(block) === 1) ? 'hei' : 'song'
    faces.set(block, wanted)
  }
  return blocks.map((block) => {
    const face = faces.get(block)
    return face === 'hei' && !block.fixed && block.form.kind === 'story'
      ? { ...block, form: inHei(task, block.form, block.columns) }
      : block
  })
}

/** The form in 黑, unless its other widths would change the headline's depth. */
function inHei(task: PageTask, form: StoryForm, columns: number): StoryForm {
  if (form.head === null) return form
  const { sheet, page, fonts, cache } = task
  const head = { ...form.head, face: 'hei' } as const
  const width = pt(headWidth(task, form, columns))
  const ctx = { fonts, rules: sheet.rules }
  const layout = layoutHead(form.rank.story.doc, head, width, page.grid, sheet, { ctx, cache })
  return layout.rows === form.headRows ? { ...form, head } : form
}

/** Points that a form's headline group has across. */
function headWidth(task: PageTask, form: StoryForm, columns: number): number {
  const { grid } = task.page
  const { text, head } = form
  if (head?.place === undefined) return spanWidth(grid, columns) - 2 * form.padding
  const gutter = gutterOf(task, form, columns)
  return widthOf(task, head.place, { measure: text.measure, gutter })
}
