/** What electron-builder would pack, in a folder of its own: nothing of the sources is within reach. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { parse } from 'yaml'
import { root } from './deskServer'

interface Packing {
  readonly files: readonly string[]
}

/** Answers the folder; what the build makes is copied, the rest linked. */
export function packedDesk(): string {
  const packed = mkdtempSync(join(tmpdir(), 'banxin-packed-'))
  const { files } = parse(readFileSync(join(root, 'electron-builder.yml'), 'utf8')) as Packing
  for (const pattern of files.filter((one) => !one.startsWith('!'))) {
    const path = pattern.replace(/\/\*\*$/u, '')
    mkdirSync(dirname(join(packed, path)), { recursive: true })
    if (path.startsWith('out/')) cpSync(join(root, path), join(packed, path), { recursive: true })
    else symlinkSync(join(root, path), join(packed, path))
  }
  return packed
}
