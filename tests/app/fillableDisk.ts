import { nodeFileSystem, type FileSystem } from '../../main/services/fileSystem'
import { nodeJournalDisk, type JournalDisk } from '../../main/services/journalDisk'
import { refused } from '../build/failingDisk'

/** A disk that a test fills, and empties again. */
export function fillableDisk() {
  const disk = { isFull: false }
  const guard =
    <A extends readonly unknown[], R>(run: (...args: A) => Promise<R>) =>
    (...args: A): Promise<R> =>
      disk.isFull ? Promise.reject(refused('ENOSPC')) : run(...args)
  const fs: FileSystem = {
    ...nodeFileSystem,
    write: guard(nodeFileSystem.write),
    duplicate: guard(nodeFileSystem.duplicate),
    makeFolder: guard(nodeFileSystem.makeFolder),
  }
  const journalDisk: JournalDisk = {
    ...nodeJournalDisk,
    append: guard(nodeJournalDisk.append),
    replace: guard(nodeJournalDisk.replace),
  }
  return { disk, fs, journalDisk }
}
