/** Small makers of story documents from plain strings. */
import type { Node } from 'prosemirror-model'
import { storySchema } from '../model/storySchema'

/** A text node in a row for `content`; none for empty text, which ProseMirror does not allow. */
const words = (text: string): readonly Node[] => (text === '' ? [] : [storySchema.text(text)])

/** A block of one line of text; line ends inside become spaces. */
export const textBlock = (type: string, text: string): Node =>
  storySchema.node(type, null, words(text.replace(/\s*\n\s*/gu, ' ')))

/** The block when there is text for it, so that it can be spread into a row. */
export const optionalBlock = (type: string, text: string | undefined): readonly Node[] =>
  text === undefined || text === '' ? [] : [textBlock(type, text)]

const linesOf = (text: string): readonly string[] =>
  text.split('\n').filter((line) => line.trim() !== '')

/** One block of `type` for each line of `text`, at least one. */
export function lineBlocks(type: string, text: string): readonly Node[] {
  const lines = linesOf(text)
  return (lines.length === 0 ? [''] : lines).map((line) => textBlock(type, line))
}

/** A paragraph with the words that run in at its head (电头, bracketed 署名), '' for none. */
export const paragraph = (runIn: string, text: string, flushRight = false): Node =>
  storySchema.node('paragraph', { flushRight }, [
    ...(runIn === '' ? [] : [storySchema.node('dateline', null, words(runIn))]),
    ...words(text),
  ])

/** A reading tip or editor's note: its label and a paragraph for each line. */
export const box = (
  type: 'readingTip' | 'editorNote',
  id: string,
  label: string,
  text: string,
): Node =>
  storySchema.node(type, { id }, [textBlock('boxLabel', label), ...lineBlocks('paragraph', text)])

export interface FigureWords {
  readonly title?: string
  readonly caption: string
  readonly credit?: string
}

/** A figure without a picture yet. */
export const figure = (id: string, { title, caption, credit }: FigureWords): Node =>
  storySchema.node('figure', { id, picture: null }, [
    ...optionalBlock('figureTitle', title),
    ...(caption === '' ? [] : lineBlocks('caption', caption)),
    ...optionalBlock('credit', credit),
  ])

export interface JumpWords {
  readonly to?: string
  readonly from?: string
  readonly headline?: string
}

/** A jump; without words it marks a story that was cut off. */
export const continuation = ({ to, from, headline }: JumpWords): Node =>
  storySchema.node('continuation', { pinned: false }, [
    ...optionalBlock('jumpTo', to),
    ...optionalBlock('jumpFrom', from),
    ...optionalBlock('jumpHeadline', headline),
  ])

/** Standing lines: a rubric's title, the people responsible for the page. */
export const linesDoc = (text: string): Node =>
  storySchema.node('doc', null, [...lineBlocks('line', text)])
