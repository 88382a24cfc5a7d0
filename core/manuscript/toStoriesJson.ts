/** The stories of an edition as plain data: the form that `banxin stories --json` prints. */
import type { Node } from 'prosemirror-model'
import { fold } from '../intake/characters'
import { bylineAtEnd } from '../intake/people'
import type {
  ImportedBlock,
  ImportedFurniture,
  ImportedPhoto,
  ImportedStory,
  PhotoText,
} from '../intake/types'
import { storiesOf, type Edition, type LooseText, type Story } from '../model/edition'
import { childOfType, storyForm, textOf } from '../model/storySchema'
import { splitRunIn } from './runIn'

export type BlockJson = Omit<ImportedBlock, 'joinedFrom'>
export type PhotoJson = PhotoText

/** An intake's story without how its text was mended. */
export interface StoryJson extends Omit<ImportedStory, 'runIns' | 'blocks'> {
  /** The short headline over the part behind the jump. */
  readonly jumpHeadline?: string
  readonly blocks: readonly BlockJson[]
}

export interface FurnitureJson extends ImportedFurniture {
  readonly unplaced?: readonly LooseText[]
}

export type ItemJson = StoryJson | ImportedPhoto | FurnitureJson

type Mutable<T> = { -readonly [K in keyof T]: T[K] }

const children = (node: Node): readonly Node[] =>
  Array.from({ length: node.childCount }, (_, index) => node.child(index))

const textsOf = (node: Node, type: string): string =>
  children(node)
    .filter((child) => child.type.name === type)
    .map((child) => child.textContent)
    .join('\n')

/** The record without the fields whose text is empty. */
function filled<T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], ''> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== '')) as {
    [K in keyof T]?: Exclude<T[K], ''>
  }
}

const photoJson = (figure: Node): PhotoJson => ({
  ...filled({ title: textOf(figure, 'figureTitle') }),
  caption: textsOf(figure, 'caption'),
  ...filled({ credit: textOf(figure, 'credit') }),
})

/** A paragraph's text with the words at its head apart. */
function splitParagraph(node: Node): { readonly runIn: string; readonly text: string } {
  const runIn = textOf(node, 'dateline')
  return { runIn, text: node.textContent.slice(runIn.length) }
}

function blockJson(node: Node): BlockJson | null {
  switch (node.type.name) {
    case 'paragraph':
    case 'subhead':
      if (node.textContent === '') return null
      return {
        type: node.type.name,
        text: node.textContent,
        ...(node.attrs['flushRight'] === true ? { flushRight: true } : {}),
      }
    case 'readingTip':
    case 'editorNote':
      return {
        type: node.type.name,
        ...filled({ label: textOf(node, 'boxLabel') }),
        text: textsOf(node, 'paragraph'),
      }
    default:
      return null
  }
}

/**
 * The blocks of a story. As intake does, what runs in with the first paragraph
 * leaves its text, and so does a bracketed byline at the end of the last one
 * when the story has no other.
 */
function storyBody(doc: Node): {
  readonly blocks: readonly BlockJson[]
  readonly dateline: string
  readonly byline: string
} {
  const first = childOfType(doc, 'paragraph')
  const head = first ? splitParagraph(first) : { runIn: '', text: '' }
  const { dateline, byline } = splitRunIn(head.runIn)
  const bylines = [textOf(doc, 'byline'), byline].filter((text) => text !== '').join(' ')
  const blocks = children(doc).flatMap((node): readonly Mutable<BlockJson>[] => {
    const block = blockJson(node)
    if (node === first) return head.text === '' ? [] : [{ type: 'paragraph', text: head.text }]
    return block ? [block] : []
  })
  const last = blocks.findLast((block) => block.type === 'paragraph')
  const tail = last && bylines === '' ? bylineAtEnd(fold(last.text)) : -1
  if (!last || tail <= 0) return { blocks, dateline, byline: bylines }
  const signed = last.text.slice(tail)
  last.text = last.text.slice(0, tail).trimEnd()
  return { blocks, dateline, byline: signed }
}

/** Words of the jumps in a document. */
function jumpWords(
  doc: Node,
): Partial<Pick<StoryJson, 'marker' | 'markerFrom' | 'jumpHeadline' | 'continues'>> {
  const jumps = children(doc).filter((node) => node.type.name === 'continuation')
  const first = (type: string): string =>
    jumps.map((jump) => textOf(jump, type)).find((text) => text !== '') ?? ''
  const words = {
    marker: first('jumpTo'),
    markerFrom: first('jumpFrom'),
    jumpHeadline: first('jumpHeadline'),
  }
  const cutOff = jumps.some((jump) => jump.textContent === '')
  return { ...filled(words), ...(cutOff ? { continues: true } : {}) }
}

const unplacedOf = (story: Story): { readonly unplaced?: readonly LooseText[] } =>
  story.unplaced.length === 0 ? {} : { unplaced: story.unplaced }

interface RubricWords {
  readonly rubric?: string
  readonly rubricShared?: true
}

function storyJson(story: Story, rubric: RubricWords): StoryJson {
  const { doc } = story
  const { blocks, dateline, byline } = storyBody(doc)
  const figures = children(doc).filter((node) => node.type.name === 'figure')
  return {
    id: story.id,
    kind: 'story',
    ...rubric,
    ...filled({ kicker: textOf(doc, 'kicker') }),
    headline: textOf(doc, 'headline'),
    ...filled({ deck: textOf(doc, 'deck'), byline, dateline }),
    ...jumpWords(doc),
    blocks,
    photos: figures.map(photoJson),
    ...unplacedOf(story),
  }
}

/** A 栏目's title: standing lines that a rubric is named after. */
const isRubricTitle = (story: Story): boolean =>
  story.rubric !== null && storyForm(story.doc) === 'lines'

/**
 * The stories in manuscript order. The words of a 栏目 stand with the first item
 * under it; later stories repeat them with `rubricShared`. A 栏目 without stories
 * stands as furniture, so that its words are not lost.
 */
export function toStoriesJson(edition: Edition): readonly ItemJson[] {
  const stories = storiesOf(edition)
  const titles = new Map(
    stories.filter(isRubricTitle).map((story) => [story.rubric, textsOf(story.doc, 'line')]),
  )
  const withMembers = new Set(
    stories.filter((story) => !isRubricTitle(story)).map((story) => story.rubric),
  )
  const opened = new Set<string>()
  return stories
    .filter((story) => !isRubricTitle(story) || !withMembers.has(story.rubric))
    .map((story): ItemJson => {
      const words = story.rubric === null ? '' : (titles.get(story.rubric) ?? '')
      const repeated = story.rubric !== null && opened.has(story.rubric)
      if (story.rubric !== null) opened.add(story.rubric)
      const rubric = filled({ rubric: words })
      const form = storyForm(story.doc)
      if (form === 'lines') {
        return {
          id: story.id,
          kind: 'furniture',
          text: textsOf(story.doc, 'line'),
          ...unplacedOf(story),
        }
      }
      const figure = form === 'picture' ? childOfType(story.doc, 'figure') : null
      if (figure) return { id: story.id, kind: 'photo', ...rubric, ...photoJson(figure) }
      return storyJson(story, {
        ...rubric,
        ...(repeated && words !== '' ? { rubricShared: true } : {}),
      })
    })
}
