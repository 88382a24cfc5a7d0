/**
 * What keeps a page from going out that its display list alone does not show:
 * text that is over, jumps without an end, places without a picture, a page that
 * nobody answers for. Each as a press finding, with its place.
 */
import type { PageDisplay } from '../display/displayList'
import { bottom, rect, type Rect } from '../geometry'
import { framesOn, isRuleFrame, pagesOf, storiesOf, type Edition } from '../model/edition'
import type { Frame } from '../model/frame'
import { cellsRect, typeArea } from '../model/grid'
import type { Page } from '../model/page'
import { storySchema } from '../model/storySchema'
import type { Diagnostic } from '../result'
import { areaOf } from './itemArea'
import type { PressFinding } from './press'

/** What to do about trouble that the composer tells, by its code. */
const REMEDIES: Readonly<Record<string, string>> = {
  'text.overset': 'deepen a frame or cut the text',
  'text.missing-glyph': 'replace the character or add a font that has it',
  'jump.unresolved': 'thread the rest of the story or remove the jump line',
  'jump.at-stop': "move the frame's end by a row so that it breaks in mid-sentence",
}

const pageAt = (edition: Edition, folio: string | undefined): Page | undefined =>
  pagesOf(edition).find((page) => page.folio === folio)

const storyFrames = (edition: Edition, page: Page, story: string | undefined): readonly Frame[] =>
  framesOn(edition, page.id).filter((frame) => !isRuleFrame(frame) && frame.story === story)

/** Trouble of the composer with its place on the page and a remedy; what has no place stays as it is. */
export function placed(
  edition: Edition,
  pages: readonly PageDisplay[],
  found: Diagnostic,
): Diagnostic | PressFinding {
  const remedy = REMEDIES[found.code]
  const { page: folio, story, frame: named } = found.where ?? {}
  const page = pageAt(edition, folio)
  if (remedy === undefined || page === undefined) return found
  const frames = storyFrames(edition, page, story)
  const frame = frames.find(({ id }) => id === named) ?? frames.at(-1)
  const jump = found.code.startsWith('jump.') ? jumpLine(pages, page, story) : null
  const area = jump ?? (frame === undefined ? null : cellsRect(page.grid, frame.area))
  if (area === null) return found
  return {
    ...found,
    where: { ...found.where, ...(frame === undefined ? {} : { frame: frame.id }) },
    ...{ remedy, area },
  }
}

function jumpLine(
  pages: readonly PageDisplay[],
  page: Page,
  story: string | undefined,
): Rect | null {
  const items = pages.find((display) => display.page === page.id)?.items ?? []
  const line = items.find(
    (item) =>
      item.kind === 'text' &&
      item.line.role === 'jump' &&
      item.line.story === story &&
      item.glyphs.length > 0,
  )
  return line === undefined ? null : areaOf(line)
}

/** Figures on pages that show no picture: their place is kept with a tint, which nobody wants printed. */
export const emptyFigures = (edition: Edition): readonly PressFinding[] =>
  storiesOf(edition).flatMap((story) => {
    const empty = story.doc.children.filter(
      (node) => node.type === storySchema.nodes.figure && node.attrs['picture'] === null,
    )
    if (empty.length === 0) return []
    return pagesOf(edition).flatMap((page) =>
      storyFrames(edition, page, story.id).flatMap((frame) =>
        empty.flatMap((figure) => {
          const inset =
            frame.kind === 'story' && frame.insets.some(({ block }) => block === figure.attrs['id'])
          if (frame.kind !== 'picture' && !inset) return []
          const title = figure.firstChild?.textContent ?? ''
          const remedy = 'add the picture, or take its place off the page'
          return [
            {
              severity: 'warning' as const,
              code: 'press.placeholder',
              message: `Page ${page.folio}: “${title === '' ? story.slug : title}” has no picture, and its tint would print; ${remedy}.`,
              where: { page: page.folio, story: story.id, frame: frame.id },
              remedy,
              area: cellsRect(page.grid, frame.area),
            },
          ]
        }),
      ),
    )
  })

/** 责编, 责任编辑, 编辑: whoever answers for the page. */
const EDITOR = /编辑|责编|编审|执编/u
/** Depth in points of the strip at the foot where the names stand. */
const FOOT = 20

/** A page whose foot names no editor: unsigned, it may not go out. */
export function unsigned(edition: Edition, { page: id }: PageDisplay): readonly PressFinding[] {
  const page = edition.pages[id]
  if (page === undefined) return []
  const names = page.credits.map((story) => edition.stories[story]?.doc.textContent ?? '')
  if (names.some((line) => EDITOR.test(line))) return []
  const area = typeArea(page.grid)
  const remedy = 'name the editor 责编 at its foot'
  return [
    {
      severity: 'warning',
      code: 'press.unsigned',
      message: `Page ${page.folio}: nobody answers for the page; ${remedy}.`,
      where: { page: page.folio },
      remedy,
      area: rect(area.x, bottom(area) + page.furniture.footGap, area.width, FOOT),
    },
  ]
}
