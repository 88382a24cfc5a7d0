import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { SHAPED } from './deskServer'
import { openSample, soon, startApp, type App, type DeskPage } from './drive'
import { chosenRect as chosenRectOf, placeAt } from './fittedPage'

const sample = (name: string): string =>
  fileURLToPath(new URL(`../../resources/samples/${name}`, import.meta.url))
/** In the window: what a desktop or a clipboard hands over with one file. */
function transferOf(file: string | Buffer, name: string, type: string): string {
  const bytes = (typeof file === 'string' ? readFileSync(sample(file)) : file).toString('base64')
  const content = `Uint8Array.from(atob('${bytes}'), (char) => char.charCodeAt(0))`
  return `(() => {
    const data = new DataTransfer()
    data.items.add(new File([${content}], '${name}', { type: '${type}' }))
    return data
  })()`
}
/** Set to a folder to look at the states the test goes through. */
const shots = process.env['BX_SHOTS']

describe('journey 5: pictures', () => {
  let app: App
  let desk: DeskPage
  let page: Page

  const open = async (): Promise<void> => {
    desk = await openSample(await app.window())
    ;({ page } = desk)
    await page.locator('.stamp').nth(1).waitFor()
  }

  beforeAll(async () => {
    app = await startApp([])
    await app.server.use(SHAPED)
    await open()
  })

  afterAll(() => app?.stop())

  const shot = async (name: string): Promise<void> => {
    if (shots !== undefined) await page.screenshot({ path: `${shots}/${name}.png` })
  }
  const glass = () => desk.glass
  const stories = () => desk.stories
  const inspector = () => desk.inspector
  const undoLabel = () => desk.undoLabel()
  const at = (x: number, y: number) => placeAt(desk, x, y)
  const chosenRect = () => chosenRectOf(desk)
  const chooseCall = (letterAt: number) => stories().nth(letterAt).getByRole('button').click()

  async function choosePicture(): Promise<void> {
    await chooseCall(1)
    await soon(() => inspector().locator('h3').first().innerText()).toMatch(/^图片框/u)
    await page.keyboard.press('Control+0')
    await glass().focus()
  }

  /** Lets a file go over the canvas as a desktop would. */
  async function dropFile(
    name: string,
    type: string,
    [x, y]: readonly [number, number],
    file: string | Buffer = name,
  ) {
    await page.evaluate(`{
      const data = ${transferOf(file, name, type)}
      for (const kind of ['dragover', 'drop']) {
        const at = { bubbles: true, cancelable: true, clientX: ${x}, clientY: ${y} }
        document.elementFromPoint(${x}, ${y})
          .dispatchEvent(new DragEvent(kind, { ...at, dataTransfer: data }))
      }
    }`)
  }

  it('takes a file dropped on a picture frame, tells its resolution, and undoes as one', async () => {
    await choosePicture()
    await inspector().getByText('还没有图').waitFor()
    const rect = await chosenRect()
    await dropFile('picture-1.jpg', 'image/jpeg', await at(rect.x + 30, rect.y + 30))
    await inspector().getByText('picture-1.jpg').waitFor()
    await soon(() =>
      inspector()
        .getByText(/有效 \d+ ppi/u)
        .count(),
    ).toBe(1)
    await shot('picture-dropped')
    expect(await undoLabel()).toBe('撤销 换图')
    await page.keyboard.press('Control+z')
    await inspector().getByText('还没有图').waitFor()
    await page.keyboard.press('Control+y')
    await inspector().getByText('picture-1.jpg').waitFor()
  })

  it('takes TIFF, also where the system does not name its kind, and tells one that is damaged', async () => {
    await choosePicture()
    const rect = await chosenRect()
    const place = await at(rect.x + 30, rect.y + 30)
    const tiff = await sharp(sample('picture-2.jpg')).tiff().toBuffer()
    await dropFile('scan.tif', '', place, tiff)
    await inspector().getByText('scan.tif').waitFor()
    const damaged = tiff.subarray(0, 64)
    await dropFile('cut.tif', 'image/tiff', place, damaged)
    await page.getByText(/cut\.tif/u).waitFor()
    await inspector().getByText('scan.tif').waitFor()
    await glass().focus()
    await page.keyboard.press('Control+z')
    await inspector().getByText('picture-1.jpg').waitFor()
  })

  it('pans and zooms the picture in its frame by drag, wheel and keys', async () => {
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
    await shot('picture-cropping')
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

  it('puts a dropped and a pasted file into frames of their own where nothing stands', async () => {
    await chooseCall(0)
    const rect = await chosenRect()
    await glass().focus()
    await page.keyboard.press('Delete')
    await page.getByRole('button', { name: /待排 1/u }).waitFor()
    const count = await stories().count()
    await dropFile('picture-2.jpg', 'image/jpeg', await at(rect.x + 40, rect.y + 40))
    await soon(() => stories().count()).toBe(count + 1)
    expect(await undoLabel()).toBe('撤销 放图')
    await shot('picture-placed')
    await page.keyboard.press('Escape')
    await page.evaluate(`{
      const clipboardData = ${transferOf('picture-3.jpg', 'clip.jpg', 'image/jpeg')}
      window.dispatchEvent(new ClipboardEvent('paste', { clipboardData, cancelable: true }))
    }`)
    await soon(() => stories().count()).toBe(count + 2)
    await dropFile('pictures.json', 'image/png', await at(rect.x + 40, rect.y + 60))
    await page.getByText('不是能读的图片').waitFor()
    expect(await stories().count()).toBe(count + 2)
  })

  it('shows a missing file and relinks it', async () => {
    await page.keyboard.press('Control+s')
    await page.getByText(/已存盘/u).waitFor()
    await page.close()
    const media = join(app.server.documents, 'sample.banxin', 'media')
    for (const file of readdirSync(media)) rmSync(join(media, file))
    await open()
    const index = (await stories().locator('.story-title').allTextContents()).indexOf('晨雾')
    await chooseCall(index)
    await inspector().getByText('找不到图片文件 picture-1.jpg').waitFor()
    await shot('picture-missing')
    const chooser = page.waitForEvent('filechooser')
    await inspector().getByRole('button', { name: '重新链接' }).click()
    await (await chooser).setFiles(sample('picture-4.jpg'))
    await inspector().getByText('picture-4.jpg').waitFor()
    await soon(() =>
      inspector()
        .getByText(/找不到/u)
        .count(),
    ).toBe(0)
  })

  it('met no error on the way', () => expect(app.troubles).toEqual([]))
})
