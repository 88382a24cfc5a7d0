/** The preflight profiles that come with Banxin, and a user's own files. */
import { readFileSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import * as v from 'valibot'
import { issueSentence } from '../../../core/model/issueSentence'
import { number } from '../../../core/model/values'
import {
  PROFILE_CODES,
  type PROFILE_LIMITS,
  type PreflightProfile,
} from '../../../core/preflight/preflightProfile'
import { err, ok, type Result } from '../../../core/result'
import { mm, pt } from '../../../core/units'
import { diskTrouble } from '../diskTrouble'
import { resourcesFolder } from '../resources'

export const DEFAULT_PREFLIGHT = 'newsprint'

const points = v.pipe(number(0, 72), v.transform(pt))
const millimetres = v.pipe(number(0, 50), v.transform(mm))
const severity = v.picklist(['error', 'warning', 'info', 'off'], 'error, warning, info or off')

const limits = {
  inkLimit: v.exactOptional(number(1, 4)),
  wantedPpi: v.exactOptional(number(30, 2400)),
  wantedLinePpi: v.exactOptional(number(30, 4800)),
  hairline: v.exactOptional(points),
  knockoutText: v.exactOptional(points),
  colouredText: v.exactOptional(points),
  safety: v.exactOptional(millimetres),
  bleed: v.exactOptional(millimetres),
} satisfies Record<(typeof PROFILE_LIMITS)[number], unknown>

const profileSchema = v.strictObject({
  id: v.pipe(v.string('a text'), v.regex(/^[a-z0-9-]{1,64}$/, 'small letters, digits and -')),
  name: v.pipe(v.string('a text'), v.minLength(1, 'a text'), v.maxLength(60, 'a shorter name')),
  limits: v.strictObject(limits),
  severity: v.record(
    v.picklist(PROFILE_CODES, `a code a profile may judge, one of ${PROFILE_CODES.join(', ')}`),
    severity,
  ),
})

const folder = (): string => join(resourcesFolder(), 'preflight')

const refuse = (message: string, file: string): Result<never> =>
  err({ severity: 'error', code: 'preflight.profile', message, where: { file } })

function read(path: string): Result<PreflightProfile> {
  let json: unknown
  try {
    json = JSON.parse(readFileSync(path, 'utf8'))
  } catch (thrown) {
    return thrown instanceof SyntaxError
      ? refuse(`The preflight profile ${path} is not JSON; correct the file.`, path)
      : err(diskTrouble(thrown, path, 'read'))
  }
  const parsed = v.safeParse(profileSchema, json)
  if (parsed.success) return ok(parsed.output)
  const what = issueSentence(parsed.issues[0])
  return refuse(`The preflight profile ${path} ${what}; correct the file.`, path)
}

/** Ids of the profiles that come along. */
export const profileIds = (): readonly string[] =>
  readdirSync(folder())
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.slice(0, -'.json'.length))
    .sort()

/** A profile by the id of one that comes along, or the path of a JSON file. */
export function openPreflight(named = DEFAULT_PREFLIGHT, cwd = ''): Result<PreflightProfile> {
  if (profileIds().includes(named)) return read(join(folder(), `${named}.json`))
  if (named.endsWith('.json')) return read(resolve(cwd, named))
  return refuse(
    `There is no preflight profile ${named}; there are ${profileIds().join(', ')}, or name a .json file of your own.`,
    named,
  )
}

/** Those that come along, the default first. */
export function listPreflights(): readonly PreflightProfile[] {
  const all = profileIds().flatMap((id) => {
    const profile = openPreflight(id)
    return profile.ok ? [profile.value] : []
  })
  const isDefault = ({ id }: PreflightProfile): boolean => id === DEFAULT_PREFLIGHT
  return [...all.filter(isDefault), ...all.filter((profile) => !isDefault(profile))]
}
