/**
 * Page point ↔ text position, read off the display list: where a click puts the
 * caret, where the caret stands, and what a selection covers. Nothing is
 * measured again, so a caret always stands where the painters put the letters.
 */
import { rect, type Point, type Rect } from '../geometry'
import type { StoryId } from '../ids'
import { pt, type Pt } from '../units'
import type { LineRecord, PageDisplay, Source, TextRun } from './displayList'
import { glyphX } from './walk'

/** A place between two letters: a document position and where it is on the line. */
export interface Stop {
  readonly pos: number
  readonly x: Pt
}

/** A line of manuscript text, or an empty paragraph's, with every place a caret may take in it, left to right. */
export interface HitLine {
  readonly record: LineRecord
  readonly story: StoryId
  /** Document positions of the first and the last stop. */
  readonly from: number
  readonly to: number
  readonly left: Pt
  readonly right: Pt
  readonly top: Pt
  readonly bottom: Pt
  readonly stops: readonly Stop[]
}

/**
 * A position in a story's text. Where a line breaks, one position is both the
 * end of a line (`after` false) and the start of the next (`after` true).
 */
export interface TextPlace {
  readonly story: StoryId
  readonly pos: number
  readonly after: boolean
}

/** The em box of Han type above and below the baseline. */
const ASCENT = 0.88
const DESCENT = 0.12

/** Marks drawn in the right half of their em box: with the left half trimmed they start inside the letter before. */
const OPENING = /^[“‘（《〈「『【〔［｛]/u
const FULL_WIDTH = /^[\u3400-\u9fff\uff10-\uff5a]/u

/** Lines by their record, in painting order, the empty ones after all others: the record of an unedited line keeps its identity. */
export type HitLines = ReadonlyMap<LineRecord, HitLine>

/** The lines of a page in which a caret may stand; those in `known` are taken from there. */
export function hitLines(page: PageDisplay, known: HitLines = new Map()): HitLines {
  const found = new Map<LineRecord, HitLine | TextRun[]>()
  let record: LineRecord | null = null
  let runs: HitLine | TextRun[] = []
  for (const item of page.items) {
    if (item.kind !== 'text' || item.source.kind !== 'manuscript') continue
    // most runs of a line follow one another
    if (item.line !== record) {
      record = item.line
      runs = found.get(record) ?? known.get(record) ?? []
      found.set(record, runs)
    }
    if (isRuns(runs)) runs.push(item)
  }
  const lines = new Map<LineRecord, HitLine>()
  for (const [of, there] of found) lines.set(of, isRuns(there) ? lineOf(of, there) : there)
  for (const line of page.lines) {
    if (line.empty === null || line.story === null) continue
    lines.set(line, known.get(line) ?? emptyLine(line, line.story, line.empty))
  }
  return lines
}

/** The caret stands where the first letter will. */
function emptyLine(
  record: LineRecord,
  story: StoryId,
  { pos, x }: NonNullable<LineRecord['empty']>,
): HitLine {
  return {
    ...{ record, story, from: pos, to: pos, left: x, right: x },
    top: pt(record.y - ASCENT * record.size),
    bottom: pt(record.y + DESCENT * record.size),
    stops: [{ pos, x }],
  }
}

const isRuns = (found: HitLine | TextRun[]): found is TextRun[] => Array.isArray(found)

function lineOf(record: LineRecord, runs: readonly TextRun[]): HitLine {
  const first = runs.find(({ texts }) => texts.some((text) => text !== ''))
  if (first?.source.kind !== 'manuscript') {
    throw new RangeError('A line of manuscript text has at least one letter')
  }
  return new LineOfRuns(record, first.source, runs)
}

/**
 * Typing makes all lines behind it anew, and few of them are ever asked where they stand: ends
 * and stops are found then. A class, because getters written into an object make each line one
 * of a kind, which costs the engine more than all the rest of it.
 */
class LineOfRuns implements HitLine {
  readonly story: StoryId
  readonly from: number
  readonly to: number
  readonly top: Pt
  readonly bottom: Pt
  private ends: readonly [left: Pt, right: Pt] | null = null
  private places: readonly Stop[] | null = null

  constructor(
    readonly record: LineRecord,
    { story, from }: Extract<Source, { readonly kind: 'manuscript' }>,
    private readonly runs: readonly TextRun[],
  ) {
    const { y, size } = record
    this.story = story
    this.from = from
    this.to = endOf(runs)
    this.top = pt(y - ASCENT * size)
    this.bottom = pt(y + DESCENT * size)
  }

  get left(): Pt {
    return (this.ends ??= endsOf(this.record, this.runs))[0]
  }

  get right(): Pt {
    return (this.ends ??= endsOf(this.record, this.runs))[1]
  }

  get stops(): readonly Stop[] {
    return (this.places ??= stopsOf(this.runs, this.right))
  }
}

/** The position behind the last letter. */
function endOf(runs: readonly TextRun[]): number {
  const last = runs.at(-1)
  if (last?.source.kind !== 'manuscript') return 0
  let end = last.source.from
  for (const text of last.texts) end += text.length
  return end
}

/** Where the first letter starts and the last one ends. */
function endsOf(record: LineRecord, runs: readonly TextRun[]): readonly [Pt, Pt] {
  let left: Pt | null = null
  let last = pt(0)
  eachStop(runs, (_, x) => {
    left ??= x
    last = x
  })
  return [left ?? record.x, endX(record, runs, last)]
}

function stopsOf(runs: readonly TextRun[], right: Pt): readonly Stop[] {
  const stops: Stop[] = []
  eachStop(runs, (pos, x) => stops.push({ pos, x }))
  return [...stops, { pos: endOf(runs), x: right }]
}

/** Calls with the place before every letter, left to right. */
function eachStop(runs: readonly TextRun[], visit: (pos: number, x: Pt) => void): void {
  let x: Pt | null = null
  let before = ''
  for (const run of runs) {
    if (run.source.kind !== 'manuscript') continue
    let pos: number = run.source.from
    for (const [index, text] of run.texts.entries()) {
      if (text === '') continue
      x = stopX(run, index, text, before, x)
      visit(pos, x)
      pos += text.length
      before = text
    }
  }
}

/** A trimmed opening mark starts where the letter before it ends, not at its outline's origin. */
function stopX(run: TextRun, index: number, text: string, before: string, previous: Pt | null): Pt {
  const x = glyphX(run, index)
  if (previous === null) return pt(OPENING.test(text) ? Math.max(x, run.line.x) : x)
  const whole = FULL_WIDTH.test(before) && OPENING.test(text)
  return pt(Math.max(x, previous + (whole ? run.size * run.scaleX : 0)))
}

/** Where the last letter ends: the set width tells, within one em of where it starts. */
function endX(record: LineRecord, runs: readonly TextRun[], last: Pt): Pt {
  const run = runs[0]
  const widest = record.size * (run?.scaleX ?? 1)
  const start = record.role === 'body' ? 0 : (run?.offsets[0] ?? 0)
  const end = record.x + ((start + record.setWidth) * record.size) / 1000
  return pt(Math.min(Math.max(end, last + widest / 4), last + widest))
}

const within = (value: number, from: number, to: number): number =>
  value < from ? from - value : value > to ? value - to : 0

/** Points a click may lie beside a line and still mean it. */
const NEAR = 36

/**
 * The place in the text nearest to a point, null when no line is near. The
 * letter's half decides: a click on its right half comes after it.
 */
export function placeAt(
  lines: readonly HitLine[],
  point: Point,
  near: number = NEAR,
): TextPlace | null {
  let best: HitLine | null = null
  let least = Infinity
  for (const line of lines) {
    const { record } = line
    const measure = record.x + (record.measure * record.size) / 1000
    const dx = within(point.x, Math.min(line.left, record.x), Math.max(line.right, measure))
    // two lines may share a measure (a caption and the credit run in behind it)
    const beside = within(point.x, line.left, line.right)
    const dy = within(point.y, line.top, line.bottom)
    const distance = dx * dx + dy * dy + beside * 1e-6
    if (distance < least) {
      best = line
      least = distance
    }
  }
  return best === null || least > near * near ? null : placeOnLine(best, point.x)
}

/** The place of a line nearest to `x`. */
export function placeOnLine(line: HitLine, x: number): TextPlace {
  let best = line.stops[0]
  for (const stop of line.stops) {
    if (best === undefined || Math.abs(stop.x - x) < Math.abs(best.x - x)) best = stop
  }
  const pos = best?.pos ?? line.from
  return { story: line.story, pos, after: pos < line.to }
}

export interface Caret {
  readonly line: HitLine
  readonly rect: Rect
}

/**
 * Where the caret of a place stands: a rectangle without width, an em high.
 * A position without a letter of its own (an empty deck, a swallowed space)
 * stands after the nearest one before it, an empty headline over all other
 * text before the first one. Null when the story has no line here, or the
 * place is beyond this page's part of the story.
 */
export function caretOf(lines: readonly HitLine[], place: TextPlace): Caret | null {
  let found: HitLine | null = null
  let nearest: HitLine | null = null
  let first: HitLine | null = null
  for (const line of lines) {
    if (line.story !== place.story) continue
    if (line.from < (first?.from ?? Infinity)) first = line
    if (line.from <= place.pos && place.pos <= line.to) {
      const edge = line.from === place.pos
      if (found === null || edge === place.after) found = line
    }
    if (line.to <= place.pos && line.to > (nearest?.to ?? -1)) nearest = line
  }
  const before = nearest !== null && place.pos - nearest.to <= GAP ? nearest : null
  const isAtTop = place.pos <= GAP && first !== null && first.from - place.pos <= GAP
  const line = found ?? before ?? (isAtTop ? first : null)
  if (line === null) return null
  return {
    line,
    rect: rect(xOnLine(line, place.pos), line.top, 0, line.bottom - line.top),
  }
}

/** How far past a line's last letter a place may lie and still belong to it: block ends and swallowed spaces. */
const GAP = 6

/** Where a position of the line stands; inside a ligature, after it. */
function xOnLine(line: HitLine, pos: number): Pt {
  for (const stop of line.stops) if (stop.pos >= pos) return stop.x
  return line.right
}

/** What a selection from `from` to `to` covers, a rectangle a line. */
export function selectionRects(
  lines: readonly HitLine[],
  story: StoryId,
  from: number,
  to: number,
): readonly Rect[] {
  return lines.flatMap((line): readonly Rect[] => {
    if (line.story !== story || line.to <= from || line.from >= to) return []
    const left = xOnLine(line, Math.max(from, line.from))
    const right = xOnLine(line, Math.min(to, line.to))
    return right > left ? [rect(left, line.top, right - left, line.bottom - line.top)] : []
  })
}

/**
 * The place so many lines down (up, when negative) in the order of the text,
 * across columns and frames, at most to the last or first one; `x` is counted
 * from the left of the measure, so that the caret keeps its place in the column.
 * Null from the last line down and from the first one up.
 */
export function lineBeyond(
  lines: readonly HitLine[],
  from: HitLine,
  count: number,
  x: number,
): TextPlace | null {
  const own = lines
    .filter((line) => line.story === from.story)
    .sort((a, b) => a.from - b.from || a.to - b.to)
  const at = own.indexOf(from)
  const next = own[Math.max(0, Math.min(own.length - 1, at + count))]
  return next === undefined || next === from ? null : placeOnLine(next, next.record.x + x)
}
