/** Preflight profiles: how strictly pages are held, as data. */
import type { Diagnostic, Severity } from '../result'
import type { PressLimits } from './pressProfile'

/** Limits that a profile may set otherwise than the press does. */
export const PROFILE_LIMITS = [
  'inkLimit',
  'wantedPpi',
  'wantedLinePpi',
  'hairline',
  'knockoutText',
  'colouredText',
  'safety',
  'bleed',
] as const satisfies readonly (keyof PressLimits)[]

export interface PreflightProfile {
  readonly id: string
  readonly name: string
  readonly limits: Partial<Pick<PressLimits, (typeof PROFILE_LIMITS)[number]>>
  /** By code: how severe it is here, or that it is not told at all. */
  readonly severity: Readonly<Record<string, Severity | 'off'>>
}

/** Codes whose severity a profile may set; what loses text is an error everywhere. */
export const PROFILE_CODES = [
  'jump.unresolved',
  'jump.at-stop',
  'press.placeholder',
  'press.unsigned',
  'press.ink-limit',
  'press.page-ink',
  'press.picture-ink',
  'press.picture-ppi',
  'press.transparency',
  'press.hairline',
  'press.white-text',
  'press.coloured-text',
  'press.text-cut',
  'press.text-trim',
  'press.bleed',
  'press.ad-rgb',
  'press.ad-font',
  'press.ad-size',
  'press.ad-bleed',
  'press.ad-ink',
] as const

/** The limits of a press as the profile has them. */
export const limitsIn = (limits: PressLimits, profile: PreflightProfile | null): PressLimits =>
  profile === null ? limits : { ...limits, ...profile.limits }

/** The findings as the profile judges them. */
export const judged = <T extends Diagnostic>(
  found: readonly T[],
  profile: PreflightProfile | null,
): readonly T[] =>
  profile === null
    ? found
    : found.flatMap((one) => {
        const severity = profile.severity[one.code] ?? one.severity
        return severity === 'off' ? [] : [{ ...one, severity }]
      })
