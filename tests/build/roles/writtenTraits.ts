/** The weights of traits as the text that core/intake/roles/traitTable.ts reads, and back as names and numbers. */
import { ROLES } from '../../../core/intake/roles/role'
import {
  DIGITS,
  ONE_DIGIT,
  ROLE_DIGITS,
  ROLES_A_DIGIT,
  TWO_DIGITS,
} from '../../../core/intake/roles/traitTable'

const BETWEEN = '\t'
const LONGER = DIGITS.length - 1

/** Log-odds in hundredths for each role, by the name of the trait. */
export type TraitRows = ReadonlyMap<string, readonly number[]>

const digit = (value: number): string => DIGITS[value] as string

function numberText(value: number): string {
  if (value + ONE_DIGIT >= 0 && value + ONE_DIGIT < LONGER) return digit(value + ONE_DIGIT)
  const moved = value + TWO_DIGITS
  if (moved < 0 || moved >= DIGITS.length ** 2)
    throw new RangeError(`A weight of ${value} hundredths does not fit two digits`)
  return digit(LONGER) + digit(Math.floor(moved / DIGITS.length)) + digit(moved % DIGITS.length)
}

function rowText(weights: readonly number[]): string {
  let told = 0
  weights.forEach((value, role) => (told |= value === 0 ? 0 : 1 << role))
  let text = ''
  for (let at = 0; at < ROLE_DIGITS; at++)
    text += digit((told >> (at * ROLES_A_DIGIT)) & (2 ** ROLES_A_DIGIT - 1))
  return text + weights.map((value) => (value === 0 ? '' : numberText(value))).join('')
}

/** Each tells something. Sorted, so that two fits can be compared row by row. */
export function writeTraits(traits: TraitRows): string {
  const groups = new Map<string, string[]>()
  for (const [name, weights] of [...traits].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const at = name.lastIndexOf(BETWEEN)
    const [head, last] = [name.slice(0, Math.max(0, at)), name.slice(at + 1)]
    const rows = groups.get(head) ?? []
    groups.set(head, rows)
    rows.push(rowText(weights) + BETWEEN + last)
  }
  const alone = groups.get('') ?? []
  groups.delete('')
  return [...alone, ...[...groups].flatMap(([head, rows]) => [BETWEEN + head, ...rows])].join('\n')
}

/** As it stands between the marks of a template literal: a name may hold any character. */
const quoted = (text: string): string => `\`${text.replace(/[\\`$]/gu, '\\$&')}\``

/** The text of core/intake/roles/weights.ts: log-odds of the traits and of the steps from state to state, in hundredths. */
export const weightsModule = (
  traits: TraitRows,
  steps: readonly (readonly number[])[],
): string => `/* Made by \`node scripts/fixtures/fit.mjs\` from the fixture pages; not edited by hand. */
/* eslint-disable max-lines */

/** A row a trait, as traitTable.ts reads it. */
export const TRAITS = ${quoted(writeTraits(traits))}

/** A row a state (role.ts, in that order): the log-odds of each state after it, in hundredths; the last row is that of a page's first scrap. */
export const STEPS = \`${steps.map((row) => row.join(' ')).join('\n')}\`
`

/** What `writeTraits` wrote. */
export function namedTraits(text: string): TraitRows {
  const traits = new Map<string, readonly number[]>()
  let head = ''
  for (const row of text.split('\n')) {
    if (row.startsWith(BETWEEN)) {
      head = row.slice(1) + BETWEEN
      continue
    }
    let at = 0
    const next = (): number => DIGITS.indexOf(row[at++] as string)
    let told = 0
    for (let i = 0; i < ROLE_DIGITS; i++) told |= next() << (i * ROLES_A_DIGIT)
    const weights = ROLES.map((_, role) => {
      if ((told & (1 << role)) === 0) return 0
      const first = next()
      return first < LONGER ? first - ONE_DIGIT : next() * DIGITS.length + next() - TWO_DIGITS
    })
    traits.set(head + row.slice(at + 1), weights)
  }
  return traits
}
