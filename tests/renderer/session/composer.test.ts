import { describe, expect, it } from 'vitest'
import { transact } from '../../../core/edit'
import type { HitLine } from '../../../core/display/hitTest'
import { storyId } from '../../../core/ids'
import type { Edition } from '../../../core/model/edition'
import type { Diagnostic } from '../../../core/result'
import { createComposer } from '../../../renderer/session/composer'
import { smallEdition } from '../../build/editionBuilder'
import { fakeFonts } from '../../build/fakeFont'

const edition = smallEdition()
const typed = (text: string): Edition =>
  transact(edition).text(storyId('brief'), (tr) =>
    tr.insert(tr.doc.content.size - 1, tr.doc.type.schema.text(text)),
  ).edition

describe('the composer of a window', () => {
  it('looks for what is lacking again only when pages or styles are others, and tells it each time', () => {
    const asked: Edition[] = []
    const lacking = (one: Edition): readonly Diagnostic[] => {
      asked.push(one)
      return [{ severity: 'error', code: 'font.missing', message: `Look ${asked.length}.` }]
    }
    const composer = createComposer(fakeFonts(), lacking)
    const toldOf = (one: Edition): string | undefined =>
      composer.compose(one).diagnostics[0]?.message
    const [sheet] = Object.values(edition.styleSheets)
    const [page] = Object.values(edition.pages)
    if (sheet === undefined || page === undefined) throw new Error('The small edition has a page')
    expect(toldOf(edition)).toBe('Look 1.')
    expect(toldOf(typed('添'))).toBe('Look 1.')
    const styled = { ...edition, styleSheets: { [sheet.id]: { ...sheet } } }
    expect(toldOf(styled)).toBe('Look 2.')
    expect(toldOf({ ...styled, pages: { [page.id]: { ...page } } })).toBe('Look 3.')
  })

  it('reads the lines of a page whose letters moved as those of a page seen first', () => {
    const seen = createComposer(fakeFonts())
    const pageOf = (composer: typeof seen, one: Edition) => {
      const page = composer.compose(one).pages[0]
      if (page === undefined) throw new Error('The edition has a page')
      return composer.linesOf(page)
    }
    // the places of a line are found when they are asked for
    const told = (line: HitLine) => ({
      ...line,
      ...{ left: line.left, right: line.right, stops: line.stops },
    })
    const before = pageOf(seen, edition)
    const after = pageOf(seen, typed('添字'))
    const fresh = pageOf(createComposer(fakeFonts()), typed('添字'))
    expect(after.map(told)).toEqual(fresh.map(told))
    const kept = new Set(before)
    expect(after.filter((line) => kept.has(line)).length).toBeGreaterThan(after.length / 2)
  })
})
