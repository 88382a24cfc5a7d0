/** One process at a time writes an edition: its journal has one author of numbers. */
import { hostname } from 'node:os'
import { join } from 'node:path'
import * as v from 'valibot'
import { err, ok, type Diagnostic, type Result } from '../../core/result'
import { isAlive } from './alive'
import { diskTrouble } from './diskTrouble'
import { errorCode, nodeFileSystem, type FileSystem } from './fileSystem'

/** Hidden, so that no one takes it for a part of the edition. */
export const LOCK = '.lock'

const ownerSchema = v.object({ pid: v.pipe(v.number(), v.safeInteger()), host: v.string() })
type Owner = v.InferOutput<typeof ownerSchema>

const self: Owner = { pid: process.pid, host: hostname() }

async function ownerOf(path: string, fs: FileSystem): Promise<Owner | null> {
  try {
    const text = new TextDecoder().decode(await fs.read(path))
    const owner = v.safeParse(ownerSchema, JSON.parse(text))
    return owner.success ? owner.output : null
  } catch (error) {
    if (error instanceof SyntaxError || errorCode(error) === 'ENOENT') return null
    throw error
  }
}

const inUse = (dir: string, { host, pid }: Owner): Diagnostic => ({
  severity: 'error',
  code: 'edition.in-use',
  message: `${dir} is open in another Banxin (process ${pid} on ${host}). Close it there or open the edition to look only; if no other Banxin runs, remove the file ${LOCK} in the folder.`,
  where: { file: dir },
  parts: { host, pid },
})

/** Takes the edition for this process. The lock of a process that ended without giving it back counts for nothing. */
export async function lockEdition(
  dir: string,
  fs: FileSystem = nodeFileSystem,
): Promise<Result<void>> {
  const path = join(dir, LOCK)
  try {
    const owner = await ownerOf(path, fs)
    if (owner !== null && owner.pid !== self.pid) {
      if (owner.host !== self.host || isAlive(owner.pid)) return err(inUse(dir, owner))
    }
    await fs.remove(path)
    await fs.write(path, new TextEncoder().encode(JSON.stringify(self)))
    return ok(undefined)
  } catch (error) {
    return err(diskTrouble(error, dir, 'written'))
  }
}

/** Gives it back; a disk that refuses does no harm, for the process ends. */
export async function unlockEdition(dir: string, fs: FileSystem = nodeFileSystem): Promise<void> {
  try {
    await fs.remove(join(dir, LOCK))
  } catch (error) {
    if (errorCode(error) === null) throw error
  }
}
