/** What went wrong on the desk, for whoever helps: never text of the edition. */
import { appendFile, mkdir, rename, stat } from 'node:fs/promises'
import { dirname } from 'node:path'

const MOST_BYTES = 1024 * 1024

export interface DeskLog {
  write(level: string, message: string): Promise<void>
}

/** A full log moves aside once and begins anew; a disk that refuses is no reason to stop. */
export function openDeskLog(path: string, now: () => number): DeskLog {
  let queue: Promise<void> = Promise.resolve()

  async function write(level: string, message: string): Promise<void> {
    const line = message.replace(/\s+/gu, ' ').trim()
    try {
      await mkdir(dirname(path), { recursive: true })
      const { size } = await stat(path).catch(() => ({ size: 0 }))
      if (size > MOST_BYTES) await rename(path, `${path}.1`)
      await appendFile(path, `${new Date(now()).toISOString()} ${level} ${line}\n`)
    } catch {
      return
    }
  }

  return { write: (level, message) => (queue = queue.then(() => write(level, message))) }
}
