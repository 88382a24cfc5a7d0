/** How the blanks of full-width marks are set: by scheme, beside other marks, at the line's ends. */
import type { HouseRules, PunctuationScheme } from '../model/styles'
import type { Cells } from './cells'
import { CharClass, hasRightBlank } from './characters'

interface Scheme {
  /** Whether a mark of the class keeps its blank inside the line. */
  readonly keeps: (value: CharClass) => boolean
  /** At the line's end a mark is half, or full and the first to be squeezed. */
  readonly fullAtEnd: boolean
}

/** CLREQ #punctuation_width_adjustment; GB/T 15834-2011 §5.1.10 for the line's end. */
const SCHEMES: Readonly<Record<PunctuationScheme, Scheme>> = {
  full: { keeps: () => true, fullAtEnd: true },
  kaiming: { keeps: (value) => value === CharClass.stop, fullAtEnd: false },
  lineEndHalf: { keeps: () => true, fullAtEnd: false },
  half: { keeps: () => false, fullAtEnd: false },
}

/** Changes of a cell's width at the ends of a line. */
export interface EdgeChanges {
  readonly endChange: Int32Array
  readonly endSqueeze: Int32Array
  readonly startChange: Int32Array
}

/**
 * Takes blanks out of the cells and says what changes at line ends.
 * Of two neighbours the blank between them is kept once: an opening mark loses
 * its left blank after any mark or full-width space, a closing mark or a point
 * its right one before a mark that closes (CLREQ #punctuation_width_adjustment,
 * CSS Text 4 text-spacing-trim). ？！ in pairs take one em together.
 */
export function trimBlanks(cells: Cells, rules: HouseRules): EdgeChanges {
  const { length, classes } = cells
  const full = { left: cells.left.slice(), right: cells.right.slice() }
  const scheme = SCHEMES[rules.punctuation]
  for (let i = 0; i < length; i++) {
    // most cells are ideographs, which have no blank to lose
    if (classes[i] === CharClass.han) continue
    if (!scheme.keeps(classes[i]! as CharClass)) dropBlanks(cells, i)
  }
  for (let i = 0; i + 1 < length; i++) if (classes[i] !== CharClass.han) trimPair(cells, i)
  pairQuestionMarks(cells)
  const edges: EdgeChanges = {
    endChange: new Int32Array(length),
    endSqueeze: new Int32Array(length),
    startChange: new Int32Array(length),
  }
  for (let i = 0; i < length; i++) {
    if (classes[i] === CharClass.han) continue
    if (hasRightBlank(classes[i]!)) {
      const restored = full.right[i]! - cells.right[i]!
      edges.endChange[i] = scheme.fullAtEnd ? restored : -cells.right[i]!
      edges.endSqueeze[i] = scheme.fullAtEnd ? full.right[i]! : 0
    } else if (classes[i] === CharClass.open) {
      edges.startChange[i] =
        rules.trimLineStart || !scheme.keeps(CharClass.open)
          ? -cells.left[i]!
          : full.left[i]! - cells.left[i]!
    }
  }
  return edges
}

function dropBlanks(cells: Cells, i: number): void {
  takeLeft(cells, i)
  takeRight(cells, i)
}

function takeLeft(cells: Cells, i: number): void {
  cells.width[i]! -= cells.left[i]!
  cells.shift[i]! -= cells.left[i]!
  cells.left[i] = 0
}

function takeRight(cells: Cells, i: number): void {
  cells.width[i]! -= cells.right[i]!
  cells.right[i] = 0
}

const isFullSpace = (cells: Cells, i: number): boolean => cells.texts[i] === '\u3000'

function trimPair(cells: Cells, i: number): void {
  const prev = cells.classes[i]!
  const next = cells.classes[i + 1]!
  const afterMark = prev === CharClass.open || prev === CharClass.middle || hasRightBlank(prev)
  if (next === CharClass.open) {
    if (afterMark || isFullSpace(cells, i)) takeLeft(cells, i + 1)
    return
  }
  const beforeMark = next === CharClass.middle || hasRightBlank(next) || isFullSpace(cells, i + 1)
  if (beforeMark && hasRightBlank(prev)) takeRight(cells, i)
}

const isAsking = (cells: Cells, i: number): boolean =>
  cells.classes[i] === CharClass.stop && (cells.texts[i] === '？' || cells.texts[i] === '！')

/** GB/T 15834-2011 §5.1.2: doubled, they take one em; the third stands by itself. */
function pairQuestionMarks(cells: Cells): void {
  for (let i = 0; i + 1 < cells.length; i++) {
    if (cells.classes[i] !== CharClass.stop) continue
    if (!isAsking(cells, i) || !isAsking(cells, i + 1)) continue
    takeRight(cells, i + 1)
    i += 1
  }
}
