/** Puts what was pasted in the selection's place, as far as the text there takes it. */
import { Fragment, Slice, type Node, type NodeType } from 'prosemirror-model'
import { Selection, type EditorState, type Transaction } from 'prosemirror-state'
import { storySchema } from '../../core/model/storySchema'
import type { PastedBlock } from './pasted'

const { paragraph, subhead, headline, readingTip, editorNote, figure, continuation } =
  storySchema.nodes
const FLOWING = new Set<NodeType>([paragraph, subhead, readingTip, editorNote, figure])

/** Words from outside: paragraphs and subheads. */
export function pasteBlocks(
  state: EditorState,
  blocks: readonly PastedBlock[],
): Transaction | null {
  const nodes = blocks.map(({ role, text }) =>
    storySchema.nodes[role].create(null, storySchema.text(text)),
  )
  return pasteNodes(state, nodes, KEEP)
}

export interface PasteTools {
  /** A name for a box whose own is taken. */
  fresh(): string
  /** Whether the edition has this picture. */
  hasPicture(id: string): boolean
}
const KEEP: PasteTools = { fresh: () => '', hasPicture: () => false }

/**
 * Only running text takes several blocks; a headline or caption takes them as
 * one line, and a box, which has no subheads, as paragraphs. A block that starts
 * or ends the paste and is no paragraph stays a block of its own. Parts of a
 * headline group stay such over one's place and are text elsewhere; a jump stays
 * where it was.
 */
export function pasteNodes(
  state: EditorState,
  pasted: readonly Node[],
  tools: PasteTools,
): Transaction | null {
  const nodes = pasted.filter(({ type }) => type !== continuation)
  const [first] = nodes
  if (first === undefined) return null
  const { $from, $to } = state.selection
  const whole = $from.depth === 1 && $from.pos === 1 && !FLOWING.has(first.type)
  const kept = whole ? replaceBy(state, renamed(state, nodes, tools)) : null
  if (kept !== null && keepsAll(kept.doc, nodes)) return kept
  const words = () => nodes.map(({ textContent }) => textContent).join('')
  const inHead = $from.parent.type === subhead
  if ($from.parent.type !== paragraph && !inHead) return state.tr.insertText(words())
  const runsIn = first.childCount > 1 && !inHead
  if (nodes.length === 1 && first.type === paragraph && !runsIn) return state.tr.insertText(words())
  const flows = $from.depth === 1 && $to.depth === 1
  const fitting = flows
    ? nodes.map((node) => (FLOWING.has(node.type) ? node : asText(node)))
    : nodes.flatMap(paragraphsOf)
  return replaceBy(state, renamed(state, fitting, tools))
}

const asText = (node: Node): Node =>
  (node.type === headline ? subhead : paragraph).create(null, textOrNone(node.textContent))

const textOrNone = (words: string): Node | null => (words === '' ? null : storySchema.text(words))

function paragraphsOf(node: Node): readonly Node[] {
  if (node.isTextblock) return [paragraph.create(null, textOrNone(node.textContent))]
  return node.content.content.flatMap(paragraphsOf)
}

/** Boxes by names the story has not, pictures the edition has. */
function renamed(state: EditorState, nodes: readonly Node[], tools: PasteTools): readonly Node[] {
  const { from, to } = state.selection
  const taken = new Set<unknown>()
  state.doc.descendants((node, pos) => {
    if (pos < from || pos + node.nodeSize > to) taken.add(node.attrs['id'])
    return !node.isTextblock
  })
  return nodes.map((node) => {
    const { id, picture } = node.attrs
    if (typeof id !== 'string') return node
    const attrs = {
      ...node.attrs,
      id: taken.has(id) ? tools.fresh() : id,
      ...(typeof picture === 'string' && !tools.hasPicture(picture) ? { picture: null } : {}),
    }
    taken.add(attrs.id)
    return node.type.create(attrs, node.content)
  })
}

function replaceBy(state: EditorState, nodes: readonly Node[]): Transaction {
  const { $from, $to, from, to } = state.selection
  const opens = nodes[0]?.type === paragraph && $from.parent.type === paragraph
  const closes = nodes.at(-1)?.type === paragraph && $to.parent.type === paragraph
  const start = !opens && $from.parentOffset === 0 ? $from.before() : from
  const end = !closes && $to.parentOffset === $to.parent.content.size ? $to.after() : to
  const [first, ...rest] = nodes
  // 电头 runs in at a paragraph's start only
  const joined =
    opens && first && $from.parentOffset > 0
      ? [paragraph.create(first.attrs, textOrNone(first.textContent)), ...rest]
      : nodes
  const slice = new Slice(Fragment.from(joined), opens ? 1 : 0, closes ? 1 : 0)
  const tr = state.tr.replace(start, end, slice)
  return tr.setSelection(Selection.near(tr.doc.resolve(tr.mapping.map(end)), -1))
}

/** Whether a story holds every block that was to come, as what it was. */
function keepsAll(doc: Node, nodes: readonly Node[]): boolean {
  const left = doc.content.content.map(({ type, textContent }) => ({ type, textContent }))
  return nodes.every((node) => {
    const at = left.findIndex(
      ({ type, textContent }) => type === node.type && textContent.includes(node.textContent),
    )
    if (at >= 0) left.splice(at, 1)
    return at >= 0
  })
}
