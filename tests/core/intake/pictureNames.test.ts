/** Pictures of a job that are named after their titles. */
import { describe, expect, it } from 'vitest'
import { importPage } from '../../../core/intake'
import { readByNames } from '../../../core/intake/pictureNames'
import { scrapsIn } from '../../build/roles/truthRoles'

const STORY = [
  '最后的打铁声',
  '本报记者 江小舟',
  '清晨老街还没有醒，铁匠铺的炉子已经红了，三代人守着一座炉，打了一百多年的铁。',
  '老人的右臂比左臂粗一圈，一把刀从毛坯到开刃，要经过十八道工序，敲打四千多锤。',
]
const PICTURES = [
  ...['生火', '天刚亮，老人用松明引火，一炉火要烧四十分钟才够打铁。'],
  ...['锻打', '父子二人对锤，小锤指点位置，大锤跟着落下，一轻一重。'],
  ...['淬火', '烧红的刀坯浸入水中，白汽腾起，老人听声音就知道火候。'],
]

/** Titles of the pictures, with how their captions begin. */
const read = (lines: readonly string[], pictures: readonly string[]): readonly string[] =>
  importPage(lines.join('\n'), { name: 'page', pictures }).items.flatMap((item) => {
    const photos = item.kind === 'story' ? item.photos : item.kind === 'photo' ? [item] : []
    return photos.map(({ title = '', caption }) => `${title} ${caption.slice(0, 3)}`)
  })

describe('the titles of pictures', () => {
  it('are the lines that files are named after', () => {
    expect(read([...STORY, ...PICTURES], ['生火', 'IMG_2'])).toEqual(['生火 天刚亮'])
  })

  it('go on in a row as long as there are pictures', () => {
    const scraps = scrapsIn([...STORY, ...PICTURES].join('\n'))
    const titles = (...names: readonly string[]): readonly (string | undefined)[] =>
      [...readByNames(scraps, names)]
        .filter(([, role]) => role === 'title')
        .map(([at]) => scraps[at]?.text)
    expect(titles('生火', '锻打2', 'IMG_3')).toEqual(['生火', '锻打', '淬火'])
    expect(titles('生火', '锻打2')).toEqual(['生火', '锻打'])
  })

  it('stand over captions with credits too', () => {
    const page = [
      ...STORY,
      '生火',
      '天刚亮，老人用松明引火。本报记者 江小舟 摄',
      '老街俯瞰，有店铺百家。资料图片',
    ]
    expect(read(page, ['生火'])).toEqual(['生火 天刚亮', ' 老街俯'])
  })

  it('are no headlines, though a file is named like one', () => {
    const [, ...text] = STORY
    expect(read(['老街铁匠', ...text], ['老街铁匠'])).toEqual([])
  })
})
