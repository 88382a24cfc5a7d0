/**
 * Measures the setting of the seed page's text over glyph positions: what a
 * reader with a loupe would count. Needs the seed text, which is not part of
 * the repository.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { breakParagraph } from '../../core/compose/breakLines'
import { milliEm } from '../../core/units'
import { fontSetOf } from '../../core/text/fontFace'
import { CharClass } from '../../core/text/characters'
import { PROHIBITIONS } from '../../core/text/prohibition'
import { setLine } from '../../core/text/setLine'
import type { ShapedParagraph } from '../../core/text/shapedParagraph'
import { shapeParagraph } from '../../core/text/shapeParagraph'
import type { FontFace, ShapingContext } from '../../core/text/types'
import { shippedFace } from '../core/text/fonts'
import { rules } from '../core/text/setText'

const seedFile = join(import.meta.dirname, '../../../shared/pages/seed-page.txt')
export const seedIsPresent = existsSync(seedFile)

const HAN = '[\\u3000-\\u303f\\u4e00-\\u9fff\\uff00-\\uffef“”‘’…—]'
const WIDE: Readonly<Record<string, string>> = {
  ',': '，',
  ';': '；',
  '!': '！',
  '(': '（',
  ')': '）',
}

/** Half-width marks beside Han made full-width, as the importer does. */
function widen(text: string): string {
  const beside = new RegExp(`(?<=${HAN})[,;!()]|[,;!()](?=${HAN})`, 'gu')
  return text.replace(beside, (mark) => WIDE[mark] ?? mark)
}

/** The paragraphs of the page: its lines that are not empty. */
export function seedParagraphs(): readonly string[] {
  return readFileSync(seedFile, 'utf8')
    .split('\n')
    .map((line) => widen(line.trim()))
    .filter((line) => line !== '')
}

export interface Figures {
  lines: number
  badStarts: number
  badEnds: number
  runts: number
  justified: number
  /** Lines with plain gaps opened by more than 5 % of an em, in per cent of the justified ones. */
  stretched: number
  /** Widest plain gap and Han–Latin gap, in em. */
  worst: number
  latin: number
  inexactIndents: number
  inexactMeasures: number
  /** Lines that give up room between their ends, in per cent. */
  squeezed: number
  /** Lines with characters closed up, in per cent, and the closest pair, in em. */
  closedUp: number
  closest: number
}

export interface Page {
  readonly face: FontFace
  readonly shaped: readonly ShapedParagraph[]
}

export function shapeSeed(): Page {
  const face = shippedFace('NotoSerifSC-Medium')
  const ctx: ShapingContext = { fonts: fontSetOf([face], []), rules }
  const faces = { han: face.id, latin: face.id }
  return {
    face,
    shaped: seedParagraphs().map((text) => shapeParagraph([{ text, faces, pos: 0 }], ctx)),
  }
}

const INDENT = milliEm(2000)

export function measureSeed({ face, shaped }: Page, ems: number): Figures {
  const figures: Figures = {
    lines: 0, badStarts: 0, badEnds: 0, runts: 0, justified: 0, stretched: 0,
    worst: 0, latin: 0, inexactIndents: 0, inexactMeasures: 0, squeezed: 0, closedUp: 0, closest: 0,
  } // prettier-ignore
  let wide = 0
  let tight = 0
  let closed = 0
  for (const p of shaped) {
    const measure = milliEm(ems * 1000)
    const broken = breakParagraph(p, { measureOf: () => measure, indent: INDENT, align: 'justify' })
    if (broken === null) throw new Error('A paragraph could not be broken')
    let from = 0
    broken.ends.forEach((to, line) => {
      const last = line === broken.ends.length - 1
      const indent = milliEm(line === 0 ? INDENT : 0)
      const set = setLine(p, from, to, { measure, indent, align: 'justify', last })
      const gaps = gapsOf(
        p,
        face,
        from,
        set.runs.flatMap((run) => run.offsets),
      )
      figures.lines += 1
      if (line > 0 && (PROHIBITIONS.gb[p.classes[from]!]! & 1) !== 0) figures.badStarts += 1
      if (!last && (PROHIBITIONS.gb[p.classes[p.contentEnd[to]! - 1]!]! & 2) !== 0)
        figures.badEnds += 1
      if (last && line > 0 && p.letterSum[to]! - p.letterSum[from]! <= 1) figures.runts += 1
      if (line === 0 && set.runs[0]?.offsets[0] !== INDENT) figures.inexactIndents += 1
      figures.latin = Math.max(figures.latin, gaps.latin)
      if (!last) {
        figures.justified += 1
        figures.worst = Math.max(figures.worst, gaps.plain)
        if (gaps.plain > 0.05) wide += 1
        if (set.setWidth !== measure) figures.inexactMeasures += 1
        if (set.naturalWidth > measure) tight += 1
        if (gaps.least < -0.001) closed += 1
        figures.closest = Math.min(figures.closest, gaps.least)
      }
      from = to
    })
  }
  figures.stretched = (100 * wide) / figures.justified
  figures.squeezed = (100 * tight) / figures.justified
  figures.closedUp = (100 * closed) / figures.justified
  return figures
}

/** Widest and closest gap between two ideographs, and widest between Han and Latin, from glyph origins alone. */
function gapsOf(
  p: ShapedParagraph,
  face: FontFace,
  from: number,
  offsets: readonly number[],
): { readonly plain: number; readonly latin: number; readonly least: number } {
  let plain = 0
  let least = 0
  let latin = 0
  for (let k = 0; k + 1 < offsets.length; k++) {
    const i = from + k
    const gap = (offsets[k + 1]! - offsets[k]! - face.advanceOf(p.glyphs[i]!)) / 1000
    const [left, right] = [p.classes[i]!, p.classes[i + 1]!]
    const isHan = (value: number): boolean => value === CharClass.han
    const isLatin = (value: number): boolean =>
      value === CharClass.latin || value === CharClass.digit
    if (isHan(left) && isHan(right)) {
      plain = Math.max(plain, gap)
      least = Math.min(least, gap)
    } else if ((isHan(left) && isLatin(right)) || (isLatin(left) && isHan(right)))
      latin = Math.max(latin, gap)
  }
  return { plain, latin, least }
}
