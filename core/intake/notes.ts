import type { Doubt, SeamDoubt } from '../doubt'
import type { Diagnostic } from '../result'
import type { Grounds } from './reasons'
import type { Decision, DecisionKind } from './types'

/** Decisions and doubts as they fall; every stage writes, the report reads. */
export interface Notes {
  readonly decide: (
    kind: DecisionKind,
    lines: readonly number[],
    grounds: Grounds,
    confidence: number,
    seam?: Seam,
  ) => void
  /** Without `doubt` it states a fact: there is nothing to weigh. */
  readonly doubt: (code: string, line: number, message: string, doubt?: Doubt) => void
  readonly decisions: readonly Decision[]
  readonly doubts: readonly Diagnostic[]
}

/** What a join is about: the two pieces, and what stood on both sides of their break. */
export type Seam = Pick<SeamDoubt, 'pieces' | 'setAside'>

/** A decision below this confidence is also told as a doubt. */
export const SURE = 0.7
/** What is taken for the page's own leaves its story: more is asked of that. */
export const SURE_OWN = 0.9
const SURE_OF: Partial<Readonly<Record<DecisionKind, number>>> = { furniture: SURE_OWN }

/** What was done with which lines; of one line the reason says it. */
function deedOf(kind: DecisionKind, lines: readonly number[]): string {
  const [first] = lines
  const last = lines.at(-1)
  if (last === first) return `Line ${first}`
  switch (kind) {
    case 'join':
      return `Lines ${first} and ${last} were joined into one paragraph`
    case 'move':
      return `Lines ${first} and ${last} were joined into one paragraph, the text of line ${last} moved there`
    case 'rubric':
      return `The story of line ${last} was put under the rubric of line ${first}`
    default:
      return `Lines ${lines.join(' and ')}`
  }
}

export const makeNotes = (): Notes => {
  const decisions: Decision[] = []
  const doubts: Diagnostic[] = []
  const doubt: Notes['doubt'] = (code, line, message, own) => {
    doubts.push({
      severity: 'warning',
      code: `intake.${code}`,
      message,
      where: { line },
      ...(own ? { doubt: own } : {}),
    })
  }
  return {
    decide: (kind, lines, grounds, confidence, seam) => {
      const { reason, because, reading } = grounds
      const rounded = Math.round(confidence * 100) / 100
      decisions.push({ kind, lines, reason, confidence: rounded })
      if (confidence < (SURE_OF[kind] ?? SURE)) {
        const why = { confidence: rounded, reason, ...(because ? { because } : {}) }
        doubt(
          kind,
          lines[0] ?? 1,
          `${deedOf(kind, lines)}: ${reason} (confidence ${rounded}); check it against the page.`,
          seam
            ? { action: 'split', ...seam, ...why }
            : { action: 'look', lines, ...why, ...(reading ? { reading } : {}) },
        )
      }
    },
    doubt,
    decisions,
    doubts,
  }
}
