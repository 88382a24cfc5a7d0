/**
 * PNG, PDF and display list are one page: the sample's, as the command writes them.
 * Two pages at 300 ppi take an independent program some seconds each, hence the long limits.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { EditionDisplay } from '../../../core/compose'
import { composeWork, openWork } from '../../../main/services/composeJob'
import { compareRasters } from '../../build/raster'
import { comparePdfWithDisplay } from '../../build/readPdf'
import { runCli } from './runCli'
import { importSample } from './sampleEdition'

let folder = ''
let display: EditionDisplay
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'banxin-same-'))
  await importSample(join(folder, 'S.banxin'), 'page-1.txt', 'page-2.txt')
  const dated = ['--date', '2026-01-02T03:04:05Z']
  await runCli(folder, ['export', 'S.banxin', '-o', 'a.pdf', ...dated])
  await runCli(folder, ['export', 'S.banxin', '-o', 'b.pdf', ...dated])
  await runCli(folder, ['preview', 'S.banxin', '-o', '.', '--ppi', '300'])
  const work = await openWork('S.banxin', folder)
  const composed = work.ok ? composeWork(work.value) : null
  if (!composed?.ok) throw new Error('The sample composes.')
  display = composed.value.display
}, 300_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('the sample page', () => {
  it('has every line and glyph of its display list at its place in the PDF', async () => {
    const pdf = new Uint8Array(readFileSync(join(folder, 'a.pdf')))
    expect(await comparePdfWithDisplay(pdf, display.pages)).toEqual([])
  })

  it('looks the same as PNG and as PDF', async () => {
    for (const [index, page] of display.pages.entries()) {
      const png = join(folder, `S-${page.folio}.png`)
      const { differing, worstSquare } = await compareRasters(png, join(folder, 'a.pdf'), index)
      expect(differing).toBeLessThan(0.005)
      expect(worstSquare).toBeLessThan(0.03)
    }
  }, 300_000)

  it('is written as the same bytes for the same date', () => {
    const [a, b] = ['a.pdf', 'b.pdf'].map((name) => readFileSync(join(folder, name)))
    expect(a?.equals(b ?? Buffer.alloc(0))).toBe(true)
  })
})
