import type { Diagnostic } from '../result'
import type { Decision, DecisionKind } from './types'

/** Decisions and doubts as they fall; every stage writes, the report reads. */
export interface Notes {
  readonly decide: (
    kind: DecisionKind,
    lines: readonly number[],
    reason: string,
    confidence: number,
  ) => void
  readonly doubt: (code: string, line: number, message: string) => void
  readonly decisions: readonly Decision[]
  readonly doubts: readonly Diagnostic[]
}

/** A decision below this confidence is also told as a doubt. */
export const SURE = 0.7

export const makeNotes = (): Notes => {
  const decisions: Decision[] = []
  const doubts: Diagnostic[] = []
  const doubt: Notes['doubt'] = (code, line, message) => {
    doubts.push({ severity: 'warning', code: `intake.${code}`, message, where: { line } })
  }
  return {
    decide: (kind, lines, reason, confidence) => {
      const rounded = Math.round(confidence * 100) / 100
      decisions.push({ kind, lines, reason, confidence: rounded })
      if (confidence < SURE) {
        doubt(
          kind,
          lines[0] ?? 1,
          `Line ${lines.join(' and ')}: ${reason} (confidence ${rounded}); check it against the page.`,
        )
      }
    },
    doubt,
    decisions,
    doubts,
  }
}
