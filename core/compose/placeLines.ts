/** A set line and the place it stands at, as runs of the display list. */
import type { LineRecord, LineRole, Source, TextRun } from '../display/displayList'
import type { FrameId, StoryId } from '../ids'
import type { Ink } from '../ink'
import type { SetLine } from '../text/types'
import { milliEm, pt, type Pt } from '../units'

/** Left end of the measure on the baseline, and what the line is. */
export interface LinePlace {
  readonly x: Pt
  readonly y: Pt
  readonly size: Pt
  readonly ink: Ink
  readonly scaleX: number
  readonly role: LineRole
  readonly story: StoryId | null
  /** Document position that the runs' `pos` count from; null for text of no document. */
  readonly base: number | null
  readonly frame: FrameId | null
  readonly column: number
  readonly row: number
  readonly first: boolean
  readonly last: boolean
}

export interface PlacedLine {
  readonly record: LineRecord
  readonly runs: readonly TextRun[]
}

function sourceOf(place: LinePlace, pos: number | null): Source {
  if (place.story === null) return { kind: 'furniture' }
  if (pos === null || place.base === null) return { kind: 'generated', story: place.story }
  return { kind: 'manuscript', story: place.story, from: place.base + pos }
}

export function placeLine(line: SetLine, place: LinePlace): PlacedLine {
  const { scaleX } = place
  const scaled = (value: number) =>
    scaleX === 1 ? milliEm(value) : milliEm(Math.round(value * scaleX))
  const record: LineRecord = {
    role: place.role,
    story: place.story,
    frame: place.frame,
    column: place.column,
    row: place.row,
    x: place.x,
    y: place.y,
    size: place.size,
    measure: scaled(line.measure),
    naturalWidth: scaled(line.naturalWidth),
    setWidth: scaled(line.setWidth),
    justified: line.justified,
    first: place.first,
    last: place.last,
    empty:
      line.runs.length === 0 && place.base !== null
        ? { pos: place.base, x: pt(place.x + (scaled(line.start) * place.size) / 1000) }
        : null,
  }
  const runs = line.runs.map((run): TextRun => ({
    kind: 'text',
    font: run.font,
    size: place.size,
    scaleX,
    x: place.x,
    y: place.y,
    glyphs: run.glyphs,
    offsets: scaleX === 1 ? run.offsets : run.offsets.map(scaled),
    texts: run.texts,
    ink: place.ink,
    source: sourceOf(place, run.pos),
    line: record,
  }))
  return { record, runs }
}
