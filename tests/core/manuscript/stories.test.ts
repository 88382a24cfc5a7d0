import { describe, expect, it } from 'vitest'
import type { ImportedItem, ImportedStory } from '../../../core/intake/types'
import { toStories, type ManuscriptPage } from '../../../core/manuscript/toStories'
import { toStoriesJson } from '../../../core/manuscript/toStoriesJson'
import { emptyEdition, type Edition, type Story } from '../../../core/model/edition'
import { storyForm, textOf } from '../../../core/model/storySchema'

const storyItem = (fields: Partial<ImportedStory>): ImportedStory => ({
  id: 's1',
  kind: 'story',
  headline: '潮汐图书馆夜里也开门',
  blocks: [],
  photos: [],
  ...fields,
})

const editionOf = (stories: readonly Story[]): Edition => ({
  ...emptyEdition({ publication: '样报', date: '2026-11-22' }),
  stories: Object.fromEntries(stories.map((story) => [story.id, story])),
})

const read = (...pages: readonly (readonly ImportedItem[])[]) => {
  const manuscript = toStories(pages.map((items): ManuscriptPage => ({ items })))
  for (const story of manuscript.stories) story.doc.check()
  return { ...manuscript, json: toStoriesJson(editionOf(manuscript.stories)) }
}

const without = (fields: object, name: string): object =>
  Object.fromEntries(Object.entries(fields).filter(([key]) => key !== name))

/** The form without what only the importer carries along. */
const asPrinted = (item: ImportedItem): unknown =>
  item.kind === 'story'
    ? {
        ...without(item, 'runIns'),
        blocks: item.blocks.map((block) => without(block, 'joinedFrom')),
      }
    : item

const feature = storyItem({
  kicker: '凌晨两点，灯还亮着',
  deck: '——记海边一间阅览室',
  byline: '本报记者 甲某',
  blocks: [
    { type: 'paragraph', text: '涨潮时，门口的台阶只剩三级。', joinedFrom: [3, 9] },
    { type: 'subhead', text: '守夜人有七个' },
    { type: 'readingTip', label: '阅读提示', text: '七个人轮班。\n书免费借。' },
    { type: 'editorNote', label: '编者按：', text: '本栏今起连载。' },
    { type: 'paragraph', text: '“来了就是客。”' },
    { type: 'paragraph', text: '样报夜读组', flushRight: true },
  ],
  photos: [{ title: '灯下', caption: '读者在看潮汐表。\n馆员在旁登记。', credit: '乙某 摄' }],
  unplaced: [{ text: '半句', why: 'no story claims it' }],
})

const brief = storyItem({
  id: 's2',
  headline: '渡口修好了',
  dateline: '本报海角12月3日电',
  byline: '（记者甲某 通讯员乙某）',
  runIns: [{ block: 0, at: 'head', text: '本报海角12月3日电 （记者甲某 通讯员乙某）' }],
  blocks: [{ type: 'paragraph', text: '今天上午，渡口重新开船。' }],
})

const signedTwice = storyItem({
  id: 's3',
  byline: '本报记者 甲某 （通讯员乙某）',
  dateline: '本报讯',
  runIns: [{ block: 0, at: 'head', text: '本报讯 （通讯员乙某）' }],
  blocks: [{ type: 'paragraph', text: '船到对岸。' }],
})

const others: readonly ImportedItem[] = [
  { id: 'ph1', kind: 'photo', title: '开船', caption: '第一班渡轮离岸。', credit: '丙某 摄' },
  { id: 'f1', kind: 'furniture', text: '责任编辑：丁某\n校对：戊某' },
]

describe('items come back as they were', () => {
  it.each([
    ['a feature with every element', feature],
    ['a brief whose dateline and byline ran in', brief],
    ['a story signed on a line of its own and behind its dateline', signedTwice],
    [
      'a story cut off',
      storyItem({
        continues: true,
        blocks: feature.blocks
          .slice(0, 1)
          .map((block) => ({ type: 'paragraph', text: 'text' in block ? block.text : '' })),
      }),
    ],
    [
      'a story with its jump lines',
      storyItem({
        marker: '（下转第4版）',
        markerFrom: '（上接第1版）',
        blocks: [{ type: 'paragraph', text: '船到对岸。' }],
      }),
    ],
    [
      'a byline at the end of the last paragraph',
      storyItem({
        byline: '（记者甲某）',
        runIns: [{ block: 0, at: 'tail', text: '（记者甲某）' }],
        blocks: [{ type: 'paragraph', text: '船到对岸。' }],
      }),
    ],
    ['a headline alone', storyItem({})],
    ...others.map((item): [string, ImportedItem] => [item.kind, item]),
  ])('%s', (_, item) => {
    expect(read([item]).json).toEqual([asPrinted(item)])
  })
})

describe('documents', () => {
  it('hold the run-in words in one inline node before the text', () => {
    const paragraph = read([brief]).stories[0]?.doc.child(1)
    expect(paragraph?.firstChild?.type.name).toBe('dateline')
    expect(paragraph?.textContent).toBe(
      '本报海角12月3日电 （记者甲某 通讯员乙某）今天上午，渡口重新开船。',
    )
  })

  it('say a byline once that stands on a line of its own and runs in too', () => {
    const doc = read([signedTwice]).stories[0]?.doc
    expect(doc && textOf(doc, 'byline')).toBe('本报记者 甲某')
    expect(doc?.textContent.match(/乙某/gu)).toHaveLength(1)
  })

  it('have the three forms', () => {
    const forms = read([feature, ...others]).stories.map((story) => storyForm(story.doc))
    expect(forms).toEqual(['story', 'picture', 'lines'])
  })

  it('are the same for the same items', () => {
    const twice = [read([feature, ...others]), read([feature, ...others])]
    expect(twice[0]?.stories).toEqual(twice[1]?.stories)
    const boxes = twice[0]?.stories[0]?.doc.children.flatMap((node) => {
      const id: unknown = node.attrs['id']
      return typeof id === 'string' ? [id] : []
    })
    expect(boxes).toEqual(['s1-box1', 's1-box2', 's1-figure1'])
  })

  it('keep a dateline that the importer gave without its place', () => {
    const { dateline = '', blocks } = brief
    const story = read([storyItem({ id: 's2', dateline, blocks })])
    expect(story.json).toMatchObject([{ dateline: '本报海角12月3日电' }])
  })
})

describe('a rubric', () => {
  const under = (id: string, shared: boolean) =>
    storyItem({
      id,
      headline: `短讯${id}`,
      rubric: '海边 来信',
      ...(shared ? { rubricShared: true as const } : {}),
      blocks: [{ type: 'paragraph', text: '信已收到。' }],
    })

  it('stands once as a story of lines and comes back on each of its stories', () => {
    const items = [under('s1', false), under('s2', true)]
    const { stories, json, pages } = read(items)
    expect(stories.map((story) => [story.id, story.rubric])).toEqual([
      ['rubric1', 'rubric1'],
      ['s1', 'rubric1'],
      ['s2', 'rubric1'],
    ])
    expect(json).toEqual(items)
    expect(pages).toEqual([['rubric1', 's1', 's2']])
  })

  it('stands once also where another stands between its stories', () => {
    const items = [
      under('s1', false),
      storyItem({ id: 's2', headline: '别处', rubric: '山里 来信' }),
      under('s3', true),
    ]
    const { stories, json } = read(items)
    expect(stories.map(({ id, rubric }) => [id, rubric])).toEqual([
      ['rubric1', 'rubric1'],
      ['s1', 'rubric1'],
      ['rubric2', 'rubric2'],
      ['s2', 'rubric2'],
      ['s3', 'rubric1'],
    ])
    expect(json).toEqual(items)
  })

  it('that stands twice is two rubrics', () => {
    const { stories } = read([under('s1', false), under('s2', false)])
    expect(stories.filter((story) => storyForm(story.doc) === 'lines')).toHaveLength(2)
  })

  it('without stories is not lost', () => {
    const { stories } = read([under('s1', false)])
    const json = toStoriesJson(editionOf(stories.slice(0, 1)))
    expect(json).toEqual([{ id: 'rubric1', kind: 'furniture', text: '海边 来信' }])
  })
})

describe('several pages', () => {
  it('keep their stories apart and name them anew where names meet', () => {
    const { pages } = read([brief], [brief, feature])
    expect(pages).toEqual([['s2'], ['p2-s2', 's1']])
  })

  it('join a paragraph that a jump cut, the wording after it', () => {
    const jumping = storyItem({
      blocks: [
        { type: 'paragraph', text: '船开到江' },
        {
          type: 'continuation',
          to: '（下转第4版）',
          from: '（上接第1版）',
          headline: '渡口',
          page: 1,
          splitsParagraph: true,
        },
        { type: 'paragraph', text: '心，雾散了。' },
      ],
    })
    const { stories, json } = read([jumping])
    const doc = stories[0]?.doc
    expect(doc?.children.map((node) => node.type.name)).toEqual([
      'headline',
      'paragraph',
      'continuation',
    ])
    expect(doc && textOf(doc, 'paragraph')).toBe('船开到江心，雾散了。')
    expect(json).toMatchObject([
      { marker: '（下转第4版）', markerFrom: '（上接第1版）', jumpHeadline: '渡口' },
    ])
  })

  it('keep each word of a continued part once, whatever ran in there', () => {
    const seam = {
      type: 'continuation',
      to: '（下转第2版）',
      from: '（上接第1版）',
      page: 1,
      splitsParagraph: false,
    } as const
    const why = 'stood on the continued part of a story that has one already'
    const { stories } = read([
      storyItem({
        dateline: '本报讯',
        byline: '（记者甲某） 本报记者 乙某 （记者丙某）',
        runIns: [
          { block: 0, at: 'head', text: '本报讯 （记者甲某）' },
          { block: 2, at: 'head', text: '本报海角电 （记者丙某）' },
        ],
        blocks: [{ type: 'paragraph', text: '一。' }, seam, { type: 'paragraph', text: '二。' }],
        unplaced: [
          { text: '本报海角电', why },
          { text: '本报海角电', why: 'a fragment' },
        ],
      }),
    ])
    const text = stories[0]?.doc.textContent ?? ''
    for (const words of ['本报讯', '甲某', '乙某', '丙某', '本报海角电']) {
      expect(text.split(words)).toHaveLength(2)
    }
    expect(stories[0]?.unplaced).toEqual([{ text: '本报海角电', why: 'a fragment' }])
  })

  it('give removed text to the story it stood next to', () => {
    const other = storyItem({ id: 's3', blocks: [{ type: 'paragraph', text: '另一篇。' }] })
    const removed = [{ text: '盖。', why: 'echo at a column break', line: 8 }]
    const { stories } = toStories([{ items: [other, feature], removed }])
    expect(stories.map((story) => story.removed.length)).toEqual([0, 1])
  })
})
