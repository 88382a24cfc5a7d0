import type { Node } from 'prosemirror-model'
import { describe, expect, it } from 'vitest'
import { fontId } from '../../../core/ids'
import { checkPage, PAGE_LIMITS, preflight } from '../../../core/preflight'
import { milliEm, pt } from '../../../core/units'
import { pictureFrame, storyFrame } from '../../build/editionBuilder'
import {
  caption,
  doc,
  figure,
  figureTitle,
  headline,
  kicker,
  label,
  p,
  tip,
} from '../../build/storyBuilder'
import { codesOf, pageOf, paragraphs, photo, text, WIDE } from './pageOf'

describe('the checks of a page’s type', () => {
  it('see a headline turned inside a word, a number at least', () => {
    const turned = (at: number, words: ((text: string) => readonly string[]) | null) => {
      const frame = storyFrame('a', 'a', [0, 0, 3, 60], {
        head: { level: 1, face: 'song', turns: [at] },
      })
      const { edition, display } = pageOf([[frame, text(4, '渡口夜里加1280班船')]])
      return preflight(edition, display, PAGE_LIMITS, words).find(
        ({ code }) => code === 'page.headline-turn',
      )
    }
    const inTwos = (whole: string) => whole.match(/\d+|.{1,2}/gsu) ?? []
    expect(turned(6, null)?.value).toBe(6)
    expect(turned(3, null)).toBeUndefined()
    expect(turned(3, inTwos)?.message).toContain('after “口夜”')
    expect(turned(4, inTwos)).toBeUndefined()
  })

  it('see a headline turned inside a number in Chinese figures, or after 第', () => {
    const turned = (words: string, at: number) => {
      const head = { level: 1, face: 'song' as const, turns: [at] }
      const frame = storyFrame('a', 'a', [0, 0, 3, 60], { head })
      const { edition, display } = pageOf([[frame, text(4, words)]])
      return preflight(edition, display).some(({ code }) => code === 'page.headline-turn')
    }
    expect(turned('渡口的第四十六个不眠夜', 5)).toBe(true)
    expect(turned('渡口的第四十六个不眠夜', 3)).toBe(false)
    expect(turned('渡口开第63次班会', 4)).toBe(true)
  })

  it('see a line of a headline that begins or ends where none should, or is a single character', () => {
    const broken = (at: readonly number[], words: (() => readonly string[]) | null = null) => {
      const head = { level: 1, face: 'song' as const, turns: at }
      const frame = storyFrame('a', 'a', [0, 0, 3, 60], { head })
      const { edition, display } = pageOf([[frame, text(4, '稻田和渡口的清早')]])
      return preflight(edition, display, PAGE_LIMITS, words).find(
        ({ code }) => code === 'page.headline-break',
      )
    }
    expect(broken([])).toBeUndefined()
    expect(broken([2])).toBeUndefined()
    expect(broken([3])?.message).toContain('ends with “和”')
    expect(broken([5])?.message).toContain('begins with “的”')
    expect(broken([7])?.message).toContain('nothing but “早”')
    expect(broken([1, 3])?.value).toBe(2)
    const inWords = () => ['稻田', '和', '渡口', '的', '清早']
    expect(broken([6], null)).toBeUndefined()
    expect(broken([3], inWords)?.message).toContain('ends with “和”')
    expect(broken([6], inWords)).toBeUndefined()
    expect(broken([5], inWords)?.message).toContain('begins with “的”')
  })

  it('see a line of a 引题 or 副题 that ends with a word leaning on the next', () => {
    const hanging = (words: string, columns: number) => {
      const frame = storyFrame('a', 'a', [0, 0, columns, 60], {
        head: { level: 1, face: 'song', turns: [] },
      })
      const { edition, display } = pageOf([[frame, doc(kicker(words), ...paragraphs(4))]])
      const split = (whole: string) => [...whole]
      return preflight(edition, display, PAGE_LIMITS, split).find(
        ({ code }) => code === 'page.companion-break',
      )
    }
    expect(hanging('为的'.repeat(8), 1)?.message).toContain('of the kicker of')
    expect(hanging('渡口'.repeat(8), 1)).toBeUndefined()
    expect(hanging('为的'.repeat(8), 4)).toBeUndefined()
  })

  it('see too many families and kinds of frame', () => {
    const box = (node: Node, row: number) => ({
      ...storyFrame('a', 'a', [0, row, 3, 60]),
      insets: [
        { block: String(node.attrs['id']), x: milliEm(0), width: milliEm(16000), row: 2, rows: 6 },
      ],
    })
    const { edition, display } = pageOf([[storyFrame('a', 'a', [0, 0, 3, 60]), text(6)]])
    const shown = display.pages[0]
    if (shown === undefined) throw new Error('The page is missing')
    const fonts = ['A-Bold', 'B-Bold', 'C-Bold', 'D-Bold']
    const set = (count: number) =>
      checkPage(edition, {
        ...shown,
        items: shown.items.map((item, i) =>
          item.kind === 'text' ? { ...item, font: fontId(fonts[i % count] ?? 'A-Bold') } : item,
        ),
      }).map(({ code }) => code)
    expect(set(3)).not.toContain('page.too-many-families')
    expect(set(4)).toContain('page.too-many-families')
    const note = tip('tip', label('提示'), p('雾。'))
    expect(codesOf([[box(note, 0), doc(headline(WIDE), note, ...paragraphs(6))]])).not.toContain(
      'page.too-many-frames',
    )
  })

  it('see a caption unlike the others', () => {
    const titled = doc(figure('fig', null, figureTitle('渡口'), caption('渡口。')))
    const captionsOf = (last: Node) =>
      codesOf([
        [pictureFrame('a', 'a', [0, 0, 2, 20], { pictureRows: 15 }), titled],
        [pictureFrame('b', 'b', [4, 30, 2, 20], { pictureRows: 15 }), titled],
        [pictureFrame('c', 'c', [2, 60, 2, 20], { pictureRows: 15 }), last],
      ])
    expect(captionsOf(titled)).not.toContain('page.caption-unlike')
    expect(captionsOf(photo())).toContain('page.caption-unlike')
  })

  it('see a paragraph that does not begin two ems in', () => {
    const { edition, display } = pageOf([[storyFrame('a', 'a', [0, 0, 3, 60]), text(6)]])
    const shown = display.pages[0]
    if (shown === undefined) throw new Error('The page is missing')
    const moved = (by: number) =>
      checkPage(edition, {
        ...shown,
        items: shown.items.map((item) =>
          item.kind === 'text' && item.line.first ? { ...item, x: pt(item.x + by) } : item,
        ),
      }).map(({ code }) => code)
    expect(moved(0)).not.toContain('text.indent')
    expect(moved(2)).toContain('text.indent')
  })
})
