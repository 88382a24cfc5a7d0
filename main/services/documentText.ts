/** What is read of a word processor's document: its text, and its pictures with the texts around them. */
import { counted } from '../../core/counted'
import type { Diagnostic } from '../../core/result'

export interface EmbeddedPicture {
  readonly bytes: Uint8Array
  /** Texts of the paragraphs right around it, those below first, for finding its caption. */
  readonly near: readonly string[]
}

export interface DocumentText {
  /** A line for each paragraph; an indented first line begins with two ideographic spaces. */
  readonly text: string
  readonly pictures: readonly EmbeddedPicture[]
  readonly diagnostics: readonly Diagnostic[]
}

const INDENT = '　　'

/** The paragraph as it is typed; `firstLine` is the indent the document sets, in any unit. */
export const typedParagraph = (text: string, firstLine: number): string =>
  firstLine > 0 && /^\S/u.test(text) ? INDENT + text : text

/** Characters of a cell that stands with its row on one line; a longer one is copy set side by side. */
const LONGEST_CELL = 40

/**
 * A row of a table: one paragraph when each of its cells is a few words, else the paragraphs of its
 * cells one after another, for such a table only lays out copy and pictures.
 */
export function rowOf<P extends { readonly text: string; readonly images: readonly unknown[] }>(
  cells: readonly (readonly P[])[],
): readonly P[] {
  const filled = cells
    .map((cell) => cell.filter(({ text, images }) => text.trim() !== '' || images.length > 0))
    .filter((cell) => cell.length > 0)
  const isShort = ({ text, images }: P): boolean =>
    images.length === 0 && text.trim().length <= LONGEST_CELL
  const firsts = filled.flatMap((cell) => cell.slice(0, 1))
  const [first] = firsts
  if (
    firsts.length < 2 ||
    !first ||
    !filled.every((cell) => cell.length === 1 && cell.every(isShort))
  )
    return cells.flat()
  return [{ ...first, text: firsts.map(({ text }) => text.trim()).join('\t') }]
}

/** Paragraphs with text that are looked at on either side of a picture. */
const BELOW = 2
const ABOVE = 1

/** Texts around the paragraph at `at`. */
export function nearOf(
  paragraphs: readonly { readonly text: string }[],
  at: number,
): readonly string[] {
  const texts = (list: readonly { readonly text: string }[]): readonly string[] =>
    list.map(({ text }) => text.trim()).filter((text) => text !== '')
  return [
    ...texts(paragraphs.slice(at, at + 1)),
    ...texts(paragraphs.slice(at + 1, at + 8)).slice(0, BELOW),
    ...texts(paragraphs.slice(Math.max(0, at - 4), at)).slice(-ABOVE),
  ]
}

const warning = (code: string, file: string, count: number, message: string): Diagnostic => ({
  severity: 'warning',
  code,
  message,
  where: { file },
  parts: { count },
})

export interface Shown {
  /** Paragraphs that the word processor numbers. */
  readonly numbered: number
  readonly comments: number
  /** Rows of tables that became lines. */
  readonly rows: number
  readonly footnotes: number
}

/** Warns of what a document shows and its text does not hold as it is shown: numbers, comments, tables, footnotes. */
export const leftInDocument = (
  named: string,
  { numbered, comments, rows, footnotes }: Shown,
): readonly Diagnostic[] => [
  ...(rows > 0
    ? [
        warning(
          'input.tables',
          named,
          rows,
          `${named}: ${counted(rows, 'table row')} became lines of text, the cells set apart by a blank; check them against the document.`,
        ),
      ]
    : []),
  ...(footnotes > 0
    ? [
        warning(
          'input.footnotes',
          named,
          footnotes,
          `${named}: the text ends with what ${counted(footnotes, 'footnote')} of the document said; move that to its story or delete it.`,
        ),
      ]
    : []),
  ...(numbered > 0
    ? [
        warning(
          'input.numbering',
          named,
          numbered,
          `${named}: Word numbers ${numbered} of its paragraphs by itself; these numbers are no text, so type those that shall be printed.`,
        ),
      ]
    : []),
  ...(comments > 0
    ? [
        warning(
          'input.comments',
          named,
          comments,
          `${named}: ${comments} comments in the margin were not taken over; settle them in Word.`,
        ),
      ]
    : []),
]
