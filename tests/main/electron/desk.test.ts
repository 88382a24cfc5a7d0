import { build } from 'esbuild'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CALL_NAMES } from '../../../core/contract/arguments'
import type { OpenedEdition } from '../../../core/contract'
import type { Result } from '../../../core/result'
import * as double from '../../double/electron'
import { required } from '../../core/edit/sameEdition'
import { editionIn, renaming, saved, until } from '../host/desk'
import { bundle } from './bundle'

const root = resolve(import.meta.dirname, '../../..')

const { stage } = double

let folder = ''

/** The stand-in as the bundle has it. */
let electron = double

/** The bundle as scripts/build-desk.mjs lays it out, with a page of one line and the stand-in beside it. */
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'banxin-electron-'))
  const desk = join(folder, 'out/desk')
  mkdirSync(desk, { recursive: true })
  mkdirSync(join(folder, 'out/renderer'))
  mkdirSync(join(folder, 'documents'))
  symlinkSync(join(root, 'resources'), join(folder, 'resources'))
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
  writeFileSync(join(folder, 'out/renderer/index.html'), '<!doctype html><title>desk</title>')
  await build({
    entryPoints: [join(root, 'tests/double/electron.ts')],
    ...{ outfile: join(desk, 'electron.mjs'), bundle: true, platform: 'node', format: 'esm' },
  })
  await bundle('main/electron/index.ts', join(desk, 'main.mjs'), 'esm')
  stage.userData = join(folder, 'user')
  electron = (await import(pathToFileURL(join(desk, 'electron.mjs')).href)) as typeof double
  await import(pathToFileURL(join(desk, 'main.mjs')).href)
  await until(() => stage.windows.length > 0 || stage.boxes.length > 0)
})

afterAll(async () => {
  electron.app.quit()
  await until(() => stage.isQuitting)
  rmSync(folder, { recursive: true, force: true })
})

const first = () => {
  const [window] = stage.windows
  if (window === undefined) throw new Error(JSON.stringify(stage.boxes))
  return window
}

/** A call as it comes from the page of a window. */
function call<T>(name: string, argument: unknown, window = first(), url?: string): Promise<T> {
  const { webContents } = window
  const senderFrame = url === undefined ? webContents.mainFrame : { url }
  const answer = stage.handlers.get(`banxin:${name}`)
  return Promise.resolve(answer?.({ sender: webContents, senderFrame }, argument)) as Promise<T>
}

const told = (window = first()): readonly unknown[] => window.webContents.sent

describe('the window', () => {
  it('is locked down', () => {
    expect(first().options.webPreferences).toMatchObject({
      ...{ contextIsolation: true, sandbox: true, nodeIntegration: false, webSecurity: true },
      ...{ webviewTag: false, preload: join(folder, 'out/desk/preload.cjs') },
    })
    expect(stage.shown).toContain('sandbox')
    const named = Object.keys(first().options.webPreferences)
    const loosening =
      /insecure|experimental|blinkFeatures|InWorker|InSubFrames|additionalArguments|partition/iu
    expect(named.filter((name) => loosening.test(name))).toEqual([])
    // Electron's own menu would reload the page and open its tools.
    expect(stage.appMenu === null).toBe(process.platform !== 'darwin')
  })

  it('stands where it stood, and at first within the screen', () => {
    expect(first().options).toMatchObject({
      ...{ name: 'desk-1', windowStatePersistence: true },
      ...{ width: 1280, height: 760 },
    })
  })

  it('goes nowhere else, opens nothing and is allowed nothing', () => {
    const { webContents } = first()
    const isPrevented = (event: string, url: string): boolean => {
      let prevented = false
      webContents.emit(event, { url, preventDefault: () => (prevented = true) })
      return prevented
    }
    for (const event of ['will-navigate', 'will-frame-navigate', 'will-redirect']) {
      for (const url of ['https://example.org/', 'banxin://desk/x', 'file:///etc/passwd'])
        expect(isPrevented(event, url), `${event} ${url}`).toBe(true)
    }
    expect(isPrevented('will-attach-webview', 'banxin://desk/')).toBe(true)
    // the window's guard reads the page anew
    expect(isPrevented('will-navigate', 'banxin://desk/')).toBe(false)
    expect(webContents.openHandler?.({ url: 'https://example.org' })).toEqual({ action: 'deny' })
    const granted: unknown[] = []
    stage.mayHave?.(webContents, 'media', (answer) => granted.push(answer))
    expect(granted).toEqual([false])
    expect(stage.hasPermission?.()).toBe(false)
    const cancelled = (url: string): unknown => {
      let answer: unknown = null
      stage.request?.({ url }, (given) => (answer = given))
      return answer
    }
    for (const url of [
      'https://example.org/',
      'http://127.0.0.1/',
      'file:///etc/passwd',
      'banxin://other/',
    ]) {
      expect(cancelled(url), url).toEqual({ cancel: true })
    }
    expect(cancelled('banxin://desk/index.html')).toEqual({ cancel: false })
  })

  it('is served its own files with the policy, and no others', async () => {
    const page = stage.page?.({ url: 'banxin://desk/', method: 'GET' })
    expect(await page?.text()).toContain('<title>desk</title>')
    expect(page?.headers.get('content-security-policy')).toContain("default-src 'none'")
    for (const url of ['banxin://desk/../package.json', 'banxin://desk/nothing', 'banxin://x/']) {
      expect(stage.page?.({ url, method: 'GET' }).status, url).toBe(404)
    }
  })

  it('puts its menu in place and hears of what is chosen, and of no role that undoes', async () => {
    const item = {
      label: '存',
      accelerator: 'CmdOrCtrl+S',
      enabled: true,
      checked: null,
      items: [],
    }
    const items = [
      { ...item, kind: 'command', id: 'save' },
      { ...item, kind: 'command', id: 'grid', checked: true },
      { ...item, kind: 'role', id: 'copy', enabled: false },
      { ...item, kind: 'role', id: 'undo' },
      { ...item, kind: 'role', id: 'toggleDevTools' },
      { ...item, kind: 'separator', id: '' },
    ]
    const submenu = { ...item, kind: 'submenu', id: '', label: '文件', accelerator: '', items }
    expect(await call('setMenu', { items: [submenu] })).toEqual({ ok: true, value: null })
    const [file] = (first().menu?.template ?? []) as readonly {
      readonly submenu: readonly { readonly click?: (clicked?: object) => void }[]
    }[]
    expect(file?.submenu).toMatchObject([
      { accelerator: 'CmdOrCtrl+S' },
      { type: 'checkbox', checked: true },
      { role: 'copy', enabled: false },
      { type: 'separator' },
    ])
    file?.submenu[0]?.click?.()
    expect(told().at(-1)).toEqual(['banxin:event', { kind: 'command', id: 'save' }])
    const clicked = { checked: false }
    file?.submenu[1]?.click?.(clicked)
    expect(clicked.checked).toBe(true)
    expect(told().at(-1)).toEqual(['banxin:event', { kind: 'command', id: 'grid' }])
  })

  it('has the system paste where the focus is', async () => {
    expect(await call('paste', { plain: false })).toEqual({ ok: true, value: true })
    expect(told().at(-1)).toBe('paste')
    expect(await call('paste', { plain: true })).toEqual({ ok: true, value: true })
    expect(told().at(-1)).toBe('pasteAndMatchStyle')
  })

  it('hears that the system turned dark', () => {
    electron.nativeTheme.shouldUseDarkColors = true
    electron.nativeTheme.emit('updated')
    expect(told().at(-1)).toEqual(['banxin:event', { kind: 'theme', theme: 'dark' }])
  })
})

describe('calls', () => {
  it('are answered on a channel each, to our own page only', async () => {
    expect([...stage.handlers.keys()].sort()).toEqual(
      [...CALL_NAMES, 'dropped'].map((name) => `banxin:${name}`).sort(),
    )
    expect(await call('appInfo', {})).toMatchObject({
      value: { shell: 'electron', locale: 'zh-CN', version: '0.0.0' },
    })
    for (const url of ['https://example.org/', 'banxin://desk/']) {
      expect(await call('appInfo', {}, first(), url)).toMatchObject({
        error: { code: 'host.stranger' },
      })
    }
    expect(await call('fontStart', { id: '../x' })).toMatchObject({
      error: { code: 'host.argument' },
    })
  })

  it('go through the system’s dialogs, and closing asks while work is unsaved', async () => {
    const dir = await saved(folder)
    const source = { kind: 'dialog', title: '打开' }
    stage.answers.push({ canceled: true, filePaths: [] }, { canceled: false, filePaths: [dir] })
    expect(await call('openEdition', { source, readOnly: false })).toEqual({
      ok: true,
      value: null,
    })
    const opened = required(
      await call<Result<OpenedEdition>>('openEdition', { source, readOnly: false }),
    )
    expect(stage.boxes.at(-1)).toMatchObject({ kind: 'open', options: { title: '打开' } })
    const { handle } = opened
    const transaction = renaming(editionIn(opened), '晨报')
    await call('append', { change: 'c1', handle, baseRevision: 0, transaction })
    first().close()
    expect(first().isGone).toBe(false)
    expect(told().at(-1)).toEqual(['banxin:event', { kind: 'closeRequested' }])
    await call('save', { handle, overwrite: false, title: '' })
    await call('newWindow', {})
    const second = stage.windows[1]
    first().close()
    expect(first().isGone).toBe(true)
    expect(second?.isGone).toBe(false)
    expect(readFileSync(join(dir, 'edition.json'), 'utf8')).toContain('晨报')
  })

  it('fill the menu bar of macOS from the window in front', async () => {
    const { platform } = process
    Object.defineProperty(process, 'platform', { value: 'darwin' })
    try {
      const second = stage.windows[1]
      await call('newWindow', {}, second)
      const third = stage.windows[2]
      const menuOf = (label: string) => ({
        items: [
          {
            kind: 'submenu',
            id: '',
            label,
            accelerator: '',
            enabled: true,
            checked: null,
            items: [],
          },
        ],
      })
      const shown = () => stage.appMenu?.template
      second?.focus()
      await call('setMenu', menuOf('二'), second)
      await call('setMenu', menuOf('三'), third)
      expect(shown()).toMatchObject([{ label: '二' }])
      third?.focus()
      expect(shown()).toMatchObject([{ label: '三' }])
      third?.close()
      second?.focus()
      expect(shown()).toMatchObject([{ label: '二' }])
    } finally {
      Object.defineProperty(process, 'platform', { value: platform })
    }
  })

  it('open what the system names', async () => {
    const second = stage.windows[1]
    const dir = await saved(folder, 'Named.banxin')
    electron.app.emit('open-file', { preventDefault: () => undefined }, dir)
    await until(() => told(second).length > 0)
    const [channel, event] = told(second).at(-1) as [string, { kind: string; recent: string }]
    expect([channel, event.kind]).toEqual(['banxin:event', 'openRequested'])
    const source = { kind: 'recent', id: event.recent }
    const opened = await call<Result<OpenedEdition>>(
      'openEdition',
      { source, readOnly: false },
      second,
    )
    expect(required(opened).name).toBe('Named')
  })

  it('open an edition that is let go on a window there, and nothing else', async () => {
    const second = stage.windows[1]
    const dir = await saved(folder, 'Dropped.banxin')
    const asked = () => told(second).filter((one) => JSON.stringify(one).includes('openRequested'))
    const before = asked().length
    for (const path of [join(dir, 'edition.json'), 'Dropped.banxin', '', 7])
      await call('dropped', path, second)
    await call('dropped', dir, second, 'https://example.org/')
    await call('dropped', dir, second)
    await until(() => asked().length > before)
    expect(asked()).toHaveLength(before + 1)
  })
})
