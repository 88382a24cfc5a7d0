import { balanceOf, cannotBegin } from './characters'
import type { Scrap } from './classify'

/** The lines above a story by their parts, and lines that hold two of them. */

export interface HeadingPart {
  readonly text: string
  readonly no: number
}

export type HeadRole = 'rubric' | 'kicker' | 'headline' | 'deck'

/** 引题——主题, 主题——副题, or the two with a space between them: the dash stays with the part that has it. */
function splitAt(text: string, dashTo: 'left' | 'right'): readonly [string, string] | null {
  const dash = text.indexOf('——', 1)
  if (dash > 0 && dash + 2 < text.length) {
    const at = dashTo === 'left' ? dash + 2 : dash
    return [text.slice(0, at).trim(), text.slice(at).trim()]
  }
  const space = text.search(/[ 　|｜]/u)
  return space > 0 ? [text.slice(0, space), text.slice(space + 1).trim()] : null
}

/** A 副题 of a feature says how or of whom: 记…, …侧记, …调查. */
const DECK_AFTER_DASH =
  /^(?:——)?(?:记|访|写在|来自|追记|探访|走进)|(?:纪实|侧记|纪事|札记|调查|见闻|综述|报告|启示|速写|手记|小记|掠影|巡礼|回顾|观察|分析|透视|追踪|述评|探析)$/u
const LEAST = 4
const SHORT = 12
const LONGEST = 20

/** 引题——主题 or 主题——副题 on one line, told by their words and lengths; a dash inside quotes or at an end is no seam. */
function dashRole(text: string): 'kickerHeadline' | 'headlineDeck' | null {
  const at = text.indexOf('——', 1)
  const [left, right] = [text.slice(0, at).trim(), text.slice(at + 2).trim()]
  if (at < 0 || left.length < LEAST || right.length < LEAST || cannotBegin(right[0])) return null
  if (balanceOf(left).open.some((count) => count > 0)) return null
  const isLonger =
    left.length <= SHORT
      ? right.length >= left.length - 3
      : right.length >= left.length && left.length <= LONGEST
  return DECK_AFTER_DASH.test(right) || isLonger ? 'headlineDeck' : 'kickerHeadline'
}

/** 某某在全市会议上强调 抢抓黄金期: what was said stands behind a space. */
const SAID = /^[^ ]{8,}(?:强调|指出|要求|提出) [^ ]/u

const spaceRole = (text: string): 'kickerHeadline' | null =>
  SAID.test(text) ? 'kickerHeadline' : null

/** The parts that a heading line holds: one, or two where 引题 or 副题 share the line with the 主题. */
export function splitHeads(
  role: 'kicker' | 'headline' | 'deck' | 'kickerHeadline' | 'headlineDeck',
  { text, no }: Pick<Scrap, 'text' | 'no'>,
): readonly (readonly [HeadRole, HeadingPart])[] {
  const held = dashRole(text) ?? (role === 'deck' ? null : spaceRole(text)) ?? role
  if (role === 'deck' || (held !== 'kickerHeadline' && held !== 'headlineDeck'))
    return [[role === 'kicker' || role === 'deck' ? role : 'headline', { text, no }]]
  const parts = splitAt(text, held === 'kickerHeadline' ? 'left' : 'right')
  if (parts === null) return [['headline', { text, no }]]
  const roles =
    held === 'kickerHeadline' ? (['kicker', 'headline'] as const) : (['headline', 'deck'] as const)
  return [
    [roles[0], { text: parts[0], no }],
    [roles[1], { text: parts[1], no }],
  ]
}

/** Lines of one part set as one: a space where neither line ends in a mark, as in 稳就业 保民生. */
export const joinParts = (parts: readonly HeadingPart[]): string =>
  parts
    .map((part, i) => {
      const before = parts[i - 1]
      if (!before) return part.text
      const closed = /[，、,：:——“（《]$/u.test(before.text) || cannotBegin(part.text[0])
      return closed ? part.text : ` ${part.text}`
    })
    .join('')
