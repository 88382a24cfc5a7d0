import { describe, expect, it } from 'vitest'
import { SHAPED } from './deskServer'
import { boxOf, journey, openSample, soon } from './drive'

describe('the room: aids, styles and the page’s own measures', () => {
  const { app, desk } = journey(SHAPED)

  const percent = () => desk.percent()
  const inspector = () => desk.inspector
  const styles = () => desk.page.getByRole('region', { name: '样式' })
  const tab = (name: string) => desk.page.getByRole('tab', { name })
  const picture = () => desk.page.locator('canvas.page').screenshot()

  it('zooms from a tenth to sixteen times its size, by wheel at the pointer, and fits', async () => {
    const { page } = desk
    const box = await boxOf(desk.glass)
    await page.keyboard.press('Control+1')
    await soon(percent).toBe(100)
    await page.mouse.move(box.x + 200, box.y + 200)
    await page.keyboard.down('Control')
    for (let i = 0; i < 20; i++) await page.mouse.wheel(0, -300)
    await soon(percent).toBe(1600)
    for (let i = 0; i < 30; i++) await page.mouse.wheel(0, 300)
    await page.keyboard.up('Control')
    await soon(percent).toBeLessThan(50)
    await page.keyboard.press('Control+2')
    const width = await percent()
    await page.keyboard.press('Control+0')
    await soon(percent).toBeLessThan(width)
  })

  it('shows hidden marks and baselines by command, and in preview none of the aids', async () => {
    const { page } = desk
    await page.keyboard.press('Control+1')
    const plain = await picture()
    const differs = () => soon(async () => (await picture()).equals(plain))
    for (const [keys, name] of [
      ['Control+Alt+i', '隐藏符号'],
      ["Control+Alt+'", '行线'],
    ] as const) {
      const button = page.getByRole('navigation').getByRole('button', { name })
      await page.keyboard.press(keys)
      await soon(() => button.getAttribute('aria-pressed')).toBe('true')
      await differs().toBe(false)
      await page.keyboard.press(keys)
      await differs().toBe(true)
    }
    await page.keyboard.press('w')
    await differs().toBe(false)
    const bare = await picture()
    await page.keyboard.press('Control+Alt+i')
    await page.keyboard.press("Control+Alt+'")
    await soon(async () => (await picture()).equals(bare)).toBe(true)
    await page.keyboard.press('Control+Alt+i')
    await page.keyboard.press("Control+Alt+'")
    await page.keyboard.press('w')
    await differs().toBe(true)
    await page.keyboard.press('Control+0')
  })

  it('marks in the menu what is on, however it was turned', async () => {
    const { page } = desk
    const open = () => page.getByRole('menubar').getByRole('menuitem', { name: '视图' }).click()
    const on = async (): Promise<readonly string[]> => {
      await open()
      const items = page.getByRole('menuitemcheckbox', { checked: true })
      await page.getByRole('menu').waitFor()
      const words = await items.allTextContents()
      await page.keyboard.press('Escape')
      await page.getByRole('menu').waitFor({ state: 'detached' })
      return words.map((one) => one.replace(/ ?(Ctrl|Alt|W).*$/u, ''))
    }
    expect(await on()).toEqual(['版格', '框线', '辅助线', '组版', '左栏', '右栏'])
    await page.keyboard.press("Control+'")
    await page.keyboard.press('Control+\\')
    expect(await on()).toEqual(['框线', '辅助线', '组版', '收起两侧'])
    await page.keyboard.press('Control+\\')
    await open()
    await page.getByRole('menuitemcheckbox', { name: /^版格/u }).click()
    await page.keyboard.press('Alt+3')
    expect(await on()).toEqual(['版格', '框线', '辅助线', '印前', '左栏', '右栏'])
    await page.keyboard.press('Alt+1')
    expect(await on()).toEqual(['版格', '框线', '辅助线', '组版', '左栏', '右栏'])
  })

  it('draws a guide out of the ruler, moves it, sets it by number and takes it back', async () => {
    const { page } = desk
    const box = await boxOf(desk.glass)
    const guides = () => inspector().getByRole('group', { name: '辅助线' })
    const field = () => guides().getByRole('spinbutton', { name: '横线 mm' })
    const drag = async (from: number, to: number) => {
      await page.mouse.move(box.x + 60, from)
      await page.mouse.down()
      await page.mouse.move(box.x + 60, (from + to) / 2)
      await page.mouse.move(box.x + 60, to)
      await page.mouse.up()
    }
    await drag(box.y - 10, box.y + box.height / 2)
    await soon(() => field().count()).toBe(1)
    const first = Number(await field().inputValue())
    expect(first).toBeGreaterThan(200)
    await drag(box.y + box.height / 2, box.y + box.height / 2 + 60)
    await soon(async () => Number(await field().inputValue())).toBeGreaterThan(first + 10)
    await page.keyboard.press('Escape')
    await field().fill('100.5')
    await field().press('Enter')
    await soon(() => field().inputValue()).toBe('100.5')
    const perMm = (box.height - 40) / 550
    await drag(box.y + 20 + 100.5 * perMm, box.y - 10)
    await soon(() => field().count()).toBe(0)
    await guides().getByRole('button', { name: '加竖线' }).click()
    await soon(() => guides().getByRole('spinbutton', { name: '竖线 mm' }).count()).toBe(1)
    await page.reload()
    await openSample(page)
    await soon(() => guides().getByRole('spinbutton', { name: '竖线 mm' }).count()).toBe(1)
    await desk.menu('视图', '清除本版辅助线')
    await soon(() => guides().getByRole('spinbutton').count()).toBe(0)
  })

  it('changes size and leading of the body, the grid with them, each as one undo entry', async () => {
    const { page } = desk
    await tab('样式').click()
    const size = () => styles().getByRole('spinbutton', { name: '字号' })
    const leading = () => styles().getByRole('spinbutton', { name: '行距' })
    const grid = () => inspector().locator('.measures').textContent()
    const before = await grid()
    const was = await leading().inputValue()
    await leading().fill(String(Number(was) - 1))
    await leading().press('Enter')
    await soon(grid).not.toBe(before)
    expect(await desk.undoLabel()).toBe('撤销 改样式 正文')
    await page.keyboard.press('Control+z')
    await soon(grid).toBe(before)
    await size().fill('20')
    await size().press('Enter')
    await page.getByText(/版心放不下/u).waitFor()
    expect(await grid()).toBe(before)
  })

  it('sets another face and looseness, and the story’s fit follows', async () => {
    const { page } = desk
    await desk.stories.first().getByRole('button').click()
    await tab('样式').click()
    await styles().getByRole('button', { name: '小标题' }).click()
    const han = () => styles().getByRole('combobox', { name: '汉字' })
    const face = await han().inputValue()
    const stamp = () => page.locator('canvas.page').screenshot()
    const before = await stamp()
    await han().selectOption({ index: 1 })
    await soon(() => han().inputValue()).not.toBe(face)
    await soon(async () => (await stamp()).equals(before)).toBe(false)
    expect(await desk.undoLabel()).toBe('撤销 改样式 小标题')
    await page.keyboard.press('Control+z')
    await soon(() => han().inputValue()).toBe(face)
    const loose = styles().getByRole('group', { name: '松紧' })
    const most = () => loose.getByRole('spinbutton', { name: '最大' })
    await most().fill('90')
    await most().press('Enter')
    await soon(() => most().inputValue()).toBe('90')
    expect(await desk.undoLabel()).toBe('撤销 改样式 松紧')
    await page.keyboard.press('Control+z')
    await soon(() => most().inputValue()).not.toBe('90')
  })

  it('goes from the caret to its style', async () => {
    const { page } = desk
    await tab('小样').click()
    await desk.writeInFirstStory()
    await page.getByRole('button', { name: /^段落 正文/u }).click()
    await soon(() => tab('样式').getAttribute('aria-selected')).toBe('true')
    const body = styles().getByRole('button', { name: '正文', exact: true })
    await soon(() => body.getAttribute('aria-pressed')).toBe('true')
    await page.keyboard.press('Escape')
  })

  it('names a page’s folio once, and puts a page on another template', async () => {
    const { page } = desk
    await tab('小样').click()
    await desk.glass.focus()
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    const folio = () => inspector().getByLabel('版次')
    await folio().fill('02')
    await folio().press('Enter')
    await page.getByText('已经有 02 版了，换一个版次。').waitFor()
    await folio().fill('08')
    await folio().press('Enter')
    await soon(() => page.locator('.stamp').allTextContents()).toEqual(
      expect.arrayContaining([expect.stringMatching(/^08/u)]),
    )
    await page.keyboard.press('Escape')
    await desk.glass.focus()
    await page.keyboard.press('Control+z')
    const template = () => inspector().getByRole('combobox', { name: '模板' })
    const measures = () => inspector().locator('.measures').textContent()
    const before = await measures()
    await soon(() => template().locator('option').count()).toBeGreaterThan(2)
    await template().selectOption('sikai-5x14')
    await soon(measures).toContain('275 × 390 mm')
    await desk.glass.focus()
    await page.keyboard.press('Control+z')
    await soon(measures).toBe(before)
  })

  it('names the edition: 报名, date and 期号, each as one undo entry', async () => {
    const { page } = desk
    const field = (name: string) => inspector().getByLabel(name, { exact: true })
    const set = async (name: string, value: string) => {
      await field(name).fill(value)
      await field(name).press('Enter')
    }
    const date = await field('日期').inputValue()
    await set('期号', '第九期')
    await page.getByText(/^期号写数字/u).waitFor()
    expect(await field('期号').inputValue()).toBe('')
    await set('期号', '12345')
    await set('日期', '2026-12-01')
    await set('报名', '晚样报')
    await soon(() => page.getByRole('banner').textContent()).toContain('晚样报 2026-12-01')
    await soon(() => field('期号').inputValue()).toBe('12345')
    expect(await desk.undoLabel()).toMatch(/改这一期/u)
    for (let i = 0; i < 3; i++) await page.keyboard.press('Control+z')
    await soon(() => field('期号').inputValue()).toBe('')
    await soon(() => field('日期').inputValue()).toBe(date)
  })

  it('is drawn in the screen’s own pixels, whatever screen it is moved to', async () => {
    const { page } = desk
    const screen = await page.context().newCDPSession(page)
    const density = () =>
      page.evaluate<number[]>(
        `['page', 'ruler-across'].map((name) => document.querySelector('canvas.' + name)).map((one) => one.width / one.clientWidth)`,
      )
    for (const deviceScaleFactor of [2, 1.5, 1]) {
      const size = { width: 1440 - 40 * deviceScaleFactor, height: 900 }
      const metrics = { ...size, deviceScaleFactor, mobile: false }
      await screen.send('Emulation.setDeviceMetricsOverride', metrics)
      await soon(density).toEqual([deviceScaleFactor, deviceScaleFactor])
    }
    await screen.detach()
    await page.setViewportSize({ width: 1440, height: 900 })
  })

  it('keeps all in reach in a narrow window, as the browser’s zoom makes one', async () => {
    const { page } = desk
    const side = (name: string) => page.getByRole('banner').getByRole('button', { name })
    const isShown = (name: string) => side(name).getAttribute('aria-pressed')
    const beyond = () =>
      page.evaluate<number>('document.documentElement.scrollWidth - window.innerWidth')
    const glass = async () => (await boxOf(desk.glass)).width
    const wide = await glass()
    await page.setViewportSize({ width: 640, height: 400 })
    await soon(() => isShown('左栏')).toBe('false')
    await soon(() => isShown('右栏')).toBe('false')
    expect(await beyond()).toBe(0)
    await side('左栏').click()
    await desk.stories.first().getByRole('button').click()
    await side('右栏').click()
    await soon(() => isShown('左栏')).toBe('false')
    await inspector().getByRole('spinbutton').first().focus()
    await page.keyboard.press('F6')
    await page.keyboard.press('F6')
    await page.keyboard.press('F6')
    await page.keyboard.press('F6')
    expect(await page.locator('[data-region=context]:focus-within').count()).toBe(1)
    await page.keyboard.press('Control+\\')
    await soon(() => isShown('右栏')).toBe('false')
    await page.setViewportSize({ width: 1440, height: 900 })
    await soon(glass).toBe(wide)
    expect([await isShown('左栏'), await isShown('右栏')]).toEqual(['true', 'true'])
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
  })

  it('tells frames, the caret’s line and the fit to who cannot see the page', async () => {
    const { page } = desk
    const mirror = page.locator('.page-mirror')
    const frames = mirror.getByRole('listitem')
    expect(await frames.count()).toBeGreaterThan(2)
    await desk.stories.first().getByRole('button').click()
    await soon(() => mirror.locator('[aria-current=true]').textContent()).toMatch(
      /^文本框，A .+第 \d+ 栏第 \d+ 行起，\d+ 栏 × \d+ 行/u,
    )
    const fit = (await page.locator('.galley-head .fit').textContent()) ?? ''
    await soon(() => mirror.locator('[aria-live=polite]').textContent()).toContain(fit)
    await desk.writeInFirstStory()
    await soon(() => mirror.getByText(/^光标所在行：\S+/u).count()).toBe(1)
  })

  it('met no error on the way', () => expect(app.troubles).toEqual([]))
})
