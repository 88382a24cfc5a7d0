/** Opens an edition for its windows: takes its lock and brings back what its journal has. */
import { join } from 'node:path'
import { encodeEdition } from '../../core/format'
import type { Edition } from '../../core/model/edition'
import { ok, type Diagnostic, type Result } from '../../core/result'
import { openChangeLog, type ChangeLog } from './changeLog'
import { diskStamp } from './diskStamp'
import {
  createEditionDesk,
  type EditionDesk,
  type EditionDeskOptions,
  type EditionDeskParts,
} from './editionDesk'
import { lockEdition } from './editionLock'
import { JOURNAL, openEdition } from './editionStore'
import { nodeFileSystem } from './fileSystem'
import { systemTimer } from './journal'
import { nodeJournalDisk } from './journalDisk'
import { digestOf } from './journalRecords'
import { recover, type Recovered } from './recovery'

/** Refusals that mean: this folder can be read but not written. */
const isLockedDisk = ({ code }: Diagnostic): boolean => code === 'disk.write'

export async function openEditionDesk(options: EditionDeskOptions): Promise<Result<EditionDesk>> {
  const { fs = nodeFileSystem, journalDisk = nodeJournalDisk, timer = systemTimer } = options
  const opened = await openEdition(options.dir, fs)
  if (!opened.ok) return opened
  const lock = options.readOnly ? ok(undefined) : await lockEdition(options.dir, fs)
  if (!lock.ok && !isLockedDisk(lock.error)) return lock
  const readOnlyDisk: readonly Diagnostic[] = lock.ok
    ? []
    : [{ ...lock.error, severity: 'warning', code: 'edition.read-only' }]
  const texts = encodeEdition(opened.value.edition)
  if (!texts.ok) return texts
  const readOnly = options.readOnly || !lock.ok
  const journal = join(options.dir, JOURNAL)
  const found = await recover(journal, opened.value.edition, digestOf(texts.value), {
    readOnly,
    disk: journalDisk,
  })
  if (!found.ok) return found
  const recovered = found.value
  return ok(
    createEditionDesk({
      ...options,
      ...{ fs, journalDisk, timer, readOnly },
      ...numbered(recovered, options.former),
      entries: recovered.entries,
      journalLength: recovered.length,
      stamp: await diskStamp(options.dir),
      diagnostics: [...opened.value.diagnostics, ...readOnlyDisk, ...recovered.diagnostics],
    }),
  )
}

/** The changes since the snapshot; those of the last desk on the edition, if it left it as it is found. */
function numbered(
  { edition, snapshot, entries }: Recovered,
  former: ChangeLog | undefined,
): Pick<EditionDeskParts, 'changes' | 'snapshot'> {
  const revision = snapshot.revision + entries.length
  if (former === undefined || !isSame(former.edition, edition)) {
    return { changes: openChangeLog(edition, revision, entries), snapshot }
  }
  // a journal without changes has no file, and so no number
  if (entries.length === 0) {
    return { changes: former, snapshot: { ...snapshot, revision: former.revision } }
  }
  const changes = former.revision === revision ? former : openChangeLog(edition, revision, entries)
  return { changes, snapshot }
}

function isSame(one: Edition, other: Edition): boolean {
  const [left, right] = [encodeEdition(one), encodeEdition(other)]
  return left.ok && right.ok && digestOf(left.value) === digestOf(right.value)
}
