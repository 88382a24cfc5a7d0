import type { Node } from 'prosemirror-model'
import { isSpaceCode, unitsOf } from './characters'

/** Where one character of a story went: an index into EditionDisplay.pages, or one of these. */
export const Fate = { open: -1, overset: -2, replaced: -3 } as const

/** Characters that stand side by side in one block of the document. */
export interface Passage {
  readonly from: number
  readonly text: string
}

/**
 * The characters of one story's document by position, and where each went. Kept
 * in arrays of numbers: every export draws up the ledger of all its characters.
 */
export interface StoryBook {
  /** Code point at a document position; -1 for white space, node borders and outside. */
  codeAt(position: number): number
  /** Number of the block the character stands in; -1 where none stands. */
  blockAt(position: number): number
  /** Number of the character in the story, white space not counted; -1 where none stands. */
  ordinalAt(position: number): number
  /** Page of a character that is shown, else its Fate. */
  fateAt(position: number): number
  enter(position: number, fate: number): void
  /** Positions of all characters, in document order. */
  readonly positions: Int32Array
}

export function openBook(doc: Node): StoryBook {
  const { size } = doc.content
  const codes = new Int32Array(size).fill(-1)
  const blocks = new Int32Array(size).fill(-1)
  const ordinals = new Int32Array(size).fill(-1)
  const fates = new Int32Array(size).fill(Fate.open)
  const positions = new Int32Array(size)
  let count = 0
  let block = 0
  doc.descendants((node, start) => {
    if (node.isBlock) block += 1
    const { text } = node
    if (text === undefined) return
    for (let at = 0; at < text.length;) {
      const code = text.codePointAt(at) ?? 0
      const position = start + at
      at += unitsOf(code)
      if (isSpaceCode(code)) continue
      codes[position] = code
      blocks[position] = block
      ordinals[position] = count
      positions[count] = position
      count += 1
    }
  })
  return {
    codeAt: (position) => codes[position] ?? -1,
    blockAt: (position) => blocks[position] ?? -1,
    ordinalAt: (position) => ordinals[position] ?? -1,
    fateAt: (position) => fates[position] ?? Fate.open,
    enter: (position, fate) => void (fates[position] = fate),
    positions: positions.subarray(0, count),
  }
}

/** The characters at `positions` as passages: a block's border or another character ends one. */
export function passagesAt(book: StoryBook, positions: readonly number[]): readonly Passage[] {
  const passages: { from: number; text: string; last: number }[] = []
  for (const position of positions) {
    const open = passages.at(-1)
    const character = String.fromCodePoint(book.codeAt(position))
    if (open !== undefined && isNext(book, open.last, position)) {
      open.text += character
      open.last = position
    } else {
      passages.push({ from: position, text: character, last: position })
    }
  }
  return passages.map(({ from, text }) => ({ from, text }))
}

/** Whether a character follows another in its block; white space does not part them. */
export const isNext = (book: StoryBook, last: number, next: number): boolean =>
  book.ordinalAt(next) - book.ordinalAt(last) === 1 && book.blockAt(next) === book.blockAt(last)
