/** 破栏: how many text columns of whole characters a frame may have. */
import { asideOf } from '../compose/standingHead'
import type { Edition } from '../model/edition'
import type { StoryFrame } from '../model/frame'
import { spanWidth } from '../model/grid'
import type { Page } from '../model/page'
import { EPS } from '../units'

export type TextColumns = StoryFrame['text']

/** Body ems between two columns at least, and characters a column holds at least. */
const LEAST_GUTTER = 1
const LEAST_MEASURE = 5

/** Width for text, in body ems: the frame's without its padding and a standing 主题. */
function roomFor(edition: Edition, frame: StoryFrame, page: Page): number {
  const sheet = edition.styleSheets[page.styleSheet]
  const doc = edition.stories[frame.story]?.doc
  const aside = sheet && doc ? asideOf(doc, frame, page.grid, sheet) : null
  const beside = aside === null ? 0 : aside.left + aside.right
  const width = spanWidth(page.grid, frame.area.columns) - 2 * frame.padding - beside
  return (width + EPS) / page.grid.bodySize
}

const measureOf = (room: number, columns: number): number =>
  Math.max(1, Math.floor((room - (columns - 1) * LEAST_GUTTER) / columns))

/** Every break of the frame's width, the base columns' own first where it fits; one column always. */
export function columnChoices(
  edition: Edition,
  frame: StoryFrame,
  page: Page,
): readonly TextColumns[] {
  const room = roomFor(edition, frame, page)
  const { columns: base } = frame.area
  const { measure } = page.grid
  const choices: TextColumns[] = []
  for (let columns = 1; columns === 1 || measureOf(room, columns) >= LEAST_MEASURE; columns++) {
    const natural = columns === base && columns * measure <= room
    choices.push({ columns, measure: natural ? measure : measureOf(room, columns) })
  }
  return choices
}

/**
 * The columns for a frame whose width changed: base columns stay base columns,
 * a 破栏 takes the break whose measure is nearest to what it was.
 */
export function refitColumns(
  edition: Edition,
  before: StoryFrame,
  after: StoryFrame,
  page: Page,
): TextColumns {
  const { text, area } = before
  const choices = columnChoices(edition, after, page)
  const natural = text.columns === area.columns && text.measure === page.grid.measure
  const base = choices.find(({ columns }) => columns === after.area.columns)
  if (natural && base?.measure === page.grid.measure) return base
  const same = roomFor(edition, before, page) === roomFor(edition, after, page)
  if (same) return text
  const off = ({ measure }: TextColumns): number => Math.abs(measure - text.measure)
  return choices.reduce((best, one) => (off(one) < off(best) ? one : best), choices[0] ?? text)
}
