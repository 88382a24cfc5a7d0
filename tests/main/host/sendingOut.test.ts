import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { ExportOrder } from '../../../core/contract'
import type { Runner } from '../../../main/services/runner'
import { inlineRunner } from '../../build/inlineRunner'
import { readPdf } from '../../build/readPdf'
import { required } from '../../core/edit/sameEdition'
import { blank, codeOf, until, withDesk } from './desk'

const PROOF: ExportOrder = {
  kind: 'pdf',
  ...{ preset: 'proof', pages: null, override: null },
  ...{ profile: null, names: null, checksums: false, marks: null },
}

describe('sending out', () => {
  it('exports a proof and pictures in the background and says where they are', async () => {
    await withDesk(async ({ folder, window, opened: shown }) => {
      const desk = window()
      const { handle } = await blank(desk)
      const target = join(folder, 'documents', 'proof')
      desk.answers.push(target, join(folder, 'documents'), null)
      const { job } = required(await desk.api.startExport({ handle, order: PROOF, title: '' }))
      const last = () => desk.events.filter((event) => event.kind === 'job').at(-1)?.state
      await until(() => last()?.kind !== 'running' && last() !== undefined)
      expect(last()).toMatchObject({ kind: 'done', paths: [`${target}.pdf`] })
      expect(readFileSync(`${target}.pdf`).subarray(0, 5).toString()).toBe('%PDF-')
      required(await desk.api.showResult({ job: job ?? '' }))
      expect(shown).toEqual([`show ${target}.pdf`])
      const bytes = required(await desk.api.jobBytes({ job: job ?? '' }))
      expect(bytes).toHaveLength(readFileSync(`${target}.pdf`).length)

      const png = { kind: 'png', pages: null, ppi: 36 } as const
      const painted = required(await desk.api.startExport({ handle, order: png, title: '' }))
      await until(() =>
        desk.events.some(
          (e) => e.kind === 'job' && e.job === painted.job && e.state.kind === 'done',
        ),
      )
      expect(last()).toMatchObject({ paths: [expect.stringMatching(/-01\.png$/)] })
      const none = required(await desk.api.startExport({ handle, order: png, title: '' }))
      expect(none.job).toBeNull()
    })
  })

  it('shows a page as its plates', async () => {
    await withDesk(async ({ window }) => {
      const desk = window()
      const { handle, texts } = await blank(desk)
      const { pages } = JSON.parse(texts['edition.json'] ?? '') as { pages: readonly string[] }
      const page = pages[0] ?? ''
      const proof = required(await desk.api.softProof({ handle, page, ppi: 36, profile: null }))
      expect(proof.plates.map(({ name }) => name)).toEqual(['Cyan', 'Magenta', 'Yellow', 'Black'])
      for (const { png } of proof.plates) expect(png.subarray(1, 4)).toEqual(Buffer.from('PNG'))
      expect(proof.ink.percent).toHaveLength(proof.ink.columns * proof.ink.rows)
      expect(proof.inkLimit).toBe(240)
      const none = await desk.api.softProof({ handle, page: 'gone', ppi: 36, profile: 'insert' })
      expect(none).toMatchObject({ ok: false, error: { code: 'softProof.page' } })
    })
  })

  it('hands a proof to be printed to the system', async () => {
    await withDesk(async ({ window, opened: shown }) => {
      const desk = window()
      const { handle } = await blank(desk)
      const order = { kind: 'print', pages: '1' } as const
      required(await desk.api.startExport({ handle, order, title: '' }))
      await until(() => shown.length > 0)
      expect(shown[0]).toMatch(/^open .*\.pdf$/)
    })
  })

  it('writes a file a page under its name, with checksums, and the press as a profile judges', async () => {
    await withDesk(async ({ folder, window }) => {
      const desk = window()
      const { handle } = await blank(desk)
      const profiles = required(await desk.api.listProfiles({}))
      expect(profiles.map(({ id }) => id)).toEqual(['newsprint', 'insert', 'proof'])
      desk.answers.push(join(folder, 'documents'))
      const order: ExportOrder = {
        ...PROOF,
        ...{
          preset: 'press',
          names: '{date}-{page}',
          checksums: true,
          profile: 'insert',
          marks: ['slug'],
        },
      }
      const { job } = required(await desk.api.startExport({ handle, order, title: '' }))
      const states = () =>
        desk.events.flatMap((event) => (event.kind === 'job' ? [event.state] : []))
      await until(() => states().some(({ kind }) => kind !== 'running'))
      expect(states().at(-1)).toMatchObject({ kind: 'done' })
      const last = states()
        .filter(({ kind }) => kind === 'running')
        .at(-1)
      expect(last).toMatchObject({ part: 'pages' })
      const names = readdirSync(join(folder, 'documents'))
      const pdfs = names.filter((name) => /^\d{4}-\d{2}-\d{2}-\d+\.pdf$/u.test(name))
      expect(pdfs.length).toBeGreaterThan(0)
      expect(last).toMatchObject({ done: pdfs.length, total: pdfs.length })
      for (const name of pdfs) {
        expect(names).toContain(`${name}.sha256`)
        const pdf = new Uint8Array(readFileSync(join(folder, 'documents', name)))
        const [shown] = await readPdf(pdf)
        // the slug line names the preset
        expect(shown?.text).toContain('冷固新闻纸')
      }
      const [listed] = required(await desk.api.listJobs({}))
      expect(listed).toMatchObject({ job, order, name: 'documents', state: { kind: 'done' } })
      expect(required(await window().api.listJobs({}))).toEqual([])
    })
  })

  it('does a job again that broke off, to the same place and under the same name', async () => {
    let breaks = true
    const runner: Runner = (task, onProgress) => {
      if (!breaks) return inlineRunner(task, onProgress)
      const error = { severity: 'error', code: 'work.failed', message: 'It broke.' } as const
      return { outcome: Promise.resolve({ ok: false, error }), cancel: () => undefined }
    }
    await withDesk(
      async ({ folder, window }) => {
        const desk = window()
        const { handle } = await blank(desk)
        desk.answers.push(join(folder, 'documents', 'again.pdf'))
        const { job } = required(await desk.api.startExport({ handle, order: PROOF, title: '' }))
        const kinds = () =>
          desk.events.flatMap((event) => (event.kind === 'job' ? [event.state.kind] : []))
        await until(() => kinds().includes('failed'))
        expect(existsSync(join(folder, 'documents', 'again.pdf'))).toBe(false)
        breaks = false
        expect(codeOf(await window().api.retryJob({ job: job ?? '' }))).toBe('job.none')
        required(await desk.api.retryJob({ job: job ?? '' }))
        await until(() => kinds().includes('done'))
        expect(existsSync(join(folder, 'documents', 'again.pdf'))).toBe(true)
        const jobs = required(await desk.api.listJobs({}))
        expect(jobs.map(({ job: id, state }) => [id, state.kind])).toEqual([[job, 'done']])
      },
      { runner },
    )
  })

  it('calls an export off, and nothing is written', async () => {
    let cancelled = false
    let end: (outcome: null) => void = () => undefined
    const runner = () => ({
      outcome: new Promise<null>((done) => (end = done)),
      cancel: () => {
        cancelled = true
        end(null)
      },
    })
    await withDesk(
      async ({ folder, window }) => {
        const desk = window()
        const { handle } = await blank(desk)
        desk.answers.push(join(folder, 'documents', 'x.pdf'))
        const { job } = required(await desk.api.startExport({ handle, order: PROOF, title: '' }))
        const other = await window().api.cancelJob({ job: job ?? '' })
        expect(codeOf(other)).toBe('job.none')
        required(await desk.api.cancelJob({ job: job ?? '' }))
        await until(() => desk.events.some((event) => event.kind === 'job'))
        expect(cancelled).toBe(true)
        expect(desk.events.at(-1)).toEqual({ kind: 'job', job, state: { kind: 'cancelled' } })
        expect(existsSync(join(folder, 'documents', 'x.pdf'))).toBe(false)
      },
      { runner },
    )
  })
})
