/** Figures of stories, and the pictures they show. */
import type { Node } from 'prosemirror-model'
import type { PictureId, StoryId } from '../ids'
import type { Story } from '../model/edition'
import { storySchema, textOf } from '../model/storySchema'

export interface FigureRef {
  readonly story: StoryId
  /** The figure's own name in its document. */
  readonly id: string
  readonly title: string
  /** Its paragraphs, one a line. */
  readonly caption: string
  readonly picture: string | null
}

const isFigure = (node: Node): boolean => node.type === storySchema.nodes.figure

const pictureOf = (node: Node): string | null => {
  const picture: unknown = node.attrs['picture']
  return typeof picture === 'string' ? picture : null
}

const captionOf = (node: Node): string =>
  node.children
    .filter((child) => child.type === storySchema.nodes.caption)
    .map((child) => child.textContent)
    .join('\n')

/** The figures of one story, in document order. */
export const figuresOf = (story: Story): readonly FigureRef[] =>
  story.doc.children.filter(isFigure).map((node) => ({
    story: story.id,
    id: String(node.attrs['id']),
    title: textOf(node, 'figureTitle'),
    caption: captionOf(node),
    picture: pictureOf(node),
  }))

/** The story with each figure named in `pictures` showing that picture. */
export function withPictures(story: Story, pictures: ReadonlyMap<string, PictureId>): Story {
  const children = story.doc.children.map((node) => {
    const picture = isFigure(node) ? pictures.get(String(node.attrs['id'])) : undefined
    return picture === undefined
      ? node
      : node.type.create({ ...node.attrs, picture }, node.content, node.marks)
  })
  return { ...story, doc: storySchema.node('doc', null, children) }
}
