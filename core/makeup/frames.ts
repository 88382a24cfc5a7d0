/** Blocks as the edition's records: story and picture frames, rubrics and rules. */
import { frameId, type FrameId, type RubricId } from '../ids'
import type { Frame, PictureFrame, Rubric, StoryFrame } from '../model/frame'
import type { Cells } from '../model/grid'
import { assertNever } from '../result'
import { pt } from '../units'
import type { Block } from './blocks'
import { ruleFrames } from './ruleFrames'
import type { PageTask, PictureForm, StoryForm } from './types'

export interface PageFrames {
  readonly frames: readonly Frame[]
  readonly rubrics: readonly Rubric[]
}

export function framesOf(task: PageTask, blocks: readonly Block[]): PageFrames {
  const taken = new Set(task.fixed.frames.map(({ id }) => id))
  let count = 0
  const nextId = (): FrameId => {
    do count++
    while (taken.has(frameId(`${task.page.id}-f${count}`)))
    return frameId(`${task.page.id}-f${count}`)
  }
  const frames: Frame[] = []
  const rubrics: Rubric[] = []
  for (const block of blocks) {
    if (block.fixed) continue
    const { form } = block
    const area = areaOf(block)
    switch (form.kind) {
      case 'story':
        frames.push(storyFrame(task, form, area, nextId(), null))
        break
      case 'picture':
        frames.push(pictureFrame(task, form, area, nextId()))
        break
      case 'rubric': {
        rubrics.push({
          ...form.rubric,
          page: task.page.id,
          area,
          titleRows: task.house.rubricTitleRows,
        })
        let row = area.row + task.house.rubricTitleRows
        for (const member of form.members) {
          const inside = { ...area, row, rows: member.rows }
          frames.push(storyFrame(task, member, inside, nextId(), form.rubric.id))
          row += member.rows + task.house.rubricGapRows
        }
        break
      }
      default:
        assertNever(form)
    }
  }
  return { frames: [...frames, ...ruleFrames(task, blocks)], rubrics }
}

const areaOf = ({ column, columns, row, rows }: Block): Cells => ({ column, columns, row, rows })

function storyFrame(
  task: PageTask,
  form: StoryForm,
  area: Cells,
  id: FrameId,
  rubric: RubricId | null,
): StoryFrame {
  return {
    kind: 'story',
    id,
    page: task.page.id,
    area,
    locked: false,
    story: form.rank.story.id,
    order: task.threaded.get(form.rank.story.id) ?? 0,
    rubric,
    text: form.text,
    padding: form.padding,
    head: form.head,
    insets: form.insets,
  }
}

const pictureFrame = (
  task: PageTask,
  form: PictureForm,
  area: Cells,
  id: FrameId,
): PictureFrame => ({
  kind: 'picture',
  id,
  page: task.page.id,
  area,
  locked: false,
  story: form.story.id,
  pictureRows: form.pictureRows,
  crop: null,
  padding: pt(form.padding),
  tint: form.tint,
})
