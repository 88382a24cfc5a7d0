/** Frames, rules and ink: nothing overlaps, nothing touches, no rule doubles a border. */
import type { DisplayItem } from '../display/displayList'
import { overlaps, rect, inset as shrunk, type Rect } from '../geometry'
import type { FrameId } from '../ids'
import { cellsOverlap, columnX, rowY } from '../model/grid'
import { finding, titleOf, type Finding } from './finding'
import { insetOverHead } from '../compose/headBlock'
import {
  asideIn,
  bottomOf,
  insetsIn,
  rightOf,
  sharedBy,
  textAreaIn,
  textLines,
  textRow,
  type PageView,
} from './pageView'

export const frameRules = (view: PageView): readonly Finding[] => [
  ...overlapping(view),
  ...touching(view),
  ...rulesBesideFrames(view),
  ...textBesideBoxes(view),
  ...boxesOnHeads(view),
  ...colours(view),
]

function overlapping(view: PageView): readonly Finding[] {
  return view.blocks.flatMap((a, i) =>
    view.blocks.slice(i + 1).flatMap((b): readonly Finding[] => {
      if (!cellsOverlap(a.area, b.area)) return []
      const at = b.frame ?? a.frame
      return [
        finding(
          view,
          'page.overlap',
          `Two blocks on page ${view.page.folio} overlap at column ${Math.max(a.area.column, b.area.column) + 1}, row ${Math.max(a.area.row, b.area.row) + 1}; move or cut one.`,
          { value: 1, limit: 0, cost: 100 },
          at === null ? {} : { frame: at.id, story: at.story },
        ),
      ]
    }),
  )
}

interface Ink {
  readonly box: Rect
  /** Ink of one owner may touch itself. */
  readonly owner: FrameId | 'rule'
}

function inkOf(view: PageView): readonly Ink[] {
  const lines = view.display.lines.flatMap((line): readonly Ink[] => {
    if (line.frame === null) return []
    const width = (line.setWidth * line.size) / 1000
    return [
      { box: rect(line.x, line.y - 0.83 * line.size, width, 0.9 * line.size), owner: line.frame },
    ]
  })
  const pictures = view.pictures.map((frame): Ink => {
    const { grid } = view.page
    const width =
      columnX(grid, rightOf(frame.area)) - grid.gutter - columnX(grid, frame.area.column)
    const top = rowY(grid, frame.area.row)
    return {
      box: rect(columnX(grid, frame.area.column), top, width, frame.pictureRows * grid.leading),
      owner: frame.id,
    }
  })
  const rules = view.rules.map(({ area, direction, weight, offset }): Ink => {
    const { grid } = view.page
    const y = rowY(grid, area.row + offset)
    const x = columnX(grid, area.column)
    const across = columnX(grid, rightOf(area)) - grid.gutter - x
    return direction === 'horizontal'
      ? { box: rect(x, y - weight / 2, across, weight), owner: 'rule' }
      : { box: rect(x - grid.gutter / 2, y, weight, area.rows * grid.leading), owner: 'rule' }
  })
  return [...lines, ...pictures, ...rules]
}

/** Ink of two frames, or of a frame and a rule, keeps apart. */
function touching(view: PageView): readonly Finding[] {
  const least = view.limits.touching
  const inks = [...inkOf(view)].sort((a, b) => a.box.y - b.box.y)
  const pairs = new Map<string, { readonly count: number; readonly frame: FrameId | null }>()
  inks.forEach((a, i) => {
    const reach = shrunk(a.box, -least)
    for (let j = i + 1; j < inks.length; j++) {
      const b = inks[j]
      if (b === undefined || b.box.y > reach.y + reach.height) break
      if (a.owner === b.owner || !overlaps(reach, b.box)) continue
      const key = [a.owner, b.owner].sort().join(' ')
      const frame = a.owner === 'rule' ? b.owner : a.owner
      const known = pairs.get(key)
      pairs.set(key, { count: (known?.count ?? 0) + 1, frame: frame === 'rule' ? null : frame })
    }
  })
  return [...pairs.values()].map(({ count, frame }) =>
    finding(
      view,
      'page.touching',
      `Two things on page ${view.page.folio} stand closer than ${least} pt in ${count} places, at the frame ${frame ?? 'of a rule'}; move them apart.`,
      { value: count, limit: 0, cost: 10 },
      { frame },
    ),
  )
}

/** A border needs no rule beside it. */
const rulesBesideFrames = (view: PageView): readonly Finding[] =>
  view.rules.flatMap((rule) =>
    view.blocks
      .filter(({ boxed }) => boxed)
      .flatMap(({ area }): readonly Finding[] => {
        const vertical = rule.direction === 'vertical'
        const alongRows = sharedBy([rule.area.row, bottomOf(rule.area)], [area.row, bottomOf(area)])
        const alongColumns = sharedBy(
          [rule.area.column, rightOf(rule.area)],
          [area.column, rightOf(area)],
        )
        const besideIt =
          vertical &&
          alongRows > 0 &&
          (rule.area.column === area.column || rule.area.column === rightOf(area))
        const overIt =
          !vertical &&
          alongColumns > 0 &&
          (Math.abs(rule.area.row - area.row) <= 1 || Math.abs(rule.area.row - bottomOf(area)) <= 1)
        if (!besideIt && !overIt) return []
        return [
          finding(
            view,
            'page.rule-beside-frame',
            `A rule on page ${view.page.folio} runs beside a border at column ${area.column + 1}, row ${area.row + 1}; take it away.`,
            { value: vertical ? alongRows : alongColumns, limit: 0, cost: 4 },
            { frame: rule.id },
          ),
        ]
      }),
  )

/** Text keeps away from the box beside it. */
const textBesideBoxes = (view: PageView): readonly Finding[] =>
  view.stories.flatMap((frame): readonly Finding[] => {
    const { grid } = view.page
    const top = textRow(view, frame)
    const left = columnX(grid, frame.area.column) + frame.padding + asideIn(view, frame).left
    const least = view.limits.besideFrame
    const gaps = insetsIn(view, frame).flatMap(({ x, width, row, rows }) => {
      const from = left + (x * grid.bodySize) / 1000
      const to = from + (width * grid.bodySize) / 1000
      return textLines(view, frame.id)
        .filter((line) => line.row >= top + row && line.row < top + row + rows)
        .map((line) =>
          line.x < from ? from - line.x - (line.setWidth * line.size) / 1000 : line.x - to,
        )
    })
    const nearest = Math.min(...gaps)
    if (nearest >= least) return []
    return [
      finding(
        view,
        'page.text-near-frame',
        `Text of ${titleOf(view, frame.story)} on page ${view.page.folio} stands ${nearest.toFixed(1)} pt from a box; keep ${least} pt.`,
        { value: nearest, limit: least, cost: 4 },
        { frame: frame.id, story: frame.story },
      ),
    ]
  })

/** A headline among the text leaves its boxes room. */
const boxesOnHeads = (view: PageView): readonly Finding[] =>
  view.stories.flatMap((frame): readonly Finding[] => {
    if (frame.insets.length === 0) return []
    const area = textAreaIn(view, frame)
    const on = insetsIn(view, frame).filter((inset) => insetOverHead(inset, area))
    if (on.length === 0) return []
    return [
      finding(
        view,
        'page.box-on-headline',
        `A box of ${titleOf(view, frame.story)} on page ${view.page.folio} lies on its headline and has no room above or below it; move one of them to other columns, or deepen the frame.`,
        { value: on.length, limit: 0, cost: 40 },
        { frame: frame.id, story: frame.story },
      ),
    ]
  })

/** One accent and one tint a page. */
function colours(view: PageView): readonly Finding[] {
  const accents = new Set(view.display.items.flatMap(accentOf))
  const tints = view.pictures.filter(({ tint }) => tint).length
  const { limits, page } = view
  const found: Finding[] = []
  if (accents.size > limits.accents) {
    found.push(
      finding(
        view,
        'page.too-many-accents',
        `Page ${page.folio} is printed in ${accents.size} colours beside black; one is enough.`,
        {
          value: accents.size,
          limit: limits.accents,
          cost: 5,
        },
      ),
    )
  }
  if (tints > limits.tints) {
    found.push(
      finding(
        view,
        'page.too-many-tints',
        `Page ${page.folio} has ${tints} tinted blocks; one stands out, more do not.`,
        {
          value: tints,
          limit: limits.tints,
          cost: 5,
        },
      ),
    )
  }
  return found
}

function accentOf(item: DisplayItem): readonly string[] {
  if (item.kind === 'picture') return []
  const { c, m, y } = item.ink
  return c + m + y > 0.2 ? [JSON.stringify(item.ink)] : []
}
