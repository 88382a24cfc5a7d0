/** The few disk operations that services need, so that tests can let a disk fail. */
import {
  copyFile,
  link,
  mkdir,
  open,
  readFile,
  readdir,
  realpath,
  rename,
  rm,
  rmdir,
  stat,
} from 'node:fs/promises'
import { join } from 'node:path'

export type EntryKind = 'file' | 'folder' | 'other'

export interface Entry {
  readonly name: string
  readonly kind: EntryKind
}

export interface FileSystem {
  /** What stands at the path, links followed; null when nothing does. */
  kindOf(path: string): Promise<EntryKind | null>
  /** The path with its links resolved. */
  realPath(path: string): Promise<string>
  /** Entries in the order of their names. */
  list(folder: string): Promise<readonly Entry[]>
  read(path: string): Promise<Uint8Array>
  /** Makes a new file and does not return before it is on the disk. */
  write(path: string, bytes: Uint8Array): Promise<void>
  /** The same file under a second name, or a copy where the disk knows no second names. */
  duplicate(from: string, to: string): Promise<void>
  /** Makes the folder and those above it; gives the uppermost one made, null when all were there. */
  makeFolder(path: string): Promise<string | null>
  rename(from: string, to: string): Promise<void>
  /** Removes a file or a folder with all in it; content when there is none. */
  remove(path: string): Promise<void>
  removeEmptyFolder(path: string): Promise<void>
  /** Makes new and renamed entries of the folder survive a loss of power. */
  syncFolder(path: string): Promise<void>
}

/** The error's code (`ENOSPC`), null for what is no error of the system. */
export const errorCode = (error: unknown): string | null =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null

const kind = (entry: { isFile(): boolean; isDirectory(): boolean }): EntryKind =>
  entry.isFile() ? 'file' : entry.isDirectory() ? 'folder' : 'other'

async function kindOf(path: string): Promise<EntryKind | null> {
  try {
    return kind(await stat(path))
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null
    throw error
  }
}

async function list(folder: string): Promise<readonly Entry[]> {
  const entries = await readdir(folder, { withFileTypes: true })
  const found = entries.map(async (entry): Promise<Entry> => {
    const linked = entry.isSymbolicLink() && (await kindOf(join(folder, entry.name))) === 'file'
    return { name: entry.name, kind: linked ? 'file' : kind(entry) }
  })
  return (await Promise.all(found)).sort((a, b) => (a.name < b.name ? -1 : 1))
}

async function write(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'wx')
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** Not every disk and system can sync a folder; a rename is safe enough without. */
const UNSYNCABLE: readonly string[] = ['EINVAL', 'EISDIR', 'EPERM', 'EACCES', 'ENOTSUP']

async function syncFolder(path: string): Promise<void> {
  try {
    const folder = await open(path, 'r')
    await folder.sync().finally(() => folder.close())
  } catch (error) {
    if (!UNSYNCABLE.includes(errorCode(error) ?? '')) throw error
  }
}

async function duplicate(from: string, to: string): Promise<void> {
  try {
    await link(from, to)
  } catch (error) {
    if (errorCode(error) === null || errorCode(error) === 'ENOENT') throw error
    await copyFile(from, to)
  }
}

export const nodeFileSystem: FileSystem = {
  kindOf,
  realPath: realpath,
  list,
  read: async (path) => new Uint8Array(await readFile(path)),
  write,
  duplicate,
  makeFolder: async (path) => (await mkdir(path, { recursive: true })) ?? null,
  rename,
  remove: (path) => rm(path, { recursive: true, force: true }),
  removeEmptyFolder: rmdir,
  syncFolder,
}
