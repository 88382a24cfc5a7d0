/** Blocks as the edition's records: story and picture frames, rubrics and rules. */
import { frameId, type FrameId, type RubricId, type StoryId } from '../ids'
import type { Story } from '../model/edition'
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
  const idOf = frameIds(task, blocks)
  const frames: Frame[] = []
  const rubrics: Rubric[] = []
  for (const block of blocks) {
    if (block.fixed) continue
    const { form } = block
    const area = areaOf(block)
    switch (form.kind) {
      case 'story':
        frames.push(storyFrame(task, form, area, idOf(form.rank.story.id), null))
        break
      case 'picture':
        frames.push(pictureFrame(task, form, area, idOf(form.story.id)))
        break
      case 'rubric': {
        rubrics.push({
          ...form.rubric,
          page: task.page.id,
          area,
          titleRows: form.titleRows,
        })
        let row = area.row + form.titleRows
        for (const member of form.members) {
          const inside = { ...area, row, rows: member.rows }
          frames.push(storyFrame(task, member, inside, idOf(member.rank.story.id), form.rubric.id))
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

/** Numbered as the manuscript has the stories, so that a story has one frame however the page is made up. */
function frameIds(task: PageTask, blocks: readonly Block[]): (story: StoryId) => FrameId {
  const taken = new Set(task.fixed.frames.map(({ id }) => id))
  let count = 0
  const nextId = (): FrameId => {
    do count++
    while (taken.has(frameId(`${task.page.id}-f${count}`)))
    return frameId(`${task.page.id}-f${count}`)
  }
  const stories = blocks.filter(({ fixed }) => !fixed).flatMap(({ form }) => storiesOf(form))
  stories.sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1))
  const ids = new Map(stories.map(({ id }) => [id, nextId()]))
  return (story) => {
    const id = ids.get(story)
    if (id === undefined) throw new RangeError(`Story ${story} stands in no block of the page`)
    return id
  }
}

const storiesOf = (form: Block['form']): Story[] =>
  form.kind === 'rubric'
    ? form.members.map(({ rank }) => rank.story)
    : [form.kind === 'picture' ? form.story : form.rank.story]

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
