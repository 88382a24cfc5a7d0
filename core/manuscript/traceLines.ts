/** Where the lines of a raw text stand in the stories made of it: found again by their words. */
import type { StoryId } from '../ids'
import type { Story } from '../model/edition'
import { SET_ANEW } from './masthead/setAnew'

/** A block of a story: its index among the blocks of `blocksOf`. */
export interface TracedLine {
  readonly story: StoryId
  readonly block: number
  /** Whether the block holds this line and nothing else. */
  readonly whole: boolean
}

/** A run of text in a story's document: a heading, a paragraph, also one in a box or under a picture. */
export interface StoryBlock {
  /** Node type: `headline`, `paragraph` … */
  readonly type: string
  /** The box or figure it stands in, or null. */
  readonly inside: string | null
  readonly text: string
  /** Position of its first character in the document. */
  readonly at: number
}

export function blocksOf({ doc }: Story): readonly StoryBlock[] {
  const blocks: StoryBlock[] = []
  doc.descendants((node, pos, parent) => {
    if (!node.isTextblock) return true
    const inside = parent === null || parent.type === doc.type ? null : parent.type.name
    blocks.push({ type: node.type.name, inside, text: node.textContent, at: pos + 1 })
    return false
  })
  return blocks
}

/** Letters and digits alone: what the intake never changes. */
const bones = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase()

/** A heading that shares its line with another is found by its own words, if it has so many. */
const LEAST = 2

/**
 * For each line of the text the block that holds it, or null for an empty line
 * and for one that stands in no document: 报名 and date, which the 报眉 sets anew,
 * are not looked for in the stories that name them too. Lines of the same words are told apart
 * by their order.
 */
export function traceLines(
  text: string,
  stories: readonly Story[],
): readonly (TracedLine | null)[] {
  const blocks = stories.flatMap((story) =>
    blocksOf(story).map((block, index) => ({ story: story.id, index, bones: bones(block.text) })),
  )
  const inHead = new Set(
    stories.flatMap(({ removed }) =>
      removed.flatMap((one) => (one.why === SET_ANEW ? [bones(one.text)] : [])),
    ),
  )
  const used = new Map<number, number>()
  let last = 0
  const find = (holds: (block: string, at: number) => boolean): number => {
    for (let step = 0; step < blocks.length; step++) {
      const at = (last + step) % blocks.length
      if (holds(blocks[at]?.bones ?? '', at)) return at
    }
    return -1
  }
  return text.split(/\r\n|\r|\n/u).map((line) => {
    const own = bones(line)
    if (own === '' || inHead.has(own)) return null
    let at = find((block, i) => block.indexOf(own, used.get(i) ?? 0) >= 0)
    if (at < 0) at = find((block) => block.length >= LEAST && own.includes(block))
    const found = blocks[at]
    if (found === undefined) return null
    used.set(at, Math.max(0, found.bones.indexOf(own, used.get(at) ?? 0)) + own.length)
    last = at
    return { story: found.story, block: found.index, whole: found.bones === own }
  })
}
