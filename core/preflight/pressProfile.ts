import type { SpotInk } from '../display/colourGate'
import type { Mm, Pt } from '../units'

/** What a press can print: the limits of its preset, which the press rules hold pages against. */
export interface PressLimits {
  /** Inks it has beside the four. */
  readonly spots: readonly SpotInk[]
  /** Most ink on one spot as the sum of the plates, 2.4 for 240 %. */
  readonly inkLimit: number
  /** Effective resolution of photographs and of line art below which they look coarse. */
  readonly wantedPpi: number
  readonly wantedLinePpi: number
  /** Resolution above which pixels are wasted: pictures are brought down to it. */
  readonly mostPpi: number
  readonly mostLinePpi: number
  /** Thinnest rule that prints. */
  readonly hairline: Pt
  /** Smallest white type in a ground, and smallest type of more than one ink. */
  readonly knockoutText: Pt
  readonly colouredText: Pt
  /** Text nearer to the trim may be cut off. */
  readonly safety: Mm
  /** Least bleed where something touches the trim. */
  readonly bleed: Mm
}
