/** Safety: a damaged edition, picture or clipboard is told, and the window goes on. */
import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { SAMPLE } from './deskServer'
import { openSample, soon, startApp, type App, type DeskPage } from './drive'
import { pasteFiles, pasteWords } from './handOver'

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
    const card = page.getByRole('button', { name: SAMPLE }).first()
    await card.click()
    await page
      .getByText(/sample\.banxin 打不开：里面的 edition\.json 坏了。从备份里把这个文件放回去。$/u)
      .waitFor()
    writeFileSync(manifest, whole)
    await soon(() => card.evaluate((element) => element.matches(':focus'))).toBe(true)
    const story = join(app.server.documents, SAMPLE, 'stories/s1.json')
    renameSync(story, `${story}.away`)
    await card.press('Enter')
    await page.getByText(/打不开：里面的 stories\/s1\.json 不见了。/u).waitFor()
    renameSync(`${story}.away`, story)
    desk = await openSample(page)
  })

  it('of a picture is told, and nothing else happens', async () => {
    const content = Uint8Array.from([137, 80, 78, 71, 13, 10, 26, 10, 1, 2, 3])
    await pasteFiles(desk.page, [{ name: 'broken.png', type: 'image/png', content }])
    const told = desk.page.locator('[data-sonner-toast]').first()
    await told.waitFor()
    expect((await told.textContent()) ?? '').not.toMatch(/cannot|damaged|neither/u)
    expect(await desk.glass.count()).toBe(1)
  })

  it('in the clipboard comes in as plain words, and the journal is whole', async () => {
    await desk.writeInFirstStory()
    const junk =
      '<table><tr><td><p style="x:\u0000">zqjunk<script>boom()</script><img src=x onerror=boom()>'
    await pasteWords(desk.page, `${junk}${'<div><span '.repeat(20_000)}<b>`, 'zqjunk')
    await soon(() => desk.typed('zqjunk').count()).toBeGreaterThan(0)
    await desk.page.keyboard.type('zqafter')
    await soon(() => desk.typed('zqafter').count()).toBeGreaterThan(0)
    await desk.kept()
    expect(app.troubles).toEqual([])
  })
})
