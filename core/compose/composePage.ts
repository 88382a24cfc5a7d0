/** A page put together: its frame (报眉, rules, rubrics) under the stories that stand on it, in manuscript order. */
import type { DisplayItem, LineRecord, PageDisplay, TextRun } from '../display/displayList'
import type { RubricId } from '../ids'
import { framesOn, isRuleFrame, pageOneOf, type Edition, type Story } from '../model/edition'
import type { Rubric, RuleFrame } from '../model/frame'
import type { Page } from '../model/page'
import type { StyleSheet } from '../model/styleSheet'
import type { Diagnostic } from '../result'
import type { ShapingContext } from '../text/types'
import { ptFromMm } from '../units'
import { sameInputs } from './cache'
import type { StoryLayout } from './composeStory'
import { layoutFurniture, type Furniture } from './furniture'
import type { PlacedLine } from './placeLines'
import { layoutRubric } from './rubric'
import { layoutRule } from './rules'
import type { StoryPart } from './storyPart'
import type { ComposeContext } from './types'

export interface ComposedPage {
  readonly display: PageDisplay
  readonly diagnostics: readonly Diagnostic[]
}

/** What stands on the page around its stories. */
export interface PageFrame {
  readonly items: readonly DisplayItem[]
  readonly lines: readonly PlacedLine[]
  /** Title lines of each rubric, read before its first story. */
  readonly titles: ReadonlyMap<RubricId, readonly PlacedLine[]>
  readonly diagnostics: readonly Diagnostic[]
}

/** A part of a story on the page, and the rubric whose title comes before it. */
interface Standing {
  readonly rubric: RubricId | null
  readonly part: StoryPart
}

/** The page, made anew only when something it was made from is another object. */
export function composePage(
  edition: Edition,
  page: Page,
  layouts: readonly (readonly [Story, StoryLayout])[],
  { fonts, cache }: ComposeContext,
): ComposedPage {
  const sheet = edition.styleSheets[page.styleSheet]
  if (sheet === undefined) {
    throw new RangeError(`Page ${page.folio} names the unknown style sheet ${page.styleSheet}`)
  }
  const rubrics = Object.values(edition.rubrics).filter((rubric) => rubric.page === page.id)
  const rules = framesOn(edition, page.id).filter(isRuleFrame)
  const furnished = furnitureInputs(edition, page, sheet)
  const around = [...furnished, ...rubricInputs(edition, rubrics), ...rules]
  const standing = layouts.flatMap(([{ rubric }, { parts }]) =>
    parts.flatMap((part): readonly Standing[] => (part.page === page.id ? [{ rubric, part }] : [])),
  )
  const inputs = standing.flatMap(({ rubric, part }) => [rubric, part])
  const known = cache.pages.get(page.id)
  const isFramed = known !== undefined && sameInputs(known.around, around)
  if (isFramed && sameInputs(known.inputs, inputs)) return known.composed
  const ctx = { fonts, rules: sheet.rules }
  const isFurnished = known !== undefined && sameInputs(known.furnished, furnished)
  const furniture = isFurnished ? known.furniture : layoutFurniture(edition, page, sheet, ctx)
  const frame = isFramed
    ? known.frame
    : pageFrame(edition, page, sheet, rubrics, rules, furniture, ctx)
  const composed = { display: displayOf(page, frame, standing), diagnostics: frame.diagnostics }
  cache.pages.set(page.id, { furnished, furniture, around, frame, inputs, composed })
  return composed
}

/** Everything the furniture of a page reads from the edition, by identity. */
const furnitureInputs = (edition: Edition, page: Page, sheet: StyleSheet): readonly unknown[] => [
  ...[edition.meta, pageOneOf(edition)?.id, page, sheet],
  ...page.credits.map((id) => edition.stories[id]?.doc),
]

const rubricInputs = (edition: Edition, rubrics: readonly Rubric[]): readonly unknown[] => [
  ...rubrics,
  ...rubrics.map(({ title }) => edition.stories[title]?.doc),
]

function pageFrame(
  edition: Edition,
  page: Page,
  sheet: StyleSheet,
  rubrics: readonly Rubric[],
  rules: readonly RuleFrame[],
  furniture: Furniture,
  ctx: ShapingContext,
): PageFrame {
  const boxes = rubrics.map((rubric) => layoutRubric(rubric, edition, page.grid, sheet, ctx))
  const lines = rules.map((rule) => layoutRule(rule, page.grid, sheet.body.ink))
  return {
    items: [...furniture.items, ...boxes.flatMap(({ items }) => items), ...lines],
    ...{ lines: furniture.lines, diagnostics: furniture.diagnostics },
    titles: new Map(rubrics.map((rubric, i) => [rubric.id, boxes[i]?.lines ?? []])),
  }
}

function displayOf(page: Page, frame: PageFrame, standing: readonly Standing[]): PageDisplay {
  const under: DisplayItem[] = [...frame.items]
  const runs: TextRun[] = frame.lines.flatMap((line) => line.runs)
  const lines: LineRecord[] = frame.lines.map((line) => line.record)
  const titles = new Map(frame.titles)
  const addTitle = (rubric: RubricId): void => {
    for (const line of titles.get(rubric) ?? []) {
      runs.push(...line.runs)
      lines.push(line.record)
    }
    titles.delete(rubric)
  }
  for (const { rubric, part } of standing) {
    if (rubric !== null) addTitle(rubric)
    under.push(...part.items)
    runs.push(...part.runs)
    lines.push(...part.lines)
  }
  for (const rubric of [...titles.keys()]) addTitle(rubric)
  return {
    page: page.id,
    folio: page.folio,
    trim: { width: ptFromMm(page.sheet.width), height: ptFromMm(page.sheet.height) },
    bleed: ptFromMm(page.sheet.bleed),
    items: [...under, ...runs],
    lines,
  }
}
