/** Journey 7: never lose work. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterEach, describe, expect, it } from 'vitest'
import { answer, journey, openSample, question, soon, textsIn } from './drive'
import { fillableDisk } from './fillableDisk'

const startScreen = (page: Page) =>
  page.getByRole('heading', { name: '版心', exact: true }).waitFor()

describe('keeping the work', () => {
  const { disk, fs, journalDisk } = fillableDisk()
  const { app, desk } = journey(['page-1.txt'], { fs, journalDisk })
  afterEach(() => {
    disk.isFull = false
  })

  const type = async (text: string): Promise<void> => {
    await desk.writeInFirstStory()
    await desk.page.keyboard.type(`${text} `)
    await soon(() => desk.typed(text).count()).toBe(1)
  }
  const filesHave = (folder: string, text: string): boolean =>
    textsIn(folder).some((content) => content.includes(text))

  it('asks before it closes over unsaved work, and each answer does what it says', async () => {
    const { page } = desk
    await type('zqone')
    await desk.kept()
    await soon(() => page.title()).toMatch(/^• sample/u)
    await page.keyboard.press('Control+w')
    await answer(page, '取消')
    expect(await desk.glass.count()).toBe(1)
    await page.keyboard.press('Control+w')
    await answer(page, '存盘')
    await startScreen(page)
    expect(filesHave(join(app.server.documents, 'sample.banxin'), 'zqone')).toBe(true)

    await openSample(page)
    await type('zqtwo')
    await desk.kept()
    await page.keyboard.press('Control+w')
    await answer(page, '不存')
    await startScreen(page)
    await openSample(page)
    await desk.stories.first().getByRole('button').click()
    await soon(() => desk.typed('zqone').count()).toBe(1)
    expect(await desk.typed('zqtwo').count()).toBe(0)
  })

  it('reverts to what is on disk after a word', async () => {
    const { page } = desk
    await type('zqthree')
    await desk.kept()
    await desk.menu('文件', '还原成盘上的')
    await answer(page, '还原成盘上的')
    await soon(() => desk.typed('zqthree').count()).toBe(0)
    await desk.stories.first().getByRole('button').click()
    await soon(() => desk.typed('zqone').count()).toBe(1)
  })

  it('lets two windows follow each other, and says that there are two', async () => {
    const { page } = desk
    const other = await app.desk()
    await soon(() => page.getByText('另有 1 个窗口开着').count()).toBe(1)
    expect(await other.page.getByText('另有 1 个窗口开着').count()).toBe(1)
    await type('zqfour')
    await other.stories.first().getByRole('button').click()
    await soon(() => other.typed('zqfour').count()).toBe(1)
    await other.writeInFirstStory()
    await other.page.keyboard.type('zqfive')
    await soon(() => desk.typed('zqfive').count()).toBe(1)
    // the other window keeps the work: nothing to ask
    await other.page.keyboard.press('Control+w')
    await startScreen(other.page)
    await soon(() => page.getByText(/另有 \d 个窗口/u).count()).toBe(0)
    await other.page.close()
    await page.keyboard.press('Control+s')
    await page
      .getByText(/已存盘/u)
      .first()
      .waitFor()
  })

  it('offers both versions when another program changed the files', async () => {
    const { page } = desk
    const edition = join(app.server.documents, 'sample.banxin', 'edition.json')
    const text = readFileSync(edition, 'utf8')
    const date = /"date": ?"([^"]+)"/u.exec(text)?.[1] ?? ''
    expect(date).not.toBe('')
    writeFileSync(edition, text.replaceAll(date, '2026-12-25'))
    await page.getByText(/被别的程序改过/u).waitFor()
    await page.getByRole('button', { name: '以我为准存' }).click()
    await soon(() => page.getByText(/被别的程序改过/u).count()).toBe(0)
    expect(readFileSync(edition, 'utf8')).toContain(date)

    writeFileSync(edition, text.replaceAll(date, '2026-12-26'))
    await page.getByText(/被别的程序改过/u).waitFor()
    await page.getByRole('button', { name: '还原成盘上的' }).click()
    await soon(() =>
      page.locator('.command-box', { hasText: '2026-12-26' }).count(),
    ).toBeGreaterThan(0)
    await soon(() => page.getByText(/被别的程序改过/u).count()).toBe(0)
  })

  it('goes on when the disk is full, says where the text is, and writes it when there is room', async () => {
    const { page } = desk
    disk.isFull = true
    await type('zqfull')
    await page.getByText(/日志写不进去.*磁盘满了。腾出地方再试/u).waitFor()
    await page.keyboard.type('zqmore')
    await soon(() => desk.typed('zqmore').count()).toBe(1)
    await page.keyboard.press('Control+s')
    await question(page)
      .getByText(/内存里/u)
      .waitFor()
    await answer(page, '继续编辑')
    await page.getByRole('button', { name: '再试一次' }).first().click()
    await page.locator('[data-sonner-toast]', { hasText: '磁盘满了' }).first().waitFor()
    expect(await page.getByText(/disk is full/u).count()).toBe(0)
    expect(await page.getByText(/日志写不进去/u).count()).toBe(1)
    disk.isFull = false
    // it tries again by itself every second
    await soon(() => page.getByText(/日志写不进去/u).count()).toBe(0)
    await desk.kept()
    const folder = join(app.server.documents, 'sample.banxin')
    expect(readFileSync(join(folder, 'journal'), 'utf8')).not.toBe('')
    await page.keyboard.press('Control+s')
    await soon(() => filesHave(folder, 'zqmore')).toBe(true)
  })

  it('makes, opens and goes back to editions from the desk, asking first', async () => {
    const { page } = desk
    const folder = join(app.server.documents, 'sample.banxin')
    const dialog = (name: string) => page.getByRole('dialog').getByRole('button', { name })
    const command = page.locator('.command-box')
    await type('zqstay')
    await desk.kept()
    await page.keyboard.press('Control+o')
    await dialog('取消').click()
    await page.keyboard.press('Control+n')
    await page.getByRole('textbox', { name: '报名' }).fill('晚报')
    await dialog('新建').click()
    await answer(page, '取消')
    await soon(() => desk.typed('zqstay').count()).toBe(1)
    await page.keyboard.press('Control+n')
    await page.getByRole('textbox', { name: '报名' }).fill('晚报')
    await dialog('新建').click()
    await answer(page, '存盘')
    await soon(() => command.textContent()).toContain('晚报')
    expect(filesHave(folder, 'zqstay')).toBe(true)
    await page.keyboard.press('Control+s')
    await page.getByRole('dialog').getByRole('textbox').fill('evening')
    await dialog('存盘').click()
    await soon(() => page.title()).toMatch(/^evening/u)

    const recent = async (name: RegExp): Promise<void> => {
      await page.getByRole('menuitem', { name: '文件', exact: true }).click()
      await page.getByRole('menuitem', { name: '最近打开' }).hover()
      await page.getByRole('menuitem', { name }).waitFor()
      await page.getByRole('menuitem', { name }).click()
    }
    await recent(/sample$/u)
    await soon(() => command.textContent()).not.toContain('晚报')
    await desk.stories.first().getByRole('button').click()
    await soon(() => desk.typed('zqstay').count()).toBe(1)
    await type('zqthere')
    await desk.kept()
    await recent(/evening$/u)
    await answer(page, '取消')
    await soon(() => desk.typed('zqthere').count()).toBe(1)
    await page.keyboard.press('Control+s')
    await soon(() => filesHave(folder, 'zqthere')).toBe(true)
  })

  it('has the browser ask before it closes the window, while something is not saved', async () => {
    const { page } = desk
    const isAsked = () =>
      page.evaluate<boolean>("!dispatchEvent(new Event('beforeunload', { cancelable: true }))")
    await type('zqbye')
    expect(await isAsked()).toBe(true)
    await desk.kept()
    await page.keyboard.press('Control+s')
    await soon(isAsked).toBe(false)
  })

  it('met no error on the way', () => expect(app.troubles).toEqual([]))
})
