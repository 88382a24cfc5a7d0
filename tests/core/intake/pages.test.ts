import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, it } from 'vitest'
import { importPage } from '../../../core/intake'
import { compareItems, countOf, importFixture, outcomeOf, readFixture, readTruth } from './helpers'

const PAGES = [
  'a-feature',
  'b-wire',
  'c-jump1',
  'c-jump3',
  'd-photos',
  'e-think',
  'f-wrapped',
  'g-plain',
  'h-numbers',
  'i-inquiry',
  'j-service',
  'l-parts',
] as const

describe('pages of several habits are read as a careful reader reads them', () => {
  it.each(PAGES)('%s', (name) => {
    const result = importFixture(name)
    const { score, missing, extra } = compareItems(readTruth(name), result.items)
    expect({ missing, extra }).toEqual({ missing: [], extra: [] })
    expect(score).toBe(1)
  })

  it('k-meeting: a headline of two even lines may be taken for headline and deck, nothing else', () => {
    const { score, extra } = compareItems(readTruth('k-meeting'), importFixture('k-meeting').items)
    expect(score).toBeGreaterThanOrEqual(0.9)
    expect(extra.every((fact) => /^(?:headline|deck)\|/.test(fact))).toBe(true)
  })

  it.each([...PAGES, 'k-meeting'])('%s keeps every character', (name) => {
    const result = importFixture(name)
    expect(outcomeOf(result)).toEqual(countOf([readFixture(name)]))
    const { raw, placed, removed, unplaced } = result.characters
    const rest = [...removed, ...unplaced].reduce((sum, { text }) => sum + [...text].length, 0)
    expect(placed + rest).toBe(raw)
  })

  it('counts a lost paragraph against the reading', () => {
    const truth = readTruth('e-think')
    expect(compareItems(truth, truth.slice(1)).score).toBeLessThan(0.7)
  })
})

const shared = path.resolve('../shared')
const seed = path.join(shared, 'pages/seed-page.txt')
const scorer = path.join(shared, 'tools/score-stories.mjs')
const haveSeed = existsSync(seed) && existsSync(scorer)

interface Scorer {
  readonly score: (
    truth: unknown,
    candidate: unknown,
    raw: string,
  ) => { overall: number; chars: { lost: number; added: number } }
}

describe.skipIf(!haveSeed)(
  `a real page (needs ../shared beside the project${haveSeed ? '' : '; not there, passed over'})`,
  () => {
    it('scores at least 0.97 and neither loses nor adds a character', async () => {
      const { score } = (await import(pathToFileURL(scorer).href)) as Scorer
      const raw = readFileSync(seed, 'utf8')
      const truth: unknown = JSON.parse(
        readFileSync(path.join(shared, 'pages/seed-page.truth.json'), 'utf8'),
      )
      const { overall, chars } = score(truth, importPage(raw, { name: 'seed' }).items, raw)
      expect(overall).toBeGreaterThanOrEqual(0.97)
      expect(chars).toMatchObject({ lost: 0, added: 0 })
    })
  },
)
