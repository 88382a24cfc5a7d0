/** What is wrong with a story's text, in numbers and sentences. */
import { counted } from '../counted'
import type { Node } from 'prosemirror-model'
import type { Story } from '../model/edition'
import type { Diagnostic, Place } from '../result'
import type { ShapingContext } from '../text/types'
import type { ComposeCache } from './cache'
import type { CollectedStory } from './collect'
import { shapedOf } from './paragraphLayout'
import type { FrameSlot } from './thread'
import type { StoryFit, TextRange } from './types'

const charactersIn = (doc: Node, { from, to }: TextRange): number =>
  Array.from(doc.textBetween(from, Math.min(to, doc.content.size)).replace(/\s/gu, '')).length

/** Lines and characters over or short. Boxes that overflow count with their characters, and with lines of their own. */
export function misfit(
  doc: Node,
  oversetLines: number,
  oversetBoxLines: number,
  overset: readonly TextRange[],
  room: readonly FrameSlot[],
): Omit<StoryFit, 'story' | 'overset' | 'replaced'> {
  return {
    oversetLines,
    oversetBoxLines,
    oversetCharacters: overset.reduce((sum, range) => sum + charactersIn(doc, range), 0),
    roomLines: room.length,
    roomCharacters: room.reduce((sum, { measure }) => sum + Math.floor(measure / 1000), 0),
  }
}

/** Characters that no font at hand can draw. */
export function missingGlyphs(
  story: Story,
  collected: CollectedStory,
  ctx: ShapingContext,
  cache: ComposeCache,
  where: Place,
): readonly Diagnostic[] {
  const characters = new Set(
    collected.flow.flatMap((block) => shapedOf(block, ctx, cache).missing.map(({ text }) => text)),
  )
  return [...characters].map((text) => {
    const codes = Array.from(
      text,
      (char) => `U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`,
    )
    return {
      severity: 'error',
      code: 'text.missing-glyph',
      message: `No font has the character “${text}” (${codes.join(' ')}) in 《${story.slug}》 on page ${where.page ?? '?'}; replace it or add a font that has it.`,
      where,
      parts: { character: text, codes: codes.join(' ') },
    }
  })
}

/** 超: the copy does not fit. */
export function oversetDiagnostic(
  story: Story,
  fit: Pick<StoryFit, 'oversetLines' | 'oversetBoxLines' | 'oversetCharacters'>,
  folio: string,
): readonly Diagnostic[] {
  if (fit.oversetCharacters === 0) return []
  const inBoxes = fit.oversetBoxLines > 0 ? ` and ${fit.oversetBoxLines} in its boxes` : ''
  return [
    {
      severity: 'error',
      code: 'text.overset',
      message: `《${story.slug}》 on page ${folio} is overset by ${counted(fit.oversetLines, 'line')}${inBoxes}, ${counted(fit.oversetCharacters, 'character')}; deepen a frame or cut the text.`,
      where: { story: story.id, page: folio },
    },
  ]
}
