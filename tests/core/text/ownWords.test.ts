import { describe, expect, it } from 'vitest'
import { ownWords } from '../../../core/text/ownWords'

const STORY =
  '一座船闸的采访本\n船闸上的人都有采访本，一页一行。老闸工把采访本合上，说：“采访本里都是水位。”' +
  '水位在涨，水位也会落。堤上人说，堤上人看。'

const own = (barred: string, text = STORY): string => ownWords(barred.split('|'), text).join('|')

describe('the words of a headline that its story tells', () => {
  it('are put together where they keep together, beside others each time', () => {
    expect(own('写在|采访|本|里')).toBe('写在|采访本|里')
    expect(own('老|闸|工', '老闸工来了。看老闸工。')).toBe('老闸工')
  })

  it('are not what stands in the story but once', () => {
    expect(own('写在|采访|本|里', '采访本合上了。')).toBe('写在|采访|本|里')
  })

  it('are no phrases: what always has the same neighbour, what its parts do without, what 的 ends', () => {
    expect(own('堤|上', '堤上人说，堤上人看。')).toBe('堤|上')
    expect(
      own('水|位', '水位涨。看水位。水来。水去。水高。水低。位高。位低。位重。位轻。位前。'),
    ).toBe('水|位')
    expect(own('船闸|的', '船闸的人。看船闸的门。')).toBe('船闸|的')
  })

  it('leave marks and Latin alone, and a headline without a story', () => {
    expect(own('“|采访|”|本', '“采访”本，“采访”本。')).toBe('“|采访|”|本')
    expect(own('写在|采访|本', '')).toBe('写在|采访|本')
  })
})
