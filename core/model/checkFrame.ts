import { assertNever, type Diagnostic } from '../result'
import { EPS, pt, ptFromMilliEm } from '../units'
import { checkCells, found } from './checkCells'
import type { Edition } from './edition'
import type { Frame, Inset, PictureFrame, StoryFrame } from './frame'
import { spanWidth } from './grid'
import type { Page } from './page'
import { childOfType, storyForm } from './storySchema'
import { recordOf } from './tables'

/** A frame on its page: its cells, its columns, and that what it holds fits its kind. */
export function checkFrame(edition: Edition, frame: Frame): readonly Diagnostic[] {
  const page = recordOf(edition, 'pages', frame.page)
  if (page === null) return []
  switch (frame.kind) {
    case 'story':
      return checkStoryFrame(edition, frame, page)
    case 'picture':
      return checkPictureFrame(edition, frame, page)
    case 'rule':
      return checkCells(`The rule ${frame.id}`, frame.area, page, whereOf(frame), 0)
    default:
      return assertNever(frame)
  }
}

const whereOf = (frame: Frame) => ({ page: frame.page, frame: frame.id })

function checkStoryFrame(edition: Edition, frame: StoryFrame, page: Page): readonly Diagnostic[] {
  const where = { ...whereOf(frame), story: frame.story }
  const name = `The frame ${frame.id}`
  const problems = [...checkCells(name, frame.area, page, where)]
  const story = recordOf(edition, 'stories', frame.story)
  if (story !== null && storyForm(story.doc) !== 'story') {
    problems.push(
      found('frame.story', `${name} holds ${frame.story}, which is not a story of text.`, where),
    )
  }
  const room = spanWidth(page.grid, frame.area.columns) - 2 * frame.padding
  if (frame.text.columns * frame.text.measure * page.grid.bodySize > room + EPS) {
    problems.push(
      found(
        'frame.columns',
        `${name} has ${frame.text.columns} columns of ${frame.text.measure} characters, which are wider than it.`,
        where,
      ),
    )
  }
  if (frame.rubric !== null && recordOf(edition, 'rubrics', frame.rubric)?.page !== frame.page) {
    problems.push(found('frame.rubric', `${name} belongs to a rubric on another page.`, where))
  }
  problems.push(...checkHead(edition, frame, page))
  for (const inset of frame.insets) problems.push(...checkInset(edition, frame, page, inset))
  return problems
}

function checkHead(edition: Edition, frame: StoryFrame, page: Page): readonly Diagnostic[] {
  const { head } = frame
  if (head === null) return []
  const where = { ...whereOf(frame), story: frame.story }
  const problems: Diagnostic[] = []
  const levels = recordOf(edition, 'styleSheets', page.styleSheet)?.levels.length ?? 0
  if (head.level >= levels) {
    problems.push(
      found(
        'frame.level',
        `The frame ${frame.id} asks for headline level ${head.level} of ${levels}.`,
        where,
      ),
    )
  }
  const doc = recordOf(edition, 'stories', frame.story)?.doc
  const length = doc === undefined ? 0 : (childOfType(doc, 'headline')?.content.size ?? 0)
  const inOrder = head.turns.every((turn, i) => turn > (head.turns[i - 1] ?? 0) && turn < length)
  if (!inOrder) {
    problems.push(
      found(
        'frame.turns',
        `The headline of the frame ${frame.id} turns where it has no character.`,
        where,
        'warning',
      ),
    )
  }
  const { place } = head
  if (
    place !== undefined &&
    (place.column + place.columns > frame.text.columns || place.row >= frame.area.rows)
  ) {
    problems.push(
      found(
        'frame.place',
        `The headline of the frame ${frame.id} has its place outside the columns.`,
        where,
        'warning',
      ),
    )
  }
  return problems
}

function checkInset(
  edition: Edition,
  frame: StoryFrame,
  page: Page,
  inset: Inset,
): readonly Diagnostic[] {
  const where = { ...whereOf(frame), story: frame.story }
  const name = `The inset ${inset.block} of the frame ${frame.id}`
  const problems: Diagnostic[] = []
  if (!hasBlock(edition, frame, inset.block)) {
    problems.push(
      found('inset.block', `${name} names a block that is not in the story.`, where, 'warning'),
    )
  }
  const end = pt(
    ptFromMilliEm(inset.x, page.grid.bodySize) + ptFromMilliEm(inset.width, page.grid.bodySize),
  )
  if (inset.rows < 1 || inset.width <= 0) {
    problems.push(found('inset.size', `${name} has no size.`, where))
  }
  if (
    end > spanWidth(page.grid, frame.area.columns) - 2 * frame.padding + EPS ||
    inset.row + inset.rows > frame.area.rows
  ) {
    problems.push(found('inset.outside', `${name} reaches over its frame.`, where))
  }
  return problems
}

function hasBlock(edition: Edition, frame: StoryFrame, id: string): boolean {
  let has = false
  recordOf(edition, 'stories', frame.story)?.doc.forEach((block) => {
    if (block.attrs['id'] === id) has = true
  })
  return has
}

function checkPictureFrame(
  edition: Edition,
  frame: PictureFrame,
  page: Page,
): readonly Diagnostic[] {
  const where = { ...whereOf(frame), story: frame.story }
  const name = `The picture frame ${frame.id}`
  const problems = [...checkCells(name, frame.area, page, where)]
  const story = recordOf(edition, 'stories', frame.story)
  if (story !== null && storyForm(story.doc) !== 'picture') {
    problems.push(
      found(
        'frame.story',
        `${name} holds ${frame.story}, which is not a picture with its words.`,
        where,
      ),
    )
  }
  if (frame.pictureRows > frame.area.rows) {
    problems.push(found('frame.picture', `${name} gives its picture more rows than it has.`, where))
  }
  const { crop } = frame
  if (
    crop !== null &&
    (crop.width <= 0 ||
      crop.height <= 0 ||
      crop.x + crop.width > 1 + EPS ||
      crop.y + crop.height > 1 + EPS)
  ) {
    problems.push(found('frame.crop', `${name} shows a part that is not in its picture.`, where))
  }
  return problems
}
