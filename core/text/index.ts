/** Shaping: from runs of text to cells, and from cells to set lines. */
export { setLine } from './setLine'
export type { ShapedParagraph } from './shapedParagraph'
export { shapeParagraph } from './shapeParagraph'
