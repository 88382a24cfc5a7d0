/** What an import is unsure of, and how each doubt was settled; kept while the desk is open. */
import type { ImportedText } from '../../core/contract'
import type { Doubt } from '../../core/doubt'
import { settleDoubt } from '../../core/manuscript/settleDoubt'
import type { Transaction } from '../../core/edit'
import type { Edition } from '../../core/model/edition'
import type { Diagnostic } from '../../core/result'
import type { Desk } from '../desk/context'
import { perDesk } from '../desk/perDesk'
import type { Text } from '../i18n'
import { toast } from 'sonner'
import { alternativeTo } from './alternative'
import { rawLines, readStories } from './reading'

/** `recast`: the line was made what it may be instead. */
export type Settlement = 'open' | 'accepted' | 'apart' | 'recast' | 'later'

export interface DoubtEntry {
  readonly diagnostic: Diagnostic
  readonly doubt: Doubt | null
  readonly file: string
  /** Lines of the raw text, from 1. */
  readonly lines: readonly number[]
  readonly settled: Settlement
}

export interface ImportReport {
  readonly open: boolean
  readonly texts: readonly ImportedText[]
  readonly stories: readonly string[]
  readonly doubts: readonly DoubtEntry[]
  readonly chosen: number
  readonly order: 'place' | 'confidence'
  /** Milliseconds the import took, and when it was, since 1970. */
  readonly took: number
  readonly at: number
  /** Settled ones in order, with whether the edition changed: what undo takes back. */
  readonly done: readonly { readonly index: number; readonly changed: boolean }[]
}

export const NO_REPORT: ImportReport = {
  ...{ open: false, texts: [], stories: [], doubts: [], chosen: 0, order: 'place' },
  ...{ took: 0, at: 0, done: [] },
}

export const reportOf = perDesk<ImportReport>(NO_REPORT)

const linesOf = (diagnostic: Diagnostic): readonly number[] => {
  const { doubt, where } = diagnostic
  if (doubt === undefined) return where?.line === undefined ? [] : [where.line]
  if (doubt.action === 'look') return doubt.lines
  return doubt.pieces.map(({ lines }) => lines[0])
}

/** What came with the texts and was not simply taken: a picture without a caption, a file left out. */
const isAside = (code: string, severity: Diagnostic['severity']): boolean =>
  severity === 'warning' && /^(?:picture|input)\./u.test(code)

/** The doubts of a report in the order of their places. */
export function doubtsIn(
  report: readonly Diagnostic[],
  texts: readonly ImportedText[],
): readonly DoubtEntry[] {
  const fileAt = new Map(texts.map(({ file }, i) => [file, i]))
  return report
    .filter(({ code, severity }) => code.startsWith('intake.') || isAside(code, severity))
    .map((diagnostic): DoubtEntry => ({
      diagnostic,
      doubt: diagnostic.doubt ?? null,
      file: diagnostic.where?.file ?? texts[0]?.file ?? '',
      lines: linesOf(diagnostic),
      settled: 'open',
    }))
    .sort(
      (a, b) =>
        (fileAt.get(a.file) ?? texts.length) - (fileAt.get(b.file) ?? texts.length) ||
        (a.lines[0] ?? 0) - (b.lines[0] ?? 0),
    )
}

/** Whether 接上 or 拆开 would change the text, or only confirm what was read. */
const changes = (doubt: Doubt | null, settled: Settlement): boolean =>
  settled === 'recast' ||
  (settled === 'accepted' && doubt?.action === 'join') ||
  (settled === 'apart' && doubt?.action === 'split')

/** The change that settles the entry so. */
function changeOf(
  { edition }: { readonly edition: Edition },
  entry: DoubtEntry,
  report: ImportReport,
  label: string,
): Transaction | null {
  const signature = { author: '', label, time: 0 }
  const { doubt } = entry
  if (doubt === null) return null
  if (doubt.action === 'look') {
    const raw = rawLines(report, readStories(edition, report.stories))
    return alternativeTo(edition, entry, raw, label)?.transaction ?? null
  }
  const settled = settleDoubt(edition, doubt, signature)
  return settled.ok ? settled.value : null
}

/** Settles the doubt, `recast` as what the line would be next; a change of the text is one undo entry. The next open one is chosen. */
export function settle(desk: Desk, text: Text, index: number, settled: Settlement): void {
  const shelf = reportOf(desk)
  const { doubts, done } = shelf.get()
  const entry = doubts[index]
  if (entry === undefined) return
  const changed = changes(entry.doubt, settled) && entry.settled !== settled
  if (changed) {
    const snapshot = desk.session.getSnapshot()
    const change = changeOf(snapshot, entry, shelf.get(), text.importing.settling)
    if (change === null) {
      const { textChanged, nothingToSplit } = text.importing
      toast.error(entry.doubt?.action === 'look' ? nothingToSplit : textChanged)
      return
    }
    if (!desk.actions.change(change)) return
  }
  const next = doubts.map((one, i) => (i === index ? { ...one, settled } : one))
  shelf.set({ doubts: next, done: [...done, { index, changed }], chosen: nextOpen(next, index) })
}

/** Takes back what was settled last. */
export function unsettle(desk: Desk): void {
  const shelf = reportOf(desk)
  const { doubts, done } = shelf.get()
  const last = done.at(-1)
  if (last === undefined) return
  if (last.changed) desk.actions.undo()
  shelf.set({
    doubts: doubts.map((one, i) => (i === last.index ? { ...one, settled: 'open' } : one)),
    done: done.slice(0, -1),
    chosen: last.index,
  })
}

const nextOpen = (doubts: readonly DoubtEntry[], from: number): number => {
  for (let step = 1; step <= doubts.length; step++) {
    const at = (from + step) % doubts.length
    if (doubts[at]?.settled === 'open') return at
  }
  return from
}

export function chooseNext(desk: Desk, step: 1 | -1): void {
  const shelf = reportOf(desk)
  const { doubts, chosen } = shelf.get()
  if (doubts.length > 0) shelf.set({ chosen: (chosen + step + doubts.length) % doubts.length })
}
