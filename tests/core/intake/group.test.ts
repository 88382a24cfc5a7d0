/** A page's scraps sorted by roles that are given: what belongs to which story. */
import { describe, expect, it } from 'vitest'
import { groupPage } from '../../../core/intake/group'
import { makeNotes } from '../../../core/intake/notes'
import type { Draft, Piece } from '../../../core/intake/drafts'
import type { Role } from '../../../core/intake/roles/role'
import { scrapsIn } from '../../build/roles/truthRoles'

function grouped(page: readonly (readonly [Role, string])[]): readonly Draft[] {
  const scraps = scrapsIn(page.map(([, text]) => text).join('\n'))
  const roles = page.map(([role]) => ({
    ...{ role, confidence: 1 },
    other: { role: 'deck' as const, confidence: 0 },
  }))
  return groupPage(scraps, roles, makeNotes())
}

const saysOf = (piece: Piece): string => {
  if (piece.type === 'photo') return 'photo'
  if (piece.type !== 'box') return `${piece.type} ${piece.scrap.text}`
  const { type, label, texts } = piece.box
  return `${type} ${label?.text ?? ''}: ${texts.map(({ text }) => text).join(' / ')}`
}

/** Each story as its headline and what stands in it. */
const storiesIn = (drafts: readonly Draft[]) =>
  drafts.flatMap((draft) =>
    draft.kind === 'story'
      ? [[draft.headings.headline.map(({ text }) => text).join(' '), ...draft.body.map(saysOf)]]
      : [],
  )

const HEAT = [
  ['headline', '高温来了'],
  ['paragraph', '今天最高气温将达三十六度。'],
  ['byline', '记者 戈扬'],
] as const
const FLOOD = [
  ['headline', '水位回落'],
  ['paragraph', '澜江水位昨日回落。'],
] as const

describe('boxes of a page', () => {
  it('that open a column are the next story’s, though a finished one stands above', () => {
    const drafts = grouped([
      ...HEAT,
      ['boxLabel', '开栏的话'],
      ['boxText', '从今天起，本报开设专栏，看看一条河的变化，欢迎读者来稿。'],
      ['rubric', '我家门前的河'],
      ...FLOOD,
    ])
    expect(storiesIn(drafts)).toEqual([
      ['高温来了', 'text 今天最高气温将达三十六度。'],
      [
        '水位回落',
        'note 开栏的话: 从今天起，本报开设专栏，看看一条河的变化，欢迎读者来稿。',
        'text 澜江水位昨日回落。',
      ],
    ])
  })

  it('are the story’s above when its byline has ended it', () => {
    const drafts = grouped([
      ...HEAT,
      ['boxLabel', '■ 纳凉点'],
      ['boxLine', '老城区：人防工程'],
      ['boxLine', '北苑区：文化中心'],
      ...FLOOD,
    ])
    expect(storiesIn(drafts)).toEqual([
      [
        '高温来了',
        'text 今天最高气温将达三十六度。',
        'note ■ 纳凉点: 老城区：人防工程 / 北苑区：文化中心',
      ],
      ['水位回落', 'text 澜江水位昨日回落。'],
    ])
  })

  it('are the next story’s below a rubric', () => {
    const drafts = grouped([
      ...HEAT,
      ['rubric', '防汛'],
      ['boxLabel', '核心提示'],
      ['boxText', '水库开始蓄水。'],
      ...FLOOD,
    ])
    expect(storiesIn(drafts)[1]).toEqual([
      '水位回落',
      'tip 核心提示: 水库开始蓄水。',
      'text 澜江水位昨日回落。',
    ])
  })

  it('are editorial without a label, not reading tips', () => {
    const drafts = grouped([...FLOOD, ['boxText', '本报将继续关注。']])
    expect(storiesIn(drafts)[0]?.at(-1)).toBe('note : 本报将继续关注。')
  })
})
