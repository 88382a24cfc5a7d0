/** A story's text as 小样: the lines as they stand on the pages, then those that found no place. */
import type { EditionDisplay, TextRange } from '../../core/compose'
import type { HitLine } from '../../core/display/hitTest'
import type { LineRole } from '../../core/display/displayList'
import type { Story } from '../../core/model/edition'
import type { Composer } from '../session/composer'

export interface GalleyLine {
  /** Position of the first character. */
  readonly from: number
  readonly to: number
  readonly text: string
  readonly role: LineRole
  /** Body lines are counted, those of the headline group are not. */
  readonly number: number | null
  readonly indented: boolean
  /** Column of the frame, where it changes from the line before. */
  readonly column: number | null
  readonly measure: number
  readonly overset: boolean
}

const COUNTED = new Set<LineRole>(['body', 'subhead'])

export function galleyLines(
  story: Story,
  display: EditionDisplay,
  composer: Composer,
): readonly GalleyLine[] {
  const placed = display.pages
    .flatMap((page) => composer.linesOf(page).filter((line) => line.story === story.id))
    .sort((a, b) => a.from - b.from)
  const lines: GalleyLine[] = []
  let number = 0
  let column = -1
  for (const line of placed) {
    const { role } = line.record
    const counted = COUNTED.has(role)
    const changes = counted && line.record.column !== column
    if (changes) column = line.record.column
    lines.push({
      from: line.from,
      to: line.to,
      text: textOf(story, line),
      role,
      number: counted ? ++number : null,
      indented: role === 'body' && line.record.first,
      column: changes ? column : null,
      measure: Math.round(line.record.measure / 1000),
      overset: false,
    })
  }
  const measure =
    placed.filter((line) => line.record.role === 'body').at(-1)?.record.measure ?? 16000
  const overset = display.stories.find((fit) => fit.story === story.id)?.overset ?? []
  for (const range of overset) {
    for (const line of cutLines(story, range, Math.round(measure / 1000))) {
      lines.push({ ...line, number: ++number })
    }
  }
  return lines
}

/** In ems of the galley's type, which squeezes no mark: a line whose marks are squeezed on the page is longer here. */
export const widthOf = ({ text, indented, measure }: GalleyLine): number =>
  Math.max(measure, emsOf(text) + (indented ? INDENT : 0))

const INDENT = 2
/** Up to here letters are Latin, and half as wide; quotes and dashes of general punctuation are not. */
const LAST_NARROW = 0x1fff
const emsOf = (text: string): number => {
  let ems = 0
  for (const ch of text) ems += (ch.codePointAt(0) ?? 0) > LAST_NARROW ? 1 : 0.6
  return ems
}

const textOf = ({ doc }: Story, { from, to }: HitLine): string => doc.textBetween(from, to)

/** Overset text in whole characters to the measure: near to how it would break, for it stands nowhere. */
function* cutLines(story: Story, range: TextRange, measure: number): Iterable<GalleyLine> {
  const found: { from: number; text: string; first: boolean; role: LineRole }[] = []
  const end = Math.min(range.to, story.doc.content.size)
  story.doc.nodesBetween(range.from, end, (node, pos) => {
    if (!node.isTextblock) return true
    const from = Math.max(range.from, pos + 1)
    const text = story.doc.textBetween(from, Math.min(end, pos + 1 + node.content.size))
    const role = node.type.name === 'subhead' ? 'subhead' : 'body'
    found.push({ from, text, first: from === pos + 1, role })
    return false
  })
  for (const { from, text, first, role } of found) {
    for (let at = 0; at < text.length;) {
      const indented = role === 'body' && first && at === 0
      const piece = text.slice(at, at + measure - (indented ? 2 : 0))
      yield {
        from: from + at,
        to: from + at + piece.length,
        text: piece,
        role,
        number: null,
        indented,
        column: null,
        measure,
        overset: true,
      }
      at += piece.length
    }
  }
}
