import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { widen } from '../../../core/intake/widen'
import { plain } from './helpers'

describe('half-width punctuation among Chinese becomes full width', () => {
  it.each([
    ['今天,城里下雨;明天,转晴.', '今天，城里下雨；明天，转晴.'],
    ['他说:"河清了."', '他说：“河清了.”'],
    ['据悉,12月24日,渡口开工', '据悉，12月24日，渡口开工'],
    ['增长21.52%,为3.5倍', '增长21.52%，为3.5倍'],
    ['居民消费价格指数(CPI)上涨', '居民消费价格指数（CPI）上涨'],
    ['本报讯 (记者王小河)昨天', '本报讯 （记者王小河）昨天'],
    ['真的吗?真的!', '真的吗？真的！'],
    ['“甲”,“乙”', '“甲”，“乙”'],
    ['第1条;第2条', '第1条；第2条'],
    ['他说"甲说\'乙\'"', '他说“甲说‘乙’”'],
  ])('%s', (raw, wanted) => {
    expect(widen(raw)).toBe(wanted)
  })

  it.each([
    '力争用3~5年建成',
    '1.5万次',
    '每日12:30开门',
    '比分3:2，上座1,234人',
    '见http://a.example.cn/x?y=1,2 一页',
    '写信到desk@paper.example.cn',
    'The river, at last, is clean (again).',
    'A-320型飞机',
    '尺寸5"屏幕，Tom\'s店',
  ])('leaves %s', (raw) => {
    expect(widen(raw)).toBe(raw)
  })

  it('ends an address where the sentence goes on', () => {
    expect(widen('详见http://a.example.cn/x,欢迎来信')).toBe('详见http://a.example.cn/x，欢迎来信')
  })

  it('changes nothing but width, quotes and white space, and is done after one pass', () => {
    const marks = fc.array(fc.constantFrom(...'城河1,2.;:()!?"\'“”（）， aB%~'), { maxLength: 30 })
    fc.assert(
      fc.property(marks, (chars) => {
        const raw = chars.join('')
        const once = widen(raw)
        expect(plain(once)).toBe(plain(raw))
        expect(plain(widen(once))).toBe(plain(once))
      }),
      { numRuns: 1000, seed: 7 },
    )
  })
})
