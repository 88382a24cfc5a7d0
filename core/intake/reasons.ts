import type { DoubtReason, Reading } from '../doubt'

/** What a decision rests on: named reasons, or words alone where there is no doubt to explain. */
export interface Grounds {
  /** In English. */
  readonly reason: string
  readonly because?: readonly DoubtReason[]
  readonly reading?: Reading
}

const WORDS: Readonly<Record<DoubtReason, string>> = {
  openEnd: 'the text above stops in mid-sentence',
  comma: 'the text above ends with a comma',
  markBelow: 'the text below begins with a mark that no paragraph begins with',
  wordEndBelow: 'the text below begins with the end of a word',
  wordAcross: 'a word runs across the break',
  knownAcross: 'the characters across the break stand together elsewhere on the page',
  repeated: 'the text below repeats the last character above',
  quoteCloses: 'a quotation or bracket opened above closes below',
  noIndent: 'the text below has no indent on a page that indents its paragraphs',
  noBlank: 'no blank line parts the two on a page that parts its paragraphs so',
  mayBeOne: 'the two parts could be one sentence',
  printedTwice:
    'the same characters stand on both sides of the break and the text below begins with a mark',
  beforeItsTurn: 'it came before its turn',
  otherHeadline: 'it stood under another headline',
  fullLine:
    'the line above is full and ends a sentence; without indents it could end the paragraph',
  topic: 'the story speaks of what the rubric names',
  sameForm: 'the story has the form of those under the rubric',
}

export const groundsOf = (because: readonly DoubtReason[]): Grounds => ({
  reason: because.map((one) => WORDS[one]).join('; '),
  because,
})
