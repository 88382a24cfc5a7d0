/** Whether reading a page lost or added a character: its raw text against the stories made from it. */
import type { Story } from '../model/edition'

/** Code points that are not white space; see IntakeAccount of the ledger. */
export interface IntakeTally {
  readonly file: string
  readonly raw: number
  readonly kept: number
  readonly lost: number
  readonly added: number
}

/**
 * Intake widens punctuation and curls quotes by context; both sides are folded
 * back so that only real losses count.
 */
const fold = (text: string): string =>
  text.replace(/[“”]/gu, '"').replace(/[‘’]/gu, "'").normalize('NFKC').replace(/\s+/gu, '')

const charactersIn = (text: string): number => [...text.replace(/\s+/gu, '')].length

const loose = (story: Story): string =>
  [...story.unplaced, ...story.removed].map(({ text }) => text).join('')

const textOfStories = (stories: readonly Story[]): string =>
  stories.map((story) => story.doc.textContent + loose(story)).join('')

function countEach(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1)
  return counts
}

function surplus(of: ReadonlyMap<string, number>, over: ReadonlyMap<string, number>): number {
  let sum = 0
  for (const [character, count] of of) sum += Math.max(0, count - (over.get(character) ?? 0))
  return sum
}

/** Compares raw text with the stories made from it; `file` names it. */
export function accountIntake(file: string, raw: string, stories: readonly Story[]): IntakeTally {
  const text = textOfStories(stories)
  const [had, has] = [countEach(fold(raw)), countEach(fold(text))]
  return {
    file,
    raw: charactersIn(raw),
    kept: charactersIn(text),
    lost: surplus(had, has),
    added: surplus(has, had),
  }
}
