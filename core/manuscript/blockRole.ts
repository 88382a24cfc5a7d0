/** What a block of a story is — 正文, 小标题, 引题, 阅读提示 … — made something else, as text steps. */
import { Fragment, Slice, type Node, type NodeType } from 'prosemirror-model'
import { ReplaceAroundStep, Transform, type Step } from 'prosemirror-transform'
import { storySchema } from '../model/storySchema'

export const BLOCK_ROLES = [
  'paragraph',
  'kicker',
  'headline',
  'deck',
  'byline',
  'subhead',
  'readingTip',
  'editorNote',
  'figureTitle',
  'caption',
  'credit',
] as const
export type BlockRole = (typeof BLOCK_ROLES)[number]

/** The text changed, and where the selection's ends then are. */
export interface Recast {
  readonly steps: readonly Step[]
  readonly anchor: number
  readonly head: number
}

type BoxRole = 'readingTip' | 'editorNote'

/** What a new box is called; a label that says just this goes with its box. */
const BOX_LABELS: Readonly<Record<BoxRole, string>> = {
  readingTip: '阅读提示',
  editorNote: '编者按',
}

/** Blocks of a story and of a figure stand in this order; those of one rank as they come. */
const RANKS: Readonly<Record<string, number>> = {
  ...{ kicker: 0, headline: 1, deck: 2, byline: 3 },
  ...{ figureTitle: 0, caption: 1, credit: 2 },
}
const BODY = 4
const FIGURE_ROLES = new Set<string>(['figureTitle', 'caption', 'credit'])
const SINGLE = new Set<string>(['kicker', 'headline', 'deck', 'byline', 'figureTitle', 'credit'])
const FLOWING = new Set<string>(['paragraph', 'subhead'])

const rankOf = (type: string): number => RANKS[type] ?? BODY
const isBox = (type: string): type is BoxRole => type in BOX_LABELS
const isRole = (type: string): type is BlockRole =>
  (BLOCK_ROLES as readonly string[]).includes(type)

interface Block {
  readonly node: Node
  readonly pos: number
  readonly index: number
}

const end = ({ pos, node }: Block): number => pos + node.nodeSize

function childrenOf(parent: Node, start: number): readonly Block[] {
  const found: Block[] = []
  parent.forEach((node, offset, index) => found.push({ node, pos: start + offset, index }))
  return found
}

/** The blocks that a selection is in, among the children of the story or of one figure. */
function chosenBlocks(doc: Node, from: number, to: number): readonly Block[] {
  const within = (blocks: readonly Block[]): readonly Block[] =>
    blocks.filter((block) =>
      from === to
        ? block.pos < from && from < end(block)
        : block.pos + 1 < to && from < end(block) - 1,
    )
  const top = within(childrenOf(doc, 0))
  const [only] = top
  return top.length === 1 && only?.node.type.name === 'figure'
    ? within(childrenOf(only.node, only.pos + 1))
    : top
}

/** What all chosen blocks are; null when they differ, or are none that can be changed. */
export function blockRole(doc: Node, anchor: number, head: number): BlockRole | null {
  const blocks = chosenBlocks(doc, Math.min(anchor, head), Math.max(anchor, head))
  const [first] = blocks.map(({ node }) => node.type.name)
  if (first === undefined || blocks.some(({ node }) => node.type.name !== first)) return null
  return isRole(first) ? first : null
}

/** The end of the text of what a story has once, such as its 主题; null where it has none, or may have many. */
export function partEnd(doc: Node, role: BlockRole): number | null {
  if (!SINGLE.has(role)) return null
  let found: number | null = null
  doc.descendants((node, pos) => {
    if (found === null && node.type.name === role) found = pos + 1 + node.content.size
    return found === null && !node.isTextblock
  })
  return found
}

/**
 * Makes the chosen blocks of a story what `role` says. A part of the headline
 * group, or of a figure, goes to its place there; blocks made a box stand under
 * its label, and `boxId` names it. Null when it cannot be, or is so already.
 */
export function recast(
  doc: Node,
  { anchor, head }: Omit<Recast, 'steps'>,
  role: BlockRole,
  boxId: string,
): Recast | null {
  const blocks = chosenBlocks(doc, Math.min(anchor, head), Math.max(anchor, head))
  const [first] = blocks
  if (first === undefined || blockRole(doc, anchor, head) === role) return null
  const tr = new Transform(doc)
  const follow = (): Recast => ({
    steps: tr.steps,
    anchor: tr.mapping.map(anchor),
    head: tr.mapping.map(head),
  })
  const { name } = first.node.type
  if (isBox(name) && blocks.length === 1) {
    if (isBox(role)) changeBox(tr, first, role)
    else if (role === 'paragraph') openBox(tr, first)
    else return null
    return follow()
  }
  if (isBox(role)) return boxIn(tr, blocks, role, boxId) ? follow() : null
  if (blocks.length === 1) {
    const moved = place(tr, first, role)
    if (moved === null) return null
    if (moved === first.pos) return follow()
    const by = moved - first.pos
    return { steps: tr.steps, anchor: anchor + by, head: head + by }
  }
  const flowing = blocks.filter(({ node }) => FLOWING.has(node.type.name))
  if (!FLOWING.has(role) || blocks.some(({ node }) => rankOf(node.type.name) < BODY)) return null
  for (const block of flowing) retype(tr, block, storySchema.nodes[role])
  return tr.steps.length === 0 ? null : follow()
}

/** In place; what runs in (电头) becomes plain words where the new role has none such. */
function retype(tr: Transform, { node, pos }: Block, type: NodeType): void {
  if (node.type === type) return
  if (!type.validContent(node.content)) {
    const words = node.textContent
    tr.replaceWith(pos + 1, pos + 1 + node.content.size, storySchema.text(words))
  }
  tr.setNodeMarkup(pos, type)
}

/** Retypes one block and takes it to its place among its siblings; its new position, or null where it may not go. */
function place(tr: Transform, block: Block, role: BlockRole): number | null {
  const $pos = tr.doc.resolve(block.pos)
  const { name } = block.node.type
  if (!isRole(name) || $pos.depth > 0 !== FIGURE_ROLES.has(role)) return null
  const siblings = childrenOf($pos.parent, $pos.start())
  const others = siblings.filter(({ index }) => index !== block.index)
  if (SINGLE.has(role) && others.some(({ node }) => node.type.name === role)) return null
  const rank = rankOf(role)
  const body = $pos.depth === 0
  if (body && rank < BODY && others.every(({ node }) => rankOf(node.type.name) < BODY)) return null
  const type = storySchema.nodes[role]
  const fits = others.every(({ node, index }) =>
    index < block.index ? rankOf(node.type.name) <= rank : rankOf(node.type.name) >= rank,
  )
  if (fits) {
    retype(tr, block, type)
    return block.pos
  }
  const before = others.find(({ node }) => {
    const other = rankOf(node.type.name)
    return body && rank === BODY ? other === BODY : other > rank
  })
  const target = before?.pos ?? $pos.end()
  const words = block.node.textContent
  const made = type.create(null, words === '' ? null : storySchema.text(words))
  tr.insert(target, made)
  tr.delete(tr.mapping.map(block.pos), tr.mapping.map(end(block)))
  return target < block.pos ? target : target - block.node.nodeSize
}

/** Puts running text under a box's label. */
function boxIn(tr: Transform, blocks: readonly Block[], role: BoxRole, id: string): boolean {
  const [first, last] = [blocks[0], blocks.at(-1)]
  if (!first || !last || blocks.some(({ node }) => !FLOWING.has(node.type.name))) return false
  for (const block of blocks) retype(tr, block, storySchema.nodes.paragraph)
  const label = storySchema.nodes.boxLabel.create(null, storySchema.text(BOX_LABELS[role]))
  const box = storySchema.nodes[role].create({ id }, label)
  const [from, to] = [tr.mapping.map(first.pos), tr.mapping.map(end(last))]
  const around = new Slice(Fragment.from(box), 0, 0)
  tr.step(new ReplaceAroundStep(from, to, from, to, around, 1 + label.nodeSize, true))
  return true
}

function changeBox(tr: Transform, { node, pos }: Block, role: BoxRole): void {
  const { name } = node.type
  tr.setNodeMarkup(pos, storySchema.nodes[role], node.attrs)
  const label = node.firstChild
  if (!label || !isBox(name) || label.textContent !== BOX_LABELS[name]) return
  tr.replaceWith(pos + 2, pos + 2 + label.content.size, storySchema.text(BOX_LABELS[role]))
}

/** The text of a box back in the story's; a label of its own wording becomes a subhead. */
function openBox(tr: Transform, { node, pos }: Block): void {
  const label = node.firstChild
  const { name } = node.type
  if (label === null || !isBox(name)) return
  const words = label.textContent
  const kept = words === '' || words === BOX_LABELS[name] ? null : storySchema.text(words)
  const head =
    kept === null ? Fragment.empty : Fragment.from(storySchema.nodes.subhead.create(null, kept))
  const to = pos + node.nodeSize
  const gap = pos + 1 + label.nodeSize
  tr.step(new ReplaceAroundStep(pos, to, gap, to - 1, new Slice(head, 0, 0), head.size))
}
