/** English that was broken line by line among Chinese text. */
import { describe, expect, it } from 'vitest'
import { importPage } from '../../../core/intake'
import { joinLatinLines } from '../../../core/intake/latinLines'
import { makeLine } from '../../../core/intake/lines'
import { makeNotes } from '../../../core/intake/notes'

const LINES = [
  'In 2019, Harding came from Manchester to teach',
  'English, planning to stay for one year, he said,',
  'with a smile.',
]
const NEXT = 'The teahouse has no signboard at all.'

const LINE = makeLine(1, NEXT, 0, 0)

const read = (lines: readonly string[]) => {
  const page = `石浦日报 2032年10月15日 第10版 国际传播
英国人的石浦茶馆
本报记者 庾楠
在石浦老街的尽头，Tom Harding的茶馆没有招牌，门口只挂着一盏纸灯笼，上面写着一个字母，他已经在这里住了十三年。
${lines.join('\n')}`
  const { items, report } = importPage(page, { name: 'page' })
  const texts = items.flatMap((item) =>
    item.kind === 'story'
      ? item.blocks.flatMap((block) => ('text' in block ? block.text : []))
      : [],
  )
  const told = report.doubts.filter(({ code }) => code === 'intake.join')
  return { texts: texts.slice(1), told: told.map(({ where }) => where?.line) }
}

describe('lines of Latin letters', () => {
  it('that break in mid-sentence are one paragraph, which is told, and end where the sentence does', () => {
    expect(read([...LINES, NEXT])).toEqual({ texts: [LINES.join(' '), NEXT], told: [5] })
  })

  it('do not go on below a paragraph when they end with a stop', () => {
    const chinese = [
      '2019年，Harding从曼彻斯特来到石浦教英语，原计划住一年，如今已经在老街上住了十三年，箱子还没有打开。',
      '茶馆的招牌是一款石浦早餐茶，用的是安塘野茶，加一片烤过的柚子皮，它在国际茶博会上获得铜奖。',
    ]
    const texts = [
      chinese[0] ?? '',
      NEXT,
      chinese[1] ?? '',
      'It won a bronze medal in 2031 at the World Tea Expo.',
    ]
    const lines = texts.map((text) => (chinese.includes(text) ? `　　${text}` : text))
    expect(read(lines).texts).toEqual(texts)
  })

  it('may be as many as they like', () => {
    const lines = Array.from({ length: 200_000 }, () => LINE)
    expect(joinLatinLines(lines, makeNotes())).toHaveLength(lines.length)
  })

  it('are left apart where each is a sentence', () => {
    const sentences = [NEXT, 'A paper lantern hangs over the door, with a letter.']
    expect(read(sentences)).toEqual({ texts: sentences, told: [] })
  })
})
