import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { build } from 'esbuild'
import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { openJournal } from '../../../main/services/journal'
import { lineOf } from '../../../main/services/journalRecords'
import { recover } from '../../../main/services/recovery'
import { smallEdition } from '../../build/editionBuilder'
import { inFolder } from '../../build/failingDisk'
import { expectSameEdition, required } from '../../core/edit/sameEdition'
import { snapshotOf, DIGEST, changes, renamed, open, revisionsIn } from './changes'

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
            { ...smallEdition(), meta: { publication: '样报0', date: '2026-11-22', issue: null } },
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
