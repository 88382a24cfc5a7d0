/** Journey 9: send it out. */
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { err } from '../../core/result'
import { threadRunner, type Runner, type WorkOutcome } from '../../main/services/runner'
import { journey, soon } from './drive'
import { packedDesk } from './packed'

/** The desk's own thread, which a test may hold back at its beginning or let break. */
function heldRunner(packed: string) {
  const hold = { isHeld: false, breaks: 0, release: (): void => undefined }
  const work = threadRunner(pathToFileURL(join(packed, 'out/desk/worker.mjs')))
  const runner: Runner = (task, onProgress) => {
    if (hold.breaks > 0) {
      hold.breaks -= 1
      const broken = err({ severity: 'error', code: 'work.failed', message: 'It broke.' } as const)
      return { outcome: Promise.resolve<WorkOutcome>(broken), cancel: () => undefined }
    }
    if (!hold.isHeld) return work(task, onProgress)
    let cancel = (): void => undefined
    const called = new Promise<null>((resolve) => (cancel = () => resolve(null)))
    const released = new Promise<void>((resolve) => (hold.release = resolve))
    // what comes after the beginning waits too: it would be told before anyone had looked
    const running = work(task, (done, ...more) => {
      if (done === 0) onProgress(done, ...more)
      else void released.then(() => onProgress(done, ...more))
    })
    return {
      outcome: Promise.race([called, released.then(() => running.outcome)]),
      cancel() {
        running.cancel()
        cancel()
      },
    }
  }
  return { hold, runner }
}

/** What is chosen in the field that has the focus. */
const CHOSEN = `(({ value, selectionStart, selectionEnd }) => value?.slice(selectionStart, selectionEnd) ?? '')(document.activeElement)`

describe('sending pages out', () => {
  const packed = packedDesk()
  const { hold, runner } = heldRunner(packed)
  const { app, desk } = journey(['page-1.txt', 'picture-1.jpg'], { runner })
  afterEach(() => {
    hold.release()
    hold.isHeld = false
  })
  afterAll(() => rmSync(packed, { recursive: true }))

  const dialog = () => desk.page.getByRole('dialog', { name: '输出' })
  const start = () => dialog().getByRole('button', { name: '输出', exact: true })
  const choose = async (form: string): Promise<void> => {
    await desk.page.keyboard.press('Control+e')
    await dialog().getByLabel(form).check()
  }
  const saveAs = async (name: string): Promise<void> => {
    const files = desk.page.locator('.dialog.files')
    await files.getByRole('textbox').waitFor()
    // what is typed takes the name's place and leaves its ending
    await soon(() => desk.page.evaluate<string>(CHOSEN)).toMatch(/^[^.]+$/u)
    await files.getByRole('textbox').fill(name)
    await files.getByRole('button', { name: '存盘' }).click()
  }
  const intoFolder = () =>
    desk.page.locator('.dialog.files').getByRole('button', { name: '选这个文件夹' }).click()
  const fileAt = (name: string): string => join(app.server.documents, name)
  const isPdf = (path: string): boolean =>
    existsSync(path) && readFileSync(path).subarray(0, 5).toString() === '%PDF-'
  const press = (name: string) => desk.page.getByRole('button', { name, exact: true }).click()

  it('writes a proof with progress while the work goes on', async () => {
    const { page } = desk
    hold.isHeld = true
    await choose('校样 PDF')
    await start().click()
    await saveAs('proof.pdf')
    await soon(() => page.locator('.job').getByText('0 / 1').count()).toBe(1)
    expect(await page.locator('.job').getByRole('progressbar').count()).toBe(1)
    await desk.writeInFirstStory()
    await page.keyboard.type('zqsend ')
    await soon(() => desk.typed('zqsend').count()).toBe(1)
    await desk.kept()
    expect(existsSync(fileAt('proof.pdf'))).toBe(false)
    hold.release()
    await soon(() => isPdf(fileAt('proof.pdf'))).toBe(true)
    await soon(() => page.getByText('输出好了').count()).toBe(1)
    await soon(() => page.locator('.job').count()).toBe(0)
  })

  it('leaves no file when it is called off', async () => {
    const { page } = desk
    hold.isHeld = true
    await choose('校样 PDF')
    await start().click()
    await saveAs('never.pdf')
    await page.locator('.job').getByRole('button', { name: '取消' }).click()
    await soon(() => page.getByText('输出已取消').count()).toBe(1)
    expect(readdirSync(app.server.documents).filter((name) => name.includes('never'))).toEqual([])
  })

  it('tries the same order again after it broke off', async () => {
    hold.breaks = 1
    await choose('PNG 图')
    await dialog().getByLabel('96').check()
    await start().click()
    await intoFolder()
    await press('再试一次')
    await intoFolder()
    const pictures = () => readdirSync(app.server.documents).filter((name) => name.endsWith('.png'))
    await soon(() => pictures().length).toBe(1)
  })

  it('writes a file a page, and lists what was sent out with a way on', async () => {
    const { page } = desk
    const jobs = page.getByRole('region', { name: '输出任务' })
    const written = () =>
      readdirSync(app.server.documents).filter((name) => name.startsWith('zqeach-'))
    await page.keyboard.press('Alt+3')
    await choose('校样 PDF')
    await dialog().getByLabel('每版一个文件').check()
    await dialog().getByLabel('文件名').fill('zqeach-{folio}')
    expect(await start().isDisabled()).toBe(true)
    await dialog().getByLabel('文件名').fill('zqeach-{page}')
    await dialog().getByLabel('附校验和 .sha256').check()
    hold.breaks = 1
    await start().click()
    await intoFolder()
    const newest = jobs.getByRole('listitem').first()
    await soon(() => newest.getAttribute('data-state')).toBe('failed')
    expect(written()).toEqual([])
    await newest.getByRole('button', { name: '再试一次' }).click()
    await expect.poll(() => newest.getAttribute('data-state'), { timeout: 90_000 }).toBe('done')
    expect(written().filter((name) => name.endsWith('.pdf'))).toHaveLength(1)
    expect(written().filter((name) => name.endsWith('.pdf.sha256'))).toHaveLength(1)
    await page.keyboard.press('Alt+1')
  }, 120_000)

  it('hands a proof to print over on a click', async () => {
    const { page } = desk
    await desk.menu('文件', /打印校样/u)
    await page.getByRole('button', { name: '打开来打印' }).waitFor()
    const opened = page.context().waitForEvent('page')
    await press('打开来打印')
    const viewer = await opened
    expect(viewer.url()).toMatch(/^blob:|^$|^about:blank/u)
    await viewer.close()
    await page.bringToFront()
  })

  it('keeps errors from the press unless somebody says why, and shows their place', async () => {
    const { page } = desk
    await desk.writeInFirstStory()
    await page.keyboard.insertText('zqpress\u{13000}')
    await soon(() => desk.typed('zqpress').count()).toBe(1)
    const findings = dialog().getByRole('list', { name: '付印前的问题' })
    await soon(() => page.getByText(/已存到日志/u).count()).toBe(1)
    await choose('印刷 PDF')
    await soon(() => findings.locator('.is-error').count()).toBe(1)
    expect(await start().isDisabled()).toBe(true)
    await findings.locator('.is-error').click()
    await soon(() => dialog().count()).toBe(0)
    await soon(() => page.locator('.problem[aria-current=true].is-error').count()).toBe(1)

    await choose('印刷 PDF')
    await dialog()
      .getByLabel(/写明理由/u)
      .fill('总编辑已同意')
    await start().click()
    await saveAs('press.pdf')
    await expect.poll(() => isPdf(fileAt('press.pdf')), { timeout: 90_000 }).toBe(true)
    await soon(() => existsSync(fileAt('press.pdf.override.json'))).toBe(true)
    const override = readFileSync(fileAt('press.pdf.override.json'), 'utf8')
    expect(override).toContain('总编辑已同意')
    // the desk as packed has the program that converts pictures
    expect(override).not.toContain('press.picture')
  })

  it('raises no error nobody caught', () => {
    expect(app.troubles).toEqual([])
  })
})
