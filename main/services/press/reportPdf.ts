/** The preflight's report as a PDF on A4, in the fonts of the pages. */
import type { DisplayItem, PageDisplay } from '../../../core/display/displayList'
import { rect } from '../../../core/geometry'
import { pageId } from '../../../core/ids'
import { ink, type Ink } from '../../../core/ink'
import type { Severity, Result } from '../../../core/result'
import type { FontFace, FontSet } from '../../../core/text/types'
import { mm, pt, ptFromMm } from '../../../core/units'
import { furnitureRun } from '../pdf/furnitureRun'
import type { ReportHead, ReportRow } from './report'

const SHEET = { width: ptFromMm(mm(210)), height: ptFromMm(mm(297)) }
const EDGE = 42
const FOOT = SHEET.height - EDGE
const LEADING = 1.5
const SIZE = 9
const SMALL = 7
/** Left edges of severity, page, place and sentence, and the right edge of the last. */
const COLUMNS = [EDGE, EDGE + 36, EDGE + 68, EDGE + 188, SHEET.width - EDGE] as const

const GREY = ink(0, 0, 0, 0.6)
const RULE = ink(0, 0, 0, 0.3)
const INKS: Readonly<Record<Severity, Ink>> = {
  error: ink(0, 1, 1, 0.2),
  warning: ink(0, 0.5, 1, 0.3),
  info: GREY,
}

/** Characters that may not begin a line; one of them hangs on to the line before. */
const NOT_FIRST = /^[，。；：、！？）》”’…,.;:)%]$/u

/** The text in lines no wider than `room` points: words stay whole where they fit. */
function wrapped(text: string, room: number, size: number, face: FontFace): readonly string[] {
  const widthOf = (piece: string): number =>
    [...piece].reduce((sum, c) => sum + face.advanceOf(face.glyphOf(c.codePointAt(0) ?? 0)), 0) *
    (size / 1000)
  const lines: string[] = []
  let line = ''
  for (const piece of text.match(/[\p{L}\p{N}._\-–/]+(?<!\p{Script=Han}{2,})|[\s\S]/gu) ?? []) {
    const parts = /\p{Script=Han}/u.test(piece) || widthOf(piece) > room ? [...piece] : [piece]
    for (const part of parts) {
      if (line !== '' && widthOf(line + part) > room && !NOT_FIRST.test(part)) {
        lines.push(line.trimEnd())
        line = part.trimStart()
      } else line += part
    }
  }
  return line.trim() === '' ? lines : [...lines, line.trimEnd()]
}

/** Sheets filled from the top; a row that does not fit begins the next. */
class Sheets {
  private readonly sheets: DisplayItem[][] = [[]]
  private y = EDGE

  constructor(
    private readonly fonts: FontSet,
    private readonly face: FontFace,
  ) {}

  /** Room for the whole of what comes next, or another sheet. */
  reserve(height: number): void {
    if (this.y + height <= FOOT) return
    this.sheets.push([])
    this.y = EDGE
  }

  text(text: string, size: number, x: number = EDGE, colour?: Ink, y = this.y): void {
    const at = { x: pt(x), y: pt(y + size) }
    const run = furnitureRun(text, at, pt(size), SHEET.width - EDGE - x, this.fonts)
    if (run === null) return
    this.sheets.at(-1)?.push(colour === undefined ? run : { ...run, ink: colour })
  }

  wrap(text: string, size: number, room: number): readonly string[] {
    return wrapped(text, room, size, this.face)
  }

  down(points: number): void {
    this.y += points
  }

  /** The next line, and where it ends. */
  get top(): number {
    return this.y
  }

  rule(): void {
    const source = { kind: 'furniture' } as const
    const line = rect(EDGE, this.y, SHEET.width - 2 * EDGE, 0.4)
    this.sheets.at(-1)?.push({ kind: 'fill', rect: line, ink: RULE, source })
  }

  pages(): readonly PageDisplay[] {
    return this.sheets.map((items, index) => {
      const number = furnitureRun(
        `${index + 1} / ${this.sheets.length}`,
        { x: pt(SHEET.width - EDGE - 30), y: pt(SHEET.height - EDGE / 2) },
        pt(SMALL),
        30,
        this.fonts,
      )
      const all = number === null ? items : [...items, number]
      return {
        ...{ page: pageId(`r${index + 1}`), folio: String(index + 1), trim: SHEET, bleed: pt(0) },
        items: all,
        lines: all.flatMap((item) => (item.kind === 'text' ? [item.line] : [])),
      }
    })
  }
}

const NAMES: Record<Severity, string> = { error: '错误', warning: '警告', info: '说明' }

const placeOf = ({ area }: ReportRow): string =>
  area === null ? '' : `${area.x}, ${area.y}（${area.width} × ${area.height}）`

/** The report as a file's bytes; `date` is the file's, so that the same findings give the same bytes. */
export async function reportPdf(
  head: ReportHead,
  rows: readonly ReportRow[],
  fonts: FontSet,
  date: Date,
): Promise<Result<Uint8Array>> {
  const [fallback] = fonts.fallbacks
  if (fallback === undefined) throw new Error('A report needs a font')
  const sheets = new Sheets(fonts, fonts.get(fallback))
  writeHead(sheets, head, rows)
  for (const row of rows) writeRow(sheets, row)
  if (rows.length === 0) sheets.text('没有问题。', SIZE)
  const { writePdf } = await import('../pdf/writePdf')
  return writePdf(sheets.pages(), {
    ...{ fonts, date, title: `预检报告 ${head.title}`, producer: 'Banxin' },
    pictures: () => null,
  })
}

function writeHead(sheets: Sheets, head: ReportHead, rows: readonly ReportRow[]): void {
  const count = (severity: Severity): number =>
    rows.filter((row) => row.severity === severity).length
  const profile = head.profile === undefined ? '' : `，预检：${head.profile}`
  sheets.text(`预检报告：${head.title}`, 16)
  sheets.down(16 * LEADING)
  const lines = [
    `${head.preset}，${head.condition}${profile}`,
    `错误 ${count('error')}，警告 ${count('warning')}，说明 ${count('info')}。位置与大小以毫米计，自裁切线左上角起。`,
  ]
  for (const line of lines) {
    sheets.text(line, SIZE)
    sheets.down(SIZE * LEADING)
  }
  if (head.overridden !== undefined) {
    sheets.text(`有错误仍付印，理由：${head.overridden}`, SIZE, EDGE, INKS.error)
    sheets.down(SIZE * LEADING)
  }
  sheets.down(8)
  const titles = ['级别', '版', '位置', '问题与办法']
  for (const [i, title] of titles.entries()) sheets.text(title, SMALL, COLUMNS[i], GREY)
  sheets.down(SMALL * LEADING)
}

function writeRow(sheets: Sheets, row: ReportRow): void {
  const [severityX, pageX, placeX, sentenceX, right] = COLUMNS
  const place = sheets.wrap(placeOf(row), SIZE, sentenceX - placeX - 6)
  const sentence = sheets.wrap(row.message, SIZE, right - sentenceX - 2 * SIZE)
  const depth = Math.max(place.length, sentence.length) * SIZE * LEADING + SMALL * LEADING + 6
  sheets.reserve(depth)
  sheets.rule()
  sheets.down(3)
  const { top } = sheets
  sheets.text(NAMES[row.severity], SIZE, severityX, INKS[row.severity])
  sheets.text(row.page ?? '', SIZE, pageX)
  const put = (lines: readonly string[], x: number): void =>
    lines.forEach((line, i) => sheets.text(line, SIZE, x, undefined, top + i * SIZE * LEADING))
  put(place, placeX)
  put(sentence, sentenceX)
  const below = top + sentence.length * SIZE * LEADING
  sheets.text(row.code, SMALL, sentenceX, GREY, below)
  sheets.down(depth - 3)
}
