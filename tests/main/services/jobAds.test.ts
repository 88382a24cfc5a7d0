/** Advertisements in PDF in a job's folder come in like pictures. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PDFDocument } from 'pdf-lib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { figuresOf } from '../../../core/manuscript/figures'
import { DEFAULT_TEMPLATE } from '../../../main/services/defaults'
import { importEdition } from '../../../main/services/importJob'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'banxin-ads-'))
  mkdirSync(join(folder, 'job'))
  put('第1版.txt', TEXT)
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const TEXT = [
  '渡口夜里加两班船',
  '本报讯（记者 甲一）从下周一起，渡口的末班船推迟到二十三点，中间再加一班。夜里过河的多是在对岸上夜班的人。',
  '百货开张',
  '10月3日，河湾村的百货店门前摆起了花篮，金色的谷子铺满了场院。',
  '乙二 摄',
  '',
].join('\n')

const put = (name: string, bytes: Uint8Array | string): void =>
  writeFileSync(join(folder, 'job', name), bytes)

async function advertisement(): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  document.addPage([120, 80]).drawRectangle({ width: 50, height: 50 })
  return document.save()
}

const importJob = () =>
  importEdition(['job'], {
    ...{ cwd: folder, template: DEFAULT_TEMPLATE, onePage: false, today: '2033-10-18' },
  })

async function imported() {
  const job = await importJob()
  if (!job.ok) throw new Error(job.error.map(({ message }) => message).join('\n'))
  return job.value
}

describe('an advertisement beside the texts of a job', () => {
  it('stands under the caption that pictures.json names', async () => {
    put('客户.pdf', await advertisement())
    put('pictures.json', JSON.stringify([{ file: '客户.pdf', captionTitle: '百货开张' }]))
    const { edition, media } = await imported()
    const [record] = Object.values(edition.pictures)
    expect(record).toMatchObject({ name: '客户.pdf', width: 4233, height: 2822 })
    expect([...media.keys()]).toEqual([record?.file])
    const shown = Object.values(edition.stories).flatMap(figuresOf)
    expect(shown.map(({ picture }) => picture)).toEqual([record?.id])
  }, 60_000)

  it('is matched by its name, or kept with the edition and told; an earlier PDF of the job is not', async () => {
    put('清江广告.pdf', await advertisement())
    put('第1版.pdf', await advertisement())
    put('job.pdf', await advertisement())
    const { edition, diagnostics } = await imported()
    expect(Object.values(edition.pictures).map(({ name }) => name)).toEqual(['清江广告.pdf'])
    expect(diagnostics.filter(({ code }) => code === 'input.left-out')).toEqual([])
  }, 60_000)

  it('that cannot be read is one sentence, and the job goes on', async () => {
    put('坏.pdf', (await advertisement()).subarray(0, 200))
    const { edition, diagnostics } = await imported()
    expect(Object.values(edition.stories).length).toBeGreaterThan(0)
    const told = diagnostics.filter(({ code }) => code === 'picture.ad')
    expect(told).toHaveLength(1)
    expect(told[0]?.message).toMatch(/坏\.pdf is damaged and cannot be read; [^.]+\.$/u)
  }, 60_000)

  it('is copy that cannot be read where there is no text', async () => {
    rmSync(join(folder, 'job', '第1版.txt'))
    put('文稿.pdf', await advertisement())
    const job = await importJob()
    expect(job.ok).toBe(false)
  }, 60_000)
})
