import { describe, expect, it } from 'vitest'
import type { SeamDoubt } from '../../../core/doubt'
import { applyTransaction, invertSteps, applySteps } from '../../../core/edit'
import { importPage } from '../../../core/intake'
import { settleDoubt } from '../../../core/manuscript/settleDoubt'
import { toStories } from '../../../core/manuscript/toStories'
import { emptyEdition, type Edition } from '../../../core/model/edition'

const SIGNATURE = { author: 'test', label: 'settle', time: 0 }

function read(lines: readonly string[]): {
  readonly edition: Edition
  readonly doubts: readonly SeamDoubt[]
} {
  const { items, characters, report } = importPage(lines.join('\n'), { name: 'page' })
  const { stories } = toStories([{ items, removed: characters.removed }])
  return {
    edition: {
      ...emptyEdition({ publication: '', date: '2033-01-01' }),
      stories: Object.fromEntries(stories.map((story) => [story.id, story])),
    },
    doubts: report.doubts.flatMap(({ doubt }) =>
      doubt === undefined || doubt.action === 'look' ? [] : [doubt],
    ),
  }
}

const textsOf = (edition: Edition): readonly string[] =>
  Object.values(edition.stories).flatMap(({ doc, unplaced }) => [
    ...doc.children.map((block) => block.textContent),
    ...unplaced.map(({ text }) => `(${text})`),
  ])

function settle(edition: Edition, doubt: SeamDoubt): Edition {
  const transaction = settleDoubt(edition, doubt, SIGNATURE)
  if (!transaction.ok) throw new Error(transaction.error.message)
  const after = applyTransaction(edition, transaction.value)
  if (!after.ok) throw new Error(after.error.message)
  const back = applySteps(after.value, invertSteps(transaction.value.steps, edition))
  expect(back.ok && textsOf(back.value)).toEqual(textsOf(edition))
  return after.value
}

const SEVERAL_OPEN = [
  '渡口夜航恢复',
  '　　本报讯（记者 王小河）停了两年的夜航昨晚恢复，第一班船上坐了四十多名乘客,大家都说方便了',
  '　　船长说，夜航的难处在于浅滩，每到枯水期都要有人在船头拿竹竿探路，一晚上要探二十几回',
  '书店搬进老粮仓',
  '　　本报讯（记者 李青山）老粮仓改成的书店开门了，六个仓各有一个主题。店里的灯是旧马灯改的。',
  '，这样的日子他过了二十年。',
]

const ECHO = [
  '灌区改造完工',
  '　　本报讯（记者 王小河）今年全县的灌区改造全部完工，水能送到最远的田头，实现全覆盖。',
  '　　盖，并力争三年内把渠道修到每一个村民小组。',
]

describe('a doubt of the intake', () => {
  it('names both pieces with their lines and words, and what may be done', () => {
    const { doubts } = read(SEVERAL_OPEN)
    expect(doubts.length).toBeGreaterThan(0)
    for (const { action, pieces, confidence, reason } of doubts) {
      expect(['join', 'split']).toContain(action)
      expect(pieces.every(({ lines, words }) => lines[0] <= lines[1] && words !== '')).toBe(true)
      expect(confidence).toBeLessThan(0.7)
      expect(reason).not.toBe('')
    }
  })

  it('joins a piece that was left without a place, and undo takes it back', () => {
    const { edition, doubts } = read(SEVERAL_OPEN)
    const doubt = doubts.find(({ pieces }) => pieces[1].words.startsWith('，这样'))
    expect(doubt?.action).toBe('join')
    if (!doubt) return
    const after = textsOf(settle(edition, doubt))
    expect(after.filter((text) => text.includes('，这样的日子他过了二十年。'))).toHaveLength(1)
    expect(after.some((text) => text.startsWith('(，这样'))).toBe(false)
  })

  it('splits a join, and what was set aside as an echo stands on its side again', () => {
    const { edition, doubts } = read(ECHO)
    const doubt = doubts.find(({ action }) => action === 'split')
    expect(doubt?.setAside).toEqual({ left: '。', right: '盖' })
    if (!doubt) return
    const after = textsOf(settle(edition, doubt))
    expect(after.some((text) => text.endsWith('实现全覆盖。'))).toBe(true)
    expect(after).toContain('盖，并力争三年内把渠道修到每一个村民小组。')
    expect(after.some((text) => text.startsWith('('))).toBe(false)
  })

  it('joins again what it split', () => {
    const { edition, doubts } = read(ECHO)
    const doubt = doubts.find(({ action }) => action === 'split')
    if (!doubt) throw new Error('No doubt')
    const apart = settle(edition, doubt)
    const { pieces, confidence, reason } = doubt
    const [left, right] = pieces
    const again = settle(apart, {
      action: 'join',
      pieces: [
        { ...left, words: `${left.words}。` },
        { ...right, words: `盖${right.words}` },
      ],
      confidence,
      reason,
    })
    expect(textsOf(again).some((text) => text.includes('全覆盖。盖，并力争'))).toBe(true)
  })

  it('is refused with a sentence when the words are gone', () => {
    const { edition, doubts } = read(ECHO)
    const [doubt] = doubts
    if (!doubt) throw new Error('No doubt')
    const elsewhere = settleDoubt({ ...edition, stories: {} }, doubt, SIGNATURE)
    expect(elsewhere).toMatchObject({ ok: false, error: { code: 'doubt.changed' } })
  })
})
