/**
 * The journal's text. A line is the first 16 hexadecimal digits of the SHA-256 of
 * a JSON text, a space and that text. A line is a change, or a mark: the digest
 * and the revision of a snapshot. A mark is written before its snapshot replaces
 * the one on disk, so that a crash between the two leaves a journal that fits
 * either: changes after the last mark that names what is on disk are the ones
 * that it lacks.
 */
import { createHash } from 'node:crypto'
import * as v from 'valibot'
import type { EditionTexts } from '../../core/format'

export interface Mark {
  /** Of the snapshot's files; see `digestOf`. */
  readonly digest: string
  readonly revision: number
}

export interface JournalEntry {
  /** Number the edition has after it. */
  readonly revision: number
  /** As `transactionToJson` makes it. */
  readonly transaction: unknown
}

export interface JournalText {
  readonly lines: readonly (Mark | JournalEntry)[]
  /** Bytes of the whole lines. */
  readonly length: number
  /** Bytes after them that are no whole line: a write that was cut off, or damage. */
  readonly torn: number
}

const revision = v.pipe(v.number(), v.safeInteger(), v.minValue(0))
const lineSchema = v.union([
  v.strictObject({ digest: v.string(), revision }),
  v.strictObject({ revision, transaction: v.unknown() }),
])

const LINE_FEED = 10
const SUM_LENGTH = 16

const sumOf = (text: string): string =>
  createHash('sha256').update(text).digest('hex').slice(0, SUM_LENGTH)

export function lineOf(record: Mark | JournalEntry): string {
  const text = JSON.stringify(record)
  return `${sumOf(text)} ${text}\n`
}

/** The same for the same files, whatever their order: the codec writes an edition in one way only. */
export function digestOf(texts: EditionTexts): string {
  const hash = createHash('sha256')
  for (const path of [...texts.keys()].sort()) {
    const text = texts.get(path) ?? ''
    hash.update(`${path}\n${Buffer.byteLength(text)}\n${text}`)
  }
  return hash.digest('hex')
}

/** Whole lines up to the first that is none. */
export function parseJournal(bytes: Uint8Array): JournalText {
  const lines: (Mark | JournalEntry)[] = []
  let length = 0
  for (;;) {
    const end = bytes.indexOf(LINE_FEED, length)
    const line = end < 0 ? null : parseLine(bytes.subarray(length, end))
    if (line === null) return { lines, length, torn: bytes.length - length }
    lines.push(line)
    length = end + 1
  }
}

function parseLine(bytes: Uint8Array): Mark | JournalEntry | null {
  const line = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8')
  const text = line.slice(SUM_LENGTH + 1)
  if (line.slice(0, SUM_LENGTH + 1) !== `${sumOf(text)} `) return null
  const parsed = v.safeParse(lineSchema, JSON.parse(text))
  return parsed.success ? parsed.output : null
}

export const isMark = (line: Mark | JournalEntry): line is Mark => 'digest' in line

/**
 * The changes that the snapshot lacks, and its mark; null when the journal
 * belongs to another snapshot or its numbers have a gap.
 */
export function changesSince(
  lines: readonly (Mark | JournalEntry)[],
  digest: string,
): { readonly mark: Mark; readonly entries: readonly JournalEntry[] } | null {
  const mark = lines.filter(isMark).findLast((line) => line.digest === digest)
  if (mark === undefined) return null
  const entries = lines.flatMap((line) =>
    isMark(line) || line.revision <= mark.revision ? [] : [line],
  )
  const inOrder = entries.every((entry, i) => entry.revision === mark.revision + 1 + i)
  return inOrder ? { mark, entries } : null
}
