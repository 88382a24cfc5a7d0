/** 栏目: a title over a group of stories, in a box with 花边 or under a rule. */
import type { DisplayItem } from '../display/displayList'
import { rect, right } from '../geometry'
import type { Edition } from '../model/edition'
import type { Rubric } from '../model/frame'
import { cellsRect, type Grid } from '../model/grid'
import type { StyleSheet } from '../model/styleSheet'
import type { ShapingContext } from '../text/types'
import { pt } from '../units'
import { placeLine, type PlacedLine } from './placeLines'
import { fillOf, ornamentBorder } from './rules'
import { displayContext, lineWidth, nodeLine } from './singleLine'

export interface RubricLayout {
  readonly items: readonly DisplayItem[]
  readonly lines: readonly PlacedLine[]
}

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
      { x: left, width: inside, right: right(area), middle: (area.y + 6 + under) / 2 },
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
    readonly right: number
    readonly middle: number
  },
  sheet: StyleSheet,
  ctx: ShapingContext,
): readonly PlacedLine[] {
  const story = edition.stories[rubric.title]
  const placed: PlacedLine[] = []
  story?.doc.forEach((node, pos) => {
    if (node.content.size === 0) return
    const line = nodeLine(node, sheet.rubric.faces, displayContext(ctx))
    const natural = lineWidth(line, sheet.rubric.size)
    const size = pt(Math.min(sheet.rubric.size, (sheet.rubric.size * at.width) / natural))
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
