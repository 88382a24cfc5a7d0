import { describe, expect, it } from 'vitest'
import { headTurns, tornPhrases } from '../../../core/makeup/headTurns'

/** Words are given with bars between them. */
const turned = (barred: string, lines: number): string | null => {
  const words = barred.split('|')
  const text = words.join('')
  const turns = headTurns(text, lines, () => words)
  if (turns === null) return null
  return [0, ...turns].map((from, i) => text.slice(from, turns[i])).join('/')
}

describe('headline turns', () => {
  it('leave one line alone', () => {
    expect(turned('河湾|新稻|开镰', 1)).toBe('河湾新稻开镰')
  })

  it('balance two lines between words', () => {
    expect(turned('三十|公里|水渠|修进|河湾|稻田', 2)).toBe('三十公里水渠/修进河湾稻田')
  })

  it('never start a line with 的 nor end one with 和', () => {
    expect(turned('渡口|的|船票|涨', 2)).toBe('渡口的/船票涨')
    expect(turned('渡船|和|木桥|停', 2)).toBe('渡船/和木桥停')
  })

  it('leave no word at the end of a line that leans on the next', () => {
    expect(turned('百里|水渠|为|两岸|的|稻田|送水', 2)).toBe('百里水渠/为两岸的稻田送水')
    expect(turned('灯火|在|渡口|等|夜归|人', 2)).not.toContain('在/')
    expect(turned('众人|认为|灯火|通明', 2)).toBe('众人认为/灯火通明')
  })

  it('turn after a comma rather than exactly in the middle', () => {
    expect(turned('水|清|了，|鱼群|一起|回来', 2)).toBe('水清了，/鱼群一起回来')
  })

  it('keep a short name in quotes whole', () => {
    expect(turned('“|河湾|课堂|”|开讲', 2)).toBe('“河湾课堂”/开讲')
  })

  it('do not part two lone characters that may be one word', () => {
    expect(turned('稻田|身|后|大粮仓', 2)).toBe('稻田身后/大粮仓')
  })

  it('keep a number with what it counts, and a place with its noun', () => {
    expect(turned('一封|迟到|31|年|的|信|送到|街|对面', 2)).toBe('一封迟到31年的信/送到街对面')
    expect(turned('绸子|上|的|一|只|鹭|飞了|九十|天', 2)).toBe('绸子上的一只鹭/飞了九十天')
    expect(turned('渡口|码头|上|灯火|通明', 2)).toBe('渡口码头上/灯火通明')
  })

  it('never leave a single character on a line', () => {
    expect(turned('河湾丰收|了', 2)).toBeNull()
    expect(turned('河|湾', 2)).toBeNull()
  })

  it('turn twice for three lines', () => {
    expect(turned('河湾|新稻|渡口|夜船|山村|小学', 3)).toBe('河湾新稻/渡口夜船/山村小学')
  })
})

describe('phrases that turns tear', () => {
  it('are counted where a breath lies inside a line while another line ends in mid-phrase', () => {
    const text = '做了三十七年旋转木马，为何突然要交'
    expect(tornPhrases(text, [8])).toBe(1)
    expect(tornPhrases(text, [8, 13])).toBe(1)
    expect(tornPhrases(text, [11])).toBe(0)
    expect(tornPhrases(text, [11, 15])).toBe(0)
    expect(tornPhrases(text, [])).toBe(0)
  })

  it('are none in a headline without a breath', () => {
    expect(tornPhrases('一封迟到八十六年的家书', [4])).toBe(0)
  })
})
