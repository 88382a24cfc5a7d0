/**
 * The changes since the last snapshot, on disk as soon as they are made: a change
 * is written at once, and those that come during a write go together in the next.
 * All of them are kept in memory too until a snapshot holds them: a disk that is full
 * loses nothing while the desk runs, and what it refused is written as soon as it
 * can be.
 */
import { err, ok, type Diagnostic, type Result } from '../../core/result'
import { diskTrouble } from './diskTrouble'
import { nodeJournalDisk, type JournalDisk } from './journalDisk'
import { lineOf, type JournalEntry, type Mark } from './journalRecords'

/** Between attempts while the disk refuses. */
const RETRY_MS = 1_000

/** Runs `act` after so many milliseconds, unless it is called off. */
export type Timer = (ms: number, act: () => void) => () => void

export const systemTimer: Timer = (ms, act) => {
  const timeout = setTimeout(act, ms)
  return () => clearTimeout(timeout)
}

export interface JournalOptions {
  readonly path: string
  /** The snapshot that the first change follows. */
  readonly snapshot: Mark
  /** Changes that the file holds already, in `length` bytes; 0 when the file is to be written anew. */
  readonly found?: { readonly entries: readonly JournalEntry[]; readonly length: number }
  /** Hears of a refusal once, and with null when writing goes well again. */
  readonly onTrouble?: (trouble: Diagnostic | null) => void
  readonly disk?: JournalDisk
  readonly timer?: Timer
}

export interface Journal {
  /** Notes a change and begins to write it. Ends when it is on disk, or when the disk refused it: `onTrouble` has heard why. */
  append(entry: JournalEntry): Promise<void>
  /** Writes what is not on disk yet, now. */
  flush(): Promise<Result<void>>
  /** Announces a snapshot that is about to replace the one on disk. */
  mark(snapshot: Mark): Promise<Result<void>>
  /** The snapshot stands: drops the changes it holds. A journal without changes has no file. */
  restart(snapshot: Mark): Promise<Result<void>>
  /** Writes what is left and stops. */
  close(): Promise<Result<void>>
  /** Stops without writing, once the write under way has ended: the journal is of no use any more. */
  abandon(): Promise<void>
}

interface Line {
  /** Null for a mark. */
  readonly entry: JournalEntry | null
  readonly text: string
}

const entryLine = (entry: JournalEntry): Line => ({ entry, text: lineOf(entry) })
const markLine = (snapshot: Mark): Line => ({ entry: null, text: lineOf(snapshot) })
const bytesOf = (lines: readonly Line[]): Uint8Array =>
  new TextEncoder().encode(lines.map(({ text }) => text).join(''))

export function openJournal(options: JournalOptions): Journal {
  const { path, disk = nodeJournalDisk, timer = systemTimer, onTrouble = () => undefined } = options
  let lines: Line[] = [markLine(options.snapshot), ...(options.found?.entries ?? []).map(entryLine)]
  /** Lines of `lines` that are on disk, and the length of the file with them; 0 when it must be written anew. */
  let length = options.found?.length ?? 0
  let written = length === 0 ? 0 : lines.length
  let trouble: Diagnostic | null = null
  let callOff: (() => void) | null = null
  let closed = false
  let abandoned = false
  /** A write that has not begun takes along whatever comes until it does. */
  let due: Promise<void> | null = null
  let queue: Promise<unknown> = Promise.resolve()

  /** Work on the file, one after another. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const next = queue.then(work)
    queue = next.catch(() => undefined)
    return next
  }

  const tell = (found: Diagnostic | null): void => {
    const isNews = (found === null) !== (trouble === null)
    trouble = found
    if (isNews) onTrouble(found)
  }

  const schedule = (ms: number): void => {
    if (closed) return
    callOff ??= timer(ms, () => {
      callOff = null
      void flush()
    })
  }

  const attempt = async (work: () => Promise<void>): Promise<Result<void>> => {
    try {
      await work()
      tell(null)
      return ok(undefined)
    } catch (error) {
      const found = { ...diskTrouble(error, path, 'written', false), code: 'journal.write' }
      tell(found)
      schedule(RETRY_MS)
      return err(found)
    }
  }

  const writeAll = async (): Promise<void> => {
    const count = lines.length
    const bytes = bytesOf(lines)
    await disk.replace(path, bytes)
    written = count
    length = bytes.length
  }

  const writeRest = async (): Promise<void> => {
    if (written === lines.length || lines.every(({ entry }) => entry === null)) return
    if (written === 0) return writeAll()
    const count = lines.length
    const bytes = bytesOf(lines.slice(written))
    if (!(await disk.append(path, length, bytes))) return writeAll()
    written = count
    length += bytes.length
  }

  const flush = (): Promise<Result<void>> => inTurn(() => attempt(writeRest))

  const flushSoon = (): Promise<void> => {
    due ??= inTurn(async () => {
      due = null
      // A disk that refuses is asked again by the timer alone.
      if (trouble === null && !abandoned) await attempt(writeRest)
    })
    return due
  }

  const stop = (): void => {
    closed = true
    callOff?.()
    callOff = null
  }

  return {
    append(entry) {
      if (closed) throw new Error('The journal is closed')
      lines.push(entryLine(entry))
      return flushSoon()
    },
    flush,
    mark(snapshot) {
      lines.push(markLine(snapshot))
      return flush()
    },
    restart: (snapshot) =>
      inTurn(() =>
        attempt(async () => {
          const left = lines.filter(
            ({ entry }) => entry !== null && entry.revision > snapshot.revision,
          )
          lines = [markLine(snapshot), ...left]
          written = 0
          if (left.length > 0) return writeAll()
          await disk.remove(path)
        }),
      ),
    close() {
      stop()
      return flush()
    },
    abandon() {
      stop()
      abandoned = true
      return inTurn(() => Promise.resolve())
    },
  }
}
