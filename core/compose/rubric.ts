/** 栏目: a title over a group of stories, in a box with 花边 or under a rule; over one story small in its headline group. */
import type { DisplayItem } from '../display/displayList'
import { rect } from '../geometry'
import type { Edition } from '../model/edition'
import type { Rubric } from '../model/frame'
import { cellsRect, type Grid } from '../model/grid'
import type { StyleSheet } from '../model/styleSheet'
import type { ShapingContext } from '../text/types'
import { pt, type Pt } from '../units'
import { placeLine, type PlacedLine } from './placeLines'
import { fillOf, ornamentBorder } from './rules'
import { displayContext, lineWidth, nodeLine } from './singleLine'

export interface RubricLayout {
  readonly items: readonly DisplayItem[]
  readonly lines: readonly PlacedLine[]
}

/** Rows up to which a title in no box is a label: small, without rules. */
export const LABEL_ROWS = 2
/** Its size beside other titles', and the middle of its line in its depth, nearer to the headline that it belongs to. */
const LABEL = { size: 0.66, middle: 0.62 }

/** Space between the box's edge and the rule under its title, at the sides. */
const SIDE = 12

export function layoutRubric(
  rubric: Rubric,
  edition: Edition,
  grid: Grid,
  sheet: StyleSheet,
  ctx: ShapingContext,
): RubricLayout {
  const area = cellsRect(grid, rubric.area)
  const inside = rubric.style === 'box' ? area.width - 2 * SIDE : area.width
  const left = area.x + (area.width - inside) / 2
  const depth = rubric.titleRows * grid.leading
  if (rubric.style === 'rule' && rubric.titleRows <= LABEL_ROWS) {
    const size = pt(LABEL.size * sheet.rubric.size)
    const at = { x: area.x, width: area.width, middle: area.y + LABEL.middle * depth, size }
    return { items: [], lines: titleLines(rubric, edition, at, sheet, ctx) }
  }
  const under = area.y + depth - 0.35 * grid.leading
  return {
    items: [
      ...(rubric.style === 'box'
        ? ornamentBorder(area, sheet.body.ink)
        : [fillOf(rect(area.x, area.y, area.width, 1.2), sheet.accent)]),
      fillOf(rect(left, under, inside, 1.2), sheet.accent),
      fillOf(rect(left, under + 2.2, inside, 0.3), sheet.accent),
    ],
    lines: titleLines(
      rubric,
      edition,
      { x: left, width: inside, middle: (area.y + 6 + under) / 2, size: sheet.rubric.size },
      sheet,
      ctx,
    ),
  }
}

function titleLines(
  rubric: Rubric,
  edition: Edition,
  at: {
    readonly x: number
    readonly width: number
    readonly middle: number
    readonly size: Pt
  },
  sheet: StyleSheet,
  ctx: ShapingContext,
): readonly PlacedLine[] {
  const story = edition.stories[rubric.title]
  const placed: PlacedLine[] = []
  story?.doc.forEach((node, pos) => {
    if (node.content.size === 0) return
    const line = nodeLine(node, sheet.rubric.faces, displayContext(ctx))
    const natural = lineWidth(line, at.size)
    const size = pt(Math.min(at.size, (at.size * at.width) / natural))
    const width = lineWidth(line, size)
    placed.push(
      placeLine(line, {
        x: pt(at.x + (at.width - width) / 2),
        y: pt(at.middle + 0.38 * size),
        size,
        ink: sheet.rubric.ink,
        scaleX: 1,
        role: 'headline',
        story: rubric.title,
        base: pos + 1,
        frame: null,
        column: -1,
        row: -1,
        first: true,
        last: true,
      }),
    )
  })
  return placed
}
