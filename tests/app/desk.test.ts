import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { boxOf, journey, soon } from './drive'

const BUILT = fileURLToPath(new URL('../../out/renderer', import.meta.url))

describe('the start screen’s script', () => {
  it('comes without the desk’s, its dialogs’ and its press’s', () => {
    const page = readFileSync(join(BUILT, 'index.html'), 'utf8')
    const first = [...page.matchAll(/(?:src|href)="\.\/(assets\/[^"]+\.js)"/gu)].map(
      ([, path = '']) => readFileSync(join(BUILT, path)),
    )
    const bytes = first.reduce((sum, { length }) => sum + length, 0)
    expect(bytes).toBeGreaterThan(200_000)
    expect(bytes).toBeLessThan(550_000)
    const said = first.map((script) => script.toString()).join('\n')
    // the editor's class, and one of a panel of each that comes apart
    for (const own of ['ProseMirror-', 'galley-line', 'import-desk', 'find-row'])
      expect(said).not.toContain(own)
  })
})

describe('desk in a browser', () => {
  const { app, desk } = journey(['page-1.txt', 'page-2.txt'])

  const stories = () => desk.stories
  const glass = () => desk.glass
  const typed = (text: string) => desk.typed(text)
  const kept = () => desk.kept()
  const writeInFirstStory = () => desk.writeInFirstStory()

  it('shows page, stories and their fit in one set of words', async () => {
    const { page } = desk
    expect(await stories().count()).toBeGreaterThan(3)
    for (const words of await page.locator('.stories .fit').allTextContents()) {
      expect(words).toMatch(
        /^(超 (\d+ 行(、框内 \d+ 行)? )?\d+ 字|框内超 \d+ 行|余 \d+ 行|齐|缺图)$/u,
      )
    }
    await stories().first().getByRole('button').click()
    const first = await page.locator('.stories .fit').first().textContent()
    await soon(() => page.locator('.galley-head .fit').textContent()).toBe(first)
    await soon(() => page.locator('.frame-tag').last().textContent()).toContain(first ?? '')
  })

  it('puts the caret where text is double-clicked and types there', async () => {
    const { page } = desk
    await page.keyboard.press('Control+2')
    const box = await boxOf(glass())
    await page.mouse.dblclick(box.x + box.width * 0.3, box.y + box.height * 0.62)
    await soon(() => page.locator('.ProseMirror').count()).toBe(1)
    await page.keyboard.type('xyzzy')
    await soon(() => typed('xyzzy').count()).toBe(1)
    await kept()
    await page.keyboard.press('Control+z')
    await soon(() => typed('xyzzy').count()).toBe(0)
    await page.keyboard.press('Control+y')
    await soon(() => typed('xyzzy').count()).toBe(1)
    for (let i = 0; i < 5; i++) await page.keyboard.press('Backspace')
    await soon(() => typed('xy').count()).toBe(0)
  })

  it('draws what an input method composes and takes its commit as one change', async () => {
    const { page } = desk
    await writeInFirstStory()
    const input = await page.context().newCDPSession(page)
    const before = await page.getByText(/^全文/u).textContent()
    await input.send('Input.imeSetComposition', {
      text: 'zhong',
      selectionStart: 5,
      selectionEnd: 5,
    })
    await soon(() => page.getByText('组字中').count()).toBe(1)
    expect(await typed('zhong').count()).toBe(0)
    expect(await page.getByText(/^全文/u).textContent()).toBe(before)
    await input.send('Input.insertText', { text: '重字' })
    await soon(() => typed('重字').count()).toBe(1)
    await soon(() => page.getByText('组字中').count()).toBe(0)
    await page.keyboard.press('Control+z')
    await soon(() => typed('重字').count()).toBe(0)
  })

  it('walks the composed lines and leaves text for frame for nothing with Escape', async () => {
    const { page } = desk
    await writeInFirstStory()
    const line = () => page.locator('.status-middle').textContent()
    const at = async () => Number(/第 (\d+) 行/u.exec((await line()) ?? '')?.[1])
    const start = 3
    await soon(at).toBe(start)
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await soon(at).toBe(start + 2)
    await page.keyboard.press('ArrowUp')
    await soon(at).toBe(start + 1)
    await page.keyboard.press('Escape')
    await soon(() => page.locator('.frame-tag').count()).toBeGreaterThan(0)
    await soon(line).toBe('')
    await page.keyboard.press('Escape')
    await soon(() => page.locator('.frame-tag').count()).toBe(0)
  })

  it('zooms at the pointer, fits, and finds a page by the palette', async () => {
    const { page } = desk
    await page.keyboard.press('Control+1')
    await soon(desk.percent).toBe(100)
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox').fill('02')
    await page.keyboard.press('Enter')
    await expect
      .poll(() => page.locator('.stamp[aria-selected=true]').textContent())
      .toMatch(/^02/u)
    await page.keyboard.press('Control+0')
    await soon(desk.percent).not.toBe(100)
    const fitted = await desk.percent()
    const typed = page.getByRole('spinbutton', { name: '缩放 %' })
    await typed.focus()
    await page.keyboard.type('１５０％')
    await page.keyboard.press('Enter')
    await soon(desk.percent).toBe(150)
    expect(await page.locator('[data-region=canvas]:focus-within').count()).toBe(1)
    await typed.fill('9')
    await page.keyboard.press('Escape')
    expect(await desk.percent()).toBe(150)
    await typed.fill('5000')
    await page.keyboard.press('Enter')
    await soon(desk.percent).toBe(1600)
    await page.keyboard.press('Control+0')
    await soon(desk.percent).toBe(fitted)
  })

  it('goes to the next thing to settle with F8, and names it in the window’s language', async () => {
    const { page } = desk
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    await soon(() => page.locator('.light').count()).toBeGreaterThan(0)
    await page.keyboard.press('F8')
    const chosen = () => page.locator('.problem[aria-current=true]')
    await soon(() => chosen().count()).toBe(1)
    const first = await chosen().textContent()
    expect(first).not.toMatch(/[a-z]{4}/u)
    await soon(() =>
      page
        .getByRole('status')
        .filter({ hasText: first ?? '' })
        .count(),
    ).toBe(1)
    await page.keyboard.press('F8')
    await soon(() => chosen().textContent()).not.toBe(first)
    await page.keyboard.press('Shift+F8')
    await soon(() => chosen().textContent()).toBe(first)
    const said = () =>
      page
        .locator('[role=status]:not([inert], [inert] *)')
        .filter({ has: page.locator('.problem-remedy') })
        .count()
    await page.getByRole('button', { name: '右栏', exact: true }).click()
    await soon(said).toBe(1)
    await page.getByRole('button', { name: '右栏', exact: true }).click()
    await page.getByRole('tab', { name: '小样' }).click()
    await page.locator('.stamp').nth(1).click()
    await desk.followed()
  })

  it('saves, and opens again with what was written', async () => {
    const { page } = desk
    await writeInFirstStory()
    await page.keyboard.type('kept')
    await kept()
    await page.keyboard.press('Control+s')
    await page.getByText(/已存盘/u).waitFor()
    const again = await app.browser.newPage({ locale: 'zh-CN' })
    await again.goto(app.server.visit())
    await again.getByRole('button', { name: 'sample.banxin' }).click()
    await again.getByRole('application').waitFor()
    await again.locator('.stamp').nth(1).click()
    await again.locator('.story').first().click()
    await soon(() => again.locator('.galley-text', { hasText: 'kept' }).count()).toBe(1)
    await again.close()
  })

  it('exports a proof to the place chosen in the window and says so', async () => {
    const { page } = desk
    await page.keyboard.press('Control+e')
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: '输出' }).click()
    await dialog.getByLabel('名称').fill('proof.pdf')
    await dialog.getByRole('button', { name: '存盘' }).click()
    await page.getByText('输出好了').waitFor({ timeout: 90_000 })
    expect(existsSync(join(app.server.documents, 'proof.pdf'))).toBe(true)
  })

  it('met no error on the way', () => expect(app.troubles).toEqual([]))
})
