/** Text that stands on one line of its own: headlines, labels, folios. */
import type { Node } from 'prosemirror-model'
import type { FacePair, HouseRules } from '../model/styles'
import { setLine, shapeParagraph } from '../text'
import type { InlineRun, SetLine, ShapingContext } from '../text/types'
import { milliEm, type Pt } from '../units'

/**
 * Display type sets its marks half-width: a full-width comma tears a hole into
 * a headline of 55 pt. CLREQ #punctuation_width_adjustment leaves it to the house.
 */
const displayRules = (rules: HouseRules): HouseRules => ({ ...rules, punctuation: 'half' })

export const displayContext = (ctx: ShapingContext): ShapingContext => ({
  fonts: ctx.fonts,
  rules: displayRules(ctx.rules),
})

/** The runs set at their natural width on one line; its measure is what is set, without the spaces at its ends. */
export function singleLine(runs: readonly InlineRun[], ctx: ShapingContext): SetLine {
  const shaped = shapeParagraph(runs, ctx)
  const measure = milliEm(Math.ceil(shaped.naturalWidth))
  const line = setLine(shaped, 0, shaped.length, {
    measure,
    indent: milliEm(0),
    align: 'left',
    last: true,
  })
  return { ...line, measure: line.setWidth }
}

/** A node's text, or the part of it from character `from` to `to`, on one line. */
export function nodeLine(
  node: Node,
  faces: FacePair,
  ctx: ShapingContext,
  from = 0,
  to = node.content.size,
): SetLine {
  return singleLine([{ text: node.textContent.slice(from, to), faces, pos: from }], ctx)
}

/** Widest gap that a short line may open between two characters, by how many it has: 简　讯 takes a whole one. */
const LOOSEST = [0, 0, 1000, 500, 330] as const
const LOOSEST_LONGER = 120
/** Words, figures and spaces would take all that is opened beside themselves. */
const UNEVEN = /[\p{Script=Latin}\p{Nd}\s]/u

/**
 * A node's text on one line, opened between its characters towards `wanted`
 * thousandths of an em, as far as its characters still read as one line. One
 * with Latin, figures or spaces stays at its natural width.
 */
export function openedLine(
  node: Node,
  faces: FacePair,
  ctx: ShapingContext,
  wanted: number,
): SetLine {
  const text = node.textContent
  const shaped = shapeParagraph([{ text, faces, pos: 0 }], ctx)
  const han = UNEVEN.test(text) ? 0 : (text.match(/\p{Script=Han}/gu)?.length ?? 0)
  const room = Math.max(0, han - 1) * (LOOSEST[[...text].length] ?? LOOSEST_LONGER)
  const natural = Math.ceil(shaped.naturalWidth)
  return setLine(shaped, 0, shaped.length, {
    measure: milliEm(Math.max(natural, Math.min(Math.floor(wanted), natural + room))),
    indent: milliEm(0),
    align: 'justify',
    last: false,
  })
}

/** Text of no document on one line. */
export const stringLine = (text: string, faces: FacePair, ctx: ShapingContext): SetLine =>
  singleLine([{ text, faces, pos: null }], ctx)

/** Width in points of a line at a size and horizontal scale. */
export const lineWidth = (line: SetLine, size: Pt, scaleX = 1): Pt =>
  ((line.setWidth * size * scaleX) / 1000) as Pt
