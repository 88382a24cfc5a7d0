/** The disk as a journal needs it, so that tests can let it fail. */
import { open, readFile, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { errorCode, nodeFileSystem } from './fileSystem'

export interface JournalDisk {
  /** Null when there is no such file. */
  read(path: string): Promise<Uint8Array | null>
  /**
   * Puts `bytes` at `at`, cutting off what stands there from a failed attempt,
   * and returns once they are on the disk. False when the file is shorter than
   * `at`: then it is not the file it was.
   */
  append(path: string, at: number, bytes: Uint8Array): Promise<boolean>
  /** The file with this content, whole or not at all. */
  replace(path: string, bytes: Uint8Array): Promise<void>
  /** Content when there is none. */
  remove(path: string): Promise<void>
  rename(from: string, to: string): Promise<void>
}

async function read(path: string): Promise<Uint8Array | null> {
  try {
    return new Uint8Array(await readFile(path))
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null
    throw error
  }
}

async function append(path: string, at: number, bytes: Uint8Array): Promise<boolean> {
  const file = await open(path, 'r+')
  try {
    const { size } = await file.stat()
    if (size < at) return false
    if (size > at) await file.truncate(at)
    for (let written = 0; written < bytes.length;) {
      const left = bytes.length - written
      written += (await file.write(bytes, written, left, at + written)).bytesWritten
    }
    await file.datasync()
    return true
  } finally {
    await file.close()
  }
}

async function replace(path: string, bytes: Uint8Array): Promise<void> {
  const fresh = `${path}.new`
  await rm(fresh, { force: true })
  await nodeFileSystem.write(fresh, bytes)
  await rename(fresh, path)
  await nodeFileSystem.syncFolder(dirname(path))
}

export const nodeJournalDisk: JournalDisk = {
  read,
  append,
  replace,
  remove: (path) => rm(path, { force: true }),
  rename,
}
