/** The text all competitors set: paragraphs of the bundled sample, dealt out to stories that fit their frames. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const SAMPLE_PAGES = ['page-1.txt', 'page-2.txt']

/** Shorter lines of the sample are headlines, captions and subheads. */
const SHORTEST_PARAGRAPH = 60

/** Slots of a frame that the estimate below may not use up, so that balance and keeps have room. */
const SPARE_LINES = 4

/** The sample's paragraphs, in its order. */
export function sampleParagraphs(samples: string): readonly string[] {
  return SAMPLE_PAGES.flatMap((page) => readFileSync(join(samples, page), 'utf8').split('\n'))
    .map((line) => line.trim())
    .filter((line) => lengthOf(line) >= SHORTEST_PARAGRAPH)
}

export interface StorySpace {
  readonly lines: number
  /** Characters a line holds. */
  readonly measure: number
}

/**
 * `stories` stories of paragraphs taken in turn, over again when they run out;
 * each as long as a frame of `space` can surely hold.
 */
export function dealStories(
  paragraphs: readonly string[],
  stories: number,
  space: StorySpace,
): readonly (readonly string[])[] {
  let next = 0
  return Array.from({ length: stories }, () => {
    const story: string[] = []
    for (let room = space.lines - SPARE_LINES; ; next++) {
      const paragraph = paragraphs[next % paragraphs.length]
      if (paragraph === undefined) throw new RangeError('The sample has no paragraphs')
      room -= linesOf(paragraph, space.measure)
      if (room < 0) return story
      story.push(paragraph)
    }
  })
}

export const lengthOf = (text: string): number => [...text].length

export const charactersOf = (stories: readonly (readonly string[])[]): number =>
  stories.flat().reduce((sum, paragraph) => sum + lengthOf(paragraph), 0)

/** Lines by count of characters: an indent of two, Latin and digits half as wide. */
function linesOf(paragraph: string, measure: number): number {
  const narrow = paragraph.match(/[\x20-\x7e]/gu)?.length ?? 0
  return Math.ceil((2 + lengthOf(paragraph) - narrow / 2) / measure)
}
