/** Changes for the journal, and what a journal file holds of them. */
import { readFileSync } from 'node:fs'
import { transact, transactionToJson } from '../../../core/edit'
import { encodeEdition } from '../../../core/format'
import type { Edition } from '../../../core/model/edition'
import type { Diagnostic } from '../../../core/result'
import { openJournal, type Timer } from '../../../main/services/journal'
import { nodeJournalDisk, type JournalDisk } from '../../../main/services/journalDisk'
import { digestOf, parseJournal, type JournalEntry } from '../../../main/services/journalRecords'
import { smallEdition } from '../../build/editionBuilder'
import { required } from '../../core/edit/sameEdition'

/** The digest by which a journal knows what it follows. */
export const snapshotOf = (edition: Edition): string => digestOf(required(encodeEdition(edition)))

export const DIGEST = snapshotOf(smallEdition())

/** Each renames the publication once more. */
export function changes(count: number, from = 0): readonly JournalEntry[] {
  let edition = renamed(from)
  return Array.from({ length: count }, (_, i) => {
    const builder = transact(edition).meta({ publication: `样报${from + i + 1}` })
    edition = builder.edition
    const transaction = builder.done({ author: '甲', label: '改名', time: 0 })
    return {
      revision: from + i + 1,
      transaction: JSON.parse(JSON.stringify(transactionToJson(transaction))) as unknown,
    }
  })
}

export const renamed = (times: number): Edition =>
  times === 0
    ? smallEdition()
    : transact(smallEdition()).meta({ publication: `样报${times}` }).edition

/** Hands over what was scheduled, to be run by hand. */
function handTimer(): {
  readonly timer: Timer
  readonly waits: number[]
  readonly ring: () => void
} {
  const waiting: (() => void)[] = []
  const waits: number[] = []
  return {
    waits,
    timer: (ms, act) => {
      waits.push(ms)
      waiting.push(act)
      return () => waiting.splice(waiting.indexOf(act), 1)
    },
    ring: () => waiting.splice(0).forEach((act) => act()),
  }
}

/** A journal of the small edition at `path`, its timer rung by hand. */
export const open = (path: string, disk: JournalDisk = nodeJournalDisk) => {
  const clock = handTimer()
  const troubles: (Diagnostic | null)[] = []
  const journal = openJournal({
    path,
    snapshot: { digest: DIGEST, revision: 0 },
    disk,
    timer: clock.timer,
    onTrouble: (trouble) => troubles.push(trouble),
  })
  return { journal, troubles, ...clock }
}

/** Revisions of the changes in a journal file. */
export const revisionsIn = (path: string): readonly number[] =>
  parseJournal(new Uint8Array(readFileSync(path))).lines.flatMap((line) =>
    'transaction' in line ? [line.revision] : [],
  )
