import { Node } from 'prosemirror-model'
import { err, ok, type Result } from '../result'
import { storySchema } from './storySchema'

/** Why the node is not a whole, valid story document; null when it is one. */
export function storyDocTrouble(doc: Node): string | null {
  if (doc.type !== storySchema.topNodeType) return 'it is not a whole document'
  try {
    doc.check()
    return null
  } catch (error) {
    if (error instanceof RangeError) return error.message
    throw error
  }
}

/** What is set on a paragraph; undefined where nothing is. */
function saidOf({ attrs, type }: Node): object | undefined {
  const said = Object.entries(attrs).filter(
    ([name, value]) => value !== type.spec.attrs?.[name]?.default,
  )
  return said.length === 0 ? undefined : Object.fromEntries(said)
}

/** The document as JSON, the same for the same text: attributes that say nothing are left out. */
export function docToJson(node: Node): unknown {
  const json = node.toJSON() as Record<string, unknown>
  const { attrs, content, ...rest } = json
  const said = node.type === storySchema.nodes.paragraph ? saidOf(node) : attrs
  return {
    ...rest,
    ...(said === undefined ? {} : { attrs: said }),
    ...(content === undefined ? {} : { content: node.content.content.map(docToJson) }),
  }
}

/** A story document from JSON, fully checked; the error is the rest of a sentence. */
export function docFromJson(json: unknown): Result<Node, string> {
  try {
    const doc = Node.fromJSON(storySchema, json)
    const trouble = storyDocTrouble(doc)
    return trouble === null ? ok(doc) : err(trouble)
  } catch (error) {
    // ProseMirror throws RangeErrors on what it refuses and TypeErrors on what it did not expect.
    if (error instanceof RangeError || error instanceof TypeError) return err(error.message)
    throw error
  }
}
