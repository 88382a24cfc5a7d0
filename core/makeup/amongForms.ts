/** Forms of a story whose headline stands among its text, as deep as the composer makes them. */
import { headForm } from '../model/headForm'
import { spanWidth } from '../model/grid'
import { pt } from '../units'
import { amongHeads, UNDER, waistHeads, type AmongForm } from './among'
import { blockCost } from './blockCost'
import { textColumns, type TextColumns } from './measures'
import { raggedCost } from './storyForms'
import { tryStory } from './trial'
import type { PageTask, Ranked, StoryForm } from './types'

/** A headline among the text is not tried where it would cost so much more than one over all columns. */
const DEARER = 12
/** Rows by which a depth that was reckoned may be out. */
const OUT = 2

/**
 * Forms with the headline over some of the columns, text beside it (串文, 眉心), or in mid-text (腰题).
 * `over` are those with it over all of them: they tell about how deep the text is.
 */
export function amongForms(
  task: PageTask,
  rank: Ranked,
  columns: number,
  over: readonly StoryForm[],
): readonly StoryForm[] {
  if (!task.among.has(rank.story.id)) return []
  const { grid } = task.page
  const padding = pt(0)
  const width = spanWidth(grid, columns)
  const dearest = Math.min(...over.map(({ cost }) => cost)) + DEARER
  const shapeAt = (deep: number): number => blockCost(task, width, deep * grid.leading, rank.level)
  const tried = easiest(textColumns(width / grid.bodySize, task.house, task.air)).flatMap(
    (text) => {
      const alike = likest(over, text)
      const alone = alike && alike.rows - alike.headRows
      const heads = [
        ...amongHeads(task, rank, text),
        ...(alone === undefined ? [] : waistHeads(task, rank, text, alone)),
      ]
      return heads.flatMap((head) => {
        const area = head.rows * (head.head.place?.columns ?? text.columns)
        const about = alone && alone + area / text.columns
        const least = about ? Math.min(shapeAt(about - OUT), shapeAt(about + OUT)) : 0
        const cost = text.cost + head.cost + least
        return cost > dearest ? [] : [{ text, head, about, cost }]
      })
    },
  )
  return (task.isFew ? promising(tried) : tried).flatMap(
    ({ text, head: { head, rows: headRows, cost } }): readonly StoryForm[] => {
      const trial = tryStory(task, rank.story, { columns, text, padding, insets: [], head })
      if (trial === null || trial.overset) return []
      const above = head.place?.row ?? 0
      if (trial.rows < above + headRows + UNDER) return []
      const { rows, ragged } = trial
      return [
        {
          kind: 'story',
          rank,
          rows,
          cost:
            text.cost +
            cost +
            raggedCost(task, ragged) +
            trial.broken * task.house.cost.broken +
            shapeAt(rows),
          text: { columns: text.columns, measure: text.measure },
          padding,
          head,
          insets: [],
          headRows,
          ragged,
        },
      ]
    },
  )
}

/** A form of as many text columns, of the same measure if there is one. */
function likest(
  over: readonly StoryForm[],
  { columns, measure }: TextColumns,
): StoryForm | undefined {
  const alike = over.filter(({ text }) => text.columns === columns)
  return alike.find(({ text }) => text.measure === measure) ?? alike[0]
}

/** A headline in a place among text columns, before it is composed. */
interface Untried {
  readonly text: TextColumns
  readonly head: AmongForm
  /** Rows that it would be deep, about; undefined where nothing tells. */
  readonly about: number | undefined
  readonly cost: number
}

/** Of those about as deep, which take the same corners of the block, the likeliest cheapest: a page asks for one of each depth. */
function promising(tried: readonly Untried[]): readonly Untried[] {
  const best = new Map<string, Untried>()
  const unknown: Untried[] = []
  for (const one of tried) {
    if (one.about === undefined) {
      unknown.push(one)
      continue
    }
    const key = `${headForm(one.head.head, one.text.columns)} ${Math.round(one.about)}`
    const known = best.get(key)
    if (known === undefined || one.cost < known.cost) best.set(key, one)
  }
  return [...best.values(), ...unknown]
}

/** Of each number of columns the cheapest measure. */
const easiest = (all: readonly TextColumns[]): readonly TextColumns[] =>
  all.filter(({ columns, cost }) =>
    all.every((other) => other.columns !== columns || other.cost >= cost),
  )
