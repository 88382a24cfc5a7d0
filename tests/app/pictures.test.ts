import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import sharp from 'sharp'
import { beforeAll, describe, expect, it } from 'vitest'
import { SHAPED } from './deskServer'
import { deskPage, journey, shot, soon } from './drive'
import { dragFiles, dropFiles, pasteFiles, pasteOnPage } from './handOver'
import { fittedPage } from './fittedPage'

const sample = (name: string): string =>
  fileURLToPath(new URL(`../../resources/samples/${name}`, import.meta.url))

describe('journey 5: pictures', () => {
  const { app, desk } = journey(SHAPED)
  beforeAll(() => desk.page.locator('.stamp').nth(1).waitFor())

  const glass = () => desk.glass
  const stories = () => desk.stories
  const inspector = () => desk.inspector
  const undoLabel = () => desk.undoLabel()
  const { area, at, chosenRect } = fittedPage(desk)
  const chooseCall = (letterAt: number) => stories().nth(letterAt).getByRole('button').click()

  async function choosePicture(): Promise<void> {
    await chooseCall(1)
    await soon(() => inspector().locator('h3').first().innerText()).toMatch(/^图片框/u)
    await desk.page.keyboard.press('Control+0')
    await glass().focus()
  }

  const jpeg = (name: string, as = name) => ({
    ...{ name: as, type: 'image/jpeg' },
    content: readFileSync(sample(name)),
  })

  it('takes a file dropped on a picture frame, tells its resolution, and undoes as one', async () => {
    const { page } = desk
    await choosePicture()
    await inspector().getByText('还没有图').waitFor()
    const rect = await chosenRect()
    const place = await at(rect.x + 30, rect.y + 30)
    const hint = () => page.locator('.drop-files').textContent()
    await dragFiles(page, [jpeg('picture-1.jpg')], place)
    await soon(hint).toMatch(/^放开即放图/u)
    await dragFiles(page, [{ name: 'copy.txt', type: 'text/plain', content: '渡口' }], place)
    await soon(hint).toMatch(/^放开即导入/u)
    await dropFiles(page, [jpeg('picture-1.jpg')], place)
    await soon(() => page.locator('.drop-files').count()).toBe(0)
    await inspector().getByText('picture-1.jpg').waitFor()
    await soon(() =>
      inspector()
        .getByText(/有效 \d+ ppi/u)
        .count(),
    ).toBe(1)
    await shot(page, 'picture-dropped')
    expect(await undoLabel()).toBe('撤销 换图')
    await page.keyboard.press('Control+z')
    await inspector().getByText('还没有图').waitFor()
    await page.keyboard.press('Control+y')
    await inspector().getByText('picture-1.jpg').waitFor()
  })

  it('takes TIFF, also where the system does not name its kind, and tells one that is damaged', async () => {
    const { page } = desk
    await choosePicture()
    const rect = await chosenRect()
    const place = await at(rect.x + 30, rect.y + 30)
    const tiff = await sharp(sample('picture-2.jpg')).tiff().toBuffer()
    await dropFiles(page, [{ name: 'scan.tif', content: tiff }], place)
    await inspector().getByText('scan.tif').waitFor()
    const damaged = tiff.subarray(0, 64)
    await dropFiles(page, [{ name: 'cut.tif', type: 'image/tiff', content: damaged }], place)
    await page.getByText(/cut\.tif/u).waitFor()
    await inspector().getByText('scan.tif').waitFor()
    await glass().focus()
    await page.keyboard.press('Control+z')
    await inspector().getByText('picture-1.jpg').waitFor()
  })

  it('pans and zooms the picture in its frame by drag, wheel and keys', async () => {
    const { page } = desk
    await choosePicture()
    const rect = await chosenRect()
    const middle = await at(rect.x + rect.width / 2, rect.y + rect.height / 3)
    const zoom = () => inspector().getByRole('spinbutton', { name: '缩放' }).inputValue()
    await page.mouse.dblclick(...middle)
    await inspector().getByRole('button', { name: '裁好' }).waitFor()
    await page.mouse.move(...middle)
    for (let i = 0; i < 4; i++) await page.mouse.wheel(0, -120)
    await soon(async () => Number(await zoom())).toBeGreaterThan(115)
    await page.mouse.down()
    await page.mouse.move(middle[0] + 30, middle[1] + 20)
    await page.mouse.move(middle[0] + 40, middle[1] + 30)
    await shot(page, 'picture-cropping')
    await page.mouse.up()
    expect(await undoLabel()).toBe('撤销 裁图')
    await page.keyboard.press('+')
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('Escape')
    await inspector().getByRole('button', { name: '裁图' }).waitFor()
    await inspector().getByRole('button', { name: '取中' }).click()
    await soon(() => inspector().getByRole('button', { name: '取中' }).isDisabled()).toBe(true)
  })

  it('edits title, caption and credit in place and beside the page', async () => {
    const { page } = desk
    await choosePicture()
    await inspector().getByRole('textbox', { name: '图题' }).fill('晨雾')
    await inspector().getByRole('textbox', { name: '图题' }).press('Enter')
    await soon(() => stories().nth(1).locator('.story-title').textContent()).toBe('晨雾')
    await inspector().getByLabel('图片署名').fill('')
    await inspector().getByLabel('图片署名').press('Enter')
    await soon(undoLabel).toBe('撤销 改图片文字')
    await glass().focus()
    await page.keyboard.press('Enter')
    await page.keyboard.type('xyz')
    await soon(() => inspector().getByRole('textbox', { name: '图题' }).inputValue()).toBe(
      'xyz晨雾',
    )
    await page.keyboard.press('Control+z')
    await page.keyboard.press('Escape')
    await soon(() => inspector().getByRole('textbox', { name: '图题' }).inputValue()).toBe('晨雾')
    await inspector().getByRole('textbox', { name: '图题' }).fill('不要')
    await inspector().getByRole('textbox', { name: '图题' }).press('Escape')
    expect(await inspector().getByRole('textbox', { name: '图题' }).inputValue()).toBe('晨雾')
  })

  it('copies frames to another page and another edition, and cuts and pastes what they were', async () => {
    const { page } = desk
    const press = (key: string): Promise<void> => page.keyboard.press(key)
    const done = async (undo: string, count: number): Promise<void> => {
      await soon(() => stories().count()).toBe(count)
      await soon(undoLabel).toBe(undo)
    }
    await choosePicture()
    const before = await area()
    const count = await stories().count()
    await press('Control+c')
    await press('Control+v')
    await done('撤销 粘贴框', count + 1)
    const [column = 0, row = 0, ...size] = before
    await soon(area).toEqual([column + 1, row + 1, ...size])
    await shot(page, 'frames-pasted')
    await desk.menu('编辑', '原位粘贴')
    await page.getByText('浏览器不让菜单读剪贴板，请按 Ctrl V。').waitFor()
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await press('Control+Alt+v')
    await done('撤销 粘贴框', count + 2)
    await soon(area).toEqual(before)
    await press('Control+z')
    await press('Control+z')
    await soon(() => stories().count()).toBe(count)
    await page.locator('.stamp').nth(1).click()
    await desk.followed()
    const there = await stories().count()
    await glass().focus()
    await press('Control+v')
    await done('撤销 粘贴框', there + 1)
    await soon(area).toEqual(before)
    await press('Control+z')
    await soon(() => stories().count()).toBe(there)
    await page.locator('.stamp').first().click()
    await desk.followed()
    await choosePicture()
    await desk.menu('编辑', /^剪切/u)
    await done('撤销 剪切框', count - 1)
    await page.getByRole('button', { name: /待排 1/u }).waitFor()
    await press('Control+v')
    await done('撤销 粘贴框', count)
    await soon(area).toEqual(before)
    await soon(() => page.getByRole('button', { name: /待排 1/u }).count()).toBe(0)

    const other = deskPage(await page.context().newPage())
    await other.page.goto(app.server.visit())
    await other.page.getByRole('button', { name: /新建一期/u }).click()
    await other.page.getByRole('dialog').getByRole('button', { name: '新建' }).click()
    await other.glass.waitFor()
    await other.glass.focus()
    await other.page.keyboard.press('Control+v')
    await other.inspector.getByText(/有效 \d+ ppi/u).waitFor()
    const drafts = join(app.server.documents, 'user', 'drafts')
    const names = () => readdirSync(drafts, { recursive: true, encoding: 'utf8' })
    await soon(() => names().filter((name) => name.endsWith('.jpg')).length).toBe(1)
    await shot(other.page, 'frames-pasted-elsewhere')
    await pasteOnPage(other.page, '<div data-banxin-frames="{&#34;edition.json&#34;:1}">x</div>')
    await other.page.getByText(/剪贴板里的框已损坏/u).waitFor()
    await other.page.close()
  })

  it('puts a dropped and a pasted file into frames of their own where nothing stands', async () => {
    const { page } = desk
    await chooseCall(0)
    await soon(() => inspector().locator('h3').first().innerText()).toMatch(/^文本框/u)
    const rect = await chosenRect()
    const count = (await stories().count()) - 1
    await glass().focus()
    await page.keyboard.press('Delete')
    await page.getByRole('button', { name: /待排 1/u }).waitFor()
    await soon(() => stories().count()).toBe(count)
    const several = ['picture-2.jpg', 'picture-3.jpg', 'picture-4.jpg'].map((name) => jpeg(name))
    await dropFiles(page, several, await at(rect.x + 40, rect.y + 40))
    await soon(() => stories().count()).toBe(count + 1)
    await page.getByText('另外 2 张在待排里').waitFor()
    await page.getByRole('button', { name: /待排 3/u }).waitFor()
    expect(await undoLabel()).toBe('撤销 放图')
    await page.keyboard.press('Control+z')
    await page.getByRole('button', { name: /待排 1/u }).waitFor()
    await soon(() => stories().count()).toBe(count)
    await page.keyboard.press('Control+y')
    await soon(() => stories().count()).toBe(count + 1)
    await shot(page, 'picture-placed')
    await page.keyboard.press('Escape')
    await pasteFiles(page, [jpeg('picture-3.jpg', 'clip.jpg')])
    await soon(() => stories().count()).toBe(count + 2)
    const list = { name: 'pictures.json', type: 'image/png', content: '{}' }
    await dropFiles(page, [list], await at(rect.x + 40, rect.y + 60))
    await page.getByText('不是能读的图片').waitFor()
    expect(await stories().count()).toBe(count + 2)
  })

  it('shows a missing file and relinks it', async () => {
    await desk.page.keyboard.press('Control+s')
    await desk.page.getByText(/已存盘/u).waitFor()
    await desk.page.close()
    const media = join(app.server.documents, 'sample.banxin', 'media')
    for (const file of readdirSync(media)) rmSync(join(media, file))
    const { page, stories, inspector } = await app.desk()
    const index = (await stories.locator('.story-title').allTextContents()).indexOf('晨雾')
    await stories.nth(index).getByRole('button').click()
    await inspector.getByText('找不到图片文件 picture-1.jpg').waitFor()
    await shot(page, 'picture-missing')
    const chooser = page.waitForEvent('filechooser')
    await inspector.getByRole('button', { name: '重新链接' }).click()
    await (await chooser).setFiles(sample('picture-4.jpg'))
    await inspector.getByText('picture-4.jpg').waitFor()
    await soon(() => inspector.getByText(/找不到/u).count()).toBe(0)
  })

  it('met no error on the way', () => expect(app.troubles).toEqual([]))
})
