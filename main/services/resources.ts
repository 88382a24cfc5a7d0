/** Where the files that come with Banxin are. */
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import * as v from 'valibot'

/**
 * The folder `resources` of this installation. The sources stand two folders
 * below its parent (main/services), and so does the bundle (out/cli).
 */
export const resourcesFolder = (): string =>
  fileURLToPath(new URL('../../resources', import.meta.url))

/** A file or folder of the bundle that runs, beside its entry. */
export const bundleFile = (name: string): string => fileURLToPath(new URL(name, import.meta.url))

/**
 * A program that runs as a process of its own, from `main/services/press`: the desk has it bundled
 * beside its own entry, and no sources where it is installed; all others start it where it was written.
 */
export function programFile(name: string): string {
  const bundled = bundleFile(`${name}.mjs`)
  if (existsSync(bundled)) return bundled
  return fileURLToPath(new URL(`../../main/services/press/${name}.mjs`, import.meta.url))
}

/** The version of this installation. */
export function installedVersion(): string {
  const path = fileURLToPath(new URL('../../package.json', import.meta.url))
  const manifest: unknown = JSON.parse(readFileSync(path, 'utf8'))
  return v.parse(v.object({ version: v.string() }), manifest).version
}
