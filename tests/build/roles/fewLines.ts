/** A story of which only a few lines are there: its head and what its first blocks begin with, as a scrap of a page is pasted. */
import type { ImportedStory } from '../../../core/intake'

const MOST_BLOCKS = 5
/** Shares of the paragraphs of which only the first sentence is there, and that a column's end cuts in two. */
const SHORTENED = 0.5
const CUT = 0.4
/** Characters that a cut leaves on either side. */
const LEAST_CUT = 6

const FIRST_SENTENCE = /^.{8,}?[。！？]”?/u
const STOP = /[，。！？；：、”’）》]$/u

/** Two pieces of a text, cut where no mark stands; the text whole where that cannot be. */
function cutInTwo(text: string, random: () => number): readonly string[] {
  if (text.length < 2 * LEAST_CUT) return [text]
  const at = LEAST_CUT + Math.floor(random() * (text.length - 2 * LEAST_CUT))
  const [first, second] = [text.slice(0, at), text.slice(at)]
  return STOP.test(first) || !/^\p{Script=Han}/u.test(second) ? [text] : [first, second]
}

export function fewLines(story: ImportedStory, random: () => number): string {
  const { kicker, headline, deck, byline, dateline = '' } = story
  const count = 1 + Math.floor(random() * MOST_BLOCKS)
  const lines = story.blocks.slice(0, count).flatMap((block, at) => {
    if (block.type === 'continuation') return []
    const whole = at === 0 ? dateline + block.text : block.text
    if (block.type !== 'paragraph')
      return block.label === undefined ? [block.text] : [block.label, block.text]
    const text = random() < SHORTENED ? (FIRST_SENTENCE.exec(whole)?.[0] ?? whole) : whole
    return random() < CUT ? cutInTwo(text, random) : [text]
  })
  return [kicker, headline, deck, byline, ...lines]
    .filter((line) => line !== undefined && line !== '')
    .join('\n')
}
