/** 电头 and 署名 as real papers print them, taken out of the head or tail of a text. */
import { describe, expect, it } from 'vitest'
import { fold } from '../../../core/intake/characters'
import {
  bylineAtEnd,
  creditAtEnd,
  headWordsOf,
  isBracketedNames,
} from '../../../core/intake/people'

/** The 电头, the 署名 and what is left, as they stand at the head of a text. */
function headOf(text: string): readonly [string, string, string] | null {
  const words = headWordsOf(fold(text))
  if (words === null) return null
  const { dateline, byline } = words
  const of = ([from, to]: readonly [number, number]): string => text.slice(from, to).trim()
  return [of(dateline), of(byline), text.slice(Math.max(dateline[1], byline[1])).trim()]
}

const TEXT = '松岭大桥今天合龙。'

describe('the head of a text', () => {
  it.each([
    ['本报松岭11月8日电', '记者江小舟报道：'],
    ['本报讯', '（松岭报·松岭网记者 江小舟）'],
    ['本报松岭11月8日电', '（青年时讯记者 江小舟 实习生 闻莺）'],
    ['本报讯', '江小舟 闻莺报道：'],
    ['本报讯', '江小舟、特约记者闻莺报道：'],
    ['新华社松岭十四日电', ''],
    ['【洲际社松岭九月二十五日电】', ''],
    ['（洲际社松岭七月二十日电）', ''],
  ])('has %s and %s', (dateline, byline) => {
    expect(headOf(`${dateline} ${byline}${TEXT}`)).toEqual([dateline, byline, TEXT])
  })

  it('has 来讯 set apart by a space', () => {
    expect(headOf(`松岭来讯　　${TEXT}`)).toEqual(['松岭来讯', '', TEXT])
  })

  it.each([
    ['松岭讯', ''],
    ['松岭融媒讯', '（江小舟 闻莺）'],
    ['松岭11月8日电', ''],
  ])('has %s %s of a paper that is not known by its kind', (dateline, byline) => {
    expect(headOf(`${dateline} ${byline}${TEXT}`)).toEqual([dateline, byline, TEXT])
  })

  it.each(['本市喜讯', '楼市快讯', '农民通讯'])('is no 电头 where %s is a word', (word) => {
    expect(headOf(`${word} ${TEXT}`)).toBeNull()
  })

  it('has no names where a source is told', () => {
    expect(headOf(`本报讯 据松岭报道：${TEXT}`)?.[1]).toBe('')
  })
})

describe('the tail of a text', () => {
  it.each(['（附图片）', '（附图）', '（下图）', '（未完待续）', '（图表略）'])(
    'has no name in %s',
    (aside) => {
      expect(bylineAtEnd(fold(TEXT + aside))).toBe(-1)
      expect(isBracketedNames(fold(aside))).toBe(false)
    },
  )

  it('has a name in brackets', () => {
    expect(bylineAtEnd(fold(`${TEXT}（江小舟）`))).toBe(TEXT.length)
  })
})

describe('the credit at the end of a caption', () => {
  it.each([
    '融媒体中心记者 江小舟 摄',
    '县融媒体中心 江小舟 摄',
    '松岭县融媒体中心供图',
    '全媒体中心记者 江小舟 摄',
  ])('names the media centre of a county: %s', (credit) => {
    for (const space of ['', ' ']) {
      const caption = `11月8日，松岭大桥合龙。${space}`
      expect(creditAtEnd(fold(caption + credit))).toBe(caption.length)
    }
  })
})
