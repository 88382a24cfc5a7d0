import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { TextRun } from '../../../core/display/displayList'
import { pageId, storyId } from '../../../core/ids'
import {
  buildLedger,
  countCharacters,
  ledgerDiagnostics,
  pendingDiagnostics,
} from '../../../core/ledger'
import { displayOf, editionOf, fitOf, runOf, setStory, storyOf } from './fakeDisplay'

const harbour = storyOf('s1', '港口开市', ['潮水退去，渔船 归港。', 'Pier 7 重新开放，客流过万。'])
const edition = editionOf([harbour])
const whole = setStory(harbour, 5)

/** The page with its runs passed through `damage`. */
const damaged = (damage: (runs: readonly TextRun[]) => readonly TextRun[]) =>
  buildLedger(edition, displayOf([damage(whole)]))

const kinds = (ledger: ReturnType<typeof buildLedger>) =>
  ledger.imbalances.map(({ kind, text }) => [kind, text])

describe('a page that holds its story', () => {
  it('balances and places every character that is not white space', () => {
    const ledger = buildLedger(edition, displayOf([whole]))
    expect(ledger.balanced).toBe(true)
    expect(ledger.imbalances).toEqual([])
    expect(ledger.totals.placed).toBe(countCharacters(harbour.doc.textContent))
    expect(ledger.totals.placed).toBe(ledger.characters)
    expect(ledger.pages[0]?.characters).toBe(ledger.characters)
  })

  it('does not mind white space that a line end swallowed', () => {
    const runs = whole.flatMap((run) => {
      if (run.source.kind !== 'manuscript') return [run]
      const text = run.texts.join('')
      return text.endsWith(' ') ? [runOf(text.trimEnd(), run.source)] : [run]
    })
    expect(buildLedger(edition, displayOf([runs])).balanced).toBe(true)
  })
})

describe('a damaged page', () => {
  it('names the text of a dropped run', () => {
    const ledger = damaged((runs) => runs.filter((_, index) => index !== 1))
    expect(ledger.balanced).toBe(false)
    expect(kinds(ledger)).toEqual([['missing', '潮水退去，']])
    expect(ledgerDiagnostics(ledger)[0]).toMatchObject({
      severity: 'error',
      code: 'ledger.missing',
      message:
        'Story 港口开市: 5 characters “潮水退去，” stand on no page and are not reported as overset.',
    })
  })

  it('names the text of a doubled run', () => {
    const ledger = damaged((runs) => [...runs, ...runs.slice(0, 1)])
    expect(kinds(ledger)).toEqual([['doubled', '港口开市']])
    expect(ledger.imbalances[0]?.page).toBe('p1')
  })

  it('names a changed character and what the page shows instead', () => {
    const ledger = damaged((runs) =>
      runs.map((run, index) => (index === 0 ? { ...run, texts: ['港', '囗', '开', '市'] } : run)),
    )
    expect(ledger.imbalances).toMatchObject([{ kind: 'changed', text: '口', shown: '囗' }])
    expect(ledgerDiagnostics(ledger)[0]?.message).toContain(
      'shows “囗” where the manuscript has “口”',
    )
  })

  it('names text shown for a place or a story that does not exist', () => {
    const ledger = damaged((runs) => [
      ...runs,
      runOf('多余', { kind: 'manuscript', story: storyId('s1'), from: 900 }),
      runOf('外来', { kind: 'manuscript', story: storyId('s9'), from: 1 }),
    ])
    expect(kinds(ledger)).toEqual([
      ['stray', '多余'],
      ['stray', '外来'],
    ])
  })

  it('names text reported overset that yet stands on the page', () => {
    const ledger = buildLedger(edition, displayOf([whole], [fitOf('s1', [{ from: 1, to: 3 }])]))
    expect(kinds(ledger)).toEqual([['contradicted', '港口']])
  })
})

describe('text that is on no page', () => {
  it('is overset where the composer says so', () => {
    const runs = whole.slice(0, -1)
    const last = whole.at(-1)
    if (last?.source.kind !== 'manuscript') throw new Error('The last run must be manuscript text.')
    const from = last.source.from
    const overset = [{ from, to: from + last.texts.join('').length }]
    const ledger = buildLedger(edition, displayOf([runs], [fitOf('s1', overset)]))
    expect(ledger.balanced).toBe(true)
    expect(ledger.totals.overset).toBe(countCharacters(last.texts.join('')))
    expect(ledger.stories[0]?.oversetText.map(({ text }) => text)).toEqual([last.texts.join('')])
  })

  it('is removed by name where a jump line replaced its wording', () => {
    const ledger = buildLedger(
      edition,
      displayOf([whole.slice(1)], [fitOf('s1', [], [{ from: 1, to: 5 }])]),
    )
    expect(ledger.balanced).toBe(true)
    expect(ledger.totals.removed).toBe(4)
    expect(ledger.stories[0]?.removedText).toMatchObject([{ text: '港口开市', characters: 4 }])
  })

  it('is carried over when its page is not in this output', () => {
    const display = displayOf([whole.slice(0, 2), whole.slice(2)])
    const ledger = buildLedger(edition, display, { pages: [pageId('p1')] })
    expect(ledger.balanced).toBe(true)
    expect(ledger.totals.placed).toBe(9)
    expect(ledger.totals.carriedOver).toBe(ledger.characters - 9)
    expect(ledger.pages.map(({ shown }) => shown)).toEqual([true, false])
  })

  it('is pending when its story has no frame, and so is unplaced text', () => {
    const story = { ...harbour, unplaced: [{ text: '断 句', why: 'no story claims it' }] }
    const ledger = buildLedger(editionOf([story], ['s1']), displayOf([[]]))
    expect(ledger.balanced).toBe(true)
    expect(ledger.totals.pending).toBe(ledger.characters)
    expect(ledger.stories[0]?.pendingText.at(-1)).toEqual({
      text: '断 句',
      why: 'no story claims it',
      characters: 2,
    })
  })

  it('is told when it is pending', () => {
    const ledger = buildLedger(editionOf([harbour], ['s1']), displayOf([[]]))
    expect(pendingDiagnostics(ledger)).toMatchObject([
      {
        severity: 'warning',
        code: 'ledger.pending',
        message: `Story 港口开市: ${ledger.characters} characters have no place yet, from “港口开市” (the story stands in no frame).`,
      },
    ])
    expect(pendingDiagnostics(buildLedger(edition, displayOf([whole])))).toEqual([])
  })

  it('is removed when intake took it out by name', () => {
    const story = { ...harbour, removed: [{ text: '盖。', why: 'echo at a column break' }] }
    const ledger = buildLedger(editionOf([story]), displayOf([whole]))
    expect(ledger.balanced).toBe(true)
    expect(ledger.totals.removed).toBe(2)
  })
})

it('fails when intake lost a character of a raw file', () => {
  const intake = [{ file: 'page.txt', raw: 10, kept: 9, lost: 1, added: 0 }]
  const ledger = buildLedger(edition, displayOf([whole]), { intake })
  expect(ledger.balanced).toBe(false)
  expect(ledgerDiagnostics(ledger)[0]?.code).toBe('ledger.intake')
})

const text = fc.string({
  unit: fc.constantFrom('渔', '港', '。', ' ', 'a', '7', '𠮷', '　'),
  maxLength: 40,
})
const story = fc.tuple(text, fc.array(text, { minLength: 1, maxLength: 4 }))

describe('any stories, set in lines of any measure over any pages', () => {
  it('balance, and every character has exactly one fate', () => {
    fc.assert(
      fc.property(
        fc.array(story, { minLength: 1, maxLength: 4 }),
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 1, max: 6 }),
        fc.integer({ min: 0, max: 20 }),
        (bodies, measure, perPage, cut) => {
          const stories = bodies.map(([head, body], index) => storyOf(`s${index}`, head, body))
          const runs = stories.flatMap((next) => setStory(next, measure))
          const kept = runs.slice(0, Math.max(0, runs.length - cut))
          const fits = runs.slice(kept.length).flatMap((run) => {
            if (run.source.kind !== 'manuscript') return []
            const { story: id, from } = run.source
            return [fitOf(id, [{ from, to: from + run.texts.join('').length }])]
          })
          const pages = Array.from({ length: perPage }, (_, page) =>
            kept.slice(
              Math.floor((page * kept.length) / perPage),
              Math.floor(((page + 1) * kept.length) / perPage),
            ),
          )
          const ledger = buildLedger(editionOf(stories), displayOf(pages, fits), {
            pages: [pageId('p1')],
          })
          const { placed, overset, carriedOver, pending, removed } = ledger.totals
          expect(ledger.balanced).toBe(true)
          expect(placed + overset + carriedOver + pending + removed).toBe(ledger.characters)
          expect(ledger.characters).toBe(
            stories.reduce((sum, next) => sum + countCharacters(next.doc.textContent), 0),
          )
        },
      ),
      { seed: 20261122, numRuns: 150 },
    )
  })

  it('fail when any run with text is dropped or doubled', () => {
    fc.assert(
      fc.property(
        story,
        fc.integer({ min: 1, max: 9 }),
        fc.nat(),
        ([head, body], measure, pick) => {
          const one = storyOf('s1', head, body)
          const runs = setStory(one, measure)
          const solid = runs.filter(
            (run) => run.source.kind === 'manuscript' && countCharacters(run.texts.join('')) > 0,
          )
          const victim = solid[pick % Math.max(1, solid.length)]
          fc.pre(victim !== undefined)
          const lost = countCharacters(victim?.texts.join('') ?? '')
          const dropped = buildLedger(
            editionOf([one]),
            displayOf([runs.filter((run) => run !== victim)]),
          )
          const doubled = buildLedger(
            editionOf([one]),
            displayOf([runs.flatMap((run) => (run === victim ? [run, run] : [run]))]),
          )
          const amount = (ledger: typeof dropped, kind: string): number =>
            ledger.imbalances
              .filter((imbalance) => imbalance.kind === kind)
              .reduce((sum, imbalance) => sum + [...imbalance.text].length, 0)
          expect(amount(dropped, 'missing')).toBe(lost)
          expect(amount(doubled, 'doubled')).toBe(lost)
        },
      ),
      { seed: 20261122, numRuns: 100 },
    )
  })
})
