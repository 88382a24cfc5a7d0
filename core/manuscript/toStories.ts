/** What intake found, as stories of the edition: every character of it stands in one of them. */
import { rubricId, storyId, type RubricId, type StoryId } from '../ids'
import type { ImportedItem, ImportedStory, RemovedText } from '../intake/types'
import { storySchema } from '../model/storySchema'
import type { LooseText, Story } from '../model/edition'
import { figure, linesDoc } from './documents'
import { storyNodes } from './storyBlocks'

/** One imported page: its items, and what intake took out of its text by name. */
export interface ManuscriptPage {
  readonly items: readonly ImportedItem[]
  readonly removed?: readonly RemovedText[]
}

export interface Manuscript {
  /**
   * In manuscript order. A 栏目 is a story too: one of standing lines whose
   * `rubric` is its own name; the stories under it carry the same.
   */
  readonly stories: readonly Story[]
  /**
   * The stories each page brought, its rubric titles and standing lines included.
   * One that jumps stands in the lists of both its pages.
   */
  readonly pages: readonly (readonly StoryId[])[]
}

/** Characters of the headline that name a story on the desk. */
const SLUG = 12

const slugOf = (text: string): string => {
  const characters = [...text.replace(/\s+/gu, '')]
  return characters.slice(0, SLUG).join('')
}

function slugOfItem(item: ImportedItem): string {
  if (item.kind === 'furniture') return slugOf(item.text)
  if (item.kind === 'photo') return slugOf(item.title || item.caption)
  return slugOf(item.headline || (item.blocks.find((block) => 'text' in block)?.text ?? item.id))
}

function docOf(id: string, item: ImportedItem): Story['doc'] {
  switch (item.kind) {
    case 'story':
      return storySchema.node('doc', null, storyNodes(id, item))
    case 'photo':
      return storySchema.node('doc', null, [figure(`${id}-figure`, item)])
    case 'furniture':
      return linesDoc(item.text)
  }
}

/** The lines of the raw text an item is known to have come from. */
const knownLines = (item: ImportedItem): readonly number[] =>
  item.kind === 'story'
    ? item.blocks.flatMap((block) => ('text' in block ? (block.joinedFrom ?? []) : []))
    : []

/** Which item a removed text stood nearest to, by the lines known of them; the first when none are. */
function nearestItem(removed: RemovedText, items: readonly ImportedItem[]): number {
  let nearest = 0
  let best = Infinity
  items.forEach((item, index) => {
    for (const line of knownLines(item)) {
      const distance = Math.abs(line - removed.line)
      if (distance < best) {
        best = distance
        nearest = index
      }
    }
  })
  return nearest
}

function removedByItem(page: ManuscriptPage): readonly (readonly LooseText[])[] {
  const removed: LooseText[][] = page.items.map(() => [])
  for (const text of page.removed ?? []) {
    removed[nearestItem(text, page.items)]?.push({ text: text.text, why: text.why })
  }
  return removed
}

/**
 * What stays unplaced. Words that ran in behind a jump are in their paragraph
 * again, so they do not count as left over from the continued part.
 */
function unplacedOf(story: ImportedStory): readonly LooseText[] {
  const seam = story.blocks.findIndex((block) => block.type === 'continuation')
  const behind = seam < 0 ? [] : (story.runIns ?? []).filter((runIn) => runIn.block > seam)
  return (story.unplaced ?? []).filter(({ text }) => {
    const place = behind.findIndex((runIn) => runIn.text.includes(text))
    if (place >= 0) behind.splice(place, 1)
    return place < 0
  })
}

/** The first of `wanted`, `p2-wanted`, `p2-wanted-2`, … that is not taken. */
function freeName(wanted: string, page: number, taken: ReadonlySet<string>): string {
  if (!taken.has(wanted)) return wanted
  const onPage = `p${page + 1}-${wanted}`
  let name = onPage
  for (let count = 2; taken.has(name); count++) name = `${onPage}-${count}`
  return name
}

/** The rubric opened before, under which the item stands instead of opening one; another may stand between. */
function sharedRubric(
  item: ImportedItem,
  words: string,
  opened: readonly Rubric[],
): Rubric | undefined {
  if (item.kind === 'photo') return opened.at(-1)?.words === words ? opened.at(-1) : undefined
  const isShared = item.kind === 'story' && item.rubricShared === true
  return isShared ? opened.findLast((one) => one.words === words) : undefined
}

interface Rubric {
  readonly words: string
  readonly id: RubricId
}

/** Where a story goes on. */
interface Landing {
  readonly page: number
  readonly story: StoryId
}

/** Pages on which the parts behind a story's jumps were found. */
const landingsOf = (item: ImportedItem): readonly number[] =>
  item.kind === 'story'
    ? item.blocks.flatMap((block) => (block.type === 'continuation' ? [block.page] : []))
    : []

/** Continued stories lead the list of the page they go on to. */
const withLandings = (
  pages: readonly (readonly StoryId[])[],
  landings: readonly Landing[],
): readonly (readonly StoryId[])[] =>
  pages.map((own, index) => {
    const landed = landings.filter(({ page }) => page === index).map(({ story }) => story)
    return [...new Set([...landed.filter((story) => !own.includes(story)), ...own])]
  })

/**
 * Turns the imported pages of one edition into stories. Names are the importer's
 * own where they are free (`s1`), with the page before them where they are not
 * (`p2-s1`). The same pages always give the same stories.
 */
export function toStories(pages: readonly ManuscriptPage[]): Manuscript {
  const stories: Story[] = []
  const taken = new Set<string>()
  const name = (wanted: string, page: number): string => {
    const free = freeName(wanted, page, taken)
    taken.add(free)
    return free
  }
  let rubrics = 0
  const landings: Landing[] = []
  const byPage = pages.map((page, pageIndex) => {
    const first = stories.length
    const removed = removedByItem(page)
    const opened: Rubric[] = []
    page.items.forEach((item, index) => {
      const words = item.kind === 'furniture' ? '' : (item.rubric ?? '')
      let rubric = words === '' ? undefined : sharedRubric(item, words, opened)
      if (words !== '' && rubric === undefined) {
        const id = name(`rubric${++rubrics}`, pageIndex)
        rubric = { words, id: rubricId(id) }
        opened.push(rubric)
        stories.push({
          id: storyId(id),
          slug: slugOf(words),
          order: stories.length,
          doc: linesDoc(words),
          rubric: rubric.id,
          unplaced: [],
          removed: [],
        })
      }
      const id = name(item.id, pageIndex)
      landings.push(...landingsOf(item).map((page) => ({ page, story: storyId(id) })))
      stories.push({
        id: storyId(id),
        slug: slugOfItem(item),
        order: stories.length,
        doc: docOf(id, item),
        rubric: rubric?.id ?? null,
        unplaced: item.kind === 'story' ? unplacedOf(item) : [],
        removed: removed[index] ?? [],
      })
    })
    return stories.slice(first).map((story) => story.id)
  })
  return { stories, pages: withLandings(byPage, landings) }
}
