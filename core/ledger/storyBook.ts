import type { Node } from 'prosemirror-model'
import { isSpace } from './characters'

/** Where one character of a story went. */
export type Entry =
  | { readonly fate: 'open' }
  | { readonly fate: 'shown'; readonly page: number }
  | { readonly fate: 'overset' }
  | { readonly fate: 'replaced' }

const OPEN: Entry = { fate: 'open' }

/** A run of neighbouring document positions. */
export interface Passage {
  readonly from: number
  readonly text: string
}

/** The characters of one story's document by position, and where each went. */
export interface StoryBook {
  /** The character at a document position; null for white space, node borders and beyond the end. */
  characterAt(position: number): string | null
  entryAt(position: number): Entry
  enter(position: number, entry: Entry): void
  /** Positions of all characters, in document order. */
  readonly positions: readonly number[]
}

export function openBook(doc: Node): StoryBook {
  const characters = new Map<number, string>()
  const entries = new Map<number, Entry>()
  doc.descendants((node, start) => {
    let position = start
    for (const character of node.text ?? '') {
      if (!isSpace(character)) characters.set(position, character)
      position += character.length
    }
  })
  return {
    characterAt: (position) => characters.get(position) ?? null,
    entryAt: (position) => entries.get(position) ?? OPEN,
    enter: (position, entry) => void entries.set(position, entry),
    positions: [...characters.keys()],
  }
}

/**
 * Joins the characters at `positions` (ascending) into passages. White space
 * between two of them does not end a passage; another character does.
 */
export function passagesAt(book: StoryBook, positions: readonly number[]): readonly Passage[] {
  const wanted = new Set(positions)
  const passages: Passage[] = []
  let open: { from: number; text: string } | null = null
  for (const position of book.positions) {
    const character = book.characterAt(position)
    if (character === null || !wanted.has(position)) {
      open = null
      continue
    }
    if (open) open.text += character
    else passages.push((open = { from: position, text: character }))
  }
  return passages
}
