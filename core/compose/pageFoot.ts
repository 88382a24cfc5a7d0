/** The line at the foot of a page: 责编 and what else of the manuscript is the page's own. */
import { bottom, right } from '../geometry'
import type { Edition } from '../model/edition'
import { typeArea } from '../model/grid'
import type { Page } from '../model/page'
import type { SetLine, ShapingContext } from '../text/types'
import { mm, pt, ptFromMm, type Pt } from '../units'
import type { PlacedLine } from './placeLines'
import { lineWidth, nodeLine } from './singleLine'
import { standingLine, type Standing } from './standingLine'

/** From one row of the foot to the next, in its size. */
const FOOT_LEADING = 1.4
/** Between the rule above the foot and its first row, in points. */
const FOOT_GAP = 4
const ASCENT = 0.88
const DESCENT = 0.12
/** Copy keeps so far from the trim, in millimetres, for a knife is not exact. */
const FROM_TRIM = mm(5)
/** Many lines are set smaller, in steps, until their rows have room. */
const FOOT_SCALES = [1, 0.9, 0.8, 0.7]

/** A standing line of the manuscript at the foot, before it is given its place. */
interface FootLine extends Standing {
  readonly line: SetLine
}

interface FootRow {
  readonly lines: readonly (FootLine & { readonly x: Pt })[]
  readonly y: Pt
}

function linesOf(edition: Edition, page: Page, ctx: ShapingContext): readonly FootLine[] {
  const { faces } = page.furniture.foot
  return page.credits.flatMap((story) => {
    const lines: FootLine[] = []
    edition.stories[story]?.doc.forEach((node, pos) => {
      if (node.content.size === 0) return
      lines.push({ line: nodeLine(node, faces, ctx), story, base: pos + 1 })
    })
    return lines
  })
}

/** The lines side by side in as many rows as they need at the size. */
function footRows(lines: readonly FootLine[], { grid, furniture }: Page, scale: number) {
  const area = typeArea(grid)
  const size = pt(furniture.foot.size * scale)
  const first = bottom(area) + furniture.footGap + FOOT_GAP * scale + ASCENT * size
  const rows: (FootLine & { readonly x: Pt })[][] = [[]]
  let x = area.x
  for (const one of lines) {
    const width = lineWidth(one.line, size)
    if (x > area.x && x + width > right(area)) {
      x = area.x
      rows.push([])
    }
    rows.at(-1)?.push({ ...one, x })
    x = pt(x + width + 2 * size)
  }
  return rows.map((row, at): FootRow => ({ lines: row, y: pt(first + at * FOOT_LEADING * size) }))
}

/** 责编 lines of the manuscript, side by side at the foot, as large as their rows have room for; their text stays manuscript. */
export function footLines(
  edition: Edition,
  page: Page,
  ctx: ShapingContext,
): readonly PlacedLine[] {
  const { foot } = page.furniture
  const lines = linesOf(edition, page, ctx)
  const end = ptFromMm(mm(page.sheet.height - FROM_TRIM))
  const fits = (scale: number): boolean =>
    (footRows(lines, page, scale).at(-1)?.y ?? 0) + DESCENT * foot.size * scale <= end
  const scale = FOOT_SCALES.find(fits) ?? FOOT_SCALES.at(-1) ?? 1
  const style = { ...foot, size: pt(foot.size * scale) }
  return footRows(lines, page, scale).flatMap((row) =>
    row.lines.map(({ line, story, base, x }) =>
      standingLine(line, style, x, row.y, { story, base }),
    ),
  )
}
