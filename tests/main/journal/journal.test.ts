import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { build } from 'esbuild'
import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { transact, transactionToJson } from '../../../core/edit'
import { encodeEdition } from '../../../core/format'
import type { Edition } from '../../../core/model/edition'
import type { Diagnostic } from '../../../core/result'
import { openJournal, type Timer } from '../../../main/services/journal'
import { nodeJournalDisk, type JournalDisk } from '../../../main/services/journalDisk'
import {
  digestOf,
  lineOf,
  parseJournal,
  type JournalEntry,
} from '../../../main/services/journalRecords'
import { recover } from '../../../main/services/recovery'
import { smallEdition } from '../../build/editionBuilder'
import { inFolder, refused } from '../../build/failingDisk'
import { expectSameEdition, required } from '../../core/edit/sameEdition'

const snapshotOf = (edition: Edition): string => digestOf(required(encodeEdition(edition)))

const DIGEST = snapshotOf(smallEdition())

/** Each renames the publication once more. */
function changes(count: number, from = 0): readonly JournalEntry[] {
  let edition = renamed(from)
  return Array.from({ length: count }, (_, i) => {
    const builder = transact(edition).meta({ publication: `样报${from + i + 1}` })
    edition = builder.edition
    const transaction = builder.done({ author: '甲', label: '改名', time: 0 })
    return {
      revision: from + i + 1,
      transaction: JSON.parse(JSON.stringify(transactionToJson(transaction))) as unknown,
    }
  })
}

const renamed = (times: number): Edition =>
  times === 0
    ? smallEdition()
    : transact(smallEdition()).meta({ publication: `样报${times}` }).edition

/** Hands over what was scheduled, to be run by hand. */
function handTimer(): {
  readonly timer: Timer
  readonly waits: number[]
  readonly ring: () => void
} {
  const waiting: (() => void)[] = []
  const waits: number[] = []
  return {
    waits,
    timer: (ms, act) => {
      waits.push(ms)
      waiting.push(act)
      return () => waiting.splice(waiting.indexOf(act), 1)
    },
    ring: () => waiting.splice(0).forEach((act) => act()),
  }
}

const open = (path: string, disk: JournalDisk = nodeJournalDisk) => {
  const clock = handTimer()
  const troubles: (Diagnostic | null)[] = []
  const journal = openJournal({
    path,
    snapshot: { digest: DIGEST, revision: 0 },
    disk,
    timer: clock.timer,
    onTrouble: (trouble) => troubles.push(trouble),
  })
  return { journal, troubles, ...clock }
}

const revisionsIn = (path: string): readonly number[] =>
  parseJournal(new Uint8Array(readFileSync(path))).lines.flatMap((line) =>
    'transaction' in line ? [line.revision] : [],
  )

describe('the journal', () => {
  it('makes no file until there is a change, and then writes without waiting for anything', async () => {
    await inFolder(async (folder) => {
      const path = join(folder, 'journal')
      const { journal, waits } = open(path)
      required(await journal.flush())
      expect(existsSync(path)).toBe(false)
      for (const entry of changes(3)) void journal.append(entry)
      await expect.poll(() => existsSync(path) && revisionsIn(path)).toEqual([1, 2, 3])
      expect(waits).toEqual([])
    })
  })

  it('begins a write with the change, and the next one with all that came during it', async () => {
    const lines: string[] = []
    const gates: (() => void)[] = []
    const slow = (bytes: Uint8Array): Promise<void> => {
      lines.push(new TextDecoder().decode(bytes))
      return new Promise((resolve) => gates.push(resolve))
    }
    const disk: JournalDisk = {
      ...nodeJournalDisk,
      replace: (_path, bytes) => slow(bytes),
      append: (_path, _at, bytes) => slow(bytes).then(() => true),
    }
    const { journal, waits } = open('/nowhere/journal', disk)
    const [first, second, third, fourth] = changes(4)
    if (!first || !second || !third || !fourth) throw new Error('There are four')
    const settled = () => new Promise((resolve) => setImmediate(resolve))
    const inWrite = (index: number) =>
      parseJournal(new TextEncoder().encode(lines[index] ?? '')).lines.flatMap((line) =>
        'transaction' in line ? [line.revision] : [],
      )
    let isKept = false
    void journal.append(first).then(() => (isKept = true))
    await settled()
    expect(inWrite(0)).toEqual([1])
    expect(isKept).toBe(false)
    for (const entry of [second, third]) void journal.append(entry)
    await settled()
    expect(lines).toHaveLength(1)
    gates[0]?.()
    await settled()
    expect(isKept).toBe(true)
    expect(inWrite(1)).toEqual([2, 3])
    void journal.append(fourth)
    gates[1]?.()
    await settled()
    expect(inWrite(2)).toEqual([4])
    expect(waits).toEqual([])
  })

  it('only adds to the file after that', async () => {
    await inFolder(async (folder) => {
      const path = join(folder, 'journal')
      let rewrites = 0
      const disk: JournalDisk = {
        ...nodeJournalDisk,
        replace: (at, bytes) => {
          rewrites++
          return nodeJournalDisk.replace(at, bytes)
        },
      }
      const { journal } = open(path, disk)
      for (const entry of changes(5)) {
        void journal.append(entry)
        required(await journal.flush())
      }
      expect(rewrites).toBe(1)
      expect(revisionsIn(path)).toEqual([1, 2, 3, 4, 5])
    })
  })

  it('drops what a snapshot holds, and has no file when that is all', async () => {
    await inFolder(async (folder) => {
      const path = join(folder, 'journal')
      const { journal } = open(path)
      for (const entry of changes(4)) void journal.append(entry)
      required(await journal.flush())
      required(await journal.restart({ digest: 'later', revision: 3 }))
      expect(revisionsIn(path)).toEqual([4])
      required(await journal.restart({ digest: 'last', revision: 4 }))
      expect(existsSync(path)).toBe(false)
      for (const entry of changes(1, 4)) void journal.append(entry)
      required(await journal.close())
      expect(readFileSync(path, 'utf8').split('\n')[0]).toContain('"digest":"last","revision":4')
    })
  })

  it('keeps everything in memory while the disk refuses, tells so once, and writes it later', async () => {
    await inFolder(async (folder) => {
      const path = join(folder, 'journal')
      let full = false
      const disk: JournalDisk = {
        ...nodeJournalDisk,
        async append(at, length, bytes) {
          if (!full) return nodeJournalDisk.append(at, length, bytes)
          await nodeJournalDisk.append(at, length, bytes.subarray(0, bytes.length / 2))
          throw refused('ENOSPC')
        },
      }
      const { journal, troubles, ring } = open(path, disk)
      const [first, ...others] = changes(6)
      if (first) void journal.append(first)
      required(await journal.flush())
      full = true
      for (const entry of others) void journal.append(entry)
      await expect.poll(() => troubles.length).toBe(1)
      const flushed = await journal.flush()
      expect(flushed.ok ? null : flushed.error.code).toBe('journal.write')
      expect(troubles.map((trouble) => trouble?.message)).toEqual([
        `${path} could not be written: the disk is full. Make room on it and try again.`,
      ])
      expect(revisionsIn(path).length).toBeLessThan(6)
      full = false
      ring()
      required(await journal.flush())
      expect(revisionsIn(path)).toEqual([1, 2, 3, 4, 5, 6])
      expect(troubles.at(-1)).toBeNull()
      expect(troubles).toHaveLength(2)
    })
  })

  it('writes itself anew when the file is not the one it was', async () => {
    await inFolder(async (folder) => {
      const path = join(folder, 'journal')
      const { journal } = open(path)
      for (const entry of changes(2)) void journal.append(entry)
      required(await journal.flush())
      writeFileSync(path, '')
      for (const entry of changes(1, 2)) void journal.append(entry)
      required(await journal.flush())
      expect(revisionsIn(path)).toEqual([1, 2, 3])
    })
  })
})

describe('recovery', () => {
  let text = ''
  beforeEach(() => {
    text = [lineOf({ digest: DIGEST, revision: 0 }), ...changes(4).map(lineOf)].join('')
  })

  const recovered = async (path: string) => required(await recover(path, smallEdition(), DIGEST))

  it('brings back every change', async () => {
    await inFolder(async (folder) => {
      const path = join(folder, 'journal')
      writeFileSync(path, text)
      const { edition, entries, diagnostics } = await recovered(path)
      expect(entries.map(({ revision }) => revision)).toEqual([1, 2, 3, 4])
      expectSameEdition(edition, renamed(4))
      expect(diagnostics).toEqual([])
    })
  })

  it('brings back the whole changes of a journal cut off anywhere', async () => {
    const bytes = new TextEncoder().encode(text)
    const ends = text
      .split('\n')
      .slice(0, -1)
      .reduce<number[]>(
        (all, line) => [...all, (all.at(-1) ?? 0) + new TextEncoder().encode(line).length + 1],
        [],
      )
    await inFolder(async (folder) => {
      const path = join(folder, 'journal')
      await fc.assert(
        fc.asyncProperty(fc.integer({ min: 1, max: bytes.length }), async (cut) => {
          writeFileSync(path, bytes.subarray(0, cut))
          const { entries, edition, diagnostics } = await recovered(path)
          const whole = ends.filter((end) => end <= cut).length
          expect(entries).toHaveLength(Math.max(0, whole - 1))
          expectSameEdition(edition, renamed(entries.length))
          const torn = !ends.includes(cut)
          expect(diagnostics.some(({ code }) => code === 'journal.torn')).toBe(torn)
          if (torn && whole > 0) expect(readFileSync(path)).toHaveLength(ends[whole - 1] ?? 0)
        }),
        { seed: 4, numRuns: 150 },
      )
    })
  })

  it('goes on after the cut', async () => {
    await inFolder(async (folder) => {
      const path = join(folder, 'journal')
      writeFileSync(path, text.slice(0, -10))
      const { snapshot, entries, length } = await recovered(path)
      const journal = openJournal({ path, snapshot, found: { entries, length } })
      for (const entry of changes(2, 3)) void journal.append(entry)
      required(await journal.close())
      expect(revisionsIn(path)).toEqual([1, 2, 3, 4, 5])
    })
  })

  it('puts whole changes after a damaged one aside and says where', async () => {
    await inFolder(async (folder) => {
      const path = join(folder, 'journal')
      writeFileSync(path, text.replace('样报2', '样报7'))
      const { entries, diagnostics } = await recovered(path)
      expect(entries.map(({ revision }) => revision)).toEqual([1])
      expect(diagnostics.map(({ code }) => code)).toEqual(['journal.damaged'])
      const aside = readdirSync(folder).filter((name) => name.startsWith('.journal-'))
      expect(aside).toHaveLength(1)
      expect(readFileSync(join(folder, aside[0] ?? ''), 'utf8')).toContain('样报4')
    })
  })

  it('never applies the journal of another snapshot, and never throws it away', async () => {
    await inFolder(async (folder) => {
      const path = join(folder, 'journal')
      writeFileSync(path, text)
      const other = renamed(9)
      const found = required(await recover(path, other, snapshotOf(other)))
      expectSameEdition(found.edition, other)
      expect(found.diagnostics.map(({ code }) => code)).toEqual(['journal.other'])
      expect(readdirSync(folder)).toEqual([expect.stringMatching(/^\.journal-[0-9a-f]{8}$/)])
    })
  })

  it('fits the snapshot before and the one after a save that was cut off', async () => {
    await inFolder(async (folder) => {
      const path = join(folder, 'journal')
      const { journal } = open(path)
      for (const entry of changes(3)) void journal.append(entry)
      const saved = renamed(3)
      required(await journal.mark({ digest: snapshotOf(saved), revision: 3 }))
      for (const entry of changes(2, 3)) void journal.append(entry)
      required(await journal.flush())
      const before = await recovered(path)
      expect(before.entries).toHaveLength(5)
      expectSameEdition(before.edition, renamed(5))
      const after = required(await recover(path, saved, snapshotOf(saved)))
      expect(after.entries.map(({ revision }) => revision)).toEqual([4, 5])
      expectSameEdition(after.edition, renamed(5))
    })
  })

  it('leaves the disk as it is when only looking', async () => {
    await inFolder(async (folder) => {
      const path = join(folder, 'journal')
      writeFileSync(path, text.slice(0, -10))
      const found = required(await recover(path, smallEdition(), DIGEST, { readOnly: true }))
      expect(found.entries).toHaveLength(3)
      expect(readFileSync(path, 'utf8')).toBe(text.slice(0, -10))
    })
  })
})

describe('a desk that is killed', () => {
  it('has lost nothing that was on disk, and what is there is a whole beginning', async () => {
    await inFolder(async (folder) => {
      const outfile = join(folder, 'child.mjs')
      await build({
        entryPoints: [resolve(import.meta.dirname, 'child.ts')],
        ...{ outfile, bundle: true, platform: 'node', format: 'esm', logLevel: 'error' },
      })
      for (let round = 0; round < 6; round++) {
        const path = join(folder, `journal-${round}`)
        const child = spawn(process.execPath, [outfile, path, DIGEST])
        let said = ''
        child.stdout.setEncoding('utf8').on('data', (part: string) => (said += part))
        while (said.split('\n').length < 4 + round * 5) await once(child.stdout, 'data')
        child.kill('SIGKILL')
        await once(child, 'close')
        const announced = Number(said.trimEnd().split('\n').at(-1))
        const found = required(
          await recover(
            path,
            { ...smallEdition(), meta: { publication: '样报0', date: '2026-11-22' } },
            DIGEST,
          ),
        )
        expect(announced).toBeGreaterThan(0)
        expect(found.entries.length).toBeGreaterThanOrEqual(announced)
        expect(found.edition.meta.publication).toBe(`样报${found.entries.length}`)
        expect(found.diagnostics.every(({ code }) => code === 'journal.torn')).toBe(true)
      }
    })
  })
})
