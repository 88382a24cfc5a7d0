/** Writes core/intake/roles/weights.ts, fitted to the pages of the folders named, or to the fixtures, the pages that only teach and the sample. */
import { writeFileSync } from 'node:fs'
import { STATES } from '../../../core/intake/roles/role'
import { HUNDREDTHS } from '../../../core/intake/roles/traitTable'
import { readFixtures, readSamples, type FixturePage } from '../intakeFixtures'
import { examplesOf, type Example } from './examples'
import { fit } from './fit'
import { weightsModule } from './writtenTraits'

const OPTIONS = {
  runs: 8,
  rounds: 10,
  rate: 0.05,
  decay: 0.0003,
  dropped: 0.4,
  least: 6,
  leastPages: { pair: 4 },
}
/** A weight that is less tells nothing. */
const LEAST = 0.08

/** How often the pages of a folder teach: fixture pages are few, and each has a habit of its own; tagged pages are many by few writers. */
const TIMES = {
  'tests/core/intake/fixtures': 10,
  'tests/core/intake/taught': 3,
  'tests/core/intake/tagged': 1,
}

const named = process.argv.slice(2)
const pages: readonly (readonly [FixturePage, number])[] =
  named.length > 0
    ? named.flatMap(readFixtures).map((page) => [page, 1])
    : [
        ...Object.entries(TIMES).flatMap(([folder, times]) =>
          readFixtures(folder).map((page) => [page, times] as const),
        ),
        ...readSamples().map((page) => [page, 1] as const),
      ]

function* examples(): Generator<Example> {
  for (const [page, times] of pages)
    for (const example of examplesOf(page)) for (let i = 0; i < times; i++) yield example
}
const fitted = fit(examples(), OPTIONS)

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
