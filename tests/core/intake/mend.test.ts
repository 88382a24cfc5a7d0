import { describe, expect, it } from 'vitest'
import { importPage } from '../../../core/intake'
import type { ImportedStory, IntakeResult } from '../../../core/intake'

const page = (...lines: readonly string[]): IntakeResult =>
  importPage(['渡口重开', '本报记者 王小河', ...lines].join('\n\n'), { name: 'page' })

const storyOf = (result: IntakeResult): ImportedStory => {
  const story = result.items.find((item) => item.kind === 'story')
  if (!story) throw new Error('no story on the page')
  return story
}

const textsOf = (result: IntakeResult): readonly string[] =>
  storyOf(result).blocks.map((block) => (block.type === 'continuation' ? '' : block.text))

describe('paragraphs cut by the page', () => {
  it('are joined around a box, which follows them whole', () => {
    const result = page(
      '昨天清晨五点四十分，停航三年的青石渡口又响起了汽笛声，清晨的渡船载着第一批客',
      '核心提示',
      '停航三年的渡口昨天重开。',
      '人，驶向对岸。',
      '码头上站满了人。',
    )
    expect(textsOf(result)).toEqual([
      '昨天清晨五点四十分，停航三年的青石渡口又响起了汽笛声，清晨的渡船载着第一批客人，驶向对岸。',
      '停航三年的渡口昨天重开。',
      '码头上站满了人。',
    ])
    const join = result.report.decisions.find(({ kind }) => kind === 'join')
    expect(join).toMatchObject({ lines: [5, 11] })
    expect(join?.confidence).toBeGreaterThan(0.6)
    expect(join?.reason).not.toBe('')
  })

  it('lose no character where a short line ends with what the next begins with', () => {
    const result = page('停航三年的渡口昨天重开。', '读者　小芸', '小芸读者：', '来信收到了。')
    expect(textsOf(result).join('').match(/小芸/gu)).toHaveLength(2)
    expect(storyOf(result).unplaced).toBeUndefined()
  })

  it('name the lines they were mended from', () => {
    const result = page('清晨的渡船载着第一批客', '人，驶向对岸。')
    expect(storyOf(result).blocks[0]).toMatchObject({ joinedFrom: [5, 7] })
  })

  it('stay apart where a numbered point begins', () => {
    const lines = [
      '因管网施工，自1月12日首班车起，公交7路、19路临时调整如下：',
      '一、7路由站前路改行同心街，增设“同心街口”站。',
      '二、19路缩短至文体中心，末班车延至21时30分。',
    ]
    expect(textsOf(page(...lines))).toEqual(lines)
    expect(textsOf(importPage(['渡口重开', ...lines].join('\n'), { name: 'page' }))).toEqual(lines)
  })

  it('take no part from entries that have their signs, and none from a date that signs', () => {
    const entries = [
      '溪水常年三十八度，村里人在溪边垒了十几个石头池子，先到先泡',
      '📍石门乡盐井村 🚗县城出发50分钟',
      '全长四公里多，铺的是明代的石板，走完头发丝都是香的。',
    ]
    expect(textsOf(page(...entries))).toEqual(entries)
    const notice = [
      '请提前做好储水准备。不便之处，敬请谅解。咨询电话：96000',
      '岚湾市供水集团有限公司',
      '2032年9月15日',
    ]
    const result = importPage(
      ['停水公告', '因管网改造，定于5月6日8时至20时停止供水，请提前做好准备。', ...notice].join(
        '\n',
      ),
      { name: 'page' },
    )
    expect(textsOf(result).slice(1)).toEqual(notice)
  })

  it.each([
    ['——桥西街道 季海', '——渡口小学 江舟'],
    ['（女，58岁）', '（男，45岁）'],
  ])('stay apart where each ends with who said it: %s', (first, second) => {
    const said = [
      `摆渡的人换了，渡口的灯还是那一盏。${first}`,
      `孩子们等的不是船，是撑船的那个人。${second}`,
    ]
    expect(textsOf(page('渡口的留言簿上写满了字。', ...said)).slice(-2)).toEqual(said)
  })

  it('stay apart under a subhead, with the doubt told', () => {
    const result = page(
      '清晨的渡船开了，船上坐着赶早市的菜农和背着书包的孩子，汽笛在江面上响了三声。',
      '一、出发',
      '天刚亮，码头上就站满了人，有赶集的，也有专门来看热闹的',
      '二、到达',
      '对岸的人也早早地等着，几个老人带着小板凳，坐在石阶上看船慢慢靠近。',
    )
    expect(textsOf(result)).toContain('天刚亮，码头上就站满了人，有赶集的，也有专门来看热闹的')
    expect(result.report.doubts.map(({ code }) => code)).toContain('intake.join')
  })

  it('lose the character that a break printed twice to the unplaced, not to nowhere', () => {
    const result = page('渡口的航班已经覆盖全部乡镇。', '镇，明年还要加开夜航。')
    expect(textsOf(result)).toEqual(['渡口的航班已经覆盖全部乡镇，明年还要加开夜航。'])
    expect(storyOf(result).unplaced?.map(({ text }) => text)).toEqual(['镇。'])
  })

  it('leave a fragment whose beginning is nowhere unplaced and say so', () => {
    const result = page('清晨的渡船开了。', '，人们挥手告别。')
    expect(textsOf(result)).toEqual(['清晨的渡船开了。'])
    expect(storyOf(result).unplaced?.[0]?.text).toBe('，人们挥手告别。')
    expect(result.report.doubts.map(({ code }) => code)).toContain('intake.unplaced')
  })

  it('mark a story that stops in mid-sentence without a jump', () => {
    const result = page('清晨的渡船开了。', '渡工老赵说，他等这一天已经等了整整')
    expect(storyOf(result).continues).toBe(true)
    expect(result.report.doubts.map(({ code }) => code)).toContain('intake.cut-off')
  })

  it.each([
    ['a date', '渡口明天恢复通航，请相互转告。', '2036年4月21日'],
    ['a signature', '渡口明天恢复通航，请相互转告。', '望江县教育局基础教育股'],
    ['verse', '桶放下来', '别着急，慢慢来'],
    ['a note in brackets', '清晨的渡船开了。', '〔本文系省社科基金项目阶段性成果〕'],
    ['where to ask', '本厂招船工三名。', '待遇面议，包午餐，有证者优先。电话：0851-8533619'],
    ['who said it', '清晨的渡船开了。', '“别总说没人来，先问问为什么要来。”——一位返乡青年谈招工难'],
    ['an entry', '今天的赛程：', '15:00 尤伯杯1/4决赛 中国队—泰国队'],
  ])('take no story for cut off that ends with %s', (_what, above, last) => {
    const result = page(above, last)
    expect(storyOf(result).continues).toBeUndefined()
    expect(result.report.doubts.map(({ code }) => code)).not.toContain('intake.cut-off')
  })
})

describe('datelines and bylines that run in', () => {
  it('leave the text and can be put back', () => {
    const raw = '本报讯（记者 张大江）昨天，渡口重开。'
    const story = storyOf(importPage(`渡口重开\n\n${raw}`, { name: 'page' }))
    expect(story).toMatchObject({ dateline: '本报讯', byline: '（记者 张大江）' })
    const [run] = story.runIns ?? []
    const block = story.blocks[run?.block ?? -1]
    expect(block?.type === 'paragraph' && run ? run.text + block.text : '').toBe(raw)
  })
})

describe('texts of unusual size', () => {
  it('of one line of ten megabytes, and quotes that never close, come through whole', () => {
    for (const raw of [
      '今天的渡口,'.repeat(550_000),
      '“'.repeat(1_000_000),
      '城"'.repeat(300_000),
    ]) {
      const { raw: all, placed } = importPage(raw, { name: 'big' }).characters
      expect(placed).toBe(all)
    }
  })
})
