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

export interface Shown {
  /** Paragraphs that the word processor numbers. */
  readonly numbered: number
  readonly comments: number
  /** Rows of tables that became lines. */
  readonly rows: number
  readonly footnotes: number
  /** Text boxes, whose words stand below the paragraph they are fixed to. */
  readonly boxes?: number
  /** Formulas that became a row of characters. */
  readonly formulas?: number
  /** Readings above characters, charts and diagrams that are left out. */
  readonly readings?: number
  readonly drawings?: number
}

/** What is said of so many of a kind, the first to be told first. */
const SAID: readonly (readonly [keyof Shown, string, (count: number) => string])[] = [
  [
    'boxes',
    'input.text-boxes',
    (count) =>
      `the words of ${counted(count, 'text box', 'text boxes')} stand below the paragraph that each is fixed to; see whether they belong there.`,
  ],
  [
    'rows',
    'input.tables',
    (count) =>
      `${counted(count, 'table row')} became lines of text, the cells set apart by a blank; check them against the document.`,
  ],
  [
    'formulas',
    'input.formulas',
    (count) =>
      `${counted(count, 'formula')} became plain characters in a row, without fractions, roots or raised figures; check each against the document.`,
  ],
  [
    'drawings',
    'input.drawings',
    (count) =>
      `${counted(count, 'chart or diagram', 'charts and diagrams')} drawn in Word did not come along; save each as a picture and hand that in.`,
  ],
  [
    'readings',
    'input.readings',
    (count) =>
      `the readings that Word sets above characters in ${counted(count, 'place')} were left out; the characters are there.`,
  ],
  [
    'footnotes',
    'input.footnotes',
    (count) =>
      `the text ends with what ${counted(count, 'footnote')} of the document said; move that to its story or delete it.`,
  ],
  [
    'numbered',
    'input.numbering',
    (count) =>
      `Word numbers ${count} of its paragraphs by itself; these numbers are no text, so type those that shall be printed.`,
  ],
  [
    'comments',
    'input.comments',
    (count) => `${count} comments in the margin were not taken over; settle them in Word.`,
  ],
]

/** Warns of what a document shows and its text does not hold as it is shown. */
export const leftInDocument = (named: string, shown: Shown): readonly Diagnostic[] =>
  SAID.flatMap(([kind, code, said]) => {
    const count = shown[kind] ?? 0
    if (count === 0) return []
    const message = `${named}: ${said(count)}`
    return [{ severity: 'warning', code, message, where: { file: named }, parts: { count } }]
  })
