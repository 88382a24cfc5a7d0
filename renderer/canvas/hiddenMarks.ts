/** 隐藏符号: marks for what sets no ink, spaces and paragraph ends, read off the composed lines. */
import type { Node } from 'prosemirror-model'
import type { HitLine } from '../../core/display/hitTest'
import type { Edition } from '../../core/model/edition'
import type { Palette } from './palette'
import type { Viewport } from './viewport'

export interface HiddenMark {
  /** `·` a space, `□` an ideographic one, `¶` a paragraph's end; with ± where the paragraph is set a line looser or tighter. */
  readonly sign: string
  /** Points on the page: the sign's left edge, or its middle between two letters. */
  readonly x: number
  readonly centred: boolean
}

const SPACES: Readonly<Record<string, string>> = { ' ': '·', '\u00a0': '·', '\u3000': '□' }

/** The marks of one line, left to right; `doc` is its story's. */
export function marksOf(line: HitLine, doc: Node): readonly HiddenMark[] {
  const marks: HiddenMark[] = []
  line.stops.forEach(({ pos, x }, i) => {
    const next = line.stops[i + 1]
    const sign = next && SPACES[doc.textBetween(pos, pos + 1)]
    if (sign !== undefined) marks.push({ sign, x: (x + (next?.x ?? x)) / 2, centred: true })
  })
  if (line.record.last) {
    const looseness: unknown = doc.resolve(line.from).parent.attrs['looseness']
    const set = looseness === 1 ? '+' : looseness === -1 ? '−' : ''
    marks.push({ sign: `¶${set}`, x: line.right, centred: false })
  }
  return marks
}

/** Letters smaller than this on the screen, in CSS pixels, carry no marks. */
const LEAST = 6

export function drawHiddenMarks(
  ctx: CanvasRenderingContext2D,
  lines: readonly HitLine[],
  edition: Edition,
  view: Viewport,
  height: number,
  palette: Palette,
): void {
  ctx.fillStyle = palette.typeArea
  ctx.textBaseline = 'alphabetic'
  for (const line of lines) {
    const size = line.record.size * view.zoom
    const y = view.y + line.record.y * view.zoom
    const doc = edition.stories[line.story]?.doc
    if (doc === undefined || size < LEAST || y < 0 || y > height + size) continue
    ctx.font = `${size * 0.85}px system-ui, sans-serif`
    for (const { sign, x, centred } of marksOf(line, doc)) {
      ctx.textAlign = centred ? 'center' : 'left'
      ctx.fillText(sign, view.x + x * view.zoom, y)
    }
  }
  ctx.textAlign = 'left'
}
