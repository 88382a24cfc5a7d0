import { countVisible, endingOf, fold } from './characters'
import { folioOf } from './labels'
import { isContinued, pageOfJump } from './jumpLines'
import { pairsOf } from './evidence'
import { textsOfItem, unplacedOfItem } from './conserve'
import { bodyOf, doubtful, unresolved } from './jumpDoubts'
import type { LooseText } from '../model/edition'
import type {
  Decision,
  ImportedContinuation,
  ImportedItem,
  ImportedStory,
  IntakeResult,
  StoryBlock,
} from './types'

/** Stories that jump 转版: the part with 下转 and the part with 上接 on another page become one story. */

interface Part {
  readonly page: number
  readonly story: ImportedStory
}

interface Pairing {
  readonly from: Part
  readonly to: Part
  readonly weight: number
  readonly reason: string
}

/** A pairing that was chosen, and how sure that is beside the others there were. */
interface Chosen extends Pairing {
  /** 0 (a guess) to 1 (certain). */
  readonly confidence: number
}

/** The number a page goes by: its folio line if the text has one, else its place in the job. */
const pageNumbers = (
  pages: readonly IntakeResult[],
): readonly { readonly number: string; readonly printed: boolean }[] =>
  pages.map((page, index) => {
    const folio = page.items
      .filter((item) => item.kind === 'furniture')
      .map((item) => folioOf(fold(item.text)))
      .find((number) => number !== null)
    return folio ? { number: folio, printed: true } : { number: String(index + 1), printed: false }
  })

const headsOf = (story: ImportedStory): string =>
  [story.kicker, story.headline, story.deck].filter(Boolean).join('\n')

const shareOfPairs = (needle: string, text: string): number => {
  const pairs = pairsOf(needle)
  return pairs.length === 0 ? 0 : pairs.filter((pair) => text.includes(pair)).length / pairs.length
}

const isOpenEnd = (story: ImportedStory): boolean => {
  const last = story.blocks[story.blocks.length - 1]
  if (last?.type !== 'paragraph') return false
  const ending = endingOf(last.text)
  return ending !== 'stop' && ending !== 'ellipsis'
}

/** Characters of a continued part that are held against its beginning: the first, and as many as tell its topic. */
const OPENING = 40
const READ = 600
/** What all of them being the beginning's would weigh. */
const TOPIC = 3

const weighPair = (from: Part, to: Part, numbers: ReturnType<typeof pageNumbers>): Pairing => {
  const reasons: string[] = []
  let weight = 0
  const agree = (marker: string | undefined, at: number, words: string): void => {
    const named = marker === undefined ? null : pageOfJump(marker)
    const page = numbers[at]
    if (named === null || !page) return
    if (named === page.number) {
      weight += page.printed ? 1.5 : 0.8
      reasons.push(words)
    } else weight -= page.printed ? 1.5 : 0.2
  }
  agree(from.story.marker, to.page, `${from.story.marker ?? ''} names the page`)
  agree(to.story.markerFrom, from.page, `${to.story.markerFrom ?? ''} names the page it came from`)
  const heads = headsOf(to.story)
  if (heads !== '') {
    const shared = Math.max(
      shareOfPairs(heads, headsOf(from.story)),
      shareOfPairs(heads, bodyOf(from.story)) * 0.8,
    )
    weight += shared >= 0.5 ? 2 : shared > 0.2 ? 0.6 : -1.5
    if (shared > 0.2) reasons.push('the repeated headline agrees')
  }
  const topic = shareOfPairs(bodyOf(to.story).slice(0, OPENING), bodyOf(from.story))
  if (topic > 0.15) {
    weight += 0.6
    reasons.push('both parts use the same words')
  }
  weight += shareOfPairs(bodyOf(to.story).slice(0, READ), bodyOf(from.story)) * TOPIC
  if (isOpenEnd(from.story)) weight += 0.3
  return { from, to, weight, reason: reasons.join('; ') || 'the only two ends of a jump' }
}

const ENOUGH = 0.9

/** Ends that nothing but their order tells apart are joined in it, and told as a doubt. */
const IN_ORDER = 0.6
/** So much more sure for each unit of weight by which a pair is better than any other of its ends. */
const BY_MARGIN = 0.3

/**
 * How sure a chosen pair is: by what speaks for it, and by how much less would speak
 * for the next best, the other pairs that it changes among it.
 */
function confidenceOf(pair: Pairing, chosen: ByEnds, all: ByEnds): number {
  const { from, to, weight } = pair
  const weightOf = (start: Part, end: Part): number =>
    all.from.get(start)?.find((one) => one.to === end)?.weight ?? 0
  const margin = (rival: Pairing, moved: Pairing | undefined, back: number): number =>
    weight - rival.weight + (moved === undefined ? 0 : moved.weight - Math.max(0, back))
  const margins = [
    ...(all.from.get(from) ?? []).flatMap((one) => {
      const [moved] = chosen.to.get(one.to) ?? []
      return one === pair ? [] : [margin(one, moved, moved ? weightOf(moved.from, to) : 0)]
    }),
    ...(all.to.get(to) ?? []).flatMap((one) => {
      const [moved] = chosen.from.get(one.from) ?? []
      return one === pair ? [] : [margin(one, moved, moved ? weightOf(from, moved.to) : 0)]
    }),
  ]
  const alone = Math.min(0.97, 0.5 + weight / 6)
  const beside = IN_ORDER + Math.max(0, Math.min(Infinity, ...margins)) * BY_MARGIN
  return Math.round(Math.min(alone, beside) * 100) / 100
}

interface ByEnds {
  readonly from: ReadonlyMap<Part, readonly Pairing[]>
  readonly to: ReadonlyMap<Part, readonly Pairing[]>
}

function byEnds(pairs: readonly Pairing[]): ByEnds {
  const of = (end: 'from' | 'to'): ByEnds['from'] => {
    const groups = new Map<Part, Pairing[]>()
    for (const pair of pairs) {
      const known = groups.get(pair[end])
      if (known === undefined) groups.set(pair[end], [pair])
      else known.push(pair)
    }
    return groups
  }
  return { from: of('from'), to: of('to') }
}

/** Ends of jumps that are held against an end, before and after those at its own place in the order: all of any job but a hostile one. */
const REACH = 32

/** One partner for each end, the surest pairs first. */
const pairUp = (pages: readonly IntakeResult[]): readonly Chosen[] => {
  const numbers = pageNumbers(pages)
  const parts = pages.flatMap((result, page) =>
    result.items.flatMap((item): readonly Part[] =>
      item.kind === 'story' ? [{ page, story: item }] : [],
    ),
  )
  const ends = parts.filter(({ story }) => story.marker !== undefined && isContinued(story.marker))
  const heads = parts.filter((part) => part.story.markerFrom !== undefined)
  const only = ends.length === 1 && heads.length === 1 ? 0.5 : 0
  const all = ends.flatMap((from, i) => {
    const at = Math.round((i * heads.length) / ends.length)
    return heads
      .slice(Math.max(0, at - REACH), at + REACH)
      .filter((to) => to.page !== from.page && to.story !== from.story)
      .map((to) => weighPair(from, to, numbers))
  })
  const taken = new Set<ImportedStory>()
  const onward = new Map<ImportedStory, ImportedStory>()
  const leadsTo = (start: ImportedStory, goal: ImportedStory): boolean => {
    let at: ImportedStory | undefined = start
    while (at && at !== goal) at = onward.get(at)
    return at === goal
  }
  const chosen = [...all]
    .sort((a, b) => b.weight - a.weight)
    .filter(({ from, to, weight }) => {
      if (
        weight + only < ENOUGH ||
        onward.has(from.story) ||
        taken.has(to.story) ||
        leadsTo(to.story, from.story)
      )
        return false
      onward.set(from.story, to.story)
      taken.add(to.story)
      return true
    })
  const [own, any] = [byEnds(chosen), byEnds(all)]
  return chosen.map((pair) => ({ ...pair, confidence: confidenceOf(pair, own, any) }))
}

const withoutMarker = (story: ImportedStory): Omit<ImportedStory, 'marker'> =>
  Object.fromEntries(Object.entries(story).filter(([key]) => key !== 'marker')) as Omit<
    ImportedStory,
    'marker'
  >

const secondHeads = (first: ImportedStory, second: ImportedStory): readonly LooseText[] => {
  const why = 'stood on the continued part of a story that has one already'
  const twice = [
    first.dateline !== undefined ? second.dateline : undefined,
    second.rubricShared ? undefined : first.rubric === second.rubric ? undefined : second.rubric,
  ]
  const repeated =
    second.rubric !== undefined && second.rubric === first.rubric && !second.rubricShared
      ? [second.rubric]
      : []
  return [...twice, ...repeated].flatMap((text) => (text === undefined ? [] : [{ text, why }]))
}

const mergeParts = (first: ImportedStory, second: ImportedStory, page: number): ImportedStory => {
  const heads = [second.kicker, second.headline, second.deck]
    .filter((text) => text !== undefined && text !== '')
    .join(' ')
  const seam: ImportedContinuation = {
    type: 'continuation',
    to: first.marker ?? '',
    from: second.markerFrom ?? '',
    ...(heads === '' ? {} : { headline: heads }),
    page,
    splitsParagraph: isOpenEnd(first) && second.blocks[0]?.type === 'paragraph',
  }
  const blocks: readonly StoryBlock[] = [...first.blocks, seam, ...second.blocks]
  const shift = first.blocks.length + 1
  const runIns = [
    ...(first.runIns ?? []),
    ...(second.runIns ?? []).map((run) => ({ ...run, block: run.block + shift })),
  ]
  const byline = [first.byline, second.byline].filter((text) => text !== undefined).join(' ')
  const dateline = first.dateline ?? second.dateline
  const unplaced = [
    ...(first.unplaced ?? []),
    ...(second.unplaced ?? []),
    ...secondHeads(first, second),
  ]
  return {
    ...withoutMarker(first),
    ...(byline === '' ? {} : { byline }),
    ...(dateline === undefined ? {} : { dateline }),
    ...(runIns.length === 0 ? {} : { runIns }),
    ...(second.marker === undefined ? {} : { marker: second.marker }),
    ...(second.continues ? { continues: true as const } : {}),
    blocks,
    photos: [...first.photos, ...second.photos],
    ...(unplaced.length === 0 ? {} : { unplaced }),
  }
}

/** Ids stay unique over the job: those of the second page on carry its place, p2-s1. */
const withPageIds = (items: readonly ImportedItem[], page: number): readonly ImportedItem[] =>
  page === 0 ? items : items.map((item) => ({ ...item, id: `p${page + 1}-${item.id}` }))

/**
 * Joins stories over the pages of one job. Call it for a single page too: it then only reports open ends
 * (`intake.unresolved-jump`). A joined story stands on the page where it begins, with an
 * {@link ImportedContinuation} at the seam; characters are conserved over all pages together.
 */
export const joinJumps = (pages: readonly IntakeResult[]): readonly IntakeResult[] => {
  const numbered = pages.map((result, page) => ({
    ...result,
    items: withPageIds(result.items, page),
  }))
  const pairs = pairUp(numbered)
  const onward = new Map(pairs.map((pair) => [pair.from.story, pair]))
  const continued = new Set(pairs.map((pair) => pair.to.story))
  const resolve = (story: ImportedStory): ImportedStory => {
    const pair = onward.get(story)
    return pair ? mergeParts(story, resolve(pair.to.story), pair.to.page) : story
  }
  return numbered.map((result, page) => {
    const items = result.items
      .filter((item) => item.kind !== 'story' || !continued.has(item))
      .map((item) => (item.kind === 'story' ? resolve(item) : item))
    const own = pairs.filter((pair) => pair.from.page === page)
    const decisions = own.map(({ reason, confidence }): Decision => ({
      kind: 'jump',
      lines: [],
      reason,
      confidence,
    }))
    const told = own.flatMap((pair) => doubtful(pair, pages[pair.to.page]?.name ?? ''))
    const open = items.flatMap((item) =>
      item.kind === 'story' ? unresolved(item, result.name) : [],
    )
    const placed = items.flatMap(textsOfItem).reduce((sum, text) => sum + countVisible(text), 0)
    return {
      ...result,
      items,
      report: {
        ...result.report,
        decisions: [...result.report.decisions, ...decisions],
        doubts: [...result.report.doubts, ...told, ...open],
      },
      characters: { ...result.characters, placed, unplaced: items.flatMap(unplacedOfItem) },
    }
  })
}
