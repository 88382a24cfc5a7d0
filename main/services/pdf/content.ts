import { plateInk, type SpotInk } from '../../../core/display/colourGate'
import type { Ink } from '../../../core/ink'
import type { Point, Rect } from '../../../core/geometry'

/** PDF numbers: four decimals of a point are a thirtieth of a micrometre. */
export const num = (value: number): string => {
  const rounded = Math.round(value * 10000) / 10000
  // a tiny number would print as 1e-7, which PDF does not read; rounding removed those
  return rounded === 0 ? '0' : String(rounded)
}

/** What a stretch of content is: a piece of a story in the structure tree, or an artifact. */
export type Mark = 'artifact' | { readonly mcid: number; readonly tag: string }

/** Names in the page's resources: K text knocks nothing out; everything else does. */
export const OVERPRINT = 'GSo'
export const KNOCKOUT = 'GSk'
/** Separation All: prints on every plate. */
export const REGISTRATION = 'CSr'
/** Colour space of the spot at `index` of the press's. */
export const spotName = (index: number): string => `CSs${index}`

/**
 * Writes one page's content, and knows what is already set. Points of the
 * display list, y downwards, become points of the sheet here and nowhere else.
 */
export interface ContentWriter {
  x(value: number): string
  y(value: number): string
  mark(mark: Mark): void
  ink(ink: Ink): void
  /** The colour of marks that must show on every plate. */
  registration(): void
  font(name: string, size: number, scaleX: number): void
  /** Text operators, inside BT … ET. */
  text(operators: string): void
  /** Path and picture operators, outside of it. */
  graphics(operators: string): void
  rect(rect: Rect): void
  /** A filled closed outline. */
  outline(points: readonly Point[]): void
  finish(): string
}

/** `left` and `top` place the trim's upper left corner on the sheet; `spots` are the press's. */
export function contentWriter(
  left: number,
  top: number,
  spots: readonly SpotInk[] = [],
): ContentWriter {
  const parts: string[] = []
  let inText = false
  let marked: Mark | null = null
  let overprint: boolean | null = null
  let colour = ''
  let font = ''
  let tz = ''

  const leaveText = (): void => {
    if (inText) parts.push('ET')
    inText = false
  }
  const enterText = (): void => {
    if (!inText) parts.push('BT')
    inText = true
  }
  const x = (value: number): string => num(left + value)
  const y = (value: number): string => num(top - value)

  const setColour = (operator: string, overprints: boolean): void => {
    if (overprints !== overprint) parts.push(`/${overprints ? OVERPRINT : KNOCKOUT} gs`)
    overprint = overprints
    if (operator !== colour) parts.push(operator)
    colour = operator
  }

  return {
    x,
    y,
    mark(mark) {
      if (marked !== null && sameMark(marked, mark)) return
      leaveText()
      if (marked !== null) parts.push('EMC')
      parts.push(mark === 'artifact' ? '/Artifact BMC' : `/${mark.tag} <</MCID ${mark.mcid}>> BDC`)
      marked = mark
    },
    ink(ink) {
      const { c, m, y: yellow, k, spot, overprints } = plateInk(ink, spots)
      if (spot !== null) {
        setColour(`/${spotName(spots.indexOf(spot.ink))} cs ${num(spot.tint)} scn`, overprints)
        return
      }
      setColour(`${num(c)} ${num(m)} ${num(yellow)} ${num(k)} k`, overprints)
    },
    registration: () => setColour(`/${REGISTRATION} cs 1 scn`, false),
    font(name, size, scaleX) {
      const setFont = `/${name} ${num(size)} Tf`
      if (setFont !== font) parts.push(setFont)
      font = setFont
      const setScale = `${num(scaleX * 100)} Tz`
      if (setScale !== tz && !(tz === '' && scaleX === 1)) parts.push(setScale)
      tz = setScale
    },
    text(operators) {
      enterText()
      parts.push(operators)
    },
    graphics(operators) {
      leaveText()
      parts.push(operators)
    },
    rect(rect) {
      leaveText()
      const { width, height } = rect
      parts.push(`${x(rect.x)} ${y(rect.y + height)} ${num(width)} ${num(height)} re f`)
    },
    outline(points) {
      leaveText()
      const corners = points.map((p, i) => `${x(p.x)} ${y(p.y)} ${i === 0 ? 'm' : 'l'}`)
      parts.push(`${corners.join(' ')} h f`)
    },
    finish() {
      leaveText()
      if (marked !== null) parts.push('EMC')
      marked = null
      return parts.join('\n') + '\n'
    },
  }
}

const sameMark = (a: Mark, b: Mark): boolean =>
  a === b || (a !== 'artifact' && b !== 'artifact' && a.mcid === b.mcid)
