import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pageId } from '../../../core/ids'
import { buildLedger, compareWithPdfText, describeDifference } from '../../../core/ledger'
import { diffCharacters } from '../../../core/ledger/diffCharacters'
import { displayOf, editionOf, setStory, storyOf } from './fakeDisplay'

const harbour = storyOf('s1', '港口开市', ['潮水退去，渔船归港。', '码头重新开放，客流过万。'])
const school = storyOf('s2', '夜校开课', ['木工班先满，裁缝班随后。'])
const edition = editionOf([harbour, school])
const display = displayOf([setStory(harbour, 5), setStory(school, 5)])
const ledger = buildLedger(edition, display)

const extracted = display.pages.map((page) =>
  page.items.map((item) => (item.kind === 'text' ? item.texts.join('') : '')).join(' \n'),
)
const [first = '', second = ''] = extracted

describe('the text of the PDF', () => {
  it('agrees whatever white space the reader puts in', () => {
    expect(compareWithPdfText(ledger, extracted)).toEqual([])
  })

  it('agrees when the reader skips the artifacts', () => {
    expect(
      compareWithPdfText(
        ledger,
        extracted.map((text) => text.replace(/-|第\d版/gu, '')),
      ),
    ).toEqual([])
  })

  it('needs only the pages of this output', () => {
    const part = buildLedger(edition, display, { pages: [pageId('p2')] })
    expect(compareWithPdfText(part, [second])).toEqual([])
  })

  it.each([
    ['a lost line', first.replace('渔船归港。', ''), 'missing', '渔船归港。', ''],
    [
      'a line that stands twice',
      first.replace('渔船归港。', '渔船归港。渔船归港。'),
      'doubled',
      '',
      '渔船归港。',
    ],
    ['another character', first.replace('渔船', '鱼船'), 'changed', '渔', '鱼'],
    ['surplus text', first.replace('渔船', '渔XX船'), 'stray', '', 'XX'],
    ['a lost artifact', first.replace('第1版', ''), 'missing', '第1版', ''],
  ])('names %s', (_, text, kind, expected, found) => {
    const differences = compareWithPdfText(ledger, [text, second])
    expect(differences).toMatchObject([{ kind, page: 'p1', expected, found }])
    expect(differences.map(describeDifference).join()).toContain(expected || found)
  })

  it('names text out of order', () => {
    const text = first.replace('潮水退去，', '').replace('渔船归港。', '渔船归港。潮水退去，')
    expect(compareWithPdfText(ledger, [text, second])).not.toEqual([])
  })

  it('names a missing page and what stood on it', () => {
    const differences = compareWithPdfText(ledger, [first])
    expect(differences.map(({ kind }) => kind)).toEqual(['pages', 'missing'])
  })
})

describe('diffCharacters', () => {
  it('turns the one row into the other, with the fewest edits for small rows', () => {
    const row = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 12 })
    fc.assert(
      fc.property(row, row, (a, b) => {
        const hunks = diffCharacters(a, b)
        const rebuilt: string[] = []
        let at = 0
        for (const hunk of hunks) {
          rebuilt.push(...a.slice(at, hunk.aFrom), ...b.slice(hunk.bFrom, hunk.bTo))
          at = hunk.aTo
        }
        rebuilt.push(...a.slice(at))
        expect(rebuilt).toEqual(b)
        const edits = hunks.reduce((n, h) => n + h.aTo - h.aFrom + h.bTo - h.bFrom, 0)
        expect(edits).toBe(a.length + b.length - 2 * longestCommon(a, b))
      }),
      { seed: 20261122, numRuns: 300 },
    )
  })
})

/** The textbook table, as an oracle. */
function longestCommon(a: readonly string[], b: readonly string[]): number {
  let row = b.map(() => 0)
  for (const letter of a) {
    const next: number[] = []
    b.forEach((other, j) => {
      const above = row[j] ?? 0
      const left = next[j - 1] ?? 0
      next.push(letter === other ? (row[j - 1] ?? 0) + 1 : Math.max(above, left))
    })
    row = next
  }
  return row.at(-1) ?? 0
}
