import { describe, expect, it } from 'vitest'
import type { Doubt } from '../../../core/doubt'
import { storyId } from '../../../core/ids'
import { importPage } from '../../../core/intake'
import { ROLES } from '../../../core/intake/roles/role'
import { applyTransaction } from '../../../core/edit'
import type { Edition } from '../../../core/model/edition'
import { withRecord } from '../../../core/model/tables'
import { alternativeTo } from '../../../renderer/import/alternative'
import { kindOf, rawLines, readStories, saying } from '../../../renderer/import/reading'
import { doubtsIn, type DoubtEntry } from '../../../renderer/import/report'
import { textFor } from '../../../renderer/i18n'
import { smallEdition, story as makeStory } from '../../build/editionBuilder'
import { deck, doc, headline, p, subhead } from '../../build/storyBuilder'

const [zh, en] = [textFor('zh-CN'), textFor('en')]
const FILE = 'page.txt'

const entryOf = (code: string, doubt: Doubt): DoubtEntry =>
  doubtsIn(
    [{ severity: 'warning', code, message: '', where: { file: FILE }, doubt }],
    [{ file: FILE, text: '' }],
  )[0]!

/** A line read as `role` that may be `other`. */
const read = (role: string, other: string, confidence = 0.6, line = 1): DoubtEntry =>
  entryOf('intake.headline', {
    ...{ action: 'look', lines: [line], confidence, reason: '' },
    reading: { role, other, otherConfidence: 0.38 },
  })

describe('a doubt in the window’s words', () => {
  it('names what the line was read as, what else it may be and how likely', () => {
    expect(saying(read('deck', 'byline'), zh)).toBe('这一行读作副题；也可能是署名（38 %）。')
    expect(saying(read('deck', 'byline'), en)).toBe(
      'Read as a deck; it may also be a byline (38 %).',
    )
    expect(saying(read('headline', 'subhead', 0.3), zh)).toBe(
      '照整版读作主题，由它起一篇；单看这一行更像小标题（38 %）。',
    )
  })

  it('has words for every role', () => {
    for (const role of ROLES) {
      expect(Object.keys(zh.doubting.roles)).toContain(role)
      expect(saying(read(role, role), en)).not.toContain(`as ${role};`)
    }
  })

  it('names its kind, a jump that has no other end too', () => {
    const lone = entryOf('intake.unresolved-jump', {
      ...{ action: 'look', lines: [1], confidence: 0.6, reason: '' },
    })
    const kind = kindOf(lone, zh)
    expect(kind === null ? '' : zh.importing.kinds[kind]).toBe('转版')
    expect(saying(lone, zh)).not.toBe(zh.importing.says.jump)
  })

  it('tells why two pieces were joined, or may be one', () => {
    const pieces = [
      { lines: [1, 1], words: '送到田' },
      { lines: [2, 2], words: '头，比' },
    ] as const
    const seam = { pieces, confidence: 0.6, reason: '', because: ['openEnd', 'noIndent'] } as const
    expect(saying(entryOf('intake.join', { action: 'split', ...seam }), zh)).toBe(
      '两段已接成一段，把握不大。根据：上段断在半句；本版段首都缩进，下段没有。',
    )
    expect(saying(entryOf('intake.join', { action: 'join', ...seam }), en)).toBe(
      'These two pieces may be one paragraph. Because the text above stops in mid-sentence; paragraphs are indented on this page, and the text below is not.',
    )
  })

  it('comes with its reasons from the importer', () => {
    const text = [
      '灌区改造完工',
      '　　本报讯（记者 王小河）今年全县的灌区改造全部完工，水能送到最远的田头，实现全覆盖。',
      '　　盖，并力争三年内把渠道修到每一个村民小组。',
    ].join('\n')
    const { report } = importPage(text, { name: FILE })
    const told = doubtsIn(report.doubts, [{ file: FILE, text }]).map((one) => saying(one, zh))
    expect(told.join('')).toContain('根据：断处两边的字相同，下段又以标点接着。')
  })
})

describe('what a doubtful line may be instead', () => {
  const STORY = storyId('s1')
  const story = doc(
    headline('桥修好了'),
    deck('本报记者谭三水'),
    p('桥头'),
    subhead('归来'),
    p('人'),
  )
  const edition: Edition = withRecord(smallEdition(), 'stories', makeStory('s1', story))
  const raw = rawLines(
    { texts: [{ file: FILE, text: '桥修好了\n本报记者谭三水\n桥头\n归来\n人' }] },
    readStories(edition, [STORY]),
  )
  const blocks = (entry: DoubtEntry): readonly string[] | null => {
    const found = alternativeTo(edition, entry, raw, '定存疑')
    if (found === null) return null
    const changed = applyTransaction(edition, found.transaction)
    if (!changed.ok) throw new Error(changed.error.message)
    return changed.value.stories[STORY]!.doc.children.map(({ type }) => type.name)
  }

  it('is made of it in its story', () => {
    expect(blocks(read('deck', 'byline', 0.6, 2))?.[1]).toBe('byline')
    expect(blocks(read('subhead', 'section', 0.6, 4))?.[3]).toBe('paragraph')
  })

  it('is of a headline a subhead of the story above it', () => {
    const two = withRecord(
      edition,
      'stories',
      makeStory('s2', doc(headline('人回来了'), p('河水慢慢流。')), { order: 2 }),
    )
    const lines = rawLines(
      { texts: [{ file: FILE, text: '桥修好了\n桥头\n人回来了\n河水慢慢流。' }] },
      readStories(two, [STORY, storyId('s2')]),
    )
    const found = alternativeTo(two, read('headline', 'subhead', 0.6, 3), lines, '定存疑')
    expect(found).toMatchObject({ role: 'subhead', joins: STORY })
    const text = alternativeTo(two, read('headline', 'section', 0.6, 3), lines, '定存疑')
    expect(text).toMatchObject({ role: 'paragraph', joins: STORY })
    // what it cannot be made over its story leaves only that
    const entry = read('headline', 'kicker', 0.6, 3)
    expect(alternativeTo(two, entry, lines, '定存疑')).toMatchObject({
      role: 'subhead',
      joins: STORY,
    })
  })

  it('is not offered where its place is taken, for no block, or in place of a headline', () => {
    expect(blocks(read('deck', 'headline', 0.6, 2))).toBeNull()
    expect(blocks(read('subhead', 'furniture', 0.6, 4))).toBeNull()
    // no story stands above it
    expect(blocks(read('headline', 'subhead', 0.6, 1))).toBeNull()
    expect(blocks(read('deck', 'byline', 0.6, 9))).toBeNull()
  })
})
