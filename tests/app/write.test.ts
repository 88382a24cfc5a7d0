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
    expect(app.troubles).toEqual([])
  })
})
