/** Writes core/intake/roles/weights.ts, fitted to the pages of the folders named or to the fixture pages. */
import { writeFileSync } from 'node:fs'
import { ROLES } from '../../../core/intake/roles/role'
import { readFixtures } from '../intakeFixtures'
import { examplesOf } from './examples'
import { fit } from './fit'

const OPTIONS = { rounds: 16, rate: 0.1, decay: 0.003, least: 2 }
const SCALE = 100
/** A trait all of whose weights are less tells nothing. */
const LEAST = 0.05

const named = process.argv.slice(2)
const folders = named.length > 0 ? named : ['tests/core/intake/fixtures']
const { traits, steps } = fit(folders.flatMap(readFixtures).flatMap(examplesOf), OPTIONS)

const whole = (values: Float64Array): string =>
  [...values].map((value) => Math.round(value * SCALE)).join(' ')
const weights = [...traits]
  .filter(([, values]) => values.some((value) => Math.abs(value) >= LEAST))
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([trait, values]) => `${trait}\t${whole(values)}`)
const rows = Array.from({ length: ROLES.length + 1 }, (_, row) =>
  whole(steps.slice(row * ROLES.length, (row + 1) * ROLES.length)),
)

writeFileSync(
  'core/intake/roles/weights.ts',
  `/* Made by \`node scripts/fixtures/fit.mjs\` from the fixture pages; not edited by hand. */
/* eslint-disable max-lines */

/** A row a trait: its name, a tab, and the log-odds of each role (role.ts, in that order) in hundredths. */
export const TRAITS = \`${weights.join('\n')}\`

/** A row a role: the log-odds of each role after it, in hundredths; the last row is that of a page's first scrap. */
export const STEPS = \`${rows.join('\n')}\`
`,
)
process.stdout.write(`${weights.length} traits\n`)
