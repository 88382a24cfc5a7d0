/** A host in a folder of its own, and windows whose dialogs answer as told. */
import { randomBytes, randomUUID } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { DialogRequest, HostApi, HostEvent, OpenedEdition } from '../../../core/contract'
import { transact, transactionToJson } from '../../../core/edit'
import { decodeEdition } from '../../../core/format'
import type { Edition } from '../../../core/model/edition'
import { createHost, type Host, type HostConnection, type HostDeps } from '../../../main/host'
import { saveEdition } from '../../../main/services/editionStore'
import { inlineRunner } from '../../build/inlineRunner'
import { smallEdition } from '../../build/editionBuilder'
import { inFolder } from '../../build/failingDisk'
import { required } from '../../core/edit/sameEdition'

export interface TestWindow {
  readonly api: HostApi
  readonly connection: HostConnection
  readonly events: HostEvent[]
  readonly asked: DialogRequest[]
  readonly menus: unknown[]
  /** Whether as plain text. */
  readonly pasted: boolean[]
  /** What the next dialogs answer, in order. */
  readonly answers: (string | null)[]
  closed: boolean
}

export interface TestDesk {
  readonly folder: string
  readonly host: Host
  readonly opened: string[]
  /** A window with dialogs of its own. */
  window(): TestWindow
  /** A window that answers dialogs by calls. */
  browserWindow(): TestWindow
}

export const unique = (): string => randomBytes(8).toString('hex')

export const MEDIA = `${'0123456789abcdef'.repeat(4)}.png`

export async function withDesk(
  run: (desk: TestDesk) => Promise<void>,
  more: Partial<HostDeps> = {},
): Promise<void> {
  await inFolder(async (folder) => {
    mkdirSync(join(folder, 'documents'))
    const opened: string[] = []
    const host = createHost({
      version: '0.0.0',
      platform: 'linux',
      shell: 'electron',
      userData: join(folder, 'user'),
      documents: join(folder, 'documents'),
      newWindow: () => opened.push('window'),
      showFile: (path) => opened.push(`show ${path}`),
      openFile: (path) => opened.push(`open ${path}`),
      runner: inlineRunner,
      unique,
      now: () => 1_000,
      ...more,
    })
    try {
      await run({
        ...{ folder, host, opened },
        window: () => connect(host, true),
        browserWindow: () => connect(host, false),
      })
    } finally {
      await host.close()
    }
  })
}

function connect(host: Host, hasDialogs: boolean): TestWindow {
  const events: HostEvent[] = []
  const asked: DialogRequest[] = []
  const menus: unknown[] = []
  const pasted: boolean[] = []
  const answers: (string | null)[] = []
  const connection = host.connect({
    emit: (event) => events.push(event),
    dialogs: hasDialogs
      ? {
          choose: (request) => {
            asked.push(request)
            return Promise.resolve(answers.shift() ?? null)
          },
          ask: (question) => Promise.resolve(question.preferred),
        }
      : null,
    locale: () => 'zh-CN',
    theme: () => 'dark',
    setMenu: (items) => menus.push(items),
    paste: hasDialogs ? (plain) => pasted.push(plain) : null,
    close: () => (window.closed = true),
  })
  const window = {
    api: connection.api,
    connection,
    events,
    asked,
    menus,
    pasted,
    answers,
    closed: false,
  }
  return window
}

/** The small edition, saved. */
export async function saved(folder: string, name = 'Day.banxin'): Promise<string> {
  const dir = join(folder, 'documents', name)
  required(await saveEdition(dir, smallEdition(), new Map([[MEDIA, new Uint8Array([1, 2, 3])]])))
  return dir
}

/** The code of a refusal. */
export const codeOf = (reply: { ok: boolean; error?: { code: string } }): string | undefined =>
  reply.error?.code

/** A new edition of one blank page. */
export async function blank({ api }: TestWindow): Promise<OpenedEdition> {
  const template = {
    kind: 'template',
    template: 'duikai-6x16',
    pages: 1,
    folio: '01',
    publication: '',
  } as const
  return required(await api.newEdition({ source: template, date: '2026-11-23' }))
}

export async function opened(window: TestWindow, dir: string): Promise<OpenedEdition> {
  window.answers.push(dir)
  const source = { kind: 'dialog', title: 'Open' } as const
  const edition = required(await window.api.openEdition({ source, readOnly: false }))
  if (edition === null) throw new Error('The dialog was called off')
  return edition
}

export const editionIn = ({ texts }: OpenedEdition): Edition =>
  required(decodeEdition(new Map(Object.entries(texts)))).edition

/** The change that renames the publication. */
export function renaming(edition: Edition, publication: string): unknown {
  const change = transact(edition).meta({ publication })
  return transactionToJson(change.done({ author: '甲', label: '改名', time: 0 }))
}

/** Renames the publication of an opened edition once. */
export async function rename(window: TestWindow, edition: OpenedEdition, publication: string) {
  const { handle } = edition
  const now = required(await window.api.resync({ handle }))
  const transaction = renaming(editionIn(now), publication)
  return required(
    await window.api.append({
      change: randomUUID(),
      handle,
      baseRevision: now.revision,
      transaction,
    }),
  )
}

export const until = async (holds: () => boolean): Promise<void> => {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 5))
}
