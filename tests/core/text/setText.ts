import { breakParagraph, type BreakOptions } from '../../../core/compose/breakLines'
import type { HouseRules } from '../../../core/model/styles'
import { setLine } from '../../../core/text/setLine'
import type { ShapedParagraph } from '../../../core/text/shapedParagraph'
import { shapeParagraph } from '../../../core/text/shapeParagraph'
import type { FontSet, InlineRun, SetLine, ShapingContext } from '../../../core/text/types'
import { milliEm, type MilliEm } from '../../../core/units'
import { fakeFace, fakeFonts } from '../../build/fakeFont'

/** Mainland newspaper rules. */
export const rules: HouseRules = {
  prohibition: 'gb',
  punctuation: 'lineEndHalf',
  trimLineStart: true,
  latinGap: { ideal: milliEm(250), min: milliEm(125), max: milliEm(500) },
  hyphenateFrom: 9,
  squeezeStops: true,
  closeUp: milliEm(42),
}

const fake = fakeFace()
export const faces = { han: fake.id, latin: fake.id }

export function context(
  changes: Partial<HouseRules> = {},
  fonts: FontSet = fakeFonts(fake),
): ShapingContext {
  return { fonts, rules: { ...rules, ...changes } }
}

/** Shapes text in the fake font; several strings make several runs. */
export function shape(
  text: string | readonly string[],
  ctx: ShapingContext = context(),
): ShapedParagraph {
  let pos = 0
  const runs = (typeof text === 'string' ? [text] : text).map((piece): InlineRun => {
    const run = { text: piece, faces, pos }
    pos += piece.length
    return run
  })
  return shapeParagraph(runs, ctx)
}

export interface Setting extends Partial<Omit<BreakOptions, 'measureOf'>> {
  /** Measure in em, of all lines or of each in turn (the last one repeats). */
  readonly ems: number | readonly number[]
}

export function measures(ems: number | readonly number[]): (line: number) => MilliEm {
  const list = typeof ems === 'number' ? [ems] : ems
  return (line) => milliEm(Math.round((list[Math.min(line, list.length - 1)] ?? 0) * 1000))
}

export interface SetParagraph {
  readonly lines: readonly SetLine[]
  readonly ends: readonly number[]
  readonly cost: number
}

/** Breaks and sets a paragraph; null when the line count asked for is impossible. */
export function setParagraph(p: ShapedParagraph, setting: Setting): SetParagraph | null {
  const { ems, indent = milliEm(0), align = 'justify', ...rest } = setting
  const measureOf = measures(ems)
  const broken = breakParagraph(p, { measureOf, indent, align, ...rest })
  if (broken === null) return null
  let from = 0
  const lines = broken.ends.map((to, line) => {
    const last = line === broken.ends.length - 1
    const set = setLine(p, from, to, {
      measure: measureOf(line),
      indent: milliEm(line === 0 ? indent : 0),
      align,
      last,
    })
    from = to
    return set
  })
  return { lines, ends: broken.ends, cost: broken.cost }
}

export const textOf = (line: SetLine): string => line.runs.flatMap((run) => run.texts).join('')

/** The lines of a text as strings. */
export function linesOf(
  text: string,
  setting: Setting,
  ctx: ShapingContext = context(),
): readonly string[] {
  const set = setParagraph(shape(text, ctx), setting)
  if (set === null) throw new Error(`${text} cannot be set so`)
  return set.lines.map(textOf)
}

/** A line as text with its glyph origins in em: `版0 心1`. */
export const origins = (line: SetLine): string =>
  line.runs
    .flatMap((run) => run.offsets.map((x, i) => `${run.texts[i] ?? ''}${x / 1000}`))
    .join(' ')
