/** What `banxin compose --json` prints: the composed edition for a person's or a program's eyes. */
import type { EditionDisplay } from '../../core/compose/types'
import type { LineRecord, PageDisplay, TextRun } from '../../core/display/displayList'
import { pagesOf, type Edition } from '../../core/model/edition'
import type { Frame } from '../../core/model/frame'
import { cellsRect } from '../../core/model/grid'
import type { Page } from '../../core/model/page'
import type { FontSet } from '../../core/text/types'

export interface LineJson {
  readonly story: string | null
  readonly page: string
  readonly frame: string | null
  readonly column: number
  readonly row: number
  /** Points on the page; y is the baseline. */
  readonly x: number
  readonly y: number
  /** Points: the em that `measure` and the widths count in. */
  readonly size: number
  readonly role: string
  readonly measure: number
  readonly naturalWidth: number
  readonly setWidth: number
  readonly justified: boolean
  readonly first: boolean
  readonly last: boolean
  readonly text: string
  /** Origin on the page of every code point of `text`, in points. */
  readonly glyphX: readonly number[]
}

/** Points are told to a hundred-thousandth, which is finer than any em's thousandth. */
const tidy = (value: number): number => Math.round(value * 1e5) / 1e5

/**
 * Origins of the characters of a run. A glyph that stands for several (a
 * ligature, a dash drawn whole) has its width shared evenly among them, unless
 * further glyphs of the same characters say where they stand.
 */
function originsOf(run: TextRun, fonts: FontSet): readonly number[] {
  const at = (glyph: number): number => run.x + ((run.offsets[glyph] ?? 0) * run.size) / 1000
  const origins: number[] = []
  for (let glyph = 0; glyph < run.glyphs.length;) {
    let next = glyph + 1
    while (next < run.glyphs.length && run.texts[next] === '') next++
    const characters = [...(run.texts[glyph] ?? '')].length
    const drawn = next - glyph
    if (characters <= drawn) {
      for (let k = 0; k < characters; k++) origins.push(at(glyph + k))
    } else {
      const id = run.glyphs[next - 1] ?? 0
      const advance = (fonts.get(run.font).advanceOf(id) * run.scaleX * run.size) / 1000
      const end = next < run.glyphs.length ? at(next) : at(next - 1) + advance
      const width = (end - at(glyph)) / characters
      for (let k = 0; k < characters; k++) origins.push(at(glyph) + k * width)
    }
    glyph = next
  }
  return origins
}

function lineJson(
  line: LineRecord,
  runs: readonly TextRun[],
  page: PageDisplay,
  fonts: FontSet,
): LineJson {
  return {
    story: line.story,
    page: page.page,
    frame: line.frame,
    column: line.column,
    row: line.row,
    x: tidy(line.x),
    y: tidy(line.y),
    size: line.size,
    role: line.role,
    measure: line.measure / 1000,
    naturalWidth: line.naturalWidth / 1000,
    setWidth: line.setWidth / 1000,
    justified: line.justified,
    first: line.first,
    last: line.last,
    text: runs.flatMap((run) => run.texts).join(''),
    glyphX: runs.flatMap((run) => originsOf(run, fonts).map(tidy)),
  }
}

function linesOf(page: PageDisplay, fonts: FontSet): readonly LineJson[] {
  const runs = new Map<LineRecord, TextRun[]>(page.lines.map((line) => [line, []]))
  for (const item of page.items) if (item.kind === 'text') runs.get(item.line)?.push(item)
  return page.lines.map((line) => lineJson(line, runs.get(line) ?? [], page, fonts))
}

const pageJson = (page: Page, display: PageDisplay | undefined): object => ({
  id: page.id,
  folio: page.folio,
  section: page.section,
  template: page.template,
  width: tidy(display?.trim.width ?? 0),
  height: tidy(display?.trim.height ?? 0),
  bleed: tidy(display?.bleed ?? 0),
  grid: page.grid,
})

function frameJson(frame: Frame, page: Page | undefined): object {
  const area = page ? cellsRect(page.grid, frame.area) : null
  const { id, kind, area: cells } = frame
  return {
    id,
    kind,
    page: frame.page,
    story: frame.kind === 'rule' ? null : frame.story,
    ...(area && {
      x: tidy(area.x),
      y: tidy(area.y),
      width: tidy(area.width),
      height: tidy(area.height),
    }),
    cells,
    ...(frame.kind === 'story'
      ? { order: frame.order, text: frame.text, insets: frame.insets }
      : {}),
  }
}

/** Pages, frames, lines and how every story fits; lengths in points, measures in ems. */
export function composeJson(edition: Edition, display: EditionDisplay, fonts: FontSet): object {
  return {
    pages: pagesOf(edition).map((page) =>
      pageJson(
        page,
        display.pages.find((shown) => shown.page === page.id),
      ),
    ),
    frames: Object.values(edition.frames).map((frame) =>
      frameJson(frame, edition.pages[frame.page]),
    ),
    lines: display.pages.flatMap((page) => linesOf(page, fonts)),
    stories: display.stories.map((fit) => ({
      story: fit.story,
      slug: edition.stories[fit.story]?.slug ?? '',
      overset: { lines: fit.oversetLines, characters: fit.oversetCharacters },
      room: { lines: fit.roomLines, characters: fit.roomCharacters },
    })),
    diagnostics: display.diagnostics,
  }
}
