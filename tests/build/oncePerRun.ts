import { existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { inject } from 'vitest'

/**
 * The folder that `make` fills, made by the first test file that asks for `name` and read
 * by all. Who changes what is in it takes a copy. A worker that makes it while another does
 * throws its own away.
 */
export async function oncePerRun(
  name: string,
  make: (folder: string) => Promise<unknown>,
): Promise<string> {
  const made = join(inject('runFolder'), name)
  if (existsSync(made)) return made
  const own = mkdtempSync(`${made}-`)
  await make(own)
  try {
    renameSync(own, made)
  } catch (error) {
    if (!existsSync(made)) throw error
    rmSync(own, { recursive: true })
  }
  return made
}
