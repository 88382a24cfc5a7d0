/**
 * What a reading is unsure of, in a form that can be carried out after the import. The two
 * pieces are known by their words, not by ids: a seam is found again wherever its story went
 * and whatever it is called there (see core/manuscript/settleDoubt.ts).
 */

/** One side of a seam. */
export interface DoubtPiece {
  /** First and last line of the piece in the raw text, from 1. */
  readonly lines: readonly [number, number]
  /** The words at the seam: the last of the left piece, the first of the right one. */
  readonly words: string
}

/** Characters that stood on both sides of a break and were set aside, by the side they go back to. */
export interface SetAside {
  readonly left: string
  readonly right: string
}

/** What speaks for a reading, by name, so that a window can say it in its own language. */
export const DOUBT_REASONS = [
  ...(['openEnd', 'comma', 'markBelow', 'wordEndBelow', 'wordAcross', 'knownAcross'] as const),
  ...(['repeated', 'quoteCloses', 'noIndent', 'noBlank', 'mayBeOne', 'printedTwice'] as const),
  ...(['beforeItsTurn', 'otherHeadline', 'fullLine', 'topic', 'sameForm'] as const),
] as const
export type DoubtReason = (typeof DOUBT_REASONS)[number]

interface DoubtBase {
  /** 0 (a guess) to 1 (certain): how sure the reading is that the pieces belong together, or of what it did. */
  readonly confidence: number
  /** In English, as the command prints it. */
  readonly reason: string
  readonly because?: readonly DoubtReason[]
}

/** What a line was read as, and what it would be next: roles of core/intake. */
export interface Reading {
  readonly role: string
  readonly other: string
  /** 0..1: how likely the other is. */
  readonly otherConfidence: number
}

/** `join` 接上: the pieces stand apart and may belong together. `split` 拆开: they were joined and may not belong together. */
export interface SeamDoubt extends DoubtBase {
  readonly action: 'join' | 'split'
  readonly pieces: readonly [DoubtPiece, DoubtPiece]
  readonly setAside?: SetAside
}

/** Nothing to carry out: a person reads the line. */
export interface LookDoubt extends DoubtBase {
  readonly action: 'look'
  /** Lines of the raw text it is about. */
  readonly lines: readonly number[]
  readonly reading?: Reading
}

export type Doubt = SeamDoubt | LookDoubt
