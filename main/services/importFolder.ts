/** Files that came as bytes, in a folder of their own while the importer reads them. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ImportFile } from '../../core/contract'
import { err, ok, type Result } from '../../core/result'
import { diskTrouble } from './diskTrouble'

/** Runs `use` with the folder, and removes it however that ends. */
export async function inImportFolder<T, E>(
  under: string,
  files: readonly ImportFile[],
  use: (folder: string) => Promise<Result<T, E>>,
): Promise<Result<T, E | ReturnType<typeof diskTrouble>>> {
  let folder: string | null = null
  try {
    await mkdir(under, { recursive: true })
    folder = await mkdtemp(join(under, 'import-'))
    for (const { name, bytes } of files) await writeFile(join(folder, name), bytes, { flag: 'wx' })
  } catch (error) {
    if (folder !== null) await rm(folder, { recursive: true, force: true })
    return err(diskTrouble(error, under, 'written'))
  }
  const result = await use(folder).finally(() => rm(folder, { recursive: true, force: true }))
  return result.ok ? ok(result.value) : result
}
