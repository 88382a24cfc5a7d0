/** Safety: a damaged edition, picture or clipboard is told, and the window goes on. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { SAMPLE } from './deskServer'
import { openSample, soon, startApp, type App, type DeskPage } from './drive'

describe('damage', () => {
  let app: App
  let desk: DeskPage

  beforeAll(async () => {
    app = await startApp(['page-1.txt'])
  })
  afterAll(() => app.stop())

  it('of an edition is told by its file and the way on, and leaves the start screen in use', async () => {
    const manifest = join(app.server.documents, SAMPLE, 'edition.json')
    const whole = readFileSync(manifest, 'utf8')
    writeFileSync(manifest, whole.slice(0, whole.length / 2))
    const page = await app.window()
    await page.getByRole('button', { name: SAMPLE }).first().click()
    await page.getByText(/打不开：.*edition\.json 坏了.*从备份里把这个文件放回去/u).waitFor()
    writeFileSync(manifest, whole)
    desk = await openSample(page)
  })

  it('of a picture is told, and nothing else happens', async () => {
    await desk.page.evaluate(`(() => {
      const clipboardData = new DataTransfer()
      const bytes = Uint8Array.from([137, 80, 78, 71, 13, 10, 26, 10, 1, 2, 3])
      clipboardData.items.add(new File([bytes], 'broken.png', { type: 'image/png' }))
      window.dispatchEvent(new ClipboardEvent('paste', { clipboardData, cancelable: true }))
    })()`)
    const told = desk.page.locator('[data-sonner-toast]').first()
    await told.waitFor()
    expect((await told.textContent()) ?? '').not.toMatch(/cannot|damaged|neither/u)
    expect(await desk.glass.count()).toBe(1)
  })

  it('in the clipboard comes in as plain words, and the journal is whole', async () => {
    await desk.writeInFirstStory()
    await desk.page.evaluate(`(() => {
      const clipboardData = new DataTransfer()
      const junk = '<table><tr><td><p style="x:\\u0000">zqjunk<script>boom()</script><img src=x onerror=boom()>'
      clipboardData.setData('text/html', junk + '<div><span '.repeat(20000) + '<b>')
      clipboardData.setData('text/plain', 'zqjunk')
      const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true })
      document.querySelector('.ProseMirror').dispatchEvent(event)
    })()`)
    await soon(() => desk.typed('zqjunk').count()).toBeGreaterThan(0)
    await desk.page.keyboard.type('zqafter')
    await soon(() => desk.typed('zqafter').count()).toBeGreaterThan(0)
    await desk.kept()
    expect(app.troubles).toEqual([])
  })
})
