import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { importPage } from '../../core/intake'
import { wordOver } from '../../main/services/words'
import type { ImportedItem } from '../../core/intake'
import { cutPage, judgeJoins, paragraphsOf, type JudgedJoin } from './cutPage'
import { scoreReading, type ReadingScore } from './intakeScore'

/** The fixture pages of the intake, each read clean and in every kind of damage. */

export interface FixturePage {
  readonly name: string
  readonly raw: string
  readonly truth: readonly ImportedItem[]
}

export const readFixtures = (folder: string): readonly FixturePage[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((file) => {
      const name = file.slice(0, -'.txt'.length)
      return {
        name,
        raw: readFileSync(path.join(folder, file), 'utf8'),
        truth: JSON.parse(
          readFileSync(path.join(folder, `${name}.truth.json`), 'utf8'),
        ) as readonly ImportedItem[],
      }
    })

const SAMPLES = 'resources/samples'

/** The two pages of the bundled sample. */
export const readSamples = (): readonly FixturePage[] =>
  ['1', '2'].map((number) => ({
    name: `sample-${number}`,
    raw: readFileSync(path.join(SAMPLES, `page-${number}.txt`), 'utf8'),
    truth: JSON.parse(
      readFileSync(path.join(SAMPLES, `truth-${number}.json`), 'utf8'),
    ) as readonly ImportedItem[],
  }))

type CutDamage = 'cut' | 'echoes'
export type Damage = 'clean' | CutDamage

export interface FixtureReading {
  readonly score: ReadingScore
  readonly joins: readonly JudgedJoin[]
  readonly cuts: number
}

export const COLUMN = 100

/** Reads the page as it stands, cut at column ends and around boxes, or with echoes and late pieces besides. */
export function readDamaged(page: FixturePage, damage: Damage, seed: number): FixtureReading {
  if (damage === 'clean') {
    const result = importPage(page.raw, { name: page.name, wordOver })
    return {
      score: scoreReading(page.truth, result.items),
      joins: judgeJoins(result, paragraphsOf(page.raw, page.truth)),
      cuts: 0,
    }
  }
  const cut = cutWith(page, damage, seed)
  const result = importPage(cut.text, { name: page.name, wordOver })
  return {
    score: scoreReading(page.truth, result.items),
    joins: judgeJoins(result, cut.paragraphOf),
    cuts: cut.cuts,
  }
}

/** The page's text as it is read when it is damaged so. */
export const damagedText = (page: FixturePage, damage: CutDamage, seed: number): string =>
  cutWith(page, damage, seed).text

function cutWith({ raw, truth }: FixturePage, damage: CutDamage, seed: number) {
  const share = damage === 'echoes' ? 0.4 : 0
  return cutPage(raw, truth, { seed, column: COLUMN, echoes: share, swaps: share })
}

/** A page broken at every column line is damaged by nature; cutting its lines again would say nothing. */
export const isWrapped = ({ name }: FixturePage): boolean => name === 'f-wrapped'
