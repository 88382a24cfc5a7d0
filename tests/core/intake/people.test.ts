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

  it.each([
    '新华社松岭电',
    '据华讯社电',
    '本报松岭讯',
    '本院讯',
    '远洋通讯社消息',
    '本报综合报道',
    '松岭导刊讯',
  ])('has %s with nothing between it and the text', (dateline) => {
    expect(headOf(dateline + TEXT)).toEqual([dateline, '', TEXT])
  })

  it.each(['综合外电报道', '据松岭媒体报道', '据松岭广播11月8日报道', '松岭通讯社报道'])(
    'has %s with a space behind it',
    (dateline) => {
      expect(headOf(`${dateline}　${TEXT}`)).toEqual([dateline, '', TEXT])
    },
  )

  it('has who wired it, from where and when', () => {
    const dateline = '本报驻松岭记者 江小舟11月8日电'
    expect(headOf(`${dateline}　${TEXT}`)).toEqual([dateline, '', TEXT])
  })

  it('has a name that reports right behind 本报讯', () => {
    expect(headOf('本报讯林青青报道11月8日，大桥合龙。')).toEqual([
      '本报讯',
      '林青青报道',
      '11月8日，大桥合龙。',
    ])
  })

  it.each([
    '【特讯】',
    '（综合讯）',
    '（松岭30日讯）',
    '【松岭时报专讯】',
    '【快报体育讯】',
    '（本报综合外电29日报道）',
    '综合外电',
    '新华社电',
  ])('has %s before the text', (dateline) => {
    expect(headOf(dateline + TEXT)).toEqual([dateline, '', TEXT])
  })

  it.each(['据《松岭日报》', '据松岭新闻', '据北境通讯社', '又讯', '本报综合'])(
    'has %s where a space follows',
    (dateline) => {
      expect(headOf(`${dateline}　${TEXT}`)).toEqual([dateline, '', TEXT])
    },
  )

  it.each(['【简讯】', '【体育快讯】', '据松岭新闻', '据《松岭日报》'])(
    'has no 电头 in %s before a text with nothing between',
    (words) => {
      expect(headOf(words + TEXT)).toBeNull()
    },
  )

  it.each([
    ['本报讯', '（老K）'],
    ['本报讯', '（司法所 江舟）'],
    ['（本报讯', '　通讯员 江小舟）'],
  ])('has whatever stands in brackets behind a 电头: %s%s', (dateline, byline) => {
    expect(headOf(dateline + byline + TEXT)).toEqual([dateline, byline.trim(), TEXT])
  })

  it.each([
    '（江小舟）',
    '（司法所 江舟）',
    '（文/阿芬）',
    '【记者江小舟/松岭报道】',
    '本报记者 江小舟　',
    '◎ 通讯员　江　舟　',
    '松岭晚报记者 江小舟 实习生 闻莺　',
  ])('has the name %s without a 电头', (byline) => {
    expect(headOf(byline + TEXT)).toEqual(['', byline.trim(), TEXT])
  })

  it.each([
    '（作者系桥梁工程师）',
    '【记者调查】',
    '记者手记　',
    '（左图）',
    '（江西）',
    '本报记者江小舟在松岭大桥看到，',
    '记者跟随一周　四方坐到一起，',
    '记者：什么叫“走桥”？',
    '本报记者蹲点“新职业”，',
  ])('has no name in %s', (words) => {
    expect(headOf(words + TEXT)).toBeNull()
  })

  it.each([
    '新华社电视台今天开播。',
    '本报接到来电称，大桥合龙。',
    '本报记者致电桥梁公司。',
    '不耗一度电　屋顶降温九摄氏度',
    '松岭水电　十年增效，两岸十二个村都用上了。',
    '据松岭媒体报道，大桥合龙。',
    '综合报道显示，大桥合龙。',
  ])('is no 电头 where it is part of the sentence: %s', (text) => {
    expect(headOf(text)).toBeNull()
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

  it.each([
    '（松岭区人大办 江舟）',
    '（桥西镇 江小舟）',
    '（舟）',
    '（桥梁公司　江 舟）',
    '（县农科所 研究员 江小舟）',
    '（桥西乡妇联）',
    '（网友“桥上的猫”）',
    '（文/图 江小舟）',
  ])('has who sent it in %s', (sender) => {
    expect(bylineAtEnd(fold(TEXT + sender))).toBe(TEXT.length)
  })

  it.each(['记者 江小舟', '本报记者　江小舟　通讯员　闻莺', '实习生 闻莺'])(
    'has %s with nothing round it',
    (byline) => {
      expect(bylineAtEnd(fold(`${TEXT}　${byline}`))).toBe(TEXT.length + 1)
    },
  )

  it.each([
    `${TEXT}（掌声）`,
    `${TEXT}（全场大笑）`,
    `${TEXT}（打一自然现象）`,
    `${TEXT}他找到了本报记者 江小舟`,
    `${TEXT}（人物与地名 均为化名）`,
    `${TEXT}（续）`,
    `答：${TEXT}（松岭区人民法院 江小舟）`,
    `“${TEXT}”（松岭实验中学 江小舟）`,
  ])('has no sender in %s', (text) => {
    expect(bylineAtEnd(fold(text))).toBe(-1)
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

  it.each([
    '校报记者团 江小舟 摄',
    '松岭大桥管理处 图',
    '江小舟/图',
    '图/松岭视觉',
    '供图/桥西村',
    '航拍 江小舟',
    '江小舟 图',
    '江小舟 作',
    '松岭新报记者 江小舟 摄',
    '记者 / 江 舟 摄',
    '新华社/法新',
    '新华社发（资料图）',
    '（受访者提供）',
    '桥西镇宣传科供图',
    '图｜阿舟',
    '规划图由桥梁公司提供',
  ])('says who took it: %s', (credit) => {
    const caption = '11月8日，松岭大桥合龙。'
    expect(creditAtEnd(fold(caption + credit))).toBe(caption.length)
  })
})
