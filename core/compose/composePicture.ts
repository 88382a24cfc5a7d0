/** A picture story in its frame. */
import { inset } from '../geometry'
import type { DisplayItem } from '../display/displayList'
import type { Edition, Story } from '../model/edition'
import { isPictureFrame } from '../model/edition'
import { cellsRect } from '../model/grid'
import type { ShapingContext } from '../text/types'
import { pt } from '../units'
import type { ComposeCache } from './cache'
import type { StoryLayout } from './composeStory'
import type { StoryPart } from './storyPart'
import { misfit, oversetDiagnostic } from './diagnose'
import { layoutFigure } from './picture'
import { fillOf } from './rules'
import type { TextRange } from './types'

/** Null when the story has no picture frame. */
export function composePicture(
  edition: Edition,
  story: Story,
  ctx: ShapingContext,
  cache: ComposeCache,
): StoryLayout | null {
  const frames = Object.values(edition.frames)
    .filter(isPictureFrame)
    .filter((frame) => frame.story === story.id)
  const figure = story.doc.firstChild
  if (frames.length === 0 || figure === null) return null
  const parts: StoryPart[] = []
  const overset: TextRange[] = []
  let oversetLines = 0
  for (const frame of frames) {
    const page = edition.pages[frame.page]
    const sheet = page && edition.styleSheets[page.styleSheet]
    if (page === undefined || sheet === undefined) continue
    const area = cellsRect(page.grid, frame.area)
    const room = inset(area, frame.padding)
    const height = pt(frame.pictureRows * page.grid.leading - frame.padding)
    const at = { story: story.id, frame: frame.id, pos: 0 }
    const layout = layoutFigure(
      figure,
      at,
      room,
      height,
      frame.crop,
      edition,
      page.grid,
      sheet,
      ctx,
      cache,
    )
    const items: readonly DisplayItem[] = frame.tint
      ? [fillOf(area, sheet.tint), ...layout.items]
      : layout.items
    parts.push({
      page: page.id,
      items,
      runs: layout.lines.flatMap((line) => line.runs),
      lines: layout.lines.map((line) => line.record),
    })
    overset.push(...layout.overset)
    oversetLines += layout.oversetLines
  }
  const fit = {
    story: story.id,
    ...misfit(story.doc, oversetLines, 0, overset, []),
    overset,
    replaced: [],
  }
  const folio = edition.pages[frames[0]?.page ?? ('' as never)]?.folio ?? ''
  return { parts, fit, diagnostics: oversetDiagnostic(story, fit, folio), depth: 0 }
}
