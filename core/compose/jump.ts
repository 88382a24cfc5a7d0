/** 转版: the lines that send a reader to another page and fetch him there. */
import type { Node } from 'prosemirror-model'
import { childOfType } from '../model/storySchema'
import type { Grid } from '../model/grid'
import type { StyleSheet } from '../model/styleSheet'
import type { SetLine, ShapingContext } from '../text/types'
import { pt, type Pt } from '../units'
import type { Jump, TextBlock } from './collect'
import type { HeadLayout } from './head'
import { displayContext, lineWidth, nodeLine, stringLine } from './singleLine'
import type { TextRange } from './types'

/** A jump line ready to be placed; `base` is null when its wording was made here. */
export interface JumpLine {
  readonly line: SetLine
  readonly base: number | null
  /** The manuscript's wording that a made one replaces. */
  readonly replaced: TextRange | null
}

const WORDING = {
  jumpTo: (folio: string) => `（下转第${folio}版）`,
  jumpFrom: (folio: string) => `（上接第${folio}版）`,
}

/** 版次 as said in a jump line: without the zero of a printed folio. */
const spoken = (folio: string): string => folio.replace(/^0+(?=\d)/u, '')

/** Document position of the first content character of a child of `jump`. */
function childBase(jump: Jump, type: string): number {
  let base = -1
  jump.node.forEach((child, offset) => {
    if (child.type.name === type) base = jump.pos + 1 + offset + 1
  })
  return base
}

/**
 * The line for one end of a jump. The manuscript's wording stands when it
 * names the right page; a wrong page number is replaced, and the old wording
 * goes on the ledger.
 */
export function jumpLine(
  jump: Jump | null,
  end: 'jumpTo' | 'jumpFrom',
  folio: string,
  sheet: StyleSheet,
  ctx: ShapingContext,
): JumpLine {
  const node = jump === null ? null : childOfType(jump.node, end)
  const { faces } = sheet.jump
  if (jump === null || node === null || node.content.size === 0) {
    return { line: stringLine(WORDING[end](spoken(folio)), faces, ctx), base: null, replaced: null }
  }
  const base = childBase(jump, end)
  const resolved = node.textContent.replace(
    /(第\s*)[0-9０-９A-Za-z]+(\s*版)/u,
    `$1${spoken(folio)}$2`,
  )
  if (resolved === node.textContent)
    return { line: nodeLine(node, faces, ctx), base, replaced: null }
  return {
    line: stringLine(resolved, faces, ctx),
    base: null,
    replaced: { from: base, to: base + node.content.size },
  }
}

/** Jumps of a document, for layouts that need no collected story. */
function jumpsOf(doc: Node): readonly Jump[] {
  const jumps: Jump[] = []
  doc.forEach((node, pos) => {
    if (node.type.name === 'continuation')
      jumps.push({ node, pos, pinned: node.attrs.pinned === true, at: 0 })
  })
  return jumps
}

/** The short headline over the continued part, in whole rows; none when the jump has none. */
export function layoutJumpHead(
  doc: Node,
  index: number,
  width: Pt,
  grid: Grid,
  sheet: StyleSheet,
  ctx: ShapingContext,
): HeadLayout {
  const jump = jumpsOf(doc)[index]
  const node = jump && childOfType(jump.node, 'jumpHeadline')
  if (jump === undefined || !node || node.content.size === 0) return { rows: 0, lines: [] }
  const level = sheet.levels.at(-1)
  const faces = sheet.headline.hei.at(-1)
  if (level === undefined || faces === undefined) return { rows: 0, lines: [] }
  const line = nodeLine(node, faces, displayContext(ctx))
  const size = pt(Math.min(level.size, (level.size * width) / lineWidth(line, level.size)))
  const rows = Math.ceil(size / grid.leading + sheet.spacing.headTop + sheet.spacing.headBottom)
  return {
    rows,
    lines: [
      {
        role: 'headline',
        line,
        base: childBase(jump, 'jumpHeadline'),
        size,
        scaleX: 1,
        top: (rows * grid.leading - size) / 2,
        first: true,
        last: true,
      },
    ],
  }
}

/**
 * Jumps without a frame on the other side: their words stand in the text as
 * lines of their own, so that nobody overlooks them.
 */
export function jumpBlocks(jump: Jump, sheet: StyleSheet): readonly TextBlock[] {
  const blocks: TextBlock[] = []
  jump.node.forEach((node, offset) => {
    if (node.content.size === 0) return
    blocks.push({
      node,
      base: jump.pos + 1 + offset + 1,
      role: 'body',
      style: sheet.jump,
      dateline: null,
    })
  })
  return blocks
}
