import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { nodeJournalDisk, type JournalDisk } from '../../../main/services/journalDisk'
import { parseJournal } from '../../../main/services/journalRecords'
import { inFolder, refused } from '../../build/failingDisk'
import { required } from '../../core/edit/sameEdition'
import { changes, open, revisionsIn } from './changes'

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
