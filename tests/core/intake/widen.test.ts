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
    ['退票收5%,24小时以上收10%', '退票收5%，24小时以上收10%'],
    ['22℃至28℃;8日有雨', '22℃至28℃；8日有雨'],
    ['东塘54;2007年49', '东塘54；2007年49'],
    ['6:30—13:00,10千伏线停电', '6:30—13:00，10千伏线停电'],
    ['他说"甲说\'乙\'"', '他说“甲说‘乙’”'],
  ])('%s', (raw, wanted) => {
    expect(widen(raw)).toBe(wanted)
  })

  it.each([
    '力争用3~5年建成',
    '1.5万次',
    '每日12:30开门',
    '比分3:2，上座1,234人',
    '成绩2:05:30，奖金1,200元',
    '涨幅约5%, or so',
    '见http://a.example.cn/x?y=1,2 一页',
    '写信到desk@paper.example.cn',
    'The river, at last, is clean (again).',
    'A-320型飞机',
    '尺寸5"屏幕，Tom\'s店',
  ])('leaves %s', (raw) => {
    expect(widen(raw)).toBe(raw)
  })

  it.each([
    ['２０３１年，Ａ座收费１．３元，涨２１．５２％', '2031年，A座收费1.3元，涨21.52%'],
    ['时间为６：００—２３：００，３～５天', '时间为6:00—23:00，3～5天'],
    ['共１２，３４５人', '共12，345人'],
    ['百分之几％？Ｔ恤', '百分之几％？T恤'],
    ['０３　０８　１４', '03　08　14'],
  ])('sets figures and letters of full width at half: %s', (raw, wanted) => {
    expect(widen(raw)).toBe(wanted)
  })

  it('ends an address where the sentence goes on', () => {
    expect(widen('详见http://a.example.cn/x,欢迎来信')).toBe('详见http://a.example.cn/x，欢迎来信')
  })

  it('never touches a figure, time, address, type number or Latin word inside a sentence', () => {
    const number = (max: number) => fc.integer({ min: 1, max }).map(String)
    const two = fc.integer({ min: 10, max: 59 }).map(String)
    const joined = (left: string, mark: string, right: string): string => `${left}${mark}${right}`
    const word = fc.constantFrom('CPU', 'A-320', 'Li-ion', 'B2B', 'R&D', "Tom's", 'C++', 'IPv6')
    const kept = fc.oneof(
      fc.tuple(number(9), number(99)).map(([a, b]) => `${joined(a, '~', b)}年`),
      fc.tuple(number(99), number(9)).map(([a, b]) => `${joined(a, '.', b)}万次`),
      fc.tuple(number(99), two).map(([a, b]) => `${joined(a, '.', b)}%`),
      fc.tuple(number(23), two).map(([a, b]) => joined(a, ':', b)),
      fc.tuple(number(9), two).map(([a, b]) => joined(a, ',', `${b}0`)),
      number(99).map((page) => `https://news.example.cn/p/${page}?a=1,2;b=(3)`),
      number(99).map((page) => `desk.${page}@paper.example.cn`),
      fc.tuple(word, number(999)).map(([a, b]) => joined(a, '-', b)),
      word,
    )
    const sentence = fc.tuple(kept, fc.constantFrom(',渡口开工;', '的渡口,', '。他说,'), kept)
    fc.assert(
      fc.property(sentence, ([first, between, second]) => {
        const wide = widen(`据悉,渡口有${first}${between}计${second}`)
        expect(wide).toContain(first)
        expect(wide.endsWith(`计${second}`)).toBe(true)
        expect(wide.startsWith('据悉，')).toBe(true)
      }),
      { numRuns: 2000, seed: 11 },
    )
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
