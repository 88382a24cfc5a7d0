/** A form with rows more: white in its headline group, or a deeper picture. */
import { headForm, headPlaceIn } from '../model/headForm'
import { gutterOf, UNDER } from './among'
import type { Block } from './blocks'
import { mostPictureRows } from './pictureForms'
import { raggedCost } from './storyForms'
import { tryStory } from './trial'
import type { PageTask, StoryForm } from './types'

/** Rows that a headline group takes before it stands in a hole itself, and what each costs. */
const MOST = 5
const UNEASY = 3

type Form = Block['form']

/** The form over so many base columns with up to `more` rows more. */
export function deeperForm(task: PageTask, form: Form, columns: number, more: number): Form {
  if (more <= 0) return form
  if (form.kind === 'picture') {
    const most = mostPictureRows(task, form, columns) - form.pictureRows
    const taken = Math.max(0, Math.min(more, most))
    return { ...form, pictureRows: form.pictureRows + taken, rows: form.rows + taken }
  }
  if (form.kind !== 'story' || form.head === null || form.headRows === 0) return form
  if (headForm(form.head, form.text.columns) !== 'over')
    return deeperAmong(task, form, columns, more)
  const taken = Math.min(more, MOST)
  const headRows = form.headRows + taken
  const head = { ...form.head, rows: headRows }
  return { ...form, head, headRows, rows: form.rows + taken, cost: form.cost + taken * UNEASY }
}

/** The same with the headline among the text: its columns give to the others what the group takes. */
function deeperAmong(task: PageTask, form: StoryForm, columns: number, more: number): StoryForm {
  const { head, text, rank, padding, insets } = form
  const place = head && headPlaceIn(head, text.columns)
  if (!place) return form
  const between = { ...text, gutter: gutterOf(task, form, columns) }
  let best = form
  for (let taken = 1; taken <= MOST; taken++) {
    const headRows = form.headRows + taken
    const own = { ...head, rows: headRows }
    const shape = { columns, text: between, padding, insets, head: own }
    const trial = tryStory(task, rank.story, shape)
    if (trial === null || trial.overset || trial.rows > form.rows + more) break
    const { rows, ragged } = trial
    if (place.row > 0 && rows < place.row + headRows + UNDER) break
    const feet = raggedCost(task, ragged) - raggedCost(task, form.ragged)
    const cost = form.cost + taken * UNEASY + feet
    best = { ...form, head: own, headRows, rows, ragged, cost }
  }
  return best
}
