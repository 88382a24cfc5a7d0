/** Rules and ornaments: everything drawn that is neither text nor picture. */
import type { Fill, Polygon } from '../display/displayList'
import { bottom, rect, right, type Rect } from '../geometry'
import type { Ink } from '../ink'
import type { RuleFrame } from '../model/frame'
import { columnX, rowY, spanWidth, type Grid } from '../model/grid'
import { pt } from '../units'

export const fillOf = (area: Rect, ink: Ink): Fill => ({
  kind: 'fill',
  rect: area,
  ink,
  source: { kind: 'furniture' },
})

/** A rule between stories, on a row's upper edge or in the middle of a gutter. */
export function layoutRule(rule: RuleFrame, grid: Grid, ink: Ink): Fill {
  const { area, weight } = rule
  const y = rowY(grid, area.row + rule.offset)
  if (rule.direction === 'horizontal') {
    return fillOf(
      rect(columnX(grid, area.column), y - weight / 2, spanWidth(grid, area.columns), weight),
      ink,
    )
  }
  const x = columnX(grid, area.column) - grid.gutter / 2
  return fillOf(rect(x - weight / 2, y, weight, area.rows * grid.leading), ink)
}

/** Four fills along the inner edge of a rectangle. */
export const outline = (area: Rect, weight: number, ink: Ink): readonly Fill[] => [
  fillOf(rect(area.x, area.y, area.width, weight), ink),
  fillOf(rect(area.x, bottom(area) - weight, area.width, weight), ink),
  fillOf(rect(area.x, area.y + weight, weight, area.height - 2 * weight), ink),
  fillOf(rect(right(area) - weight, area.y + weight, weight, area.height - 2 * weight), ink),
]

const LOZENGE = 2.6

/** 花边: a row of lozenges between two rules, spaced so that the corners meet evenly. */
export function ornamentBorder(area: Rect, ink: Ink): readonly (Fill | Polygon)[] {
  const band = 4.8
  return [
    ...outline(area, 0.8, ink),
    ...outline(
      rect(area.x + band, area.y + band, area.width - 2 * band, area.height - 2 * band),
      0.3,
      ink,
    ),
    ...lozenges(area, band / 2 + 0.25, ink),
  ]
}

function lozenges(area: Rect, depth: number, ink: Ink): readonly Polygon[] {
  const along = (length: number): readonly number[] => {
    const count = Math.max(2, Math.round((length - 2 * depth) / 4.6))
    return Array.from({ length: count + 1 }, (_, i) => depth + ((length - 2 * depth) * i) / count)
  }
  const lozenge = (x: number, y: number): Polygon => ({
    kind: 'polygon',
    points: [
      { x: pt(x - LOZENGE / 2), y: pt(y) },
      { x: pt(x), y: pt(y - LOZENGE / 2) },
      { x: pt(x + LOZENGE / 2), y: pt(y) },
      { x: pt(x), y: pt(y + LOZENGE / 2) },
    ],
    ink,
    source: { kind: 'furniture' },
  })
  const across = along(area.width)
  const down = along(area.height).slice(1, -1)
  return [
    ...across.flatMap((x) => [
      lozenge(area.x + x, area.y + depth),
      lozenge(area.x + x, bottom(area) - depth),
    ]),
    ...down.flatMap((y) => [
      lozenge(area.x + depth, area.y + y),
      lozenge(right(area) - depth, area.y + y),
    ]),
  ]
}
