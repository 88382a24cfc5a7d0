/** New frames: drawn on the page, for a story that waits or an empty one. */
import { hasHead, layoutHead } from '../compose/head'
import { storyId, type FrameId, type PageId, type PictureId, type StoryId } from '../ids'
import {
  framesOn,
  storiesOf,
  threadOf,
  type Edition,
  type Picture,
  type Story,
} from '../model/edition'
import type { Head, PictureFrame, RuleFrame, StoryFrame } from '../model/frame'
import { spanWidth, type Cells } from '../model/grid'
import type { Page } from '../model/page'
import { storyForm, storySchema } from '../model/storySchema'
import { recordOf, withRecord } from '../model/tables'
import { ok } from '../result'
import { pt } from '../units'
import { withinGrid } from './cells'
import { firstInsets } from './insets'
import { wordRows } from './refit'
import { refuse, stepsOf, type Fresh, type Shaped, type ShapeTools } from './shaped'
import { columnChoices } from './textColumns'

const RULE_WEIGHT = pt(0.5)

/** What is drawn: cells of a page, and the id the frame will have. */
export interface Drawn {
  readonly id: FrameId
  readonly page: PageId
  readonly area: Cells
}

/** An empty story, or an empty picture with room for its words. */
export function emptyStory(
  edition: Edition,
  kind: 'story' | 'picture',
  slug: string,
  fresh: Fresh,
  picture: PictureId | null = null,
): Story {
  const { doc, headline, paragraph, figure, caption } = storySchema.nodes
  const content =
    kind === 'story'
      ? [headline.create(), paragraph.create()]
      : [figure.create({ id: `fig-${fresh()}`, picture }, [caption.create()])]
  const last = storiesOf(edition).at(-1)?.order ?? 0
  return {
    id: storyId(`story-${fresh()}`),
    slug,
    order: Math.floor(last) + 1,
    doc: doc.create(null, content),
    rubric: null,
    unplaced: [],
    removed: [],
  }
}

/** What a drawn frame holds: a story of the edition, or one made with it. */
export type StoryToFrame =
  | { readonly kind: 'waiting'; readonly story: StoryId }
  | { readonly kind: 'new'; readonly story: Story }

/** A picture in a new frame, with room below it for the words it will have. */
export function drawPicture(
  edition: Edition,
  drawn: Drawn,
  picture: Picture,
  slug: string,
  fresh: Fresh,
  tools: ShapeTools,
): Shaped {
  const known = recordOf(edition, 'pictures', picture.id) !== null
  const withPicture = known ? edition : withRecord(edition, 'pictures', picture)
  const story = emptyStory(withPicture, 'picture', slug, fresh, picture.id)
  const framed = drawFrame(withPicture, drawn, { kind: 'new', story }, tools)
  if (!framed.ok || known) return framed
  return ok([{ kind: 'put', table: 'pictures', record: picture }, ...framed.value])
}

/** Pictures as stories that wait for a place, in their order. */
export function waitingPictures(
  edition: Edition,
  pictures: readonly { readonly picture: Picture; readonly slug: string }[],
  fresh: Fresh,
): Shaped {
  return stepsOf(edition, (t) => {
    for (const { picture, slug } of pictures) {
      if (recordOf(t.edition, 'pictures', picture.id) === null) t.put('pictures', picture)
      t.put('stories', emptyStory(t.edition, 'picture', slug, fresh, picture.id))
    }
  })
}

/** Puts a story into a new frame: one that waits goes whole, boxes and all. */
export function drawFrame(
  edition: Edition,
  drawn: Drawn,
  story: StoryToFrame,
  tools: ShapeTools,
): Shaped {
  if (story.kind === 'waiting') return frameStory(edition, drawn, story.story, tools)
  const made = withRecord(edition, 'stories', story.story)
  const framed = frameStory(made, drawn, story.story.id, tools)
  if (!framed.ok) return framed
  return ok([{ kind: 'put', table: 'stories', record: story.story }, ...framed.value])
}

function frameStory(
  edition: Edition,
  { id, page: on, area: wanted }: Drawn,
  story: StoryId,
  tools: ShapeTools,
): Shaped {
  const page = recordOf(edition, 'pages', on)
  const record = recordOf(edition, 'stories', story)
  if (page === null || record === null) return refuse('missing', 'The story or the page is gone.')
  const form = storyForm(record.doc)
  if (form === 'lines')
    return refuse('lines', `《${record.slug}》 is a standing line and stands in no frame.`)
  const area = withinGrid(page.grid, wanted)
  const base = { id, page: on, area, locked: false, story }
  const frame =
    form === 'picture'
      ? newPictureFrame(edition, base, page, tools)
      : newStoryFrame(edition, base, page, tools)
  const standing = Object.values(edition.frames).some(
    (one) => one.kind === 'picture' && one.story === story,
  )
  if (standing) return refuse('twice', `《${record.slug}》 stands on a page already.`)
  return stepsOf(edition, (t) => t.put('frames', frame))
}

type Base = Pick<StoryFrame, 'id' | 'page' | 'area' | 'locked' | 'story'>

function newStoryFrame(edition: Edition, base: Base, page: Page, tools: ShapeTools): StoryFrame {
  const thread = threadOf(edition, base.story)
  const { columns } = base.area
  const bare: StoryFrame = {
    ...base,
    kind: 'story',
    order: (thread.at(-1)?.order ?? 0) + 1,
    rubric: null,
    text: { columns: 1, measure: 1 },
    padding: pt(0),
    head: thread.length > 0 ? null : firstHead(edition, base, page, tools),
    insets: [],
  }
  const choices = columnChoices(edition, bare, page)
  const text = choices.find((one) => one.columns === columns) ?? choices[0] ?? bare.text
  const framed = { ...bare, text }
  return { ...framed, insets: firstInsets(withRecord(edition, 'frames', framed), framed, tools) }
}

/** The largest headline that stands on one line of the width; the first level is the lead's alone. */
function firstHead(edition: Edition, base: Base, page: Page, { fonts, cache }: ShapeTools): Head {
  const sheet = edition.styleSheets[page.styleSheet]
  const doc = edition.stories[base.story]?.doc
  const levels = sheet?.levels.length ?? 1
  const plain = (level: number): Head => ({ level, face: 'song', turns: [] })
  if (sheet === undefined || doc === undefined || !hasHead(doc))
    return plain(Math.min(2, levels - 1))
  const led = framesOn(edition, page.id).some(
    (frame) => frame.kind === 'story' && frame.head?.level === 0,
  )
  const width = pt(spanWidth(page.grid, base.area.columns))
  const context = { ctx: { fonts, rules: sheet.rules }, cache }
  for (let level = led ? 1 : 0; level < levels; level++) {
    const { lines } = layoutHead(doc, plain(level), width, page.grid, sheet, context)
    const size = sheet.levels[level]?.size ?? 0
    const shrunk = lines.some((line) => line.role === 'headline' && line.size < size)
    const deep = lines.reduce((sum, line) => sum + line.size, 0) > base.area.rows * 4
    if (!shrunk && !deep) return plain(level)
  }
  return plain(levels - 1)
}

function newPictureFrame(
  edition: Edition,
  base: Base,
  page: Page,
  tools: ShapeTools,
): PictureFrame {
  const { rows, columns } = base.area
  const bare: PictureFrame = {
    ...base,
    kind: 'picture',
    pictureRows: rows,
    crop: null,
    padding: pt(0),
    tint: false,
  }
  const words = wordRows(edition, bare, columns, page, tools)
  return { ...bare, pictureRows: Math.max(1, rows - words) }
}

/** A rule on a row's upper edge, or in the gutter left of a column. */
export function drawRule(
  edition: Edition,
  { id, page: on, area }: Drawn,
  direction: RuleFrame['direction'],
): Shaped {
  const page = recordOf(edition, 'pages', on)
  if (page === null) return refuse('missing', 'The page is gone.')
  const across = direction === 'horizontal'
  const cells = across
    ? { ...area, columns: Math.max(1, area.columns), rows: 0 }
    : { ...area, rows: Math.max(1, area.rows), columns: 0 }
  const frame: RuleFrame = {
    id,
    page: on,
    area: withinGrid(page.grid, cells, 0),
    locked: false,
    kind: 'rule',
    direction,
    weight: RULE_WEIGHT,
    offset: 0,
  }
  return stepsOf(edition, (t) => t.put('frames', frame))
}
