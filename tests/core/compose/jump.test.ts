import { describe, expect, it } from 'vitest'
import type { Node } from 'prosemirror-model'
import { createComposeCache } from '../../../core/compose'
import { composeStory } from '../../../core/compose/composeStory'
import { pageId } from '../../../core/ids'
import type { StoryFrame } from '../../../core/model/frame'
import { plainStyleSheet, storyFrame } from '../../build/editionBuilder'
import {
  continuation,
  doc,
  headline,
  jumpFrom,
  jumpHeadline,
  jumpTo,
  p,
} from '../../build/storyBuilder'
import { compose, editionOf, flowLines, fonts, lineText } from '../../build/storyPages'

const text =
  '早晨的集市在河边慢慢热闹起来，卖藕的船先靠岸，买菜的人也多了，'.repeat(12) + '天黑了。'

const frames = (rows: number, pages: readonly string[] = ['p1', 'p2']): readonly StoryFrame[] =>
  pages.map((page, order) =>
    storyFrame(`f${order}`, 's', [0, 0, 1, rows], { page: pageId(page), order, head: null }),
  )

const shown = (
  display: ReturnType<typeof compose>,
  page: number,
  role: string,
): readonly string[] => {
  const list = display.pages[page]
  return list === undefined
    ? []
    : list.lines.filter((line) => line.role === role).map((line) => lineText(list, line))
}

describe('jump lines', () => {
  it('stand in the last slot of one page and the first of the next, naming the pages', () => {
    const display = compose(editionOf(doc(p(text)), frames(14)))
    expect(shown(display, 0, 'jump')).toEqual(['（下转第2版）'])
    expect(shown(display, 1, 'jump')).toEqual(['（上接第1版）'])
    const [first, second] = display.pages
    const to = first?.lines.find((line) => line.role === 'jump')
    const from = second?.lines.find((line) => line.role === 'jump')
    expect(to?.row).toBe(13)
    expect(from?.row).toBe(0)
    expect(second?.lines.filter((line) => line.role === 'body')[0]?.row).toBe(1)
    // Flush right in its column.
    expect((to?.x ?? 0) + ((to?.setWidth ?? 0) * (to?.size ?? 0)) / 1000).toBeCloseTo(48 + 160, 6)
    expect(shown(display, 0, 'body').join('') + shown(display, 1, 'body').join('')).toBe(text)
  })

  it('keep the wording of the manuscript when it names the right page, and replace a wrong one', () => {
    const right = doc(
      p(text),
      continuation(false, jumpTo('（下转第2版）'), jumpFrom('（上接第1版）')),
    )
    const kept = compose(editionOf(right, frames(14)))
    expect(kept.stories[0]?.replaced).toEqual([])
    expect(
      kept.pages[0]?.items.some((item) => item.kind === 'text' && item.source.kind === 'generated'),
    ).toBe(false)

    const wrong = doc(
      p(text),
      continuation(false, jumpTo('（下转第5版）'), jumpFrom('（上接第1版）')),
    )
    const replaced = compose(editionOf(wrong, frames(14)))
    expect(shown(replaced, 0, 'jump')).toEqual(['（下转第2版）'])
    const [range] = replaced.stories[0]?.replaced ?? []
    expect(wrong.textBetween(range?.from ?? 0, range?.to ?? 0)).toBe('（下转第5版）')
  })

  it('leave a last frame of one column as deep as it must be', () => {
    const laid = (document: Node, depth: number) => {
      const edition = editionOf(document, [...frames(14, ['p1']), ...frames(depth).slice(1)])
      const made = Object.values(edition.stories)[0]
      const rules = plainStyleSheet().rules
      return made && composeStory(edition, made, { fonts, rules }, createComposeCache())
    }
    for (let length = 130; length < 210; length += 2) {
      const document = doc(p(`${text.slice(0, length)}。`), p(`${text.slice(0, 89)}。`))
      const { depth = 0 } = laid(document, 40) ?? {}
      expect(laid(document, depth)?.fit.oversetLines, `${length} characters`).toBe(0)
    }
  })

  it('repeat the short headline over the continued part', () => {
    const document = doc(p(text), continuation(false, jumpHeadline('集市在河边')))
    const display = compose(editionOf(document, frames(14)))
    expect(shown(display, 0, 'headline')).toEqual([])
    expect(shown(display, 1, 'headline')).toEqual(['集市在河边'])
  })

  it('break in mid-sentence: a page that would end with a full stop ends a slot earlier', () => {
    const sentence = '卖藕的船先靠岸，买菜的人也多了，河面上雾还没有散开来。'
    const document = doc(...Array.from({ length: 12 }, () => p(sentence)))
    for (let rows = 8; rows < 16; rows++) {
      const display = compose(editionOf(document, frames(rows)))
      expect(shown(display, 0, 'jump')).toHaveLength(1)
      const end = shown(display, 0, 'body').at(-1) ?? ''
      const warned = display.diagnostics.some(({ code }) => code === 'jump.at-stop')
      expect(end.endsWith('。')).toBe(warned)
    }
  })

  it('are left out when the text ends before the next page', () => {
    const display = compose(editionOf(doc(p('只有一句。')), frames(14)))
    expect(shown(display, 0, 'jump')).toEqual([])
    expect(shown(display, 1, 'jump')).toEqual([])
  })

  it('stand in the text with a warning when nothing takes the story up', () => {
    const document = doc(p('只有一句，'), continuation(false, jumpTo('（下转第8版）')))
    const display = compose(editionOf(document, frames(14, ['p1'])))
    expect(shown(display, 0, 'body')).toEqual(['只有一句，', '（下转第8版）'])
    expect(display.diagnostics.map(({ code, severity }) => [severity, code])).toEqual([
      ['warning', 'jump.unresolved'],
    ])
  })

  it('obey a pinned break', () => {
    const document = doc(headline('集市'), p('前半段，'), continuation(true), p('后半段。'))
    const display = compose(editionOf(document, frames(14)))
    expect(shown(display, 0, 'body')).toEqual(['前半段，'])
    expect(shown(display, 1, 'body')).toEqual(['后半段。'])
    expect(flowLines(display)).toHaveLength(2)
  })
})
