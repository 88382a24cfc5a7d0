/** What a page that went wrong may try, and what comes of it. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openSample, soon, startApp, type App, type DeskPage } from './drive'

describe('the window under attack', () => {
  let app: App
  let desk: DeskPage
  let page: Page
  const refusals: string[] = []

  beforeAll(async () => {
    app = await startApp()
    page = await app.window()
    page.on('console', (message) => {
      if (message.text().includes('Content Security Policy')) refusals.push(message.text())
    })
    await page.reload()
    desk = await openSample(page)
  })
  afterAll(() => app.stop())

  it('breaks no rule of its policy in ordinary work', async () => {
    await desk.writeInFirstStory()
    await page.keyboard.type('zq')
    await desk.kept()
    await page.keyboard.press('Control+s')
    await page.getByText(/已存盘/u).waitFor()
    await page.keyboard.press('Control+e')
    await page.getByRole('dialog').waitFor()
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox').waitFor()
    await page.keyboard.press('Escape')
    expect(refusals).toEqual([])
    const policy = (await page.reload())?.headers()['content-security-policy'] ?? ''
    expect(policy).not.toContain('unsafe')
    desk = await openSample(page)
  })

  it('runs no script and shows no style that is written into the page', async () => {
    await page.evaluate<null>(`(() => {
      const script = document.createElement('script')
      script.textContent = 'globalThis.broken = true'
      document.head.append(script)
      const style = document.createElement('style')
      style.textContent = 'body { display: none }'
      document.head.append(style)
      return null
    })()`)
    expect(await page.evaluate<boolean>('globalThis.broken === true')).toBe(false)
    expect(await desk.glass.isVisible()).toBe(true)
    await soon(() => refusals.length).toBeGreaterThanOrEqual(2)
  })

  it('reaches nothing outside', async () => {
    const reach = (script: string) => page.evaluate<string>(script)
    expect(
      await reach(`fetch('https://example.invalid/').then(() => 'came', () => 'refused')`),
    ).toBe('refused')
    expect(
      await reach(`new Promise((done) => {
      const image = new Image()
      image.onload = () => done('came')
      image.onerror = () => done('refused')
      image.src = 'https://example.invalid/a.png'
    })`),
    ).toBe('refused')
    expect(refusals.some((text) => text.includes('connect-src'))).toBe(true)
    expect(refusals.some((text) => text.includes('img-src'))).toBe(true)
  })

  it('gets a coded refusal for what is no call, no argument, or a path it was not given', async () => {
    const code = (call: string) =>
      page.evaluate<string>(`${call}.then((reply) => (reply.ok ? 'ok' : reply.error.code))`)
    expect(await code(`banxin.fontStart({ id: '../../package.json' })`)).toBe('host.argument')
    expect(await code(`banxin.pictureBytes({ handle: 'x', file: '../edition.json' })`)).toBe(
      'host.argument',
    )
    expect(await code(`banxin.save({ handle: 'other', overwrite: true, title: '' })`)).toBe(
      'edition.no-handle',
    )
    expect(await code(`banxin.listFolder({ dialog: 'none', path: '/' })`)).toBe('dialog.none')
    expect(
      await code(`banxin.openEdition({ source: { kind: 'path', path: '/' }, readOnly: true })`),
    ).toBe('host.argument')
  })

  it('answers no page of another origin and no one without its token', async () => {
    const { origin } = new URL(app.server.visit())
    const bare = await fetch(`${origin}/`)
    expect(bare.status).toBe(403)
    const post = await fetch(`${origin}/call/appInfo`, { method: 'POST', body: 'x' })
    expect(post.status).toBe(403)
    const other = await app.browser.newPage()
    await other.goto('data:text/html,<title>other</title>')
    expect(
      await other.evaluate<string>(
        `fetch('${origin}/call/appInfo', { method: 'POST', credentials: 'include' }).then(() => 'came', () => 'refused')`,
      ),
    ).toBe('refused')
    await other.close()
  })
})
