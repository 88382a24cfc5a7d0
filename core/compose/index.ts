/**
 * Compose once: an edition in, finished pages out. Every line break and every
 * glyph's place is decided here; painters only draw.
 *
 * A story goes collect → line slots → fill (break, justify, keep) → balance →
 * place; a page is its furniture, rules and rubrics, then its stories. What a
 * story was composed from is remembered, so that typing in one story leaves
 * the others as they are.
 */
import type { DisplayItem, LineRecord, PageDisplay, TextRun } from '../display/displayList'
import type { RubricId } from '../ids'
import { framesOn, isRuleFrame, pagesOf, storiesOf, threadOf } from '../model/edition'
import type { Edition, Story } from '../model/edition'
import type { Page } from '../model/page'
import { storyForm } from '../model/storySchema'
import type { StyleSheet } from '../model/styleSheet'
import type { Diagnostic } from '../result'
import type { ShapingContext } from '../text/types'
import { ptFromMm } from '../units'
import type { ComposeCache } from './cache'
import { composePicture } from './composePicture'
import { composeStory, type StoryLayout } from './composeStory'
import { layoutFurniture } from './furniture'
import type { PlacedLine } from './placeLines'
import { layoutRubric } from './rubric'
import { layoutRule } from './rules'
import type { ComposeContext, EditionDisplay } from './types'

export { createComposeCache } from './cache'
export type { ComposeContext, EditionDisplay, StoryFit, TextRange } from './types'

/**
 * Composes every page of an edition. Copy trouble (overset text, characters no
 * font has, open jumps) comes back as diagnostics beside the pages. Pure but
 * for `context.cache`, which changes nothing but the time it takes.
 */
export function composeEdition(edition: Edition, context: ComposeContext): EditionDisplay {
  const layouts = storiesOf(edition).flatMap(
    (story): readonly (readonly [Story, StoryLayout])[] => {
      const layout = rememberedLayout(edition, story, context)
      return layout === null ? [] : [[story, layout]]
    },
  )
  const pages = pagesOf(edition).map((page) => composePage(edition, page, layouts, context))
  return {
    pages: pages.map(({ display }) => display),
    stories: layouts.map(([, layout]) => layout.fit),
    diagnostics: [
      ...layouts.flatMap(([, layout]) => layout.diagnostics),
      ...pages.flatMap(({ diagnostics }) => diagnostics),
    ],
  }
}

/** A story's layout, made anew only when something it was made from is another object. */
function rememberedLayout(
  edition: Edition,
  story: Story,
  { fonts, cache }: ComposeContext,
): StoryLayout | null {
  const inputs = layoutInputs(edition, story)
  if (inputs === null) return null
  const known = cache.stories.get(story.id)
  if (known !== undefined && sameInputs(known.inputs, inputs)) return known.layout
  const layout = layoutStory(edition, story, fonts, cache)
  if (layout !== null) cache.stories.set(story.id, { inputs, layout })
  return layout
}

/** Everything a story's layout reads from the edition, by identity; null for standing lines. */
function layoutInputs(edition: Edition, story: Story): readonly unknown[] | null {
  const form = storyForm(story.doc)
  if (form === 'lines') return null
  const frames =
    form === 'picture'
      ? Object.values(edition.frames).filter(
          (frame) => frame.kind === 'picture' && frame.story === story.id,
        )
      : threadOf(edition, story.id)
  const pages = frames.map((frame) => edition.pages[frame.page])
  return [story.doc, story.slug, edition.styleSheets, edition.pictures, ...frames, ...pages]
}

const sameInputs = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((value, i) => value === b[i])

function layoutStory(
  edition: Edition,
  story: Story,
  fonts: ComposeContext['fonts'],
  cache: ComposeCache,
): StoryLayout | null {
  const ctx = contextFor(edition, fonts)
  return storyForm(story.doc) === 'picture'
    ? composePicture(edition, story, ctx, cache)
    : composeStory(edition, story, ctx, cache)
}

/** House rules are one value an edition: those of its first page's styles. */
function contextFor(edition: Edition, fonts: ComposeContext['fonts']): ShapingContext {
  const page = pagesOf(edition)[0]
  const sheet = page && edition.styleSheets[page.styleSheet]
  if (sheet === undefined)
    throw new RangeError('An edition with frames has a page with a style sheet')
  return { fonts, rules: sheet.rules }
}

interface ComposedPage {
  readonly display: PageDisplay
  readonly diagnostics: readonly Diagnostic[]
}

/** A page is its frame (报眉, rules, rubrics) under the stories that stand on it, in manuscript order. */
function composePage(
  edition: Edition,
  page: Page,
  layouts: readonly (readonly [Story, StoryLayout])[],
  { fonts }: ComposeContext,
): ComposedPage {
  const sheet = edition.styleSheets[page.styleSheet]
  if (sheet === undefined) {
    throw new RangeError(`Page ${page.folio} names the unknown style sheet ${page.styleSheet}`)
  }
  const frame = pageFrame(edition, page, sheet, { fonts, rules: sheet.rules })
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
  for (const [story, layout] of layouts) {
    for (const part of layout.parts) {
      if (part.page !== page.id) continue
      if (story.rubric !== null) addTitle(story.rubric)
      under.push(...part.items)
      runs.push(...part.runs)
      lines.push(...part.lines)
    }
  }
  for (const rubric of [...titles.keys()]) addTitle(rubric)
  const display = {
    page: page.id,
    folio: page.folio,
    trim: { width: ptFromMm(page.sheet.width), height: ptFromMm(page.sheet.height) },
    bleed: ptFromMm(page.sheet.bleed),
    items: [...under, ...runs],
    lines,
  }
  return { display, diagnostics: frame.diagnostics }
}

interface PageFrame {
  readonly items: readonly DisplayItem[]
  readonly lines: readonly PlacedLine[]
  /** Title lines of each rubric, read before its first story. */
  readonly titles: ReadonlyMap<RubricId, readonly PlacedLine[]>
  readonly diagnostics: readonly Diagnostic[]
}

/** What stands on the page around its stories. */
function pageFrame(
  edition: Edition,
  page: Page,
  sheet: StyleSheet,
  ctx: ShapingContext,
): PageFrame {
  const furniture = layoutFurniture(edition, page, sheet, ctx)
  const rubrics = Object.values(edition.rubrics).filter((rubric) => rubric.page === page.id)
  const boxes = rubrics.map((rubric) => layoutRubric(rubric, edition, page.grid, sheet, ctx))
  const rules = framesOn(edition, page.id)
    .filter(isRuleFrame)
    .map((rule) => layoutRule(rule, page.grid, sheet.body.ink))
  return {
    items: [...furniture.items, ...boxes.flatMap(({ items }) => items), ...rules],
    ...{ lines: furniture.lines, diagnostics: furniture.diagnostics },
    titles: new Map(rubrics.map((rubric, i) => [rubric.id, boxes[i]?.lines ?? []])),
  }
}
