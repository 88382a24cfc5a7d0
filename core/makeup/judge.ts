/**
 * Judges a whole page the way an editor looks at it. The search sees costs of
 * parts; what only the page as a whole shows is added here.
 */
import {
  besides,
  bottomOf,
  headSpan,
  levelOf,
  overlapOf,
  rightOf,
  stacked,
  type Block,
} from './blocks'
import { raggedOf } from './forms'
import { longSeams } from '../preflight'
import type { PageTask } from './types'

export interface Fault {
  readonly kind: 'clash' | 'seam' | 'place' | 'pictures' | 'white' | 'unusual'
  readonly cost: number
  /** Of a clash: the rows that the headlines share. */
  readonly shared?: number
}

export function judgePage(task: PageTask, blocks: readonly Block[]): readonly Fault[] {
  return [
    ...clashes(task, blocks),
    ...seams(task, blocks),
    ...places(task, blocks),
    ...pictures(task, blocks),
    ...whites(task, blocks),
    ...unusual(task, blocks),
  ]
}

/** 竖题, 串文 and 眉心 are salt: one of a kind is enough. */
function unusual({ house }: PageTask, blocks: readonly Block[]): readonly Fault[] {
  const forms = blocks.flatMap(({ form }) =>
    form.kind === 'story' && form.head ? [form.head] : [],
  )
  const standing = forms.filter(({ vertical }) => vertical !== undefined).length
  const among = forms.filter(({ place }) => place !== undefined).length
  const more = Math.max(0, standing - 1) + Math.max(0, among - 1)
  return more > 0 ? [{ kind: 'unusual', cost: more * house.cost.unusual }] : []
}

/** Hundreds of pages are judged: pairs are looked at without making them. */
function forEachPair(blocks: readonly Block[], look: (a: Block, b: Block) => void): void {
  for (let i = 0; i < blocks.length; i++)
    for (let j = i + 1; j < blocks.length; j++) look(blocks[i] as Block, blocks[j] as Block)
}

/** 碰题: headlines side by side, worse the more rows they share. */
function clashes(task: PageTask, blocks: readonly Block[]): readonly Fault[] {
  const faults: Fault[] = []
  forEachPair(blocks, (a, b) => {
    if (!besides(a, b)) return
    const isLeft = a.column < b.column
    const spanA = headSpan(a, isLeft ? 'right' : 'left')
    const spanB = headSpan(b, isLeft ? 'left' : 'right')
    const shared = overlapOf(spanA, spanB)
    if (shared === 0) return
    const share = shared / Math.min(spanA[1] - spanA[0], spanB[1] - spanB[0])
    faults.push({ kind: 'clash', cost: task.house.cost.clash * (0.4 + 0.6 * share), shared })
  })
  return faults
}

/** 通缝: gutters and rows of white that no block crosses, by the measure of the page's checks. */
const seams = ({ page, house }: PageTask, blocks: readonly Block[]): readonly Fault[] =>
  longSeams(blocks, page.grid, house.seamLimit).map(({ cost }) => ({ kind: 'seam', cost }))

/** Upper right and lower right are better places than lower left; briefs do not stand at the top. */
function places(task: PageTask, blocks: readonly Block[]): readonly Fault[] {
  const { depth: rows, page } = task
  const { columns } = page.grid
  return blocks.flatMap((block): readonly Fault[] => {
    const level = levelOf(block)
    const low = (block.row + bottomOf(block)) / 2 > rows * 0.6
    const left = (block.column + rightOf(block)) / 2 < columns / 2
    if (level === 1 && low && left) return [{ kind: 'place', cost: 5 }]
    if (level >= 3 && level < 9 && block.row === 0)
      return [{ kind: 'place', cost: (level - 2) * 4 }]
    return []
  })
}

/** Pictures side by side, over one another, or all in one corner. */
function pictures(task: PageTask, blocks: readonly Block[]): readonly Fault[] {
  const { depth: rows, page } = task
  const { columns } = page.grid
  const shown = blocks.filter((block) => block.form.kind === 'picture')
  const faults: Fault[] = []
  forEachPair(shown, (a, b) => {
    if (besides(a, b) || stacked(a, b, task.house.gapRows + 1))
      faults.push({ kind: 'pictures', cost: 14 })
    const across = Math.abs(a.column + rightOf(a) - b.column - rightOf(b)) / (2 * columns)
    const down = Math.abs(a.row + bottomOf(a) - b.row - bottomOf(b)) / (2 * rows)
    faults.push({ kind: 'pictures', cost: Math.max(0, 0.45 - across - down) * 14 })
  })
  for (const tinted of shown.filter(({ form }) => form.kind === 'picture' && form.tint)) {
    for (const other of blocks) {
      if (other.form.kind === 'rubric' && (besides(tinted, other) || stacked(tinted, other, 3))) {
        faults.push({ kind: 'pictures', cost: 6 })
      }
    }
  }
  return faults
}

/**
 * White that no block of the page fills: between two in each base column, under
 * the last one, and across the whole foot of a page that is short.
 */
function whites(task: PageTask, blocks: readonly Block[]): readonly Fault[] {
  const { columns } = task.page.grid
  const { gapRows, holeRows, cost } = task.house
  const rows = Math.max(0, ...blocks.map(bottomOf))
  const short = task.depth - rows
  const faults: Fault[] = short > 0 ? [{ kind: 'white', cost: short * cost.footRow }] : []
  for (let column = 0; column < columns; column++) {
    const own = blocks
      .filter((block) => block.column <= column && rightOf(block) > column)
      .sort((a, b) => a.row - b.row)
    own.forEach((block, i) => {
      const next = own[i + 1]
      const white = (next?.row ?? rows) - bottomOf(block) - (next === undefined ? 0 : gapRows)
      if (white > 0)
        faults.push({
          kind: 'white',
          cost:
            (whiteAt(white, next === undefined, cost) +
              (white + raggedOf(block.form) > holeRows ? cost.hole : 0)) /
            (columns / 2.6),
        })
    })
  }
  return faults
}

const whiteAt = (white: number, foot: boolean, cost: PageTask['house']['cost']): number =>
  (Math.min(white, 2) * cost.slackRow + Math.max(0, white - 2) * cost.deepSlackRow) * (foot ? 2 : 1)
