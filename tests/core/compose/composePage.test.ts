import { describe, expect, it } from 'vitest'
import { composeEdition, createComposeCache } from '../../../core/compose'
import { pageId, rubricId, storyId } from '../../../core/ids'
import type { Edition, Story } from '../../../core/model/edition'
import { storySchema } from '../../../core/model/storySchema'
import { page, ruleFrame, smallEdition, story } from '../../build/editionBuilder'
import { fakeFonts } from '../../build/fakeFont'

const fonts = fakeFonts()
const fresh = (edition: Edition) => composeEdition(edition, { fonts, cache: createComposeCache() })

/** The small edition with a second page, which has a head and a foot alone. */
function twoPages(): Edition {
  const small = smallEdition()
  const second = page('p2', { order: 2, folio: '02' })
  return { ...small, pages: { ...small.pages, [second.id]: second } }
}

const changedStory = (edition: Edition, id: string, text: string): Edition => {
  const known = edition.stories[storyId(id)]
  const line = storySchema.node('line', null, storySchema.text(text))
  const made = { ...known, ...story(id, storySchema.node('doc', null, [line])) }
  return { ...edition, stories: { ...edition.stories, [made.id]: made } }
}

const edition = twoPages()
const [sheet] = Object.values(edition.styleSheets)
const [rubric] = Object.values(edition.rubrics)
const first = edition.pages[pageId('p1')]
if (sheet === undefined || rubric === undefined || first === undefined)
  throw new Error('The small edition has a page with a rubric')
const rule = ruleFrame('f5', [0, 60, 3, 0])
const lead = edition.stories[storyId('lead')]
if (lead === undefined) throw new Error('The small edition has a lead')
const withLead = (more: Partial<Story>): Edition => ({
  ...edition,
  stories: { ...edition.stories, [lead.id]: { ...lead, ...more } },
})
const withoutRule = Object.fromEntries(
  Object.entries(edition.frames).filter(([id]) => id !== rule.id),
)

/** An edition for each thing a page is made from beside its stories' parts. */
const CHANGES: Readonly<Record<string, Edition>> = {
  date: { ...edition, meta: { ...edition.meta, date: '2026-12-01' } },
  section: { ...edition, pages: { ...edition.pages, [first.id]: { ...first, section: '副刊' } } },
  'style sheet': {
    ...edition,
    styleSheets: { [sheet.id]: { ...sheet, rubric: { ...sheet.rubric, size: sheet.body.size } } },
  },
  'rubric’s form': { ...edition, rubrics: { [rubric.id]: { ...rubric, style: 'rule' } } },
  'rubric’s title': changedStory(edition, 'r1-title', '服务'),
  'line of credits': changedStory(edition, 'foot', '本版责编 乙四'),
  rule: { ...edition, frames: { ...edition.frames, [rule.id]: { ...rule, offset: 1 } } },
  'rule taken away': { ...edition, frames: withoutRule },
  'rubric of a story': withLead({ rubric: rubricId('r1') }),
}

describe('a page composed again', () => {
  it.each(Object.entries(CHANGES))('is as one composed afresh: the %s changed', (_, changed) => {
    const cache = createComposeCache()
    const before = composeEdition(edition, { fonts, cache })
    const after = composeEdition(changed, { fonts, cache })
    expect(after).toEqual(fresh(changed))
    expect(after.pages[0]).not.toBe(before.pages[0])
  })

  it('is as one composed afresh: another page became page one, whose 报眉 has the 期号', () => {
    const second = page('p2', { order: 2, folio: '01' })
    const both = { ...edition.pages, [second.id]: second }
    const numbered = { ...edition, meta: { ...edition.meta, issue: 37 }, pages: both }
    const moved = { ...numbered, pages: { ...both, [first.id]: { ...first, order: 3 } } }
    const cache = createComposeCache()
    composeEdition(numbered, { fonts, cache })
    expect(composeEdition(moved, { fonts, cache })).toEqual(fresh(moved))
  })

  it('is the same object where nothing of it changed, and what stands around the stories where they did', () => {
    const cache = createComposeCache()
    const before = composeEdition(edition, { fonts, cache })
    const kicker = lead.doc.copy(lead.doc.content.cut(0, lead.doc.child(0).nodeSize))
    const after = composeEdition(withLead({ doc: kicker }), { fonts, cache })
    expect(after.pages[0]).not.toBe(before.pages[0])
    expect(after.pages[0]?.items[0]).toBe(before.pages[0]?.items[0])
    expect(after.pages[1]).toBe(before.pages[1])
  })

  it('keeps its furniture where a rule on it moved', () => {
    const cache = createComposeCache()
    const furnished = (made: Edition) =>
      composeEdition(made, { fonts, cache }).pages[0]?.lines.filter(
        ({ role }) => role === 'furniture',
      )
    const before = furnished(edition)
    const after = furnished(CHANGES['rule'] ?? edition)
    expect(before?.length).toBeGreaterThan(0)
    after?.forEach((line, i) => {
      expect(line).toBe(before?.[i])
    })
  })
})
