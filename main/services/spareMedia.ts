/**
 * The pictures of an open edition under second names outside its folder, so that they
 * outlive it: links where both lie on one disk, else copies. What cannot be kept so is
 * left: the folder has it still.
 */
import { basename, join } from 'node:path'
import { isAlive } from './alive'
import type { FolderFile } from './atomicWrite'
import { mediaIn } from './editionMedia'
import { MEDIA } from './editionStore'
import { errorCode, type FileSystem } from './fileSystem'

export interface SpareMedia {
  /** Has them as an edition's folder would. */
  readonly dir: string
  /** Keeps what lies in an edition's folder now, one file after another. */
  keep(from: string): void
  /** Those kept, as files of an edition. */
  files(): Promise<readonly FolderFile[]>
  /** Gives them up. */
  close(): Promise<void>
}

/** A place for the pictures of one edition, below that of all; named so that what a killed process left is known. */
export const sparePlace = (below: string, unique: string): string =>
  join(below, `${process.pid}-${unique}`)

export function openSpareMedia(dir: string, fs: FileSystem): SpareMedia {
  let queue: Promise<void> = Promise.resolve()
  let isOpen = true

  async function keepFrom(from: string): Promise<void> {
    const known = new Set(await mediaIn(dir, fs))
    const missing = (await mediaIn(from, fs)).filter((file) => !known.has(file))
    if (missing.length > 0) await fs.makeFolder(join(dir, MEDIA))
    for (const file of missing)
      if (isOpen) await fs.duplicate(join(from, MEDIA, file), join(dir, MEDIA, file))
  }

  return {
    dir,
    keep: (from) => void (queue = queue.then(() => unlessRefused(keepFrom(from)))),
    async files() {
      await queue
      const kept = await mediaIn(dir, fs)
      return kept.map((file) => ({ path: `${MEDIA}/${file}`, from: join(dir, MEDIA, file) }))
    },
    async close() {
      isOpen = false
      await queue
      await unlessRefused(fs.remove(dir))
    },
  }
}

/** Takes away what processes left that were killed. */
export const sweepSpareMedia = (below: string, fs: FileSystem): Promise<void> =>
  unlessRefused(sweep(below, fs))

async function sweep(below: string, fs: FileSystem): Promise<void> {
  if ((await fs.kindOf(below)) !== 'folder') return
  for (const { name } of await fs.list(below)) {
    const pid = Number(basename(name).split('-')[0])
    if (!isAlive(pid)) await unlessRefused(fs.remove(join(below, name)))
  }
}

async function unlessRefused(work: Promise<void>): Promise<void> {
  try {
    await work
  } catch (error) {
    if (errorCode(error) === null) throw error
  }
}
