import { fold, joinTexts } from './characters'
import { isDialogue } from './classify'
import { bylineAtEnd, headWordsOf } from './people'
import { joinParts } from './headParts'
import {
  mendPage,
  type MendContext,
  type MendedBlock,
  type MendedStory,
  type MendedText,
} from './mend'
import { signatureOf } from './signing'
import { widen } from './widen'
import type { Draft, PhotoDraft, StoryDraft } from './drafts'
import type { LooseText } from '../model/edition'
import type { ImportedBlock, ImportedItem, ImportedStory, PhotoText, RunIn } from './types'

/** Drafts to finished items: paragraphs joined, punctuation widened, datelines and bylines taken out of the text. */

interface Mended {
  readonly draft: StoryDraft
  readonly story: MendedStory
}

const textOf = (fragments: readonly { readonly text: string }[]): string =>
  joinTexts(fragments.map((fragment) => fragment.text))

/** Inside a story a picture has no rubric of its own: such words stand before its title. */
const captionOf = (photo: PhotoDraft, inStory: boolean): PhotoText => {
  const title = inStory ? [...photo.rubric, ...photo.title] : photo.title
  const parts = photo.captions.map((scrap) => scrap.text)
  const last = photo.captions[photo.captions.length - 1]
  let credit = photo.credit?.text
  if (last && last.creditAt >= 0) {
    parts[parts.length - 1] = last.text.slice(0, last.creditAt).trimEnd()
    const own = last.text.slice(last.creditAt).trim()
    credit = credit === undefined ? own : `${own} ${credit}`
  }
  return {
    ...(title.length > 0 ? { title: widen(joinParts(title)) } : {}),
    caption: parts.map(widen).join('\n'),
    ...(credit === undefined ? {} : { credit: widen(credit) }),
  }
}

const blockOf = (block: MendedText): ImportedBlock => {
  const text = widen(textOf(block.fragments))
  const joined = block.type !== 'subhead' && block.fragments.length > 1
  return {
    type: block.type,
    text,
    ...(block.label === null ? {} : { label: widen(block.label) }),
    ...(joined ? { joinedFrom: block.fragments.map((fragment) => fragment.no) } : {}),
  }
}

interface Heads {
  readonly blocks: readonly ImportedBlock[]
  readonly dateline: string
  readonly byline: string
  readonly runIns: readonly RunIn[]
}

const withText = (
  blocks: readonly ImportedBlock[],
  index: number,
  text: string,
): readonly ImportedBlock[] => blocks.map((block, i) => (i === index ? { ...block, text } : block))

/** Takes 电头 and bracketed 署名 out of the first paragraph, or a bracketed 署名 off the end of the last. */
const takeHeads = (blocks: readonly ImportedBlock[], bylineLine: string): Heads => {
  const first = blocks.findIndex((block) => block.type === 'paragraph')
  const head = first < 0 ? null : headWordsOf(fold((blocks[first] as ImportedBlock).text))
  let result = blocks
  let dateline = ''
  let byline = bylineLine
  const runIns: RunIn[] = []
  if (head) {
    const { text } = blocks[first] as ImportedBlock
    const end = Math.max(head.dateline[1], head.byline[1])
    dateline = text.slice(head.dateline[0], head.dateline[1]).trim()
    byline = [byline, text.slice(head.byline[0], head.byline[1]).trim()].filter(Boolean).join(' ')
    runIns.push({ block: first, at: 'head', text: text.slice(0, end) })
    const rest = text.slice(end).trimStart()
    // a dateline on a line of its own runs in with the paragraph below it
    const isAlone = rest === '' && result[first + 1]?.type === 'paragraph'
    result = isAlone ? result.filter((_, i) => i !== first) : withText(result, first, rest)
  }
  const last = result.findLastIndex((block) => block.type === 'paragraph')
  if (last >= 0 && byline === '') {
    const { text } = result[last] as ImportedBlock
    const at = isOneOfWriters(result, last) ? -1 : bylineAtEnd(fold(text))
    if (at > 0) {
      byline = text.slice(at)
      runIns.push({ block: last, at: 'tail', text: text.slice(at) })
      result = withText(result, last, text.slice(0, at).trimEnd())
    }
  }
  return { blocks: result, dateline, byline, runIns }
}

/** Where whoever asks has his name in brackets, so has whoever answers: neither signs the whole. */
const isOneOfWriters = (blocks: readonly ImportedBlock[], last: number): boolean =>
  isDialogue(fold((blocks[last] as ImportedBlock).text)) &&
  blocks.slice(0, last).some(({ text }) => bylineAtEnd(fold(text)) > 0)

/** The 落款 of a story at the right edge. */
function flushed(blocks: readonly ImportedBlock[], headline: string): readonly ImportedBlock[] {
  const first = blocks.findLastIndex(({ type }) => type !== 'paragraph') + 1
  const count = signatureOf(
    blocks.slice(first).map(({ text }) => text),
    headline,
  )
  return blocks.map((block, at) =>
    at >= blocks.length - count ? { ...block, flushRight: true } : block,
  )
}

const isPhoto = (block: MendedBlock): block is Extract<MendedBlock, { type: 'photo' }> =>
  block.type === 'photo'

const storyOf = (id: string, { draft, story }: Mended): ImportedStory => {
  const { headings } = draft
  const part = (name: 'kicker' | 'deck'): string => widen(joinParts(headings[name]))
  const rubric = widen(joinParts(draft.rubricShared ?? headings.rubric))
  const bylineLine = draft.bylines.map((scrap) => widen(scrap.text)).join(' ')
  const blocks = story.blocks.flatMap((block) => (isPhoto(block) ? [] : [blockOf(block)]))
  const heads = takeHeads(blocks, bylineLine)
  const unplaced: readonly LooseText[] = [
    ...story.surplus,
    ...draft.leftovers.map(({ scrap, why }) => ({ text: scrap.text, why })),
  ]
  const kicker = part('kicker')
  const deck = part('deck')
  const cutOff =
    draft.jumpTo === null &&
    (story.openEnd !== null || (blocks.length === 0 && story.blocks.length === 0))
  return {
    id,
    kind: 'story',
    ...(rubric ? { rubric } : {}),
    ...(draft.rubricShared ? { rubricShared: true as const } : {}),
    ...(kicker ? { kicker } : {}),
    headline: widen(joinParts(headings.headline)),
    ...(deck ? { deck } : {}),
    ...(heads.byline ? { byline: heads.byline } : {}),
    ...(heads.dateline ? { dateline: heads.dateline } : {}),
    ...(heads.runIns.length > 0 ? { runIns: heads.runIns } : {}),
    ...(draft.jumpTo ? { marker: widen(draft.jumpTo.text) } : {}),
    ...(draft.jumpFrom ? { markerFrom: widen(draft.jumpFrom.text) } : {}),
    ...(cutOff ? { continues: true as const } : {}),
    blocks: flushed(heads.blocks, joinParts(headings.headline)),
    photos: story.blocks.flatMap((block) => (isPhoto(block) ? [captionOf(block.photo, true)] : [])),
    ...(unplaced.length > 0 ? { unplaced } : {}),
  }
}

const sayCutOff = ({ draft, story }: Mended, { notes }: MendContext): void => {
  const line = story.openEnd
  if (line === null || draft.jumpTo) return
  notes.doubt(
    'cut-off',
    line,
    `Line ${line}: the story stops in mid-sentence and has no jump line; find its continuation or end it.`,
  )
}

/** Drafts in page order to items in page order. Ids count stories (s1), pictures (ph1) and furniture (f1) apart. */
export const assemble = (
  drafts: readonly Draft[],
  context: MendContext,
): readonly ImportedItem[] => {
  const stories = drafts.filter((draft): draft is StoryDraft => draft.kind === 'story')
  const mended = mendPage(stories, context)
  const counts = { story: 0, photo: 0, furniture: 0 }
  return drafts.map((draft): ImportedItem => {
    const n = ++counts[draft.kind]
    switch (draft.kind) {
      case 'story': {
        const own = { draft, story: mended.get(draft) as MendedStory }
        sayCutOff(own, context)
        return storyOf(`s${n}`, own)
      }
      case 'photo': {
        const rubric = widen(joinParts(draft.rubric))
        return {
          id: `ph${n}`,
          kind: 'photo',
          ...(rubric ? { rubric } : {}),
          ...captionOf(draft, false),
        }
      }
      case 'furniture':
        return { id: `f${n}`, kind: 'furniture', text: widen(draft.scrap.text) }
    }
  })
}
