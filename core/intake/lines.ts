import { fold, widthOf } from './characters'
import type { RemovedText } from './types'

/** One line of the raw text that holds something, cleaned of what no reader sees. */
export interface Line {
  /** 1-based line of the raw text; the first one when several were unwrapped into one. */
  readonly no: number
  readonly text: string
  /** `fold(text)`: same length, half-width marks, for patterns. */
  readonly folded: string
  readonly width: number
  /** Ideographic or half-width spaces that stood before the text, in ems. */
  readonly indent: number
  /** Blank lines that stood above. */
  readonly gap: number
}

/**
 * So many of a page's long lines are indented where it indents its paragraphs: pieces
 * cut at column ends have no indent, so less than half is enough for a habit.
 */
export const INDENTED_SHARE = 0.35

export interface SplitLines {
  readonly lines: readonly Line[]
  readonly total: number
  readonly removed: readonly RemovedText[]
}

const INVISIBLE =
  /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\ufff9-\ufffb]/g

const describe = (ch: string): string =>
  `invisible character U+${(ch.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, '0')}, not part of the copy`

const indentOf = (raw: string): number => {
  let ems = 0
  for (const ch of raw) {
    if (ch === '\u3000' || ch === '\u2003') ems += 1
    else if (ch === '\t') ems += 2
    else if (/\s/u.test(ch)) ems += 0.5
    else break
  }
  return ems
}

export const makeLine = (no: number, text: string, indent: number, gap: number): Line => ({
  no,
  text,
  folded: fold(text),
  width: widthOf(text),
  indent,
  gap,
})

/**
 * Splits raw text into its lines, numbered by its line ends as editors number them. Runs of white space inside
 * a line become one space; control and zero-width characters leave and are listed in `removed`. Nothing else
 * changes.
 */
export const splitLines = (raw: string): SplitLines => {
  const lines: Line[] = []
  const removed: RemovedText[] = []
  let gap = 0
  const numbered = raw.split(/\r\n|[\n\r]/)
  const rows = numbered.flatMap((line, at) =>
    line.split(/[\f\v\u0085\u2028\u2029]/).map((row) => ({ row, no: at + 1 })),
  )
  rows.forEach(({ row, no }) => {
    const visible = row.replace(INVISIBLE, (ch) => {
      removed.push({ text: ch, why: describe(ch), line: no })
      return ''
    })
    const text = visible.trim().replace(/\s+/gu, ' ')
    if (text === '') {
      gap++
      return
    }
    lines.push(makeLine(no, text, indentOf(visible), gap))
    gap = 0
  })
  return { lines, total: numbered.length, removed }
}
