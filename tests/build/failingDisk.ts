/** A real disk that refuses chosen operations, and a picture of what stands on it. */
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { nodeFileSystem, type FileSystem } from '../../main/services/fileSystem'

export const refused = (code: string): Error =>
  Object.assign(new Error(`${code}: refused`), { code })

/** What only adds to a disk: these fail when it is full. */
const GROWING: readonly string[] = ['write', 'duplicate', 'makeFolder']

export interface Failing extends FileSystem {
  /** Changing operations so far. */
  readonly count: () => number
}

/**
 * Refuses the `nth` changing operation (from 0) with `code`, leaving half of a
 * file behind; with `full`, every later one that needs room too.
 */
export function failingDisk(nth: number, code: string, full = false): Failing {
  let count = 0
  const guard =
    <A extends readonly unknown[], R>(name: string, run: (...args: A) => Promise<R>) =>
    async (...args: A): Promise<R> => {
      const number = count++
      if (number === nth || (full && number > nth && GROWING.includes(name))) {
        if (name === 'write' && typeof args[0] === 'string' && args[1] instanceof Uint8Array) {
          await writeFile(args[0], args[1].subarray(0, args[1].length / 2))
        }
        throw refused(code)
      }
      return run(...args)
    }
  return {
    ...nodeFileSystem,
    write: guard('write', nodeFileSystem.write),
    duplicate: guard('duplicate', nodeFileSystem.duplicate),
    makeFolder: guard('makeFolder', nodeFileSystem.makeFolder),
    rename: guard('rename', nodeFileSystem.rename),
    remove: guard('remove', nodeFileSystem.remove),
    removeEmptyFolder: guard('removeEmptyFolder', nodeFileSystem.removeEmptyFolder),
    syncFolder: guard('syncFolder', nodeFileSystem.syncFolder),
    count: () => count,
  }
}

/** Every file and folder below, with the files' contents. */
export function snapshot(folder: string): Readonly<Record<string, string>> {
  const entries = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()
  return Object.fromEntries(
    entries.map((name) => {
      const path = join(folder, name)
      return [
        relative(folder, path),
        statSync(path).isDirectory() ? '/' : readFileSync(path, 'utf8'),
      ]
    }),
  )
}

/** Runs in a fresh folder and removes it. */
export async function inFolder<T>(run: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'banxin-test-'))
  try {
    return await run(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
