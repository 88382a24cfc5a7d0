import { describe, expect, it } from 'vitest'
import { checkPage } from '../../../core/preflight'
import { brief, composed, editionWith, feature, idsOf, placed, title, withMakeUp } from './page'

/** A lead and stories of their own 栏目 each. */
const copy = {
  lead: feature('三十公里水渠修进河湾稻田', 1600),
  news: brief('渡口夜里加两班船', 300),
  r1: title('河湾走笔'),
  'r1:a': brief('老街修旧如旧', 420),
  'r1:b': brief('客人又来了', 380),
  r2: title('水乡课堂'),
  'r2:c': brief('山村小学有操场', 450),
  r3: title('市场观察'),
  'r3:d': brief('新稻开镰价走稳', 400),
  r4: title('读者来信'),
  'r4:e': brief('路灯亮到家门口', 350),
}

describe('栏目 of a page', () => {
  const edition = editionWith(copy)
  const made = placed(edition, { p1: idsOf(copy) })
  const whole = withMakeUp(edition, made)

  it('stand in at most two boxes, those with most stories; the others under a rule', () => {
    const styles = new Map(made.rubrics.map(({ id, style }) => [id as string, style]))
    expect(styles.size).toBe(4)
    expect([...styles.values()].filter((style) => style === 'box')).toHaveLength(2)
    expect(styles.get('r1')).toBe('box')
  })

  it('of one story in no box have a small title without rules, in the headline group', () => {
    const rows = new Map(made.rubrics.map(({ id, titleRows }) => [id as string, titleRows]))
    const labels = made.rubrics.filter(({ style }) => style === 'rule')
    expect(labels).toHaveLength(2)
    const [page] = composed(whole).pages
    const sizes = new Map(
      page!.items.flatMap((item) =>
        item.kind === 'text' && item.source.kind === 'manuscript'
          ? [[item.source.story as string, item.size] as const]
          : [],
      ),
    )
    for (const { id, title: words } of labels) {
      expect(rows.get(id)).toBe(2)
      expect(sizes.get(words)).toBeLessThan(0.75 * (sizes.get('r1') ?? 0))
    }
    expect(rows.get('r1')).toBe(3)
  })

  it('bring no open title beside another headline', () => {
    const [page] = composed(whole).pages
    const faults = checkPage(whole, page!)
    expect(faults.filter(({ code }) => code === 'page.clash')).toEqual([])
    expect(faults.filter(({ code }) => code === 'page.rule-beside-frame')).toEqual([])
  })
})
