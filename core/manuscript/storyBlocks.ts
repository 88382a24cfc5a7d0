import type { Node } from 'prosemirror-model'
import type { ImportedBlock, ImportedStory, RunIn, StoryBlock } from '../intake/types'
import { splitRunIn } from './runIn'
import { box, continuation, figure, optionalBlock, paragraph, textBlock } from './documents'

/** A block with the words that had run in with it put back. */
interface WholeBlock {
  readonly block: StoryBlock
  readonly head: string
  readonly tail: string
}

const runInAt = (runIns: readonly RunIn[], block: number, at: RunIn['at']): string =>
  runIns.find((runIn) => runIn.block === block && runIn.at === at)?.text ?? ''

const isIn = (runIns: readonly RunIn[], words: string): boolean =>
  runIns.some((runIn) => runIn.text.includes(words))

/** The part of a byline that stands on a line of its own: what ran in is not said twice. */
function bylineLine(byline: string, runIns: readonly RunIn[]): string {
  const ranIn = runIns.map((runIn) =>
    runIn.at === 'tail' ? runIn.text.trim() : splitRunIn(runIn.text).byline,
  )
  const rest = ranIn.reduce(
    (left, words) => (words === '' ? left : left.replace(words, () => ' ')),
    byline,
  )
  return rest === byline ? byline : rest.replace(/\s+/gu, ' ').trim()
}

/** The run-ins of a story; a dateline that no run-in holds joins the first paragraph. */
function runInsOf(story: ImportedStory): readonly RunIn[] {
  const runIns = story.runIns ?? []
  if (story.dateline === undefined || isIn(runIns, story.dateline)) return runIns
  const block = story.blocks.findIndex((next) => next.type === 'paragraph')
  return block < 0 ? runIns : [...runIns, { block, at: 'head', text: story.dateline }]
}

const isParagraph = (block: StoryBlock | undefined): block is ImportedBlock =>
  block?.type === 'paragraph'

/**
 * Mends a paragraph that a jump cut: the part after the seam joins the one
 * before it, and the continuation stands after them. Where it breaks in print
 * is for the composer to find anew.
 */
function mendSeams(blocks: readonly WholeBlock[]): readonly WholeBlock[] {
  const mended: WholeBlock[] = []
  for (let index = 0; index < blocks.length; index++) {
    const seam = blocks[index]
    const before = mended.at(-1)
    const after = blocks[index + 1]
    if (
      seam?.block.type === 'continuation' &&
      seam.block.splitsParagraph &&
      before &&
      after &&
      isParagraph(before.block) &&
      isParagraph(after.block)
    ) {
      const text = before.block.text + before.tail + after.head + after.block.text
      mended[mended.length - 1] = {
        block: { ...before.block, text },
        head: before.head,
        tail: after.tail,
      }
      mended.push(seam)
      index++
    } else if (seam) {
      mended.push(seam)
    }
  }
  return mended
}

function blockNode(whole: WholeBlock, boxId: string): Node {
  const { block, head, tail } = whole
  switch (block.type) {
    case 'paragraph':
      return paragraph(head, block.text + tail, block.flushRight)
    case 'subhead':
      return textBlock('subhead', head + block.text + tail)
    case 'readingTip':
    case 'editorNote':
      return box(block.type, boxId, block.label ?? '', head + block.text + tail)
    case 'continuation':
      return continuation(block)
  }
}

/**
 * The document of an imported story. Boxes and figures are named after the story
 * and their place in it (`s1-box1`, `s1-figure1`), so that the same text always
 * gives the same document. `id` names the story in the edition.
 */
export function storyNodes(id: string, story: ImportedStory): readonly Node[] {
  const runIns = runInsOf(story)
  const whole = story.blocks.map((block, index): WholeBlock => ({
    block,
    head: runInAt(runIns, index, 'head'),
    tail: runInAt(runIns, index, 'tail'),
  }))
  let boxes = 0
  const blocks = mendSeams(whole).map((next) => {
    const isBox = next.block.type === 'readingTip' || next.block.type === 'editorNote'
    return blockNode(next, isBox ? `${id}-box${++boxes}` : '')
  })
  const figures = story.photos.map((photo, index) => figure(`${id}-figure${index + 1}`, photo))
  const opening = story.markerFrom ? [continuation({ from: story.markerFrom })] : []
  const closing = story.marker
    ? [continuation({ to: story.marker })]
    : story.continues
      ? [continuation({})]
      : []
  const body = [...opening, ...blocks, ...figures, ...closing]
  const byline = bylineLine(story.byline ?? '', runIns)
  return [
    ...optionalBlock('kicker', story.kicker),
    ...optionalBlock('headline', story.headline),
    ...optionalBlock('deck', story.deck),
    ...optionalBlock('byline', byline),
    ...(body.length === 0 ? [paragraph('', '')] : body),
  ]
}
