/**
 * How story nodes stand in an editor's DOM. The unseen editor's is met by the
 * input method and screen readers only; the story view's is styled by class and
 * names its blocks at their side.
 */
import { DOMParser } from 'prosemirror-model'
import type { NodeViewConstructor } from 'prosemirror-view'
import { storySchema } from '../../core/model/storySchema'

/** What stands beside a block of this type; '' for nothing. */
export type BlockName = (type: string) => string

const element = (type: string, tag: 'div' | 'span', side: string): NodeViewConstructor => {
  return () => {
    const dom = document.createElement(tag)
    dom.className = type
    if (side !== '') dom.dataset['name'] = side
    return { dom, contentDOM: dom }
  }
}

export const nodeViews = (nameOf: BlockName): Readonly<Record<string, NodeViewConstructor>> =>
  Object.fromEntries(
    Object.values(storySchema.nodes)
      .filter((type) => !type.isText && type !== storySchema.topNodeType)
      .map(({ name, isInline }) => [name, element(name, isInline ? 'span' : 'div', nameOf(name))]),
  )

/** What the browser makes by itself while composing is plain text in a paragraph. */
export const domParser = new DOMParser(storySchema, [
  { tag: 'p', node: 'paragraph' },
  { tag: 'div', node: 'paragraph' },
])
