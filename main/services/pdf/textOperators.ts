import type { TextRun } from '../../../core/display/displayList'
import { num } from './content'
import type { EmbeddedFont } from './embeddedFont'
import { glyphTexts } from './glyphTexts'

/** Adjustments keep three decimals of a thousandth em; the error never adds up because the pen is tracked. */
const ADJUSTMENT_STEPS = 1000

/**
 * A run as one TJ. A glyph moves the pen by its width from /W, and the number
 * after it takes the pen to the next glyph's offset; both are scaled by Tz
 * (PDF 32000-1 9.4.3), while offsets in the display list already are, hence
 * the division by `scaleX`.
 */
export function showText(run: TextRun, font: EmbeddedFont): string {
  const texts = glyphTexts(run.texts)
  const parts: string[] = []
  let hex = ''
  let pen = 0
  for (const [index, glyph] of run.glyphs.entries()) {
    const target = (run.offsets[index] ?? 0) / run.scaleX
    const adjust = Math.round((pen - target) * ADJUSTMENT_STEPS) / ADJUSTMENT_STEPS
    if (adjust !== 0) {
      if (hex !== '') parts.push(`<${hex}>`)
      hex = ''
      parts.push(num(adjust))
      pen -= adjust
    }
    const code = font.codeOf(glyph, texts[index] ?? '')
    hex += code.toString(16).padStart(4, '0')
    pen += font.widthOf(code)
  }
  parts.push(`<${hex}>`)
  return `[${parts.join('')}] TJ`
}
