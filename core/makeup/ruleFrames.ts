/** Rules between stories, from where the blocks stand: none beside a box or tint, none along the page's edge. */
import { frameId } from '../ids'
import type { RuleFrame } from '../model/frame'
import type { Cells } from '../model/grid'
import { pt } from '../units'
import { bottomOf, isBoxed, isRuledRubric, levelOf, rightOf, type Block } from './blocks'
import type { PageTask } from './types'

/** A rule shorter than this many rows is a speck. */
const SHORTEST = 3

export function ruleFrames(task: PageTask, blocks: readonly Block[]): readonly RuleFrame[] {
  const taken = new Set(task.fixed.frames.map(({ id }) => id))
  const own = (count: number) => frameId(`${task.page.id}-r${count}`)
  let count = 0
  const nextId = () => {
    do count++
    while (taken.has(own(count)))
    return own(count)
  }
  const rules = [...horizontal(task, blocks), ...vertical(task, blocks)]
  return rules.map(({ area, direction, weight }) => ({
    kind: 'rule',
    id: nextId(),
    page: task.page.id,
    area,
    locked: false,
    direction,
    weight: pt(weight),
    offset: 0,
  }))
}

interface Rule {
  readonly area: Cells
  readonly direction: RuleFrame['direction']
  readonly weight: number
}

const inColumn = (blocks: readonly Block[], column: number): readonly Block[] =>
  blocks
    .filter((block) => block.column <= column && rightOf(block) > column)
    .sort((a, b) => a.row - b.row)

/** A rule in the middle of the gap above each lower block. Neighbouring columns share one. */
function horizontal(task: PageTask, blocks: readonly Block[]): readonly Rule[] {
  const { grid } = task.page
  const { rule } = task.house
  const rules: (Rule & { readonly row: number })[] = []
  for (let column = 0; column < grid.columns; column++) {
    const own = inColumn(blocks, column)
    own.slice(1).forEach((below, i) => {
      const above = own[i]
      if (
        above === undefined ||
        isBoxed(above) ||
        isBoxed(below) ||
        isRuledRubric(below.form) ||
        below.row - bottomOf(above) < 2
      )
        return
      const row = below.row - Math.ceil((below.row - bottomOf(above)) / 2)
      const weight = Math.min(levelOf(above), levelOf(below)) <= 1 ? rule.feature : rule.short
      const open = rules.findIndex(
        ({ row: other, area }) => other === row && area.column + area.columns === column,
      )
      const joined = rules[open]
      if (joined === undefined) {
        rules.push({
          row,
          direction: 'horizontal',
          weight,
          area: { column, columns: 1, row, rows: 1 },
        })
        return
      }
      rules[open] = {
        ...joined,
        weight: Math.max(weight, joined.weight),
        area: { ...joined.area, columns: joined.area.columns + 1 },
      }
    })
  }
  return rules
}

/** A rule in each gutter, as long as plain stories stand on both sides. */
function vertical(task: PageTask, blocks: readonly Block[]): readonly Rule[] {
  const { grid } = task.page
  const rules: Rule[] = []
  for (let column = 1; column < grid.columns; column++) {
    const left = sideRows(inColumn(blocks, column - 1), grid.rows)
    const right = sideRows(inColumn(blocks, column), grid.rows)
    let from = -1
    for (let row = 0; row <= grid.rows; row++) {
      if (separates(left[row], right[row])) {
        if (from < 0) from = row
        continue
      }
      if (from >= 0 && row - from >= SHORTEST) {
        const area = { column, columns: 1, row: from, rows: row - from }
        rules.push({ direction: 'vertical', weight: task.house.rule.short, area })
      }
      from = -1
    }
  }
  return rules
}

/** What stands at a row of a column: a block, or the gap between two. */
interface Side {
  readonly block: Block
  readonly gap: boolean
}

/** For each row the block there; in a gap the one above, when neither of the two is boxed. */
function sideRows(own: readonly Block[], rows: number): readonly (Side | undefined)[] {
  const sides = new Array<Side | undefined>(rows).fill(undefined)
  own.forEach((block, i) => {
    for (let row = block.row; row < bottomOf(block); row++) sides[row] = { block, gap: false }
    const next = own[i + 1]
    if (next === undefined || isBoxed(block) || isBoxed(next)) return
    for (let row = bottomOf(block); row < next.row; row++) sides[row] = { block, gap: true }
  })
  return sides
}

const separates = (left: Side | undefined, right: Side | undefined): boolean =>
  left !== undefined &&
  right !== undefined &&
  left.block !== right.block &&
  !isBoxed(left.block) &&
  !isBoxed(right.block) &&
  !(left.gap && right.gap)
