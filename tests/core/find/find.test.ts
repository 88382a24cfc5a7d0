import { describe, expect, it } from 'vitest'
import { findIn, replaceAll, type Query } from '../../../core/find'
import { applySteps, invertSteps } from '../../../core/edit'
import { storyId } from '../../../core/ids'
import type { Edition } from '../../../core/model/edition'
import { withRecord } from '../../../core/model/tables'
import { smallEdition, story } from '../../build/editionBuilder'
import { dateline, doc, headline, p } from '../../build/storyBuilder'
import { required } from '../edit/sameEdition'

const query = (text: string, more: Partial<Query> = {}): Query => ({
  text,
  regex: false,
  matchCase: true,
  whole: false,
  anyWidth: false,
  ...more,
})

const one = story(
  'brief',
  doc(
    headline('窗囗换新'),
    p(dateline('本报讯'), '窗囗有12人，排到120号。ＡＢＣ三组'),
    p('窗囗又开，abc再来。'),
  ),
)
const edition: Edition = withRecord(smallEdition(), 'stories', one)

const found = (text: string, more: Partial<Query> = {}) =>
  required(findIn([one], query(text, more)))

describe('finding', () => {
  it('gives document positions, past the inline nodes of a paragraph', () => {
    const matches = found('窗囗')
    expect(matches).toHaveLength(3)
    for (const { from, to } of matches) expect(one.doc.textBetween(from, to)).toBe('窗囗')
    expect(matches[1]).toMatchObject({ before: '本报讯', after: '有12人，排到120号。' })
  })

  it('finds over the edge of the dateline', () => {
    const [match] = found('讯窗')
    expect(one.doc.textBetween(match?.from ?? 0, match?.to ?? 0)).toBe('讯窗')
  })

  it('takes case, whole figures and widths as it is told', () => {
    expect(found('12')).toHaveLength(2)
    expect(found('12', { whole: true })).toHaveLength(1)
    expect(found('ABC')).toHaveLength(0)
    expect(found('ABC', { matchCase: false })).toHaveLength(1)
    expect(found('ABC', { matchCase: false, anyWidth: true })).toHaveLength(2)
    expect(found('ABC', { anyWidth: true })[0]?.text).toBe('ＡＢＣ')
  })

  it('takes a text for what it is, and a pattern only when asked', () => {
    expect(found('1.人')).toHaveLength(0)
    expect(found('1.人', { regex: true })).toHaveLength(1)
    expect(found('x*', { regex: true })).toHaveLength(0)
  })

  it('tells a bad pattern in one sentence', () => {
    const result = findIn([one], query('(', { regex: true }))
    expect(result.ok ? '' : result.error.message).toMatch(/^[^\n]*“\(” cannot be read[^\n]+\.$/u)
  })
})

describe('replacing', () => {
  const text = (of: Edition): string => of.stories[storyId('brief')]?.doc.textContent ?? ''

  it('replaces all in one row of steps that can be taken back', () => {
    const steps = replaceAll(edition, found('窗囗'), '窗口', false)
    const after = required(applySteps(edition, steps))
    expect(text(after)).toBe(one.doc.textContent.replaceAll('窗囗', '窗口'))
    const back = required(applySteps(after, invertSteps(steps, edition)))
    expect(back.stories[storyId('brief')]?.doc.eq(one.doc)).toBe(true)
  })

  it('replaces by nothing, by longer text, and across the dateline’s edge', () => {
    const replaced = (what: string, by: string) =>
      text(required(applySteps(edition, replaceAll(edition, found(what), by, false))))
    expect(replaced('窗囗', '')).not.toContain('窗')
    expect(replaced('窗囗', '办事窗口')).toContain('本报讯办事窗口有12人')
    expect(replaced('讯窗囗', '消息')).toContain('本报消息有12人')
  })

  it('puts in what a pattern’s groups caught', () => {
    const matches = found('(\\d+)(人|号)', { regex: true })
    const steps = replaceAll(edition, matches, '$2$1$$', true)
    expect(text(required(applySteps(edition, steps)))).toContain('人12$，排到号120$')
  })

  it('takes dollar signs as they are outside patterns', () => {
    const steps = replaceAll(edition, found('又'), '$1', false)
    expect(text(required(applySteps(edition, steps)))).toContain('窗囗$1开')
  })
})
