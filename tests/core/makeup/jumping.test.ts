import { describe, expect, it } from 'vitest'
import {
  doc,
  continuation,
  headline,
  jumpFrom,
  jumpHeadline,
  jumpTo,
  p,
} from '../../build/storyBuilder'
import {
  brief,
  composed,
  editionWith,
  feature,
  frameTroubles,
  placed,
  prose,
  title,
  withMakeUp,
  overset,
  type Copy,
} from './page'

describe('a story that jumps', () => {
  const paragraphs = (count: number) => Array.from({ length: count }, () => p(prose(115)))
  const jumping = doc(
    headline('撑船人老魏的最后一班渡船'),
    ...paragraphs(7),
    continuation(
      false,
      jumpTo('（下转第2版）'),
      jumpFrom('（上接第1版）'),
      jumpHeadline('最后一班渡船'),
    ),
    ...paragraphs(5),
  )
  const copy: Copy = {
    lead: feature('三十里水渠修进河湾稻田', 1300, 'box1'),
    jump: jumping,
    s1: brief('渡口夜里加两班船', 400),
    s2: feature('老街修旧如旧', 900),
    s3: brief('山村小学有了新操场', 300),
  }
  const edition = editionWith(copy, ['p1', 'p2'])
  const made = placed(edition, { p1: ['lead', 'jump', 's1'], p2: ['jump', 's2', 's3'] })
  const whole = withMakeUp(edition, made)
  const display = composed(whole)

  it('has a frame on each page, the first without a foot of white', () => {
    const thread = made.frames.filter((frame) => frame.kind === 'story' && frame.story === 'jump')
    expect(thread.map(({ page }) => page)).toEqual(['p1', 'p2'])
    expect(thread.map((frame) => frame.kind === 'story' && frame.order)).toEqual([0, 1])
    expect(thread[1]).toMatchObject({ head: null })
  })

  it('is placed whole, with both jump lines', () => {
    expect(overset(display)).toEqual([])
    expect(frameTroubles(whole)).toEqual([])
    expect(display.diagnostics).toEqual([])
    const roles = display.pages.map(
      (page) => page.lines.filter(({ role }) => role === 'jump').length,
    )
    expect(roles).toEqual([1, 1])
  })

  it('takes about the share of its text before the jump on the first page', () => {
    const lines = display.pages.map(
      (page) => page.lines.filter((line) => line.role === 'body' && line.story === 'jump').length,
    )
    const [first = 0, second = 0] = lines
    expect(first / (first + second)).toBeGreaterThan(0.35)
    expect(first / (first + second)).toBeLessThan(0.8)
  })
})

describe('a story that jumps from a 栏目 on a page short of copy', () => {
  const copy: Copy = {
    r1: title('走基层'),
    'r1:jump': doc(
      headline('盐井村的最后一公里'),
      ...Array.from({ length: 4 }, () => p(prose(60))),
      continuation(false, jumpTo('（下转第2版）'), jumpFrom('（上接第1版）')),
      p(prose(80)),
    ),
    s1: brief('渡口夜里加两班船', 300),
    s2: brief('老街修旧如旧', 300),
    s3: brief('山村小学有了新操场', 300),
  }
  const edition = editionWith(copy, ['p1', 'p2'])
  const made = placed(edition, { p1: ['r1', 'jump', 's1'], p2: ['jump', 's2', 's3'] })
  const thread = made.frames.flatMap((frame) =>
    frame.kind === 'story' && frame.story === 'jump' ? [frame] : [],
  )

  it('leaves the other page a frame of text, and stands on both whole', () => {
    expect(made.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
    expect(thread.map(({ page }) => page)).toEqual(['p1', 'p2'])
    const display = composed(withMakeUp(edition, made))
    expect(overset(display)).toEqual([])
    const [, second] = display.pages
    const lines = second?.lines.filter((one) => one.story === 'jump' && one.role === 'body')
    expect(lines?.length).toBeGreaterThanOrEqual(5)
  })

  it('has the title of its 栏目 where it begins', () => {
    expect(made.rubrics.map(({ id, page }) => [id, page])).toEqual([['r1', 'p1']])
    expect(thread.map(({ rubric }) => rubric)).toEqual(['r1', null])
  })
})
