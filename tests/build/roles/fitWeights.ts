/** Writes core/intake/roles/weights.ts, fitted to the pages of the folders named, or to the fixtures, the pages that only teach and the sample. */
import { writeFileSync } from 'node:fs'
import { STATES } from '../../../core/intake/roles/role'
import { HUNDREDTHS } from '../../../core/intake/roles/traitTable'
import { readFixtures, readSamples } from '../intakeFixtures'
import { examplesOf } from './examples'
import { fit } from './fit'
import { weightsModule } from './writtenTraits'

const OPTIONS = { runs: 8, rounds: 10, rate: 0.05, decay: 0.0003, dropped: 0.4, least: 6 }
/** A weight that is less tells nothing. */
const LEAST = 0.08

const named = process.argv.slice(2)
const pages =
  named.length > 0
    ? named.flatMap(readFixtures)
    : [
        ...['tests/core/intake/fixtures', 'tests/core/intake/taught'].flatMap(readFixtures),
        ...readSamples(),
      ]
const fitted = fit(pages.flatMap(examplesOf), OPTIONS)

const hundredths = (value: number): number => Math.round(value * HUNDREDTHS)
const telling = (value: number): number => (Math.abs(value) < LEAST ? 0 : hundredths(value))
const traits = new Map(
  [...fitted.traits]
    .map(([trait, values]) => [trait, [...values].map(telling)] as const)
    .filter(([, row]) => row.some((value) => value !== 0)),
)
const steps = Array.from({ length: STATES.length + 1 }, (_, row) =>
  [...fitted.steps.slice(row * STATES.length, (row + 1) * STATES.length)].map(hundredths),
)

writeFileSync('core/intake/roles/weights.ts', weightsModule(traits, steps))
process.stdout.write(`${traits.size} traits\n`)
