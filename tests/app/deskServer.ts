/** The window as built, served by the desk's own loopback server with the real host behind it. */
import { build as bundle } from 'esbuild'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build as buildWindow } from 'vite'
import type { Reply } from '../../core/contract'
import { createHost } from '../../main/host'
import { inlineRunner } from '../../main/services/runner'
import { readWindowFiles, type WindowFiles } from '../../main/services/windowFiles'
import { CLIENT_SCRIPT, startWebServer } from '../../main/web/server'

const root = fileURLToPath(new URL('../..', import.meta.url))

export interface DeskServer {
  /** An address that opens a window. */
  visit(): string
  /** Folder in which dialogs begin. */
  readonly documents: string
  /** Imports sample manuscripts, a page each, and saves them as an edition the start screen lists. */
  makeSample(...files: readonly string[]): Promise<void>
  stop(): Promise<void>
}

async function must<T>(reply: Reply<T>): Promise<T> {
  const result = await reply
  if (!result.ok) throw new Error(result.error.message)
  return result.value
}

async function windowFiles(folder: string): Promise<WindowFiles> {
  const outDir = join(folder, 'window')
  await buildWindow({
    configFile: join(root, 'renderer/vite.config.ts'),
    logLevel: 'error',
    build: { outDir },
  })
  const { outputFiles } = await bundle({
    entryPoints: [join(root, 'preload/browser.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'chrome120',
  })
  const files = await readWindowFiles(outDir)
  if (!files.ok) throw new Error(files.error.message)
  const client = outputFiles[0]
  if (client === undefined) throw new Error('esbuild gives the client in one file')
  return new Map([
    ...files.value,
    [CLIENT_SCRIPT, { type: 'text/javascript', bytes: client.contents }],
  ])
}

export async function serveDesk(): Promise<DeskServer> {
  const folder = mkdtempSync(join(tmpdir(), 'banxin-app-'))
  let names = 0
  const host = createHost({
    version: '0.1.0',
    platform: 'linux',
    shell: 'browser',
    userData: join(folder, 'user'),
    documents: folder,
    newWindow: () => undefined,
    showFile: () => undefined,
    openFile: null,
    runner: inlineRunner,
    unique: () => `test${(names += 1)}x${process.pid}`,
    now: () => Date.now(),
  })
  const server = await startWebServer({ host, files: await windowFiles(folder), port: 0 })
  return {
    visit: () => server.visit(),
    documents: folder,
    async makeSample(...files) {
      const path = join(folder, 'sample.banxin')
      const connection = host.connect({
        emit: () => undefined,
        dialogs: { choose: () => Promise.resolve(path), ask: (q) => Promise.resolve(q.preferred) },
        locale: () => 'zh-CN',
        theme: () => 'light',
        setMenu: () => undefined,
        close: () => undefined,
      })
      const { api } = connection
      const template = { kind: 'template', template: 'duikai-8x13', pages: 1 } as const
      const source = { ...template, publication: '样报' }
      const { handle } = await must(api.newEdition({ source, date: '2026-11-24' }))
      const { baseRevision, transaction } = await must(
        api.importFiles({
          handle,
          files: files.map((name) => ({
            name,
            bytes: new Uint8Array(readFileSync(join(root, 'resources/samples', name))),
          })),
          options: { template: null, onePage: false, author: 'test', label: '导入' },
        }),
      )
      await must(api.append({ handle, baseRevision, transaction }))
      await must(api.saveAs({ handle, title: 'Save' }))
      await must(api.close({ handle, discard: false }))
      await connection.disconnect()
    },
    async stop() {
      await server.close()
      await host.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
