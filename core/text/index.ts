/** Fonts and shaping: from runs of text to cells, and from cells to set lines. */
export { fontSetOf, openFontFace } from './fontFace'
export { Break } from './legalBreaks'
export { setLine, type LineOptions } from './setLine'
export type { ShapedParagraph } from './shapedParagraph'
export { shapeParagraph } from './shapeParagraph'
