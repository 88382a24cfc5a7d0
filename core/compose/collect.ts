/** A story's document as what flows, what stands in boxes, and what stands over it. */
import type { Node } from 'prosemirror-model'
import type { FacePair, TextStyle } from '../model/styles'
import type { StyleSheet } from '../model/styleSheet'
import type { InlineRun } from '../text/types'
import { milliEm } from '../units'

/** A block of text with one style. `base` is the document position of its content's start. */
export interface TextBlock {
  readonly node: Node
  readonly base: number
  /** Display type (小标题, labels, parts of the headline group) sets its marks half-width. */
  readonly role: 'body' | 'subhead' | 'tip' | 'label'
  /** Lines more or fewer that the composer asks of a paragraph whose writer asked for none. */
  readonly asked?: number
  /** Names in a 署名 or a credit stand a full em apart. */
  readonly names?: boolean
  readonly style: TextStyle
  /** Faces that differ from the style's, for the 电头. */
  readonly dateline: FacePair | null
}

/** A block that stands in an inset when its frame has one for it. */
export interface BoxBlock {
  readonly id: string
  readonly node: Node
  /** Document position before the node. */
  readonly pos: number
}

export interface Jump {
  readonly node: Node
  readonly pos: number
  readonly pinned: boolean
  /** Index into `flow` before which the jump stands. */
  readonly at: number
}

export interface CollectedStory {
  readonly flow: readonly TextBlock[]
  readonly boxes: readonly BoxBlock[]
  readonly jumps: readonly Jump[]
}

/** Text of a block's node as runs, positions relative to the node's content start. */
export function inlineRuns({ node, style, dateline, names }: TextBlock): readonly InlineRun[] {
  const { faces } = style
  const runs: InlineRun[] = []
  node.forEach((child, offset) => {
    if (child.isText) {
      const text = child.text ?? ''
      runs.push({ text: names === true ? text.replace(/ /gu, '\u3000') : text, faces, pos: offset })
      return
    }
    const text = child.textContent
    const bracket = text.search(/[（(]/u)
    const bold = bracket < 0 ? text : text.slice(0, bracket)
    if (bold !== '') runs.push({ text: bold, faces: dateline ?? faces, pos: offset + 1 })
    if (bold.length < text.length) {
      runs.push({ text: text.slice(bold.length), faces, pos: offset + 1 + bold.length })
    }
  })
  return runs
}

/** The text blocks of a box set as text: its label, then its paragraphs. */
export function boxTexts(box: BoxBlock, sheet: StyleSheet): readonly TextBlock[] {
  const style = box.node.type.name === 'editorNote' ? sheet.note : sheet.tip
  const blocks: TextBlock[] = []
  box.node.forEach((child, offset) => {
    const label = child.type.name === 'boxLabel'
    blocks.push({
      node: child,
      base: box.pos + 1 + offset + 1,
      role: label ? 'label' : 'tip',
      style: label ? sheet.tipLabel : style,
      dateline: null,
    })
  })
  return blocks
}

const bodyOf = (node: Node, { body }: StyleSheet): TextStyle =>
  node.attrs['flushRight'] === true ? { ...body, align: 'right', indent: milliEm(0) } : body

/**
 * Boxes named in `inset` leave the flow; the others run in it as blocks of
 * their own style, so that no text is lost when a frame has no place for them.
 */
export function collectStory(
  doc: Node,
  sheet: StyleSheet,
  inset: ReadonlySet<string>,
): CollectedStory {
  const flow: TextBlock[] = []
  const boxes: BoxBlock[] = []
  const jumps: Jump[] = []
  doc.forEach((node, pos) => {
    const base = pos + 1
    switch (node.type.name) {
      case 'paragraph':
        flow.push({
          node,
          base,
          role: 'body',
          style: bodyOf(node, sheet),
          dateline: sheet.dateline,
        })
        return
      case 'subhead':
        flow.push({ node, base, role: 'subhead', style: sheet.subhead, dateline: null })
        return
      case 'readingTip':
      case 'editorNote': {
        const box: BoxBlock = { id: String(node.attrs.id), node, pos }
        if (inset.has(box.id)) boxes.push(box)
        else {
          for (const block of boxTexts(box, sheet)) {
            flow.push({ ...block, role: block.role === 'label' ? 'subhead' : 'body' })
          }
        }
        return
      }
      case 'figure':
        boxes.push({ id: String(node.attrs.id), node, pos })
        return
      case 'continuation':
        jumps.push({ node, pos, pinned: node.attrs.pinned === true, at: flow.length })
    }
  })
  return { flow, boxes, jumps }
}
