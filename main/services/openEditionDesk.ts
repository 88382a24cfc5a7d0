/** Opens an edition for its windows: takes its lock and brings back what its journal has. */
import { join } from 'node:path'
import { encodeEdition } from '../../core/format'
import { ok, type Diagnostic, type Result } from '../../core/result'
import { diskStamp } from './diskStamp'
import { createEditionDesk, type EditionDeskOptions, type EditionDesk } from './editionDesk'
import { lockEdition } from './editionLock'
import { JOURNAL, openEdition } from './editionStore'
import { nodeFileSystem } from './fileSystem'
import { systemTimer } from './journal'
import { nodeJournalDisk } from './journalDisk'
import { digestOf } from './journalRecords'
import { recover } from './recovery'

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
      edition: recovered.edition,
      snapshot: recovered.snapshot,
      log: recovered.entries,
      journalLength: recovered.length,
      stamp: await diskStamp(options.dir),
      diagnostics: [...opened.value.diagnostics, ...readOnlyDisk, ...recovered.diagnostics],
    }),
  )
}
