import { describe, expect, it } from 'vitest'
import type { HouseRules } from '../../../core/model/styles'
import { Break } from '../../../core/text/legalBreaks'
import { context, shape } from './setText'

/** The text with `|` where a line may turn, `-` where it may with a hyphen. */
function turns(text: string, changes: Partial<HouseRules> = {}): string {
  const p = shape(text, context(changes))
  return p.texts
    .map((t, i) => {
      if (i === p.length - 1) return t
      const value = p.breaks[i]
      return value === Break.allowed ? `${t}|` : value === Break.hyphen ? `${t}-` : t
    })
    .join('')
}

describe('marks', () => {
  it('do not start or end a line where they may not', () => {
    expect(turns('他说：“好，来！”去《报》。')).toBe('他|说：|“好，|来！”|去|《报》。')
    expect(turns('一、二；三：四？五')).toBe('一、|二；|三：|四？|五')
    expect(turns('（甲）〔乙〕【丙】')).toBe('（甲）|〔乙〕|【丙】')
  })

  it('keep interpunct, connector and solidus with what stands before them', () => {
    expect(turns('达·芬奇')).toBe('达·|芬|奇')
    expect(turns('京—沪')).toBe('京—|沪')
    expect(turns('京～沪')).toBe('京～|沪')
    expect(turns('男/女')).toBe('男/女')
    expect(turns('男/女', { prohibition: 'basic' })).toBe('男/|女')
  })

  it('let a line start with 破折号 and ellipsis, except on the strict level', () => {
    expect(turns('甲——乙……丙⋯⋯丁⸺戊')).toBe('甲|——|乙|……|丙|⋯⋯|丁|⸺|戊')
    expect(turns('甲——乙……丙', { prohibition: 'strict' })).toBe('甲——|乙……|丙')
  })

  it('split a doubled ellipsis in two, never a single one', () => {
    expect(turns('甲…………乙')).toBe('甲|……|……|乙')
    expect(turns('甲————乙⋯⋯……丙')).toBe('甲|——|——|乙|⋯⋯|……|丙')
  })

  it('are free on level none, but signs stay whole', () => {
    expect(turns('甲，乙”丙——丁', { prohibition: 'none' })).toBe('甲|，|乙|”|丙|——|丁')
  })
})

/** The text with `¦` where a number may part from its unit. */
const parts = (text: string): string => {
  const p = shape(text)
  return p.texts.map((t, i) => (p.breaks[i] === Break.unit ? `${t}¦` : t)).join('')
}

describe('numbers', () => {
  it('may part from a Han unit as a last means, never from money, signs and other scripts', () => {
    expect(parts('到2026年12月24日，共110万人、1.5亿吨')).toBe(
      '到2026¦年12¦月24¦日，共110¦万人、1.5¦亿吨',
    )
    expect(parts('行3~5年，第4版，5公里')).toBe('行3~5¦年，第4¦版，5¦公里')
    expect(parts('316万元，30元，5美元，2英镑，50%，￥30，30℃，5km，12个')).toBe(
      '316万元，30元，5美元，2英镑，50%，￥30，30℃，5km，12个',
    )
  })

  it('keep sign, currency, per cent and unit', () => {
    expect(turns('约50%的')).toBe('约|50%|的')
    expect(turns('收￥30整')).toBe('收|￥30|整')
    expect(turns('收$1,200.50整')).toBe('收|$1,200.50|整')
    expect(turns('行3~5年了')).toBe('行|3~5年|了')
    expect(turns('行3～5年了')).toBe('行|3～5年|了')
    expect(turns('在12月24日上')).toBe('在|12月|24日|上')
    expect(turns('共316万元的')).toBe('共|316万元|的')
    expect(turns('长5公里的')).toBe('长|5公里|的')
    expect(turns('转第4版')).toBe('转|第4版')
    expect(turns('达30℃吗')).toBe('达|30℃|吗')
  })

  it('may leave the measure words of counting', () => {
    expect(turns('有25个人')).toBe('有|25|个|人')
  })
})

describe('Latin', () => {
  it('stays whole but for its own hyphens and spaces', () => {
    expect(turns('看Wi-Fi好')).toBe('看|Wi-|Fi|好')
    expect(turns('COVID-19是')).toBe('COVID-19|是')
    expect(turns('a big (red) dog, no')).toBe('a |big |(red) |dog, |no')
    expect(turns("it's Tom’s")).toBe("it's |Tom’s")
  })

  it('turns addresses behind their separators', () => {
    expect(turns('见https://a-b.example.com/news/2026?page=4页')).toBe(
      '见|https://|a-|b.example.com/|news/|2026?|page=|4|页',
    )
    expect(turns('寄news@example.com吧')).toBe('寄|news@example.com|吧')
  })
})

describe('invisible wishes', () => {
  it('allow, forbid and hyphenate', () => {
    expect(turns('甲\u2060乙')).toBe('甲\u2060乙')
    expect(turns('ab\u200bcd')).toBe('ab\u200b|cd')
    expect(turns('ab\u00adcd')).toBe('ab\u00ad-cd')
    expect(turns('5\u00a0kg')).toBe('5\u00a0kg')
  })

  it('take a line feed as a turn', () => {
    const p = shape('甲\n乙')
    expect([...p.breaks]).toEqual([Break.barred, Break.forced, Break.allowed])
  })
})
