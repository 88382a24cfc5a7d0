import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { importPage, joinJumps } from '../../../core/intake'
import {
  damagedText,
  isWrapped,
  readDamaged,
  readFixtures,
  type Damage,
  type FixturePage,
  type FixtureReading,
} from '../../build/intakeFixtures'
import { HOSTILE } from '../../build/hostileTexts'
import { countOf, outcomeOf } from './helpers'

const pages = readFixtures(path.join(path.dirname(fileURLToPath(import.meta.url)), 'fixtures'))
const cuttable = pages.filter((page) => !isWrapped(page))
const SEEDS = [1, 2, 3]

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length

const readings = new Map<Damage, readonly FixtureReading[]>()

/** Read once: several tests look at the same readings. */
function readAll(damage: Damage): readonly FixtureReading[] {
  const read =
    readings.get(damage) ??
    (damage === 'clean'
      ? pages.map((page) => readDamaged(page, damage, 0))
      : cuttable.flatMap((page) => SEEDS.map((seed) => readDamaged(page, damage, seed))))
  readings.set(damage, read)
  return read
}

const scoresOf = (readings: readonly FixtureReading[]): readonly number[] =>
  readings.map(({ score }) => score.overall)

describe('the fixture pages of many habits', () => {
  it('are at least ninety, and cutting cuts them', () => {
    expect(pages.length).toBeGreaterThanOrEqual(90)
    expect(cuttable.every((page) => damagedText(page, 'cut', 1) !== page.raw)).toBe(true)
  })

  it.each<[Damage, number, number]>([
    ['clean', 0.985, 0.85],
    ['cut', 0.98, 0.82],
    ['echoes', 0.965, 0.65],
  ])('%s: at least %f on average and %f on the worst page', (damage, average, worst) => {
    const scores = scoresOf(readAll(damage))
    expect(mean(scores)).toBeGreaterThanOrEqual(average)
    expect(Math.min(...scores)).toBeGreaterThanOrEqual(worst)
  })

  it('keep every character when they are cut', () => {
    for (const page of cuttable) {
      for (const damage of ['cut', 'echoes'] as const) {
        const text = damagedText(page, damage, 4)
        expect(outcomeOf(importPage(text, { name: page.name }))).toEqual(countOf([text]))
      }
    }
  })

  it.each([
    [0.97, 1.01, 0.99],
    [0.9, 0.97, 0.98],
    [0.8, 0.9, 0.9],
    [0.6, 0.8, 0.8],
  ])('are joined as often rightly as the report says: %f to %f', (from, to, precision) => {
    const joins = (['cut', 'echoes'] as const)
      .flatMap((damage) => readAll(damage).flatMap((reading) => reading.joins))
      .filter(({ confidence }) => confidence >= from && confidence < to)
    expect(joins.length).toBeGreaterThan(20)
    expect(joins.filter(({ right }) => right).length / joins.length).toBeGreaterThanOrEqual(
      precision,
    )
  })

  it('end in one story where a jump leads from one to the other', () => {
    const [first, third] = ['bf-jump1', 'bg-jump3'].map((name) => {
      const raw = pages.find((page) => page.name === name)?.raw ?? ''
      return importPage(raw, { name })
    })
    if (!first || !third) throw new Error('No pages')
    const joined = joinJumps([first, third]).flatMap(({ items }) => items)
    const story = joined.find((item) => item.kind === 'story' && item.headline === '山那边的合唱团')
    const blocks = story?.kind === 'story' ? story.blocks : []
    expect(blocks.map(({ type }) => type)).toContain('continuation')
    expect(joined.some((item) => item.kind === 'story' && item.markerFrom !== undefined)).toBe(
      false,
    )
  })
})

/** Pages of other papers that no weight was ever fitted to: they stay out of the fixtures for good. */
const UNSEEN = path.join(path.dirname(fileURLToPath(import.meta.url)), 'unseen')

describe('pages of papers never seen before', () => {
  const unseen = readFixtures(UNSEEN)
  /**
   * Those that are as such papers print them day by day; ten with many rare habits, written to be hard; and
   * crowded ones, on which most headlines are of the kinds that only their words tell apart.
   */
  const ordinary = unseen.filter(({ name }) => !/^[xv]/u.test(name))
  const hard = unseen.filter(({ name }) => name.startsWith('x-'))
  const crowded = unseen.filter(({ name }) => name.startsWith('v'))

  it.each<[Damage, number, number, number, number]>([
    ['clean', 0.95, 0.965, 0.9, 0.9],
    ['cut', 0.94, 0.955, 0.89, 0.9],
    ['echoes', 0.925, 0.94, 0.87, 0.885],
  ])(
    '%s: at least %f of all, %f where they are ordinary, %f where they are hard, %f where they are crowded',
    (damage, ...floors) => {
      const seeds = damage === 'clean' ? [0] : SEEDS
      const scoreOf = (page: FixturePage): number =>
        mean(seeds.map((seed) => readDamaged(page, damage, seed).score.overall))
      const scores = new Map(unseen.map((page) => [page, scoreOf(page)]))
      const kinds = [unseen, ordinary, hard, crowded]
      expect(kinds.map(({ length }) => length)).toEqual([149, 101, 10, 38])
      const means = kinds.map((pages) => mean(pages.map((page) => scores.get(page) ?? 0)))
      for (const [at, floor] of floors.entries()) expect(means[at]).toBeGreaterThanOrEqual(floor)
    },
  )
})

describe('hostile texts', () => {
  it.each(HOSTILE)('$name: read to the end, every character kept', ({ make }) => {
    const text = make(20_000)
    expect(outcomeOf(importPage(text, { name: 'hostile' }))).toEqual(countOf([text]))
  })
})
