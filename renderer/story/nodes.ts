/** How story nodes stand in the unseen editor's DOM: only the input method and screen readers meet it. */
import { DOMParser } from 'prosemirror-model'
import type { NodeViewConstructor } from 'prosemirror-view'
import { storySchema } from '../../core/model/storySchema'

const element = (name: string, tag: 'div' | 'span'): NodeViewConstructor => {
  return () => {
    const dom = document.createElement(tag)
    dom.className = name
    return { dom, contentDOM: dom }
  }
}

export const nodeViews: Readonly<Record<string, NodeViewConstructor>> = Object.fromEntries(
  Object.values(storySchema.nodes)
    .filter((type) => !type.isText && type !== storySchema.topNodeType)
    .map((type) => [type.name, element(type.name, type.isInline ? 'span' : 'div')]),
)

/** What the browser makes by itself while composing is plain text in a paragraph. */
export const domParser = new DOMParser(storySchema, [
  { tag: 'p', node: 'paragraph' },
  { tag: 'div', node: 'paragraph' },
])
