import { describe, expect, it } from 'vitest'
import { loadSpelling, search } from '../../../renderer/commands/search'

const labels = ['存盘', '另存为…', '输出…', '看整版', '看版宽', '01 要闻', 'Zoom in']
const spells = await loadSpelling()
const found = (sought: string) =>
  search(
    labels.map((label) => ({ label })),
    sought,
    spells,
  ).map((one) => one.label)

describe('search', () => {
  it('finds by Chinese, whole pinyin, initials and the beginning of a syllable', () => {
    expect(found('输出')).toEqual(['输出…'])
    expect(found('shuchu')).toEqual(['输出…'])
    expect(found('sc')).toEqual(['输出…'])
    expect(found('kanb')).toEqual(['看版宽'])
    expect(found('yaowen')).toEqual(['01 要闻'])
  })

  it('puts what begins with the word before what holds it', () => {
    expect(found('存')).toEqual(['存盘', '另存为…'])
    expect(found('zoom')).toEqual(['Zoom in'])
  })

  it('shows all for nothing and nothing for what is not there', () => {
    expect(found(' ')).toHaveLength(labels.length)
    expect(found('qqq')).toEqual([])
  })
})
