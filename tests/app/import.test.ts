import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { root } from './deskServer'
import { deskPage, soon, startApp, type App, shot } from './drive'
import { dropFiles } from './handOver'
import { TORN } from './torn'
import { importPage } from '../../core/intake'
import { wordOver } from '../../main/services/words'

const sample = (name: string): string => join(root, 'resources/samples', name)

/** Whether the last part is a story of its own, only its first line says, which may be a subhead. */
const underText = (head: string): string =>
  [
    '灌区改造完工',
    '　　本报讯（记者 王小河）今年全县的灌区改造全部完工，水能送到最远的田头，实现全覆盖。',
    '　　村民说，从前一到夏天就抢水，如今谁家的田都能按时浇上。',
    head,
    '　　渠是一九五八年修的，三千人挑了两个冬天，最深的一段在石头里凿出来。',
    '　　老支书说，那时候没有机器，全靠两只手。',
  ].join('\n')

const isDoubtful = (head: string): boolean =>
  importPage(underText(head), { name: 'under', wordOver }).report.doubts.some(
    ({ code }) => code === 'intake.story',
  )

/** A line that may as well be a 小标题, whichever of them the weights that stand there doubt. */
const HEAD = ['难在哪里', '难题何解', '水从何来', '路在何方', '水到田头'].find(isDoubtful) ?? ''
const UNDER = underText(HEAD)

describe('making a page', () => {
  let app: App
  let page: Page

  beforeAll(async () => {
    app = await startApp(['page-1.txt'])
    page = await app.window()
  })

  afterAll(() => app.stop())

  const report = () => page.getByRole('dialog', { name: '导入报告' })
  const stamps = () => page.locator('.stamp')
  /** Parts of the report that a message hides. */
  const overReport = () =>
    page.evaluate<readonly string[]>(`(() => {
      const box = document.querySelector('[data-sonner-toast]').getBoundingClientRect()
      const parts = '.import-head > :not(.import-messages), .import-columns, .import-foot'
      return [...document.querySelectorAll(parts)]
        .filter((part) => {
          const { left, right, top, bottom } = part.getBoundingClientRect()
          return left < box.right && box.left < right && top < box.bottom && box.top < bottom
        })
        .map(({ className }) => className)
    })()`)
  const waiting = () => page.getByRole('button', { name: /^待排/u }).textContent()
  /** A new window on the start screen; the edition in the last one stays unsaved in its journal. */
  const startAnew = async () => {
    const last = page
    page = await app.window()
    await last.close()
    await page.getByRole('heading', { name: '最近' }).waitFor()
  }

  it('begins an edition from a template with its name, date and number of pages', async () => {
    await page.getByRole('button', { name: /新建一期/u }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('报名').fill('滨江晨报')
    await dialog.getByLabel('版数').fill('3')
    expect(await dialog.getByLabel('首版版次').inputValue()).toBe('01')
    await dialog.getByLabel('首版版次').fill('甲')
    await dialog.getByRole('button', { name: '新建' }).click()
    expect(await dialog.locator('input:invalid').count()).toBe(1)
    await dialog.getByLabel('首版版次').fill('5')
    await dialog.getByText('05 到 07 版').waitFor()
    await dialog.getByLabel('出版日期').fill('2027-01-08')
    await dialog.getByRole('button', { name: '新建' }).click()
    await soon(() => stamps().count()).toBe(3)
    await soon(() => page.locator('.command-box').textContent()).toMatch(/滨江晨报 2027-01-08/u)
    const names = await page.locator('.stamp-name').allTextContents()
    expect(names.map((name) => name.trim())).toEqual(['05', '06', '07'])
    await startAnew()
  })

  it('begins from an edition before: frames stay, stories are empty', async () => {
    await page.getByRole('button', { name: /新建一期/u }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel(/以前一期的版面/u).check()
    await dialog.getByLabel('哪一期').selectOption({ label: await labelWith('滨江晨报') })
    await soon(() => dialog.getByLabel('出版日期').inputValue()).toBe('2027-01-09')
    await dialog.getByLabel('哪一期').selectOption({ label: await labelWith('sample') })
    await dialog.getByRole('button', { name: '新建' }).click()
    await page.getByRole('application').waitFor()
    const desk = deskPage(page)
    await soon(() => desk.stories.count()).toBeGreaterThan(5)
    const letters = await page.locator('.stories .story-line').allTextContents()
    expect(letters.every((line) => line.startsWith('0 '))).toBe(true)
    await startAnew()
  })

  async function labelWith(name: string): Promise<string> {
    const labels = await page.getByLabel('哪一期').locator('option').allTextContents()
    return labels.find((label) => label.includes(name)) ?? ''
  }

  it('takes texts dropped on the start screen and shows the page made up, its doubts beside the raw text', async () => {
    await page.evaluate(`{
      window.sums = new Set()
      const note = () => sums.add(document.querySelector('.import-sum')?.textContent ?? '')
      new MutationObserver(note).observe(document.body, { subtree: true, childList: true })
    }`)
    await dropFiles(page, [{ name: 'torn.txt', content: TORN }])
    await report().waitFor({ timeout: 90_000 })
    expect(await report().getByText('灌区改造完工').count()).toBeGreaterThan(0)
    expect(await report().locator('.raw li').count()).toBe(3)
    expect(await report().locator('.doubt').count()).toBeGreaterThan(0)
    await soon(() => report().locator('.raw li[data-doubt]').count()).toBeGreaterThan(0)
    await soon(() => report().locator('.ribbons path').count()).toBeGreaterThan(0)
    const sums = await page.evaluate<readonly string[]>(`[...window.sums].filter(Boolean)`)
    expect(sums).toEqual([expect.stringMatching(/^\s*字数账平/u)])
  })

  it('splits a doubtful join by one key, takes it back, and accepts by another', async () => {
    const blocks = () => report().locator('.import-block.is-paragraph').count()
    const before = await blocks()
    const seams = report().locator('.doubt', { hasText: '＋' })
    await seams.first().getByRole('button').first().click()
    await report().focus()
    await page.keyboard.press('s')
    await soon(blocks).toBe(before + 1)
    await soon(() => report().getByText('已拆开').count()).toBe(1)
    await page.keyboard.press('Control+z')
    await soon(blocks).toBe(before)
    await soon(() => report().getByText('已拆开').count()).toBe(0)
    await page.keyboard.press('Enter')
    await soon(() => report().getByText('已接受').count()).toBe(1)
    expect(await blocks()).toBe(before)
    await page.keyboard.press('Escape')
    await soon(() => report().count()).toBe(0)
    await soon(() => page.evaluate(`document.activeElement.className`)).toMatch(
      /^(glass|ProseMirror)/u,
    )
    await soon(waiting).toBe('待排 0')
    await startAnew()
  })

  it('makes a doubtful headline a subhead of the story above by S, and two stories again by undo', async () => {
    // let go before the window knows a template
    let bringTemplates = (): void => undefined
    const asked = new Promise<void>((resolve) => (bringTemplates = resolve))
    await page.route(/\/call\/listTemplates/u, (route) => asked.then(() => route.continue()))
    await page.reload()
    await page.getByRole('heading', { name: '最近' }).waitFor()
    await dropFiles(page, [{ name: 'under.txt', content: UNDER }])
    bringTemplates()
    await report().waitFor({ timeout: 90_000 })
    const cards = () => report().locator('.import-card').count()
    const subhead = report().locator('.import-block.is-subhead', { hasText: HEAD })
    await soon(cards).toBe(2)
    await report().locator('.doubt', { hasText: HEAD }).getByRole('button').first().click()
    await report()
      .getByRole('button', { name: /^改作上一篇的小标题/u })
      .waitFor()
    await report().focus()
    await page.keyboard.press('s')
    await soon(cards).toBe(1)
    expect(await subhead.count()).toBe(1)
    await page.keyboard.press('Control+z')
    await soon(cards).toBe(2)
    await page.keyboard.press('s')
    await soon(cards).toBe(1)
    await page.keyboard.press('Escape')
    await soon(() => report().count()).toBe(0)
    await soon(waiting).toBe('待排 0')
    await startAnew()
  })

  it('imports by the menu, text and pictures, as one undo entry; another proposal is one key away', async () => {
    await page.getByRole('button', { name: 'sample.banxin' }).first().click()
    await page.getByRole('application').waitFor()
    await soon(() => stamps().count()).toBe(1)
    const chooser = page.waitForEvent('filechooser')
    await deskPage(page).menu('文件', /导入来稿/u)
    await (await chooser).setFiles([sample('page-2.txt'), sample('picture-3.jpg')])
    const message = page.getByText(/^导入 \d+ 篇/u).first()
    await message.waitFor({ timeout: 90_000 })
    const told = Number(/\d+/u.exec((await message.textContent()) ?? '')?.[0])
    await soon(() => stamps().count()).toBe(2)
    await report().waitFor()
    await shot(page, 'import-message')
    await soon(() => overReport()).toEqual([])
    const rubric = report().locator('.import-block', { hasText: /周末去处$/u })
    await soon(() => rubric.first().textContent()).toBe('栏目周末去处')
    await page.keyboard.press('Escape')
    await soon(() => stamps().nth(1).getAttribute('aria-selected')).toBe('true')
    const desk = deskPage(page)
    expect(told).toBeGreaterThan(3)
    await soon(() => desk.stories.count()).toBe(told)
    await page.keyboard.press('Control+Shift+m')
    const bar = page.getByRole('toolbar', { name: '组版方案' })
    await bar.waitFor({ timeout: 90_000 })
    expect(await bar.textContent()).toMatch(/方案 (2\/\d|1\/1)/u)
    await page.keyboard.press('Control+z')
    await page.keyboard.press('Control+z')
    await soon(() => stamps().count()).toBe(1)
    await soon(() => stamps().first().getAttribute('aria-selected')).toBe('true')
  })

  it('says what to do with files that hold no text', async () => {
    await dropFiles(page, [{ name: 'a.json', content: '{}' }])
    await page.getByText(/里没有文稿/u).waitFor()
  })

  it('met no error on the way', () => {
    expect(app.troubles).toEqual([])
  })
})
