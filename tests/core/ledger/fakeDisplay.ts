import type { EditionDisplay, StoryFit, TextRange } from '../../../core/compose/types'
import type { LineRecord, PageDisplay, Source, TextRun } from '../../../core/display/displayList'
import { fontId, frameId, pageId, storyId, type StoryId } from '../../../core/ids'
import { BLACK } from '../../../core/ink'
import { emptyEdition, type Edition, type Story } from '../../../core/model/edition'
import type { StoryFrame } from '../../../core/model/frame'
import { storySchema } from '../../../core/model/storySchema'
import { milliEm, pt } from '../../../core/units'
import type { Node } from 'prosemirror-model'

const block = (type: string, text: string): Node =>
  storySchema.node(type, null, text === '' ? [] : [storySchema.text(text)])

/** A story of a headline and paragraphs. */
export function storyOf(id: string, headline: string, paragraphs: readonly string[]): Story {
  const blocks = paragraphs.map((text) => block('paragraph', text))
  return {
    id: storyId(id),
    slug: headline,
    order: Number(id.replace(/\D/gu, '')),
    doc: storySchema.node('doc', null, [block('headline', headline), ...blocks]),
    rubric: null,
    unplaced: [],
    removed: [],
  }
}

/** A frame so that the story counts as placed; where it lies does not matter to the ledger. */
const frameFor = (story: StoryId): StoryFrame => ({
  kind: 'story',
  id: frameId(`f-${story}`),
  page: pageId('p1'),
  area: { column: 0, columns: 1, row: 0, rows: 10 },
  locked: false,
  story,
  order: 0,
  rubric: null,
  text: { columns: 1, measure: 13 },
  padding: pt(0),
  head: null,
  insets: [],
})

/** An edition of `stories`; those named in `unframed` have no frame. */
export function editionOf(stories: readonly Story[], unframed: readonly string[] = []): Edition {
  const framed = stories.filter((story) => !unframed.includes(story.id))
  return {
    ...emptyEdition({ publication: '样报', date: '2026-11-22' }),
    stories: Object.fromEntries(stories.map((story) => [story.id, story])),
    frames: Object.fromEntries(framed.map((story) => [`f-${story.id}`, frameFor(story.id)])),
  }
}

/** The ledger does not ask which line a run stands in. */
const LINE: LineRecord = {
  role: 'body',
  story: null,
  frame: null,
  column: 0,
  row: 0,
  x: pt(0),
  y: pt(0),
  size: pt(9),
  measure: milliEm(13000),
  naturalWidth: milliEm(13000),
  setWidth: milliEm(13000),
  justified: true,
  first: false,
  last: false,
  empty: null,
}

export function runOf(text: string, source: Source): TextRun {
  const texts = [...text]
  return {
    kind: 'text',
    font: fontId('Fake'),
    size: pt(9),
    scaleX: 1,
    x: pt(0),
    y: pt(0),
    glyphs: texts.map(() => 1),
    offsets: texts.map((_, index) => milliEm(index * 1000)),
    texts,
    ink: BLACK,
    source,
    line: LINE,
  }
}

export const generated = (text: string, story: string): TextRun =>
  runOf(text, { kind: 'generated', story: storyId(story) })

/** The runs of a document in lines of `measure` characters, a hyphen generated after each third. */
export function setStory(story: Story, measure: number): readonly TextRun[] {
  const runs: TextRun[] = []
  story.doc.descendants((node, position) => {
    const text = [...(node.text ?? '')]
    let from = position
    for (let start = 0; start < text.length; start += measure) {
      const line = text.slice(start, start + measure).join('')
      runs.push(runOf(line, { kind: 'manuscript', story: story.id, from }))
      if (runs.length % 3 === 0) runs.push(generated('-', story.id))
      from += line.length
    }
  })
  return runs
}

export const pageOf = (number: number, items: readonly TextRun[]): PageDisplay => ({
  page: pageId(`p${number}`),
  folio: String(number).padStart(2, '0'),
  trim: { width: pt(100), height: pt(100) },
  bleed: pt(0),
  items: [...items, runOf(`第${number}版`, { kind: 'furniture' })],
  lines: [],
})

export const fitOf = (
  story: string,
  overset: readonly TextRange[] = [],
  replaced: readonly TextRange[] = [],
): StoryFit => ({
  story: storyId(story),
  oversetLines: overset.length,
  oversetCharacters: 0,
  oversetBoxLines: 0,
  roomLines: 0,
  roomCharacters: 0,
  overset,
  replaced,
})

export const displayOf = (
  pages: readonly (readonly TextRun[])[],
  stories: readonly StoryFit[] = [],
): EditionDisplay => ({
  pages: pages.map((items, index) => pageOf(index + 1, items)),
  stories,
  diagnostics: [],
})
