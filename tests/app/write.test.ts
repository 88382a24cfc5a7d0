import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { soon, startApp, type App, type DeskPage } from './drive'

describe('writing on the page', () => {
  let app: App
  let desk: DeskPage

  beforeAll(async () => {
    app = await startApp()
    desk = await app.desk()
  })

  afterAll(() => app.stop())

  const paste = (html: string, plain: string): Promise<unknown> =>
    desk.page.evaluate(`{
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/html', ${JSON.stringify(html)})
      clipboardData.setData('text/plain', ${JSON.stringify(plain)})
      const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true })
      document.querySelector('.input-surface .ProseMirror').dispatchEvent(event)
    }`)

  /** A pause in typing, as a busy machine makes them, ends an undo entry: so many as it takes, each awaited. */
  const undoUntilGone = async (words: string): Promise<void> => {
    const lines = () => desk.page.locator('.galley-lines').innerHTML()
    while ((await desk.typed(words).count()) > 0) {
      const before = await lines()
      await desk.page.keyboard.press('Control+z')
      await soon(async () => (await lines()) !== before).toBe(true)
    }
  }

  it('pastes the words of markup as paragraphs and subheads, and takes them back as one change', async () => {
    await desk.writeInFirstStory()
    const subheads = desk.page.locator('.galley-line.role-subhead')
    const before = await subheads.count()
    await paste(
      '<p>贴来甲段</p><h2>贴来小题</h2><script>document.title = "跑了"</script><p>　　贴来乙段</p>',
      '不用这个',
    )
    await soon(() => desk.typed('贴来甲段').count()).toBe(1)
    await soon(() => desk.typed('贴来乙段').count()).toBe(1)
    await soon(() => subheads.count()).toBe(before + 1)
    expect(await desk.typed('不用这个').count()).toBe(0)
    expect(await desk.page.title()).not.toBe('跑了')
    await desk.page.keyboard.press('Control+z')
    await soon(() => desk.typed('贴来').count()).toBe(0)
    await soon(() => subheads.count()).toBe(before)
  })

  it('writes in the story view, the page and the galley with one selection and one undo', async () => {
    await desk.writeInFirstStory()
    await desk.page.keyboard.type('版上')
    await soon(() => desk.typed('版上').count()).toBe(1)
    await desk.page.getByRole('tab', { name: '文稿' }).click()
    const view = desk.page.getByRole('textbox', { name: '文稿正文' })
    const paragraph = view.locator('.paragraph', { hasText: '版上' })
    await soon(() => paragraph.count()).toBe(1)
    // the page's caret is shown where it stands
    await soon(() => paragraph.locator('.galley-caret').count()).toBe(1)
    await soon(() => view.locator('.headline').getAttribute('data-name')).toBe('主题')
    // a selection made here is the page's too: what is typed on the page takes its place
    await paragraph.click({ clickCount: 3 })
    await desk.glass.locator('.ProseMirror').focus()
    await soon(() => view.locator('.mark-selected', { hasText: '版上' }).count()).toBe(1)
    await desk.page.keyboard.type('换作这句')
    await soon(() => view.locator('.paragraph', { hasText: '换作这句' }).textContent()).toBe(
      '换作这句',
    )
    // written here, taken back from the page, seen in the galley
    await view.locator('.paragraph', { hasText: '换作这句' }).click()
    await desk.page.keyboard.press('End')
    await desk.page.keyboard.type('稿里')
    await soon(() => view.locator('.paragraph', { hasText: '换作这句稿里' }).count()).toBe(1)
    await desk.page.getByRole('tab', { name: '小样' }).click()
    await soon(() => desk.typed('换作这句稿里').count()).toBe(1)
    await undoUntilGone('换作')
    expect(await desk.typed('版上').count()).toBe(1)
  })

  it('makes a paragraph a subhead and a box by key, menu and inspector', async () => {
    await desk.writeInFirstStory()
    await desk.page.getByRole('tab', { name: '文稿' }).click()
    const view = desk.page.getByRole('textbox', { name: '文稿正文' })
    const caretIn = (block: string) => view.locator(`${block} .galley-caret`)
    await soon(() => caretIn('.paragraph').count()).toBe(1)
    await desk.page.keyboard.press('Control+Alt+Digit5')
    await soon(() => caretIn('.subhead').count()).toBe(1)
    const role = desk.page.getByRole('region', { name: '文字' }).getByRole('combobox')
    await soon(() => role.inputValue()).toBe('subhead')
    const boxes = view.locator('.editorNote')
    const insets = () => desk.page.getByRole('group', { name: '文中框' }).count()
    const before = await insets()
    await role.selectOption('编者按')
    await soon(() => caretIn('.editorNote .paragraph').count()).toBe(1)
    await soon(() => boxes.locator('.boxLabel').first().textContent()).toBe('编者按')
    // its place on the page came with it, and goes with it
    await soon(insets).toBe(before + 1)
    await desk.menu('文字', /改作正文/u)
    await soon(() => boxes.count()).toBe(0)
    await soon(insets).toBe(before)
    await soon(() => role.inputValue()).toBe('paragraph')
    const looser = desk.page.getByRole('button', { name: '松一行' })
    await looser.click()
    await soon(() => looser.getAttribute('aria-pressed')).toBe('true')
    await desk.page.keyboard.press('Control+z')
    await soon(() => looser.getAttribute('aria-pressed')).toBe('false')
    await desk.page.keyboard.press('Control+z')
    await soon(() => boxes.count()).toBe(1)
    await soon(insets).toBe(before + 1)
  })

  it('met no error on the way', () => expect(app.troubles).toEqual([]))
})
