/** What a desk that ended without saving left in the journal, applied again. */
import { createHash } from 'node:crypto'
import { dirname, join } from 'node:path'
import { applyTransaction, transactionFromJson } from '../../core/edit'
import type { Edition } from '../../core/model/edition'
import { err, ok, type Diagnostic, type Parts, type Result } from '../../core/result'
import { diskTrouble } from './diskTrouble'
import { nodeJournalDisk, type JournalDisk } from './journalDisk'
import { changesSince, lineOf, parseJournal, type JournalEntry, type Mark } from './journalRecords'

export interface Recovered {
  readonly edition: Edition
  /** The snapshot that the changes follow. */
  readonly snapshot: Mark
  readonly entries: readonly JournalEntry[]
  /** Length of the journal's whole lines; 0 when it is to be begun anew. */
  readonly length: number
  readonly diagnostics: readonly Diagnostic[]
}

export interface RecoveryOptions {
  /** Leaves the disk as it is. */
  readonly readOnly?: boolean
  readonly disk?: JournalDisk
}

const LINE_FEED = 10
const NAME_LENGTH = 8

const warning = (path: string, code: string, message: string, parts: Parts = {}): Diagnostic => ({
  severity: 'warning',
  code: `journal.${code}`,
  message,
  where: { file: path },
  parts,
})

/** A hidden file beside the journal for what could not be used: it may still be read by hand. */
function asideName(path: string, bytes: Uint8Array): string {
  const sum = createHash('sha256').update(bytes).digest('hex').slice(0, NAME_LENGTH)
  return join(dirname(path), `.journal-${sum}`)
}

/**
 * Replays the journal at `path` over the snapshot. A torn end is cut off and told;
 * what does not fit the snapshot is put aside and told, never thrown away.
 */
export async function recover(
  path: string,
  snapshot: Edition,
  digest: string,
  { readOnly = false, disk = nodeJournalDisk }: RecoveryOptions = {},
): Promise<Result<Recovered>> {
  const untouched: Recovered = {
    edition: snapshot,
    snapshot: { digest, revision: 0 },
    entries: [],
    length: 0,
    diagnostics: [],
  }
  try {
    const bytes = await disk.read(path)
    if (bytes === null || bytes.length === 0) return ok(untouched)
    return ok(await replay(path, bytes, untouched, readOnly ? null : disk))
  } catch (error) {
    return err(diskTrouble(error, path, 'read'))
  }
}

async function replay(
  path: string,
  bytes: Uint8Array,
  untouched: Recovered,
  disk: JournalDisk | null,
): Promise<Recovered> {
  const { lines, length, torn } = parseJournal(bytes)
  const diagnostics: Diagnostic[] = []
  if (torn > 0) diagnostics.push(await cutTail(path, bytes, length, disk))
  const since = changesSince(lines, untouched.snapshot.digest)
  if (since === null) {
    const aside = asideName(path, bytes)
    await disk?.rename(path, aside)
    const message = `The journal belongs to another state of the edition than the one on disk, so its changes were not applied; it is kept as ${aside}.`
    return {
      ...untouched,
      diagnostics: [...diagnostics, warning(path, 'other', message, { aside })],
    }
  }
  const { edition, applied, refusal } = applyEntries(untouched.edition, since.entries)
  const left = since.entries.slice(applied.length)
  if (refusal !== null) {
    const rest = new TextEncoder().encode(left.map(lineOf).join(''))
    const aside = asideName(path, rest)
    await disk?.replace(aside, rest)
    const message = `${left.length} changes in the journal no longer fit and were left out (${refusal.message}) They are kept as ${aside}.`
    diagnostics.push(warning(path, 'refused', message, { aside, changes: left.length }))
  }
  return {
    edition,
    snapshot: since.mark,
    entries: applied,
    length: refusal === null ? length : 0,
    diagnostics,
  }
}

/** A last line that was cut off holds nothing; whole lines after a damaged one are put aside. */
async function cutTail(
  path: string,
  bytes: Uint8Array,
  length: number,
  disk: JournalDisk | null,
): Promise<Diagnostic> {
  const tail = bytes.subarray(length)
  const isCutOff = !tail.subarray(0, -1).includes(LINE_FEED)
  const aside = asideName(path, tail)
  if (!isCutOff) await disk?.replace(aside, tail)
  await disk?.append(path, length, new Uint8Array())
  return isCutOff
    ? warning(
        path,
        'torn',
        'The last change in the journal was cut off while it was written and is lost; all before it are back.',
      )
    : warning(
        path,
        'damaged',
        `The journal is damaged, and the changes after the damage could not be brought back; they are kept as ${aside}.`,
        { aside },
      )
}

interface Applied {
  readonly edition: Edition
  readonly applied: readonly JournalEntry[]
  readonly refusal: Diagnostic | null
}

function applyEntries(snapshot: Edition, entries: readonly JournalEntry[]): Applied {
  let edition = snapshot
  for (const [index, entry] of entries.entries()) {
    const transaction = transactionFromJson(entry.transaction)
    const next = transaction.ok ? applyTransaction(edition, transaction.value) : transaction
    if (!next.ok) return { edition, applied: entries.slice(0, index), refusal: next.error }
    edition = next.value
  }
  return { edition, applied: entries, refusal: null }
}
