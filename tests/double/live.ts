/**
 * The stand-in with pages: a window opens its page in a real Chromium, the built
 * preload before the page's own scripts, its files from the desk's protocol handler,
 * every request asked of the desk first. The browser belongs to
 * the test, which plays the user there; by messages to this process it plays the
 * system: menus, dialogs, the window's cross.
 */
import { readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { chromium, type BrowserContext, type Page, type Route } from 'playwright-core'
import { packMessage, unpackMessage } from '../../core/contract/wire'
import { BrowserWindow as StageWindow, app, stage } from './electron'

export * from './electron'

const OURS = 'banxin://desk/'
/** Where the page's `ipcRenderer.invoke` posts to. */
const INVOKE = '/.electron/'

const env = (name: string): string => process.env[name] ?? ''
stage.userData = env('BANXIN_DOUBLE_DATA')

const context: Promise<BrowserContext> = chromium
  .connectOverCDP(env('BANXIN_DOUBLE_BROWSER'))
  .then((browser) => browser.contexts()[0] ?? browser.newContext())

type Options = ConstructorParameters<typeof StageWindow>[0]

export class BrowserWindow extends StageWindow {
  private page: Page | null = null
  private loading = true
  /** Chromium knows no scheme of ours; a server of the window stands for it. */
  private origin = ''

  constructor(options: Options) {
    super(options)
    const { webContents } = this
    webContents.isLoading = () => this.loading
    webContents.send = (channel, message) => {
      const call = `banxinHear?.(${JSON.stringify(channel)}, ${JSON.stringify(message)})`
      void this.page?.evaluate(call).catch(() => undefined)
    }
  }

  private oursOf(url: string): string {
    return url.startsWith(this.origin) ? OURS + url.slice(this.origin.length) : url
  }

  override async loadURL(url: string): Promise<void> {
    await super.loadURL(url)
    const server = createServer((request, response) => void this.serve(request, response))
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    this.on('closed', () => server.close())
    this.origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
    const page = await (await context).newPage()
    this.page = page
    await page.route('**/*', (route) => this.route(route))
    const preload = readFileSync(String(this.options.webPreferences.preload), 'utf8')
    await page.addInitScript(readFileSync(env('BANXIN_DOUBLE_PAGE'), 'utf8'))
    await page.addInitScript(
      `((require, module, exports) => {${preload}\n})(() => banxinElectron, { exports: {} }, {})`,
    )
    await page.goto(url.replace(OURS, this.origin))
    this.loading = false
    this.webContents.emit('did-finish-load')
    this.emit('ready-to-show')
  }

  /** Whether the desk lets the page have it. */
  private route(route: Route): Promise<void> {
    const url = this.oursOf(route.request().url())
    let isCancelled = false
    stage.request?.({ url }, (answer) => {
      isCancelled = (answer as { cancel?: boolean }).cancel === true
    })
    return isCancelled ? route.abort() : route.continue()
  }

  /** The desk's files by its protocol handler, and the calls of its preload. */
  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { url = '/', method = 'GET' } = request
    if (url.startsWith(INVOKE)) return this.invoked(request, response, url.slice(INVOKE.length))
    const page = stage.page?.({ url: OURS + url.slice(1), method })
    response.writeHead(page?.status ?? 404, Object.fromEntries(page?.headers ?? []))
    response.end(Buffer.from((await page?.arrayBuffer()) ?? new ArrayBuffer(0)))
  }

  private async invoked(
    request: IncomingMessage,
    response: ServerResponse,
    channel: string,
  ): Promise<void> {
    const parts: Buffer[] = []
    for await (const part of request as AsyncIterable<Buffer>) parts.push(part)
    const argument = unpackMessage(new Uint8Array(Buffer.concat(parts)))
    const { webContents } = this
    webContents.mainFrame.url = this.oursOf(this.page?.url() ?? '')
    const answer = stage.handlers.get(channel)
    if (answer === undefined || !argument.ok) return void response.writeHead(500).end()
    const event = { sender: webContents, senderFrame: webContents.mainFrame }
    response.end(packMessage(await answer(event, argument.value)))
  }

  override close(): void {
    super.close()
    if (!this.isGone) return
    void this.page?.close().catch(() => undefined)
    if (stage.windows.every(({ isGone }) => isGone)) app.emit('window-all-closed')
  }
}

interface Item {
  readonly accelerator?: string
  readonly click?: (clicked: Item) => void
  readonly submenu?: readonly Item[]
}

const itemsIn = (items: readonly Item[]): readonly Item[] =>
  items.flatMap((item) => [item, ...itemsIn(item.submenu ?? [])])

/** What the test has the system do. */
export type SystemAct =
  | { readonly kind: 'accelerator'; readonly keys: string }
  | { readonly kind: 'answer'; readonly value: unknown }
  | { readonly kind: 'close' }

process.on('message', (act: SystemAct) => {
  const window = stage.windows.find(({ isGone }) => !isGone)
  if (act.kind === 'answer') stage.answers.push(act.value)
  else if (act.kind === 'close') window?.close()
  else {
    const items = itemsIn((window?.menu?.template ?? []) as readonly Item[])
    const item = items.find(({ accelerator }) => accelerator === act.keys)
    item?.click?.(item)
  }
  process.send?.('done')
})

/** Electron ends with its last window where the desk asks for it. */
app.on('will-quit', () => setTimeout(() => stage.isQuitting && process.exit(0), 0))
