import type { Node } from 'prosemirror-model'
import { isSpace } from './characters'

/** Where one character of a story went; `page` counts in EditionDisplay.pages. */
export type Entry =
  | { readonly fate: 'open' }
  | { readonly fate: 'shown'; readonly page: number }
  | { readonly fate: 'overset' }
  | { readonly fate: 'replaced' }

const OPEN: Entry = { fate: 'open' }

/** Characters that stand side by side in one block of the document. */
export interface Passage {
  readonly from: number
  readonly text: string
}

/** The characters of one story's document by position, and where each went. */
export interface StoryBook {
  /** The character at a document position; null for white space and node borders. */
  characterAt(position: number): string | null
  /** Number of the block the character stands in; -1 where none stands. */
  blockAt(position: number): number
  /** Number of the character in the story, white space not counted; -1 where none stands. */
  ordinalAt(position: number): number
  entryAt(position: number): Entry
  enter(position: number, entry: Entry): void
  /** Positions of all characters, in document order. */
  readonly positions: readonly number[]
}

interface Standing {
  readonly character: string
  readonly block: number
  readonly ordinal: number
}

export function openBook(doc: Node): StoryBook {
  const characters = new Map<number, Standing>()
  const entries = new Map<number, Entry>()
  let block = 0
  doc.descendants((node, start) => {
    if (node.isBlock) block++
    let position = start
    for (const character of node.text ?? '') {
      if (!isSpace(character))
        characters.set(position, { character, block, ordinal: characters.size })
      position += character.length
    }
  })
  return {
    characterAt: (position) => characters.get(position)?.character ?? null,
    blockAt: (position) => characters.get(position)?.block ?? -1,
    ordinalAt: (position) => characters.get(position)?.ordinal ?? -1,
    entryAt: (position) => entries.get(position) ?? OPEN,
    enter: (position, entry) => void entries.set(position, entry),
    positions: [...characters.keys()],
  }
}

/** The characters at `positions` as passages: a block's border or another character ends one. */
export function passagesAt(book: StoryBook, positions: readonly number[]): readonly Passage[] {
  const wanted = new Set(positions)
  const passages: { from: number; text: string; block: number }[] = []
  let open: { from: number; text: string; block: number } | null = null
  for (const position of book.positions) {
    const character = book.characterAt(position)
    const block = book.blockAt(position)
    if (character === null || !wanted.has(position)) {
      open = null
    } else if (open && open.block === block) {
      open.text += character
    } else {
      passages.push((open = { from: position, text: character, block }))
    }
  }
  return passages.map(({ from, text }) => ({ from, text }))
}
