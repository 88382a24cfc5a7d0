import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { importPage, joinJumps } from '../../../core/intake'
import { countOf, outcomeOf } from './helpers'

/** Lines such as a damaged page might hold, in any order. */
const line = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .array(
        fc.constantFrom(
          ...'城河山桥的一二三四记者本报讯电月日，。、；：！？（）“”《》—…·12.5% ,;:()"\'abA~',
        ),
        { maxLength: 40 },
      )
      .map((chars) => chars.join('')),
  },
  {
    weight: 6,
    arbitrary: fc.constantFrom(
      '',
      '',
      '　　',
      '本报讯（记者 甲乙）',
      '本报临江4月3日电 (记者丙丁)昨天，',
      '本报记者 王小河',
      '王小河 摄',
      '（下转第3版）',
      '（上接第1版）',
      '阅读提示',
      '核心提示：今天',
      '编者按',
      '一、起因',
      '■ 小标题',
      '责任编辑：甲 校对：乙',
      '引题在上——主题在下',
      '图为市民在散步。（王小河 摄）',
      '这条河全长四十公里，流经三个',
      '河，并在下游入海。',
      '清晨的渡口。',
      '三地联手护一江清水',
      '——城市更新观察',
      '要闻简讯',
      '2031年4月9日 星期三',
      '新华社发',
      '“话没有说完',
      '说完了。”他笑了',
    ),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
)
const page = fc.array(line, { maxLength: 40 }).map((lines) => lines.join('\n'))

describe('conservation', () => {
  it('puts every character of any text into an item, the removed or the unplaced', () => {
    fc.assert(
      fc.property(page, (raw) => {
        expect(outcomeOf(importPage(raw, { name: 'any' }))).toEqual(countOf([raw]))
      }),
      { numRuns: 1500, seed: 20310409 },
    )
  })

  it('keeps every character over the pages of a job when jumps are joined', () => {
    fc.assert(
      fc.property(fc.array(page, { minLength: 1, maxLength: 3 }), (raws) => {
        const joined = joinJumps(raws.map((raw, i) => importPage(raw, { name: `page ${i + 1}` })))
        const total = new Map<string, number>()
        for (const result of joined)
          for (const [ch, n] of outcomeOf(result)) total.set(ch, (total.get(ch) ?? 0) + n)
        expect(total).toEqual(countOf(raws))
      }),
      { numRuns: 500, seed: 20310410 },
    )
  })

  it('gives the same reading for the same text', () => {
    fc.assert(
      fc.property(page, (raw) => {
        expect(importPage(raw, { name: 'a' })).toEqual(importPage(raw, { name: 'a' }))
      }),
      { numRuns: 100, seed: 20310411 },
    )
  })
})
