/** The window as built, served by the desk's own loopback server with the real host behind it. */
import { randomUUID } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, cpSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Reply } from '../../core/contract'
import { createHost, type Host, type HostDeps } from '../../main/host'
import { inlineRunner } from '../build/inlineRunner'
import type { Timer } from '../../main/services/journal'
import { readWindowFiles, type WindowFiles } from '../../main/services/windowFiles'
import { startWebServer } from '../../main/web/server'

export const root = fileURLToPath(new URL('../..', import.meta.url))
/** Name of the edition that `makeSample` saves. */
export const SAMPLE = 'sample.banxin'

export interface DeskServer {
  /** An address that opens a window. */
  visit(): string
  /** Windows that the server has, or waits for. */
  windows(): number
  /** Folder in which dialogs begin. */
  readonly documents: string
  /** Puts a copy of an edition where the start screen lists the sample. */
  use(edition: string): Promise<void>
  stop(): Promise<void>
}

/** What a test may put in the place of the real thing: a disk that fails, another clock. */
export interface DeskDeps extends Partial<
  Pick<HostDeps, 'fs' | 'journalDisk' | 'timer' | 'runner' | 'now'>
> {
  /** How long the server waits for windows. */
  readonly patience?: Timer
}

async function must<T>(reply: Reply<T>): Promise<T> {
  const result = await reply
  if (!result.ok) throw new Error(result.error.message)
  return result.value
}

async function filesIn(folder: string): Promise<WindowFiles> {
  const files = await readWindowFiles(join(root, folder))
  if (!files.ok) throw new Error(files.error.message)
  return files.value
}

const windowFiles = async (): Promise<WindowFiles> =>
  new Map([...(await filesIn('out/renderer')), ...(await filesIn('out/desk/client'))])

let names = 0

export function testHost(folder: string, deps: DeskDeps = {}): Host {
  return createHost({
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
    ...deps,
  })
}

/** An edition with a page from each text in resources/samples, saved in `folder`; answers its path. */
export async function makeSample(
  host: Host,
  folder: string,
  files: readonly string[],
): Promise<string> {
  const path = join(folder, SAMPLE)
  const connection = host.connect({
    emit: () => undefined,
    dialogs: { choose: () => Promise.resolve(path), ask: (q) => Promise.resolve(q.preferred) },
    locale: () => 'zh-CN',
    theme: () => 'light',
    setMenu: () => undefined,
    paste: null,
    close: () => undefined,
  })
  const { api } = connection
  const template = { kind: 'template', template: 'duikai-8x13', pages: 1, folio: '01' } as const
  const source = { ...template, publication: '样报' }
  const { handle } = await must(api.newEdition({ source, date: '2026-11-24' }))
  const imported = await must(
    api.importFiles({
      handle,
      files: files.map((name) => ({
        name,
        bytes: new Uint8Array(readFileSync(join(root, 'resources/samples', name))),
      })),
      options: { template: null, onePage: false, author: 'test', label: '导入' },
    }),
  )
  if (imported === null) throw new Error('Nobody called the import off')
  const { baseRevision, transaction } = imported
  await must(api.append({ change: randomUUID(), handle, baseRevision, transaction }))
  await must(api.saveAs({ handle, title: 'Save' }))
  await must(api.close({ handle, discard: false }))
  await connection.disconnect()
  return path
}

/** Pages whose frames stand still, whatever make-up would do with their texts today: for journeys that measure. */
export const SHAPED = join(root, 'tests/app/fixtures/shaped.banxin')

export async function serveDesk({ patience, ...deps }: DeskDeps = {}): Promise<DeskServer> {
  const folder = mkdtempSync(join(tmpdir(), 'banxin-app-'))
  const host = testHost(folder, deps)
  const server = await startWebServer({
    ...{ host, files: await windowFiles(), port: 0 },
    ...(patience && { timer: patience }),
  })
  return {
    visit: () => server.visit(),
    windows: () => server.windows,
    documents: folder,
    async use(edition) {
      cpSync(edition, join(folder, SAMPLE), { recursive: true })
      await host.admit(join(folder, SAMPLE))
    },
    async stop() {
      await server.close()
      await host.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
