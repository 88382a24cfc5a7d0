import { describe, expect, it } from 'vitest'
import { importPage } from '../../../core/intake'
import { linesDoc } from '../../../core/manuscript/documents'
import { SET_ANEW } from '../../../core/manuscript/masthead/setAnew'
import { toStories } from '../../../core/manuscript/toStories'
import { blocksOf, traceLines } from '../../../core/manuscript/traceLines'

const PAGE = [
  '灌区改造完工',
  '　　本报讯（记者 王小河）今年全县的灌区改造全部完工，水能送到最远的田头，',
  '比去年早了二十天。',
  '',
  '书店搬进老粮仓',
  '　　本报讯（记者 李青山）老粮仓改成的书店开门了,六个仓各有一个主题。',
].join('\n')

const read = (text: string) => {
  const { items, characters } = importPage(text, { name: 'page' })
  return toStories([{ items, removed: characters.removed }]).stories
}

describe('lines of a raw text', () => {
  it('are found again in the stories made of them, joined and widened as they are', () => {
    const stories = read(PAGE)
    const traced = traceLines(PAGE, stories)
    const words = traced.map((at) => {
      const story = stories.find(({ id }) => id === at?.story)
      return at === null || story === undefined ? null : blocksOf(story)[at.block]?.text
    })
    expect(words[0]).toBe('灌区改造完工')
    expect(words[1]).toContain('灌区改造全部完工')
    expect(words[2]).toContain('比去年早了二十天')
    expect(words[3]).toBeNull()
    expect(words[4]).toBe('书店搬进老粮仓')
    expect(words[5]).toContain('，六个仓')
    expect(traced[1]?.story).not.toBe(traced[5]?.story)
  })

  it('stand nowhere when the head of the page sets them anew, though a story names them', () => {
    const raw = `澜溪日报\n责编 路明\n${PAGE}\n　　澜溪日报记者到了现场。`
    const stories = read(raw).map((story) =>
      story.doc.textContent === '澜溪日报'
        ? { ...story, doc: linesDoc(''), removed: [{ text: '澜溪日报', why: SET_ANEW }] }
        : story,
    )
    const traced = traceLines(raw, stories)
    expect(traced[0]).toBeNull()
    expect(traced.at(-1)).not.toBeNull()
  })

  it('stand nowhere when no story has their words', () => {
    expect(traceLines('别处来的一行字', read(PAGE))).toEqual([null])
  })
})
