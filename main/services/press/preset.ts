/** Press presets: everything about a press that a file for it must know, as data. */
import { readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import * as v from 'valibot'
import type { SpotInk } from '../../../core/display/colourGate'
import { MARK_KINDS, type MarkStyle } from '../../../core/display/marks'
import { issueSentence } from '../../../core/model/issueSentence'
import { number } from '../../../core/model/values'
import type { PressLimits } from '../../../core/preflight/pressProfile'
import { err, ok, type Result } from '../../../core/result'
import { mm, pt } from '../../../core/units'
import { diskTrouble } from '../diskTrouble'
import type { OutputCondition } from '../pdf/outputIntent'
import { resourcesFolder } from '../resources'
import { checkProfile } from './profile'

export interface PressPreset {
  readonly id: string
  readonly name: string
  readonly condition: OutputCondition
  /** File of the condition's profile. */
  readonly profilePath: string
  readonly marks: MarkStyle
  /** What the preflight holds pages against. */
  readonly limits: PressLimits
}

export const DEFAULT_PRESS = 'newsprint'

const word = v.pipe(v.string('a text'), v.minLength(1, 'a text'))

const share = number(0, 1)

/** Names that PDF keeps for plates of its own (PDF 32000-1 8.6.6.4), and those of the four inks. */
const TAKEN = ['All', 'None', 'Cyan', 'Magenta', 'Yellow', 'Black']

const spotSchema: v.GenericSchema<unknown, SpotInk> = v.strictObject({
  name: v.pipe(
    word,
    v.maxLength(60, 'a shorter name'),
    v.check((name) => !TAKEN.includes(name), 'no name of a plate that every press has'),
    v.regex(/^[^\p{Cc}]+$/u, 'a name without control characters'),
  ),
  recipe: v.pipe(
    v.strictObject({ c: share, m: share, y: share, k: share }),
    v.check(({ c, m, y }) => c + m + y > 0, 'a colour, because black and white are no spots'),
  ),
})

const presetSchema = v.strictObject({
  id: word,
  name: word,
  condition: v.strictObject({ identifier: word, info: word, profile: word }),
  inkLimit: number(1, 4),
  spots: v.optional(
    v.pipe(
      v.array(spotSchema, 'a list of inks'),
      v.maxLength(12, 'at most 12 inks'),
      v.check(
        (spots) => new Set(spots.map(({ name }) => name)).size === spots.length,
        'inks of different names',
      ),
    ),
    [],
  ),
  pictures: v.strictObject({
    wantedPpi: number(30, 2400),
    wantedLinePpi: number(30, 4800),
    mostPpi: number(72, 2400),
    mostLinePpi: number(72, 4800),
  }),
  marks: v.strictObject({
    show: v.array(v.picklist(MARK_KINDS, `one of ${MARK_KINDS.join(', ')}`), 'a list of marks'),
    length: v.pipe(number(2, 20), v.transform(mm)),
    weight: v.pipe(number(0.05, 2), v.transform(pt)),
    barPatch: v.pipe(number(2, 20), v.transform(mm)),
    slugSize: v.pipe(number(4, 14), v.transform(pt)),
  }),
  limits: v.strictObject({
    hairline: v.pipe(number(0, 5), v.transform(pt)),
    knockoutText: v.pipe(number(0, 72), v.transform(pt)),
    colouredText: v.pipe(number(0, 72), v.transform(pt)),
    safety: v.pipe(number(0, 50), v.transform(mm)),
    bleed: v.pipe(number(0, 50), v.transform(mm)),
  }),
})

const damaged = (path: string, what: string): Result<never> =>
  err({
    severity: 'error',
    code: 'press.preset',
    message: `The press preset ${path} ${what}; correct the file or leave it out for the preset ${DEFAULT_PRESS}.`,
    where: { file: path },
  })

/**
 * The preset that comes with Banxin, or a user's: the path of a JSON file, whose
 * profile stands beside it under the name it gives. An error says what is wrong
 * with the preset or its profile.
 */
export function openPressPreset(path?: string): Result<PressPreset> {
  const file = path ?? join(resourcesFolder(), 'press', `${DEFAULT_PRESS}.json`)
  let json: unknown
  try {
    json = JSON.parse(readFileSync(file, 'utf8'))
  } catch (thrown) {
    return thrown instanceof SyntaxError
      ? damaged(file, 'is not JSON')
      : err(diskTrouble(thrown, file, 'read'))
  }
  const parsed = v.safeParse(presetSchema, json)
  if (!parsed.success) return damaged(file, issueSentence(parsed.issues[0]))
  const { id, name, condition, inkLimit, spots, pictures, marks, limits } = parsed.output
  const profilePath = resolve(dirname(file), condition.profile)
  const profile = readProfile(profilePath)
  if (!profile.ok) return profile
  return ok({
    ...{ id, name, marks, profilePath },
    condition: { ...condition, profile: profile.value },
    limits: { ...limits, ...pictures, inkLimit, spots },
  })
}

function readProfile(path: string): Result<Uint8Array> {
  let bytes: Uint8Array
  try {
    bytes = readFileSync(path)
  } catch (thrown) {
    return err(diskTrouble(thrown, path, 'read'))
  }
  const checked = checkProfile(bytes, path)
  return checked.ok ? ok(bytes) : checked
}
