/** What is read of a word processor's document: its text, and its pictures with the texts around them. */
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

/** Warns of what a document shows and its text does not hold: numbers set by the word processor, comments. */
export const leftInDocument = (
  named: string,
  { numbered, comments }: { readonly numbered: number; readonly comments: number },
): readonly Diagnostic[] => [
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
