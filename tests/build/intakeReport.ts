import path from 'node:path'
import { isWrapped, readDamaged, readFixtures, type Damage } from './intakeFixtures'
import type { JudgedJoin } from './cutPage'

/** Prints what the intake makes of its fixture pages: scores, and how often a join at each confidence is right. */

const SEEDS = [1, 2, 3, 4, 5]
const DAMAGES: readonly Damage[] = ['clean', 'cut', 'echoes']
const BINS = [0.6, 0.7, 0.8, 0.9, 0.97, 1.01]

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)

const cell = (value: number): string => value.toFixed(3).padStart(8)

const say = (text: string): void => {
  process.stdout.write(`${text}\n`)
}

function printJoins(joins: readonly JudgedJoin[]): void {
  say('\nconfidence     joins  right  precision')
  BINS.slice(0, -1).forEach((from, index) => {
    const to = BINS[index + 1] as number
    const here = joins.filter(({ confidence }) => confidence >= from && confidence < to)
    const right = here.filter((join) => join.right).length
    const range = `${from.toFixed(2)}-${Math.min(1, to).toFixed(2)}`
    say(
      `${range}  ${String(here.length).padStart(8)}  ${String(right).padStart(5)}  ${cell(right / Math.max(1, here.length))}`,
    )
  })
}

function main(folder: string, shown: string | undefined): void {
  const joins: JudgedJoin[] = []
  const columns = new Map<Damage, number[]>(DAMAGES.map((damage) => [damage, []]))
  say(`${''.padEnd(14)}${DAMAGES.map((damage) => damage.padStart(8)).join('')}`)
  for (const page of readFixtures(folder)) {
    const cells = DAMAGES.filter((damage) => damage === 'clean' || !isWrapped(page)).map(
      (damage) => {
        const seeds = damage === 'clean' ? [0] : SEEDS
        const readings = seeds.map((seed) => readDamaged(page, damage, seed))
        joins.push(...readings.flatMap((reading) => reading.joins))
        const score = mean(readings.map((reading) => reading.score.overall))
        columns.get(damage)?.push(score)
        if (page.name === shown) {
          for (const { score: own } of readings) say(`${damage} ${JSON.stringify(own, null, 1)}`)
        }
        return cell(score)
      },
    )
    say(`${page.name.padEnd(14)}${cells.join('')}`)
  }
  say(
    `${'mean'.padEnd(14)}${DAMAGES.map((damage) => cell(mean(columns.get(damage) ?? []))).join('')}`,
  )
  printJoins(joins)
}

main(path.resolve(process.argv[3] ?? 'tests/core/intake/fixtures'), process.argv[2])
