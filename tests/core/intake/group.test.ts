/** A page's scraps sorted by roles that are given: what belongs to which story. */
import { describe, expect, it } from 'vitest'
import { groupPage } from '../../../core/intake/group'
import { makeNotes } from '../../../core/intake/notes'
import type { Draft, Piece } from '../../../core/intake/drafts'
import type { Role } from '../../../core/intake/roles/role'
import { scrapsIn } from '../../build/roles/truthRoles'

/** A line with its role, and what else it may be where that is not sure. */
type Read = readonly [Role, string, Role?]

function grouped(page: readonly Read[], notes = makeNotes()): readonly Draft[] {
  const scraps = scrapsIn(page.map(([, text]) => text).join('\n'))
  const roles = page.map(([role, , other]) => ({
    ...{ role, confidence: other ? 0.5 : 1 },
    other: { role: other ?? ('deck' as const), confidence: other ? 0.4 : 0 },
  }))
  return groupPage(scraps, roles, notes)
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

describe('lines taken for the page’s own', () => {
  it('are told where they do not say so themselves', () => {
    const notes = makeNotes()
    grouped(
      [
        ['furniture', '责任编辑 戈扬 校对 林小禾', 'byline'],
        ...HEAT,
        ['furniture', '中奖号码：5 0 8', 'verse'],
      ],
      notes,
    )
    expect(notes.doubts.map(({ code, where }) => [code, where?.line])).toEqual([
      ['intake.furniture', 5],
    ])
  })
})

describe('lines that say how to reach someone', () => {
  const ADDRESS = '地址：江城市解放路88号二楼'
  const PHONE = '电话：0278-8812345'
  const IMPRINT = '社址：江城市报业大道1号 邮编：430000 电话：0278-8800000 零售价：1.5元'
  const CLASS = [
    ['headline', '秋季书画班招生启事'],
    ['paragraph', '书画班即日起报名，额满即止。'],
  ] as const
  const read = (page: readonly Read[]) => {
    const notes = makeNotes()
    const drafts = grouped(page, notes)
    const house = drafts.flatMap((draft) => (draft.kind === 'furniture' ? [draft.scrap.text] : []))
    return {
      house,
      stories: storiesIn(drafts).map((story) => story.slice(1)),
      told: notes.doubts.map(({ where }) => where?.line),
    }
  }

  it('are the notice’s above them and told; the paper’s imprint is its own', () => {
    const OFFICE = '江城市少年宫活动中心'
    const own = [ADDRESS, PHONE, OFFICE]
    const page = [...CLASS, ...[...own, IMPRINT].map((text) => ['furniture', text])]
    expect(read(page as Read[])).toEqual({
      house: [IMPRINT],
      stories: [[CLASS[1][1], ...own].map((text) => `text ${text}`)],
      told: [3, 4, 5],
    })
  })

  it('are the page’s own, but told, where the notice has said so or the story asks nothing', () => {
    const said: Read = ['paragraph', '报名地址：江城市少年宫。']
    for (const above of [[...CLASS, said], FLOOD])
      expect(read([...above, ['furniture', ADDRESS]])).toMatchObject({
        house: [ADDRESS],
        told: [above.length + 1],
      })
  })

  it('are the page’s own without a word below a line of the house', () => {
    const editors = '责任编辑：戈扬'
    expect(read([...CLASS, ['furniture', editors], ['furniture', PHONE]])).toMatchObject({
      house: [editors, PHONE],
      told: [],
    })
  })
})

describe('lines that were read for themselves', () => {
  const ROWS = ['江城队 2:1 岚川队', '云麓队 0:0 石浦队', '安塘队 3:2 青屏队']
  const results = (above: string): readonly Read[] => [
    ...FLOOD,
    ['verse', `${above}城市联赛第十五轮赛果`, 'headline'],
    ...ROWS.map((text): Read => ['verse', text]),
  ]
  const [own, ...rows] = [`text ${FLOOD[1][1]}`, ...ROWS.map((text) => `text ${text}`)]

  it('head the table right below them where a blank line parts them from the text above', () => {
    expect(storiesIn(grouped(results('\n')))).toEqual([
      ['水位回落', own],
      ['城市联赛第十五轮赛果', ...rows],
    ])
    expect(storiesIn(grouped(results('')))).toHaveLength(1)
  })

  it('are headline and deck of one story in two languages, and told', () => {
    const notes = makeNotes()
    const [chinese, english] = ['一个英国人和他的石浦茶馆', 'A Briton and His Teahouse in Shipu']
    for (const role of ['kicker', 'headline'] as const) {
      const drafts = grouped([[role, chinese], ['headline', english], FLOOD[1]], notes)
      expect(drafts).toMatchObject([
        { headings: { kicker: [], headline: [{ text: chinese }], deck: [{ text: english }] } },
      ])
    }
    expect(notes.doubts.map(({ where }) => where?.line)).toEqual([1, 2, 1, 2])
  })

  it('stay with the story above, and are told, where they are hardly the page’s own', () => {
    const notes = makeNotes()
    const number = '中奖号码：5 0 8'
    const drafts = grouped([...FLOOD, ['furniture', number, 'verse']], notes)
    expect(storiesIn(drafts)).toEqual([['水位回落', own, `text ${number}`]])
    expect(notes.doubts.map(({ code, where }) => [code, where?.line])).toEqual([
      ['intake.furniture', 3],
    ])
  })
})

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

  it('end where a sentence they cut goes on, when what stands there may be text', () => {
    const page = (cut: string, other: Role): readonly Read[] => [
      ['headline', '管网改造'],
      ['paragraph', cut],
      ['boxLabel', '核心阅读'],
      ['boxText', '今年起，全市改造管网。'],
      ['boxLine', '三百公里管网逐一改造。', other],
    ]
    const below = 'text 三百公里管网逐一改造。'
    const [cut] = storiesIn(grouped(page('对城区的雨水口、', 'paragraph')))
    expect(cut?.at(-1)).toBe(below)
    for (const whole of [page('雨水口都已查过。', 'paragraph'), page('对城区的雨水口、', 'credit')])
      expect(storiesIn(grouped(whole))[0]?.at(-1)).not.toBe(below)
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
