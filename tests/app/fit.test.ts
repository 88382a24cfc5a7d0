import { describe, expect, it } from 'vitest'
import { SHAPED } from './deskServer'
import { journey, soon, type DeskPage } from './drive'

describe('fitting the copy', () => {
  const { app, desk } = journey(['page-1.txt'])

  const chip = () => desk.page.locator('.galley-head .fit').textContent()
  const remedies = () => desk.page.getByRole('region', { name: '合版办法' })
  const remedy = (name: RegExp) => remedies().getByRole('button', { name })
  const undo = () => desk.page.getByRole('menuitem', { name: /^撤销/u })

  /** Writes so much into the first story that it is over. */
  async function writeOver(): Promise<void> {
    await desk.writeInFirstStory()
    await desk.page.keyboard.insertText('渡口的风从河面吹来，船工把缆绳系紧。'.repeat(9))
    await soon(chip).toMatch(/^超 \d+ 行 \d+ 字$/u)
  }

  it('says over in the same words in list, galley, fit bar, frame tag and remedies', async () => {
    await writeOver()
    const words = (await chip()) ?? ''
    await soon(() => desk.page.locator('.stories .fit').first().textContent()).toBe(words)
    await soon(() => desk.page.locator('.frame-tag').last().textContent()).toContain(words)
    await soon(() => desk.page.locator('.fit-story').first().getAttribute('title')).toContain(words)
    await soon(() => remedies().locator('h3').textContent()).toContain(words)
  })

  it('reaches the overset text in the galley and edits it', async () => {
    const over = desk.page.locator('.galley-line[data-overset]')
    expect(await over.count()).toBeGreaterThan(0)
    await over.last().click()
    const bar = desk.page.locator('.context-bar')
    await soon(() => bar.textContent()).toMatch(/^段落 正文.*溢出的文字/u)
    await desk.page.keyboard.type('QQQ')
    await soon(() =>
      desk.page.locator('.galley-line[data-overset]', { hasText: 'QQQ' }).count(),
    ).toBe(1)
    await desk.page.keyboard.press('Control+z')
    await soon(() => desk.typed('QQQ').count()).toBe(0)
  })

  it('goes there with F8, where one can write at once', async () => {
    const { page } = desk
    await page.getByRole('tab', { name: /问题/u }).click()
    await soon(() => page.locator('.problem', { hasText: '溢出' }).count()).toBe(1)
    await desk.glass.focus()
    await page.keyboard.press('F8')
    await soon(() => page.getByRole('tab', { name: '小样' }).getAttribute('aria-selected')).toBe(
      'true',
    )
    await page.keyboard.type('zqover')
    await soon(() => desk.typed('zqover').count()).toBe(1)
    const isAtOverset = await page.locator('.galley-line').evaluateAll((lines) => {
      const typed = lines.findIndex(({ textContent }) => textContent?.includes('zqover'))
      return lines[typed + 1]?.hasAttribute('data-overset')
    })
    expect(isAtOverset).toBe(true)
    await page.keyboard.press('Control+z')
    await soon(() => desk.typed('zqover').count()).toBe(0)
  })

  it('previews a remedy by hover and by focus, and leaves no trace', async () => {
    await soon(() => remedies().getByRole('button').count()).toBeGreaterThan(0)
    const before = await desk.glass.screenshot()
    const first = remedies().getByRole('button').first()
    await first.hover()
    await soon(async () => before.equals(await desk.glass.screenshot())).toBe(false)
    await desk.page.mouse.move(5, 5)
    await soon(() => desk.page.locator('.frame-tag').count()).toBeGreaterThan(0)
    await first.focus()
    await soon(() => desk.page.locator('.frame-tag').count()).toBe(0)
    await desk.glass.focus()
    await soon(() => desk.page.locator('.frame-tag').count()).toBeGreaterThan(0)
    await desk.page
      .getByRole('menubar')
      .getByRole('menuitem', { name: '编辑', exact: true })
      .click()
    expect(await undo().textContent()).not.toMatch(/行|删|转/u)
    await desk.page.keyboard.press('Escape')
  })

  it('applies a remedy with the result it promised, as one change', async () => {
    const first = remedy(/(齐|余 \d+ 行)$/u).first()
    await soon(() => first.count()).toBe(1)
    const promised = (await first.locator('.fit').textContent()) ?? ''
    const over = (await chip()) ?? ''
    await first.click()
    await soon(chip).toBe(promised)
    await desk.kept()
    await desk.page.keyboard.press('Control+z')
    await soon(chip).toBe(over)
  })

  it('marks a suggested cut in the galley and cuts there', async () => {
    const cut = remedy(/^删/u).first()
    await soon(() => cut.count()).toBe(1)
    const promised = (await cut.locator('.fit').textContent()) ?? ''
    await desk.page.mouse.move(5, 5)
    await cut.hover()
    await soon(() => desk.page.locator('.mark-cut').count()).toBeGreaterThan(0)
    const marked = (await desk.page.locator('.mark-cut').allTextContents()).join('')
    expect(`${await cut.textContent()}`).toContain(`${Array.from(marked).length} 字`)
    await cut.click()
    await soon(chip).toBe(promised)
    await desk.page.keyboard.press('Control+z')
    await soon(chip).toMatch(/^超/u)
  })

  it('shows every letter of a line in the galley, one line a row', async () => {
    await desk.page.locator('.fit-story').first().click()
    const cut = () =>
      desk.page.evaluate<readonly string[]>(`(() => {
        const rows = [...document.querySelectorAll('.galley-line.role-body .galley-text')]
        return rows.flatMap((row) => {
          const words = document.createRange()
          words.selectNodeContents(row)
          const { right, height } = words.getBoundingClientRect()
          const size = parseFloat(getComputedStyle(row).fontSize)
          const isCut = right > row.getBoundingClientRect().right + 0.5 || height > 2 * size
          return isCut ? [row.textContent] : []
        })
      })()`)
    await soon(() => desk.page.locator('.galley-line.role-body').count()).toBeGreaterThan(20)
    await soon(cut).toEqual([])
  })

  it('goes to a story from the fit bar', async () => {
    const story = desk.page.locator('.fit-story').nth(1)
    await story.click()
    const named = (await story.getAttribute('title')) ?? ''
    const title = () => desk.page.locator('.galley-title').textContent()
    await soon(async () => named.startsWith((await title()) ?? '?')).toBe(true)
  })

  it('met no error on the way', () => expect(app.troubles).toEqual([]))
})

describe('two remedies together', () => {
  const { app, desk } = journey(SHAPED)

  it('stand first where none alone settles a story, are tried by hover and are one change', async () => {
    const { page } = desk
    const chip = () => page.locator('.galley-head .fit').textContent()
    const even = (await chipAfter(desk, 3)) ?? ''
    expect(even).toMatch(/^超 \d+ 行/u)
    const remedies = page.getByRole('region', { name: '合版办法' }).getByRole('button')
    await soon(() => remedies.first().textContent()).toMatch(/^一段紧 1 行，删.*齐$/u)
    const before = await desk.glass.screenshot()
    await remedies.first().hover()
    await soon(() => page.locator('.mark-cut').count()).toBeGreaterThan(0)
    await soon(async () => before.equals(await desk.glass.screenshot())).toBe(false)
    await remedies.first().click()
    await soon(chip).toBe('齐')
    expect(await desk.undoLabel()).toMatch(/一段紧 1 行，删/u)
    await page.keyboard.press('Control+z')
    await soon(chip).toBe(even)
  })

  /** Writes so many sentences into the third story and says how it fits then. */
  async function chipAfter({ page, glass, stories }: DeskPage, sentences: number) {
    await stories.filter({ hasText: '旧书门诊' }).getByRole('button').click()
    await page.locator('.galley-line.role-body').first().click()
    await glass.locator('.ProseMirror').focus()
    await page.keyboard.press('Control+ArrowDown')
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.insertText('渡口的风从河面吹来，船工把缆绳系紧。'.repeat(sentences))
    await soon(() => page.locator('.galley-head .fit').textContent()).toMatch(/^超/u)
    return page.locator('.galley-head .fit').textContent()
  }

  it('met no error on the way', () => expect(app.troubles).toEqual([]))
})
