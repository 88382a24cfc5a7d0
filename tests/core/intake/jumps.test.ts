import { describe, expect, it } from 'vitest'
import { importPage, joinJumps } from '../../../core/intake'
import type { ImportedStory, IntakeResult } from '../../../core/intake'
import { fold } from '../../../core/intake/characters'
import { isPointer } from '../../../core/intake/jumpLines'
import { folioOf } from '../../../core/intake/labels'
import { importFixture } from './helpers'

const storiesOf = (pages: readonly IntakeResult[]): readonly ImportedStory[] =>
  pages.flatMap((page) => page.items.filter((item) => item.kind === 'story'))

const page = (name: string, ...lines: readonly string[]): IntakeResult =>
  importPage(lines.join('\n\n'), { name })

describe('a story that jumps', () => {
  const pages = [importFixture('c-jump1'), importFixture('c-jump3')]

  it('becomes one story with a continuation at the seam', () => {
    const [story] = storiesOf(joinJumps(pages))
    const seam = story?.blocks.find((block) => block.type === 'continuation')
    expect(seam).toEqual({
      type: 'continuation',
      to: '（下转第三版）',
      from: '（上接第一版）',
      headline: story?.headline,
      page: 1,
      splitsParagraph: true,
    })
    expect(story?.blocks).toHaveLength(4 + 1 + 3)
    expect(story?.marker).toBeUndefined()
  })

  it('leaves its second page, and the others keep unique ids', () => {
    const joined = joinJumps(pages)
    expect(joined[1]?.items).toHaveLength(2)
    const ids = joined.flatMap((result) => result.items.map((item) => item.id))
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('stays open and is reported when its other end is not there', () => {
    for (const name of ['c-jump1', 'c-jump3']) {
      const [result] = joinJumps([importFixture(name)])
      const open = result?.report.doubts.filter((doubt) => doubt.code === 'intake.unresolved-jump')
      expect(open).toHaveLength(1)
    }
  })

  it('is named as a line by itself where nothing stands with it', () => {
    const [result] = joinJumps([page('one', '（下转第2版）')])
    const told = result?.report.doubts.map(({ message }) => message) ?? []
    expect(told.join()).toContain('A line that stands alone on one says （下转第2版）')
    expect(told.join()).not.toContain('“”')
  })

  it('goes to the page its jump line names when two ends wait', () => {
    const joined = joinJumps([
      page(
        'one',
        '渡口重开',
        '本报记者 王小河',
        '清晨的渡船载着第一批客人，驶向对',
        '（下转第2版）',
        '老桥新生',
        '本报记者 张大江',
        '工人在桥面铺上最后一块',
        '（下转第3版）',
      ),
      page('two', '（上接第1版）', '岸的码头。'),
      page('three', '（上接第1版）', '钢板。'),
    ])
    const texts = storiesOf(joined).map((story) =>
      story.blocks.map((block) => (block.type === 'continuation' ? '|' : block.text)).join(''),
    )
    expect(texts).toEqual([
      '清晨的渡船载着第一批客人，驶向对|岸的码头。',
      '工人在桥面铺上最后一块|钢板。',
    ])
  })

  it('does not join ends whose headlines and pages contradict each other', () => {
    const joined = joinJumps([
      page(
        'one',
        '渡口重开迎客',
        '本报记者 王小河',
        '清晨的渡船载着第一批客人，驶向对',
        '（下转第9版）',
      ),
      page('two', '（上接第7版）', '山区学校添新操场', '孩子们在操场上奔跑。'),
    ])
    expect(storiesOf(joined)).toHaveLength(2)
  })
})

const lastWords = ({ blocks }: ImportedStory): string => {
  const last = blocks.at(-1)
  return last === undefined || last.type === 'continuation' ? '' : last.text.slice(0, 3)
}

describe('a line that points to another page', () => {
  const pointing = page(
    'pointing',
    '松岭大桥合龙',
    '本报讯（记者 江小舟）11月8日，松岭大桥合龙，两岸居民上桥观看。',
    '更多报道见A05版',
    '桥西镇修复老街',
    '本报讯（记者 闻莺）11月8日，桥西镇的老街修复完工，二十家店铺开门。',
  )

  it('stays with its story', () => {
    expect(storiesOf([pointing]).map(({ marker }) => marker)).toEqual([
      '更多报道见A05版',
      undefined,
    ])
  })

  it.each(['（全文见第2版）', '相关报道见第二、三版', '更多报道见2至4版', '相關新聞見B4'])(
    'may be %s',
    (line) => expect(isPointer(fold(line))).toBe(true),
  )

  it('is no end of a jump', () => {
    const goesOn = page('A05', '（上接第1版）', '11月8日，第一批汽车上桥，桥面限速六十公里。')
    const joined = joinJumps([pointing, goesOn])
    expect(storiesOf(joined).flatMap(({ blocks }) => blocks.map(({ type }) => type))).not.toContain(
      'continuation',
    )
    expect(joined[0]?.report.doubts.map(({ code }) => code)).not.toContain('intake.unresolved-jump')
  })
})

describe('several stories that jump from one page to another', () => {
  const first = page(
    'one',
    '渡口重开',
    '本报记者 王小河',
    '清晨的渡船载着第一批客人，驶向对',
    '（下转第2版）',
    '老桥新生',
    '本报记者 张大江',
    '工人在桥面铺上最后一块',
    '（下转第2版）',
  )

  it('are told apart by their words', () => {
    const second = page(
      'two',
      '（上接第1版）',
      '石板。这一天来了许多看热闹的，孩子爬上石栏，老人坐在树下说话，一直到天黑才散去。桥面平了，工人收了工。',
      '（上接第1版）',
      '岸的石阶。风停以后水色发青，远处山上的云一层一层散开，好像什么都没有发生过。渡船再开，客人又上来了。',
    )
    const joined = joinJumps([first, second])
    expect(storiesOf(joined).map(lastWords)).toEqual(['岸的石', '石板。'])
    const sure = joined[0]?.report.decisions.flatMap(({ kind, confidence }) =>
      kind === 'jump' ? [confidence] : [],
    )
    expect(sure?.[0]).toBe(sure?.[1])
    expect(sure?.[0]).toBeGreaterThan(0.6)
  })

  it('are joined in their order where nothing tells them apart, and that is told', () => {
    const second = page('two', '（上接第1版）', '甲乙丙丁。', '（上接第1版）', '戊己庚辛。')
    const [one, two] = joinJumps([first, second])
    expect(storiesOf(one ? [one] : []).map(lastWords)).toEqual(['甲乙丙', '戊己庚'])
    const doubts = one?.report.doubts.filter(({ code }) => code === 'intake.jump') ?? []
    expect(doubts.map(({ message }) => message.split(':')[0])).toEqual([
      '“渡口重开” was joined to the text “甲乙丙丁。” on two',
      '“老桥新生” was joined to the text “戊己庚辛。” on two',
    ])
    expect(one?.report.decisions.filter(({ kind }) => kind === 'jump')).toMatchObject([
      { confidence: 0.6 },
      { confidence: 0.6 },
    ])
    expect(two?.report.doubts).toEqual([])
  })
})

it('names a continued part without a headline by its words', () => {
  const [open] = joinJumps([page('two', '（上接第1版）', '岸的码头热闹起来，客人上船就走。')])
  expect(open?.report.doubts.map(({ message }) => message)).toEqual([
    'The text “岸的码头热闹起来，客人上…” on two says （上接第1版）, but no page of this job has its beginning; import that page too or close the jump by hand.',
  ])
})

it('knows the 版次 of a page in any form it is printed in', () => {
  expect(
    ['澜溪日报 第03版 要闻', '2034年4月17日 星期一 A07 社会', '澜溪新報 第十二版 港聞'].map(
      folioOf,
    ),
  ).toEqual(['3', 'A7', '12'])
  expect(['今日八版', '一版责编 甲乙'].map(folioOf)).toEqual([null, null])
})
