/** A line's text with what is marked in it: selection, caret, matches, a suggested cut. */
import { textSpan } from '../../core/model/docText'
import type { Story } from '../../core/model/edition'
import type { GalleyLine } from './galleyLines'

export interface GalleyMark {
  readonly from: number
  readonly to: number
  readonly kind: 'selected' | 'cut' | 'match'
}

interface Props {
  readonly story: Story
  readonly line: GalleyLine
  readonly marks: readonly GalleyMark[]
  /** Position of the caret, where it stands in this line. */
  readonly caret: number | null
}

/** Plain text where nothing is marked, so that most lines cost nothing. */
export function GalleyText({ story, line, marks, caret }: Props) {
  const inLine = marks.filter(({ from, to }) => from < line.to && to > line.from)
  if (inLine.length === 0 && caret === null) return <span data-at={0}>{line.text}</span>
  const { positions } = textSpan(story.doc, line.from, line.to)
  const indexOf = (pos: number): number => {
    const found = positions.findIndex((one) => one >= pos)
    return found < 0 ? line.text.length : found
  }
  const spans = inLine.map((mark) => ({
    kind: mark.kind,
    from: indexOf(mark.from),
    to: mark.to >= line.to ? line.text.length : indexOf(mark.to),
  }))
  const caretAt = caret === null ? null : indexOf(caret)
  const cuts = new Set([0, line.text.length, ...spans.flatMap(({ from, to }) => [from, to])])
  if (caretAt !== null) cuts.add(caretAt)
  const stops = [...cuts].sort((a, b) => a - b)
  return stops.map((from, i) => {
    const to = stops[i + 1] ?? from
    const kinds = spans.filter((span) => span.from <= from && span.to >= to && to > from)
    return (
      <span
        key={from}
        data-at={from}
        className={[...new Set(kinds.map(({ kind }) => `mark-${kind}`))].join(' ') || undefined}
      >
        {from === caretAt && <i className="galley-caret" />}
        {line.text.slice(from, to)}
      </span>
    )
  })
}
