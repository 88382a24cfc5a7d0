/**
 * Compose once: an edition in, finished pages out. Every line break and every
 * glyph's place is decided here; painters only draw.
 *
 * A story goes collect → line slots → fill (break, justify, keep) → balance →
 * place; a page is its furniture, rules and rubrics, then its stories. What a
 * story and a page were composed from is remembered, so that typing in one story
 * leaves the others as they are, and the pages it does not stand on.
 */
import { pagesOf, storiesOf, threadOf } from '../model/edition'
import type { Edition, Story } from '../model/edition'
import { storyForm } from '../model/storySchema'
import type { ShapingContext } from '../text/types'
import { sameInputs, type ComposeCache } from './cache'
import { composePage } from './composePage'
import { composePicture } from './composePicture'
import { composeStory, type StoryLayout } from './composeStory'
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
