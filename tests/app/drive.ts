/** What the journeys do again and again: open the desk on the sample, find its parts, press its keys. */
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect } from 'vitest'
import { launchBrowser } from './browser'
import { SAMPLE, serveDesk, type DeskDeps, type DeskServer } from './deskServer'
import { sampleEdition } from './sampleEdition'

/** A busy machine takes its time: no journey fails because of it before that. */
const PATIENCE = 90_000

/** Panels follow the page. */
export const soon = <T>(look: () => T | Promise<T>) => expect.poll(look, { timeout: PATIENCE })

/** A question that stands over the window. */
export const question = (page: Page): Locator => page.getByRole('alertdialog')

/** Presses one of its buttons. */
export const answer = (page: Page, name: string): Promise<void> =>
  question(page).getByRole('button', { name, exact: true }).click()

/** The texts of the files of an edition. */
export const textsIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.json'))
    .map((name) => readFileSync(join(folder, name), 'utf8'))

/** Where a part stands in the window, in pixels. */
export async function boxOf(part: Locator) {
  const box = await part.boundingBox()
  if (box === null) throw new Error('The part is not in the window')
  return box
}

/** What is looked at, once it has come to rest: the same five times. */
export async function atRest<T>(look: () => Promise<T>): Promise<T> {
  let [last, same] = ['', 0]
  await soon(async () => {
    const now = JSON.stringify(await look())
    same = now === last ? same + 1 : 0
    last = now
    return same
  }).toBeGreaterThan(4)
  return look()
}

/** A picture of the window, in the folder that BX_SHOTS names; without one none is made. */
export async function shot(page: Page, name: string): Promise<void> {
  const folder = process.env['BX_SHOTS']
  if (folder !== undefined) await page.screenshot({ path: join(folder, `${name}.png`) })
}

/** One window of the desk and its parts, by the names users know them by. */
export interface DeskPage {
  readonly page: Page
  /** The page canvas. */
  readonly glass: Locator
  readonly stories: Locator
  readonly inspector: Locator
  /** Lines of the galley that hold this text. */
  typed(text: string): Locator
  /** The words chosen in the story's text, as the galley marks them. */
  selected(): Promise<string>
  /** Waits until the journal has every change. */
  kept(): Promise<void>
  /** Waits until what stands beside the page shows what is chosen: it follows in slices, while the page answers at once. */
  followed(): Promise<void>
  /** Puts the caret into the first story's text, on the page. */
  writeInFirstStory(): Promise<void>
  /** The zoom, as the status bar has it. */
  percent(): Promise<number>
  /** A command by its menu and label, in Chinese. */
  menu(menu: string, item: string | RegExp): Promise<void>
  /** What the menu offers to take back. */
  undoLabel(): Promise<string>
}

export function deskPage(page: Page): DeskPage {
  const stories = page.getByRole('region', { name: /^(?:文稿|Stories)$/u }).getByRole('listitem')
  const glass = page.getByRole('application')
  const followed = (): Promise<void> =>
    page.locator('.desk:not(:has(.side[aria-busy=true]))').waitFor()
  return {
    page,
    glass,
    stories,
    followed,
    inspector: page.getByRole('region', { name: '属性' }),
    typed: (text) => page.locator('.galley-text', { hasText: text }),
    selected: async () =>
      (await page.locator('.galley-text .mark-selected').allTextContents()).join(''),
    kept: () => soon(() => page.getByText(/已存到日志/u).count()).toBe(1),
    async writeInFirstStory() {
      await page.keyboard.press('Escape')
      await page.keyboard.press('Escape')
      await followed()
      await stories.first().getByRole('button').click()
      await followed()
      await page.locator('.galley-line.role-body').nth(2).click()
      await glass.locator('.ProseMirror').focus()
    },
    percent: async () => Number(await page.locator('.percent input').inputValue()),
    async menu(menu, item) {
      await page.getByRole('menubar').getByRole('menuitem', { name: menu, exact: true }).click()
      await page.getByRole('menu').getByRole('menuitem', { name: item }).click()
    },
    async undoLabel() {
      await page.getByRole('menuitem', { name: '编辑' }).click()
      const label = await page.getByRole('menuitem', { name: /^撤销/u }).textContent()
      await page.keyboard.press('Escape')
      await page.locator('[role=menu]').waitFor({ state: 'detached' })
      await glass.focus()
      return (label ?? '').replace('Ctrl Z', '')
    },
  }
}

export interface WindowOptions {
  readonly colorScheme?: 'light' | 'dark'
  readonly locale?: string
  readonly viewport?: { readonly width: number; readonly height: number }
}

export interface App {
  readonly server: DeskServer
  readonly browser: Browser
  /** Errors no part of the window caught, of all windows. */
  readonly troubles: readonly string[]
  /** A window on the start screen, in a profile of its own. */
  window(options?: WindowOptions): Promise<Page>
  /** A window on the sample edition. */
  desk(options?: WindowOptions): Promise<DeskPage>
  stop(): Promise<void>
}

/** Opens the sample from the start screen and waits until its page is drawn. */
export async function openSample(page: Page): Promise<DeskPage> {
  await page.getByRole('button', { name: SAMPLE }).first().click()
  await page.getByRole('application').waitFor()
  await page.locator('.stamp').first().waitFor()
  const desk = deskPage(page)
  await desk.stories.first().waitFor()
  await desk.followed()
  return desk
}

const windows = new Set<Page>()
export const openWindows = (): readonly Page[] => [...windows]

/** A page in the browser that tells its errors to `troubles`. */
export async function newPage(
  browser: Browser,
  troubles: string[],
  options: WindowOptions = {},
): Promise<Page> {
  const context = await browser.newContext({
    ...{ viewport: { width: 1440, height: 900 }, locale: 'zh-CN', colorScheme: 'light' as const },
    ...options,
  })
  context.setDefaultTimeout(PATIENCE)
  const page = await context.newPage()
  windows.add(page)
  page.on('close', () => windows.delete(page))
  page.on('pageerror', (error) => troubles.push(error.message))
  return page
}

/** A desk of its own with a sample edition of these texts, in a browser of its own. */
export async function startApp(
  texts: readonly string[] = ['page-1.txt'],
  deps: DeskDeps = {},
): Promise<App> {
  const server = await serveDesk(deps)
  if (texts.length > 0) await server.use(await sampleEdition(texts))
  const browser = await launchBrowser()
  const troubles: string[] = []
  const window = async (options?: WindowOptions): Promise<Page> => {
    const page = await newPage(browser, troubles, options)
    await page.goto(server.visit())
    return page
  }
  return {
    server,
    browser,
    troubles,
    window,
    desk: async (options) => openSample(await window(options)),
    async stop() {
      await browser.close()
      await server.stop()
    },
  }
}

/** Stands for what is made later, before its members are asked for. */
const madeLater = <T extends object>(made: () => T): T =>
  new Proxy({} as T, { get: (_none, key) => Reflect.get(made(), key) })

/**
 * For a `describe`: an app with one window on an edition, begun before its tests and stopped after them.
 * The edition is made up from sample texts, or lies at a path.
 */
export function journey(
  on: readonly string[] | string,
  deps: DeskDeps = {},
): { readonly app: App; readonly desk: DeskPage } {
  let app: App
  let desk: DeskPage
  beforeAll(async () => {
    app = await startApp(typeof on === 'string' ? [] : on, deps)
    if (typeof on === 'string') await app.server.use(on)
    desk = await app.desk()
  })
  afterAll(() => app.stop())
  return { app: madeLater(() => app), desk: madeLater(() => desk) }
}
