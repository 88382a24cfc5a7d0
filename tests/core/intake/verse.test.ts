/** Verse with blank lines between its stanzas: a line each, and the white between them. */
import { describe, expect, it } from 'vitest'
import { importPage } from '../../../core/intake'
import { scrapsIn } from '../../build/roles/truthRoles'

const HEAD = '江城晚报　2032年8月21日　星期六　A12　江花'
const ESSAY = `外婆的灶台
戈扬
　　外婆的灶台砌在堂屋的西角，黑黢黢的，一口大铁锅占去了大半个灶面，逢年过节，灶膛里的火整日不熄。
　　我记得最清楚的是腊月二十三，外婆要蒸年糕。糯米是头一天夜里泡好的，磨成浆，沥干，再一把一把地撒进笼屉里。`

const FIRST = ['天还没亮', '船工就把灯挂在桅上，', '一盏，两盏，', '像谁在水里种下的麦子']
const SECOND = ['风从上游来，', '带着茶叶和煤的味道，', '母亲说，', '那是外公年轻时的味道']
const LAST = ['把一生的泥泞', '留在岸上']

/** Each story as its headline, its 署名 and its paragraphs. */
function read(...parts: readonly string[]) {
  const { items } = importPage([HEAD, ...parts].join('\n\n'), { name: 'page' })
  return items.flatMap((item) =>
    item.kind === 'story'
      ? [
          [
            `${item.headline}|${item.byline ?? ''}`,
            ...item.blocks.map((block) =>
              'text' in block ? `${block.type[0]} ${block.text}` : '',
            ),
          ],
        ]
      : [],
  )
}

const linesOf = (...stanzas: readonly (readonly string[])[]): readonly string[] =>
  stanzas.flatMap((stanza, at) => [...(at > 0 ? ['p '] : []), ...stanza.map((line) => `p ${line}`)])

const written = (stanza: readonly string[]): string => stanza.join('\n')

describe('verse in stanzas', () => {
  it.each([
    ['parted from its title', ['渡口\n江一舟', written(FIRST)]],
    ['right below its title', [written(['渡口', '江一舟', ...FIRST])]],
  ])('keeps its lines and the blank ones between them: %s', (_, opening) => {
    const [poem, essay] = read(...opening, written(SECOND), written(LAST), ESSAY)
    expect(poem).toEqual(['渡口|江一舟', ...linesOf(FIRST, SECOND, LAST)])
    expect(essay?.[0]).toBe('外婆的灶台|戈扬')
    expect(essay).toHaveLength(3)
  })

  it('ends where the title and the name of the next poem stand', () => {
    const next = ['秋日三题', '林小禾']
    const [poem, other] = read(
      ...['渡口\n江一舟', written(FIRST), written(SECOND), written(next)],
      ...[written(LAST.concat('等最后一班船，', '等雨停')), written(SECOND), ESSAY],
    )
    expect(poem).toEqual(['渡口|江一舟', ...linesOf(FIRST, SECOND)])
    expect(other?.[0]).toBe('秋日三题|林小禾')
  })

  it('keeps its lines without blank ones too, up to the title of the next text', () => {
    const poem = ['渡口', '江一舟', ...FIRST, ...SECOND]
    const [own, essay] = read(written([...poem, ESSAY]))
    expect(own).toEqual(['渡口|江一舟', ...linesOf([...FIRST, ...SECOND])])
    expect(essay?.[0]).toBe('外婆的灶台|戈扬')
  })

  it('leaves heads that blank lines part, and lists between paragraphs, as they are', () => {
    const heads = ['民生实事再提速', '加装电梯进入快车道', '全年计划完成四百部']
    const list = ['获奖名单', '一等奖：江一舟，', '二等奖：林小禾，', '秋日三题', '戈扬']
    const scraps = scrapsIn([written(heads), written(heads), ESSAY, ...list].join('\n\n'))
    expect(scraps.filter(({ single }) => single)).toEqual([])
  })
})
