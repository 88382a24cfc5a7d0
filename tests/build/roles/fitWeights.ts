/** Writes core/intake/roles/weights.ts, fitted to the pages of the folders named, or to the fixtures, the pages that only teach and the sample. */
import { writeFileSync } from 'node:fs'
import { STATES } from '../../../core/intake/roles/role'
import { readFixtures, readSamples } from '../intakeFixtures'
import { examplesOf } from './examples'
import { fit } from './fit'

const OPTIONS = { runs: 5, rounds: 10, rate: 0.1, decay: 0.003, dropped: 0.35, least: 3 }
const SCALE = 100
/** A weight that is less tells nothing. */
const LEAST = 0.08
/** Weights of a trait are written behind the letters of their roles. */
const LETTER = 'a'.charCodeAt(0)

const named = process.argv.slice(2)
const pages =
  named.length > 0
    ? named.flatMap(readFixtures)
    : [
        ...['tests/core/intake/fixtures', 'tests/core/intake/taught'].flatMap(readFixtures),
        ...readSamples(),
      ]
const { traits, steps } = fit(pages.flatMap(examplesOf), OPTIONS)

const whole = (values: Float64Array): string =>
  [...values].map((value) => Math.round(value * SCALE)).join(' ')
const telling = (values: Float64Array): string =>
  [...values]
    .map((value, role) =>
      Math.abs(value) < LEAST
        ? ''
        : String.fromCharCode(LETTER + role) + Math.round(value * SCALE).toFixed(0),
    )
    .join('')
const weights = [...traits]
  .map(([trait, values]) => [trait, telling(values)] as const)
  .filter(([, row]) => row !== '')
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map((row) => row.join('\t'))
const rows = Array.from({ length: STATES.length + 1 }, (_, row) =>
  whole(steps.slice(row * STATES.length, (row + 1) * STATES.length)),
)

writeFileSync(
  'core/intake/roles/weights.ts',
  `/* Made by \`node scripts/fixtures/fit.mjs\` from the fixture pages; not edited by hand. */
/* eslint-disable max-lines */

/** A row a trait: its name, a tab, and the log-odds in hundredths of the roles it tells something of, each behind its letter (“a” is the first of role.ts). */
export const TRAITS = \`${weights.join('\n')}\`

/** A row a state (role.ts, in that order): the log-odds of each state after it, in hundredths; the last row is that of a page's first scrap. */
export const STEPS = \`${rows.join('\n')}\`
`,
)
process.stdout.write(`${weights.length} traits\n`)
