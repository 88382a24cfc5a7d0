/** The built window as a set of files, read once: a request names one of them or nothing. */
import { readFile, readdir } from 'node:fs/promises'
import { extname, join, relative, sep } from 'node:path'
import { err, ok, type Result } from '../../core/result'
import { diskTrouble } from './diskTrouble'

export interface WindowFile {
  readonly type: string
  readonly bytes: Uint8Array
}

/** By path from the root, with slashes: `/index.html`. */
export type WindowFiles = ReadonlyMap<string, WindowFile>

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
}

/** What is of no listed kind (a source map) is left out. */
export async function readWindowFiles(folder: string): Promise<Result<WindowFiles>> {
  try {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true })
    const files = new Map<string, WindowFile>()
    for (const entry of entries) {
      const type = TYPES[extname(entry.name)]
      if (!entry.isFile() || type === undefined) continue
      const path = join(entry.parentPath, entry.name)
      const name = `/${relative(folder, path).split(sep).join('/')}`
      files.set(name, { type, bytes: new Uint8Array(await readFile(path)) })
    }
    return ok(files)
  } catch (error) {
    return err(diskTrouble(error, folder, 'read'))
  }
}
