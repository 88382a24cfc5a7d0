import { foldForCount } from '../../core/intake'
import type { ImportedItem, ImportedStory, PhotoText } from '../../core/intake'

/**
 * How near a reading comes to the careful one: stories found, their fields, paragraphs, boxes and
 * pictures, each as recall and precision in one. White space and the width of marks do not count.
 */
const WEIGHTS = { stories: 0.3, fields: 0.2, paragraphs: 0.35, boxes: 0.1, photos: 0.05 } as const
type Part = keyof typeof WEIGHTS

const FIELDS = ['rubric', 'kicker', 'headline', 'deck', 'byline', 'dateline'] as const

export const bare = (text: string | undefined): string =>
  [...(text ?? '')]
    .map(foldForCount)
    .join('')
    .replace(/[\s\p{P}\p{S}]+/gu, '')

export interface ReadingScore {
  readonly overall: number
  readonly parts: Readonly<Partial<Record<Part, number>>>
  readonly missing: readonly string[]
  readonly extra: readonly string[]
}

const storiesOf = (items: readonly ImportedItem[]): readonly ImportedStory[] =>
  items.filter((item): item is ImportedStory => item.kind === 'story')

/** Names a story may go by: two readings of one story may part its heads differently. */
const namesOf = ({ kicker, headline, deck, blocks }: ImportedStory): readonly string[] => {
  const first = blocks.find((block) => 'text' in block)
  const [above, below] = [bare(kicker), bare(deck)]
  const own = bare(headline)
  return own === ''
    ? [first && 'text' in first ? bare(first.text).slice(0, 12) : '']
    : [own, above + own, own + below, above + own + below]
}

/** A key for each story of the truth, and for each found story the key of the one it tells. */
function keysOf(
  truth: readonly ImportedStory[],
  found: readonly ImportedStory[],
): ReadonlyMap<ImportedStory, string> {
  const keys = new Map<ImportedStory, string>()
  for (const story of truth) keys.set(story, `story ${story.id}`)
  const free = new Set(found)
  for (const count of [1, 4]) {
    for (const story of truth) {
      const key = `story ${story.id}`
      if ([...found].some((other) => keys.get(other) === key)) continue
      const names = namesOf(story).slice(0, count)
      const same = [...free].find((other) =>
        namesOf(other)
          .slice(0, count)
          .some((name) => names.includes(name)),
      )
      if (!same) continue
      keys.set(same, key)
      free.delete(same)
    }
  }
  for (const story of free) keys.set(story, `another: ${namesOf(story)[0] ?? ''}`)
  return keys
}

const photosOf = (items: readonly ImportedItem[]): readonly PhotoText[] =>
  items.flatMap((item) =>
    item.kind === 'photo' ? [item] : item.kind === 'story' ? item.photos : [],
  )

function factsOf(
  items: readonly ImportedItem[],
  keys: ReadonlyMap<ImportedStory, string>,
): Readonly<Record<Part, readonly string[]>> {
  const stories = storiesOf(items)
  const keyOf = (story: ImportedStory): string => keys.get(story) ?? ''
  const inStories = (read: (story: ImportedStory) => readonly string[]): readonly string[] =>
    stories.flatMap((story) => read(story).map((fact) => `${keyOf(story)}|${fact}`))
  const blocks = (isBox: boolean): readonly string[] =>
    inStories((story) =>
      story.blocks.flatMap((block) =>
        'text' in block && block.text !== '' && (block.type !== 'paragraph') === isBox
          ? [`${block.type}|${bare(block.text)}`]
          : [],
      ),
    )
  return {
    stories: stories.map(keyOf),
    fields: inStories((story) =>
      FIELDS.filter((field) => bare(story[field]) !== '').map(
        (field) => `${field}|${bare(story[field])}`,
      ),
    ),
    paragraphs: blocks(false),
    boxes: blocks(true),
    photos: photosOf(items).map(
      ({ title, caption, credit }) => `photo|${bare(title)}|${bare(caption)}|${bare(credit)}`,
    ),
  }
}

export function scoreReading(
  truth: readonly ImportedItem[],
  found: readonly ImportedItem[],
): ReadingScore {
  const keys = keysOf(storiesOf(truth), storiesOf(found))
  const [want, have] = [factsOf(truth, keys), factsOf(found, keys)]
  const missing: string[] = []
  const extra: string[] = []
  const parts: Partial<Record<Part, number>> = {}
  let [sum, weights] = [0, 0]
  for (const part of Object.keys(WEIGHTS) as readonly Part[]) {
    const left = [...have[part]]
    const lost = want[part].filter((fact) => {
      const at = left.indexOf(fact)
      if (at >= 0) left.splice(at, 1)
      return at < 0
    })
    missing.push(...lost)
    extra.push(...left)
    const hits = want[part].length - lost.length
    const all = 2 * hits + lost.length + left.length
    if (all === 0) continue
    const score = (2 * hits) / all
    parts[part] = score
    sum += WEIGHTS[part] * score
    weights += WEIGHTS[part]
  }
  return { overall: weights === 0 ? 1 : sum / weights, parts, missing, extra }
}
