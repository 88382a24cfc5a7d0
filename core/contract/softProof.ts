/** A page as the press will print it, and the profiles that judge it. */
import type { Ink } from '../ink'
import type { PageInk } from '../preflight/pageInk'
import type { PressFinding } from '../preflight/press'

/** A preflight profile that comes along. */
export interface ProfileInfo {
  readonly id: string
  readonly name: string
}

/** One plate of a page as a grey PNG: white is paper, black the solid. */
export interface ProofPlate {
  /** `Cyan`, `Magenta`, `Yellow`, `Black`, or the name of a spot ink. */
  readonly name: string
  /** What its solid looks like, in the four inks. */
  readonly recipe: Ink
  readonly png: Uint8Array
}

/** A page as its plates will be, from the display list through the colour gate of the file. */
export interface SoftProof {
  /** Pixels of each plate; the trim, without bleed. */
  readonly width: number
  readonly height: number
  readonly plates: readonly ProofPlate[]
  readonly ink: PageInk
  /** Most ink the press takes, in percent. */
  readonly inkLimit: number
  /** The page's press findings, with `area` in points and `remedy`. */
  readonly findings: readonly PressFinding[]
}
