import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CallName } from '../../../core/contract'
import { CALL_NAMES } from '../../../core/contract/arguments'
import { required } from '../../core/edit/sameEdition'
import { codeOf, saved, until, withDesk } from './desk'

/** One argument that each call takes, as far as its form goes. */
const FITTING: Readonly<Record<CallName, object>> = {
  appInfo: {},
  listTemplates: {},
  recentEditions: {},
  forgetRecent: { id: 'none' },
  newEdition: {
    source: { kind: 'template', template: 'duikai-6x16', pages: 1, folio: '01', publication: '' },
    date: '2026-11-23',
  },
  openEdition: { source: { kind: 'recent', id: 'none' }, readOnly: false },
  append: { change: 'c1', handle: 'none', baseRevision: 0, transaction: {} },
  resync: { handle: 'none' },
  rejoin: { handle: 'none', change: 'c1' },
  save: { handle: 'none', overwrite: false, title: '' },
  saveAs: { handle: 'none', title: '' },
  keep: { handle: 'none' },
  revert: { handle: 'none' },
  close: { handle: 'none', discard: false },
  importFiles: {
    handle: 'none',
    files: [{ name: 'a.txt', bytes: new Uint8Array() }],
    options: { template: null, onePage: false, author: '', label: '' },
  },
  pictureBytes: { handle: 'none', file: `${'0'.repeat(64)}.png` },
  bringPictures: { handle: 'none', files: [`${'0'.repeat(64)}.png`] },
  addPicture: { handle: 'none', name: 'a.png', bytes: new Uint8Array() },
  cancelImport: { handle: 'none' },
  listFonts: {},
  fontStart: { id: 'None' },
  fontOutlines: { id: 'None', glyphs: [0] },
  softProof: { handle: 'none', page: 'none', ppi: 72, profile: null },
  startExport: { handle: 'none', order: { kind: 'print', pages: null }, title: '' },
  listProfiles: {},
  retryJob: { job: 'none' },
  listJobs: {},
  cancelJob: { job: 'none' },
  jobBytes: { job: 'none' },
  showResult: { job: 'none' },
  showData: {},
  ask: { question: { message: '', detail: '', buttons: ['OK'], preferred: 0, cancel: 0 } },
  answerDialog: { dialog: 'none', path: null },
  answerQuestion: { dialog: 'none', button: 0 },
  listFolder: { dialog: 'none', path: '/' },
  setMenu: { items: [] },
  paste: { plain: false },
  closeWindow: {},
  newWindow: {},
  log: { level: 'info', message: 'a message' },
}

describe('every call', () => {
  it('answers a fitting argument with a value or a coded refusal of its own', async () => {
    await withDesk(async ({ window }) => {
      const { connection } = window()
      for (const name of CALL_NAMES) {
        const reply = await connection.call(name, FITTING[name])
        expect(reply.ok ? 'ok' : reply.error.code, name).not.toMatch(/^host\./)
      }
    })
  })

  it('refuses a missing, an unknown and a wrong field in a sentence', async () => {
    await withDesk(async ({ window }) => {
      const { connection } = window()
      for (const name of CALL_NAMES) {
        const fields = Object.keys(FITTING[name])
        const wrong: readonly unknown[] = [
          ...[undefined, null, 7, 'text', { ...FITTING[name], more: 1 }],
          ...fields.map((field) => ({ ...FITTING[name], [field]: Symbol.iterator })),
          ...fields.map((field) =>
            Object.fromEntries(Object.entries(FITTING[name]).filter(([key]) => key !== field)),
          ),
        ]
        for (const argument of wrong) {
          const reply = await connection.call(name, argument)
          const isAny = name === 'append' && typeof argument === 'object'
          if (isAny) continue
          expect(codeOf(reply), `${name} ${String(argument)}`).toBe('host.argument')
          if (!reply.ok) expect(reply.error.message).toMatch(/^The argument of \w+ [^\n]*\.$/)
        }
      }
    })
  })

  it('survives anything at all', async () => {
    await withDesk(async ({ folder, window }) => {
      const { connection } = window()
      await fc.assert(
        fc.asyncProperty(
          fc.constantFrom(...CALL_NAMES),
          fc.anything({ withBigInt: true, withTypedArray: true, withNullPrototype: true }),
          async (name, argument) => {
            const reply = await connection.call(name, argument)
            expect(reply.ok || reply.error.code === 'host.argument').toBe(true)
          },
        ),
        { seed: 4, numRuns: 400 },
      )
      expect(existsSync(join(folder, 'user', 'logs'))).toBe(false)
    })
  })

  it('knows no other names', async () => {
    await withDesk(async ({ window }) => {
      for (const name of ['constructor', '__proto__', 'toString', 'nothing']) {
        expect(codeOf(await window().connection.call(name, {}))).toBe('host.call')
      }
    })
  })

  it('lets no name or path lead out of its folder', async () => {
    await withDesk(async ({ window }) => {
      const { connection } = window()
      const names = [
        '../a.txt',
        'a/b.txt',
        'C:\\a.txt',
        '.hidden',
        '..',
        '',
        'a\u0000.txt',
        'a.txt ',
      ]
      for (const name of names) {
        const files = [{ name, bytes: new Uint8Array() }]
        const imported = await connection.call('importFiles', { ...FITTING.importFiles, files })
        expect(codeOf(imported), name).toBe('host.argument')
        const added = await connection.call('addPicture', { ...FITTING.addPicture, name })
        expect(codeOf(added), name).toBe('host.argument')
      }
      for (const file of ['../edition.json', '..%2fedition.json', `${'0'.repeat(64)}.png/..`]) {
        const read = await connection.call('pictureBytes', { handle: 'none', file })
        expect(codeOf(read)).toBe('host.argument')
      }
      for (const id of ['../fonts', '/etc/passwd', '..']) {
        expect(codeOf(await connection.call('fontStart', { id }))).toBe('host.argument')
      }
      for (const glyphs of [[-1], [1.5], [65_536], ['1'], Array<number>(65_536).fill(1)]) {
        const asked = await connection.call('fontOutlines', { id: 'None', glyphs })
        expect(codeOf(asked)).toBe('host.argument')
      }
    })
  })

  it('answers nothing once the window is gone', async () => {
    await withDesk(async ({ window }) => {
      const { connection } = window()
      await connection.disconnect()
      expect(codeOf(await connection.call('appInfo', {}))).toBe('host.call')
    })
  })

  it('turns a mistake of its own into a sentence, and the log has the rest', async () => {
    await withDesk(
      async ({ folder, window }) => {
        const reply = await window().connection.call('newWindow', {})
        expect(codeOf(reply)).toBe('host.mistake')
        const log = readFileSync(join(folder, 'user', 'logs', 'desk.log'), 'utf8')
        expect(log).toContain('newWindow: Error: no window to be had')
      },
      {
        newWindow: () => {
          throw new Error('no window to be had')
        },
      },
    )
  })
})

describe('the window', () => {
  it('tells who it is, and passes menus, pasting and closing on', async () => {
    await withDesk(async ({ window, opened }) => {
      const desk = window()
      expect(required(await desk.api.appInfo({}))).toEqual({
        ...{ version: '0.0.0', platform: 'linux', shell: 'electron' },
        ...{ locale: 'zh-CN', theme: 'dark' },
        drafts: expect.stringMatching(/drafts$/u) as string,
        log: expect.stringMatching(/desk\.log$/u) as string,
      })
      const item = { kind: 'command', id: 'save', label: '存', accelerator: 'CmdOrCtrl+S' } as const
      const items = [{ ...item, enabled: true, checked: null, items: [] }]
      required(await desk.api.setMenu({ items }))
      expect(desk.menus).toEqual([items])
      expect(required(await desk.api.paste({ plain: true }))).toBe(true)
      expect(desk.pasted).toEqual([true])
      required(await desk.api.newWindow({}))
      expect(opened).toEqual(['window'])
      required(await desk.api.closeWindow({}))
      expect(desk.closed).toBe(true)
    })
  })

  it('is told where the system pastes nothing', async () => {
    await withDesk(async ({ browserWindow }) => {
      expect(required(await browserWindow().api.paste({ plain: false }))).toBe(false)
    })
  })

  it('writes what the window reports on one line of the log', async () => {
    await withDesk(async ({ folder, window }) => {
      required(await window().api.log({ level: 'warning', message: 'one\ntwo' }))
      const log = readFileSync(join(folder, 'user', 'logs', 'desk.log'), 'utf8')
      expect(log).toBe('1970-01-01T00:00:01.000Z warning one two\n')
    })
  })

  it('shows its own dialogs where the shell has none', async () => {
    await withDesk(async ({ folder, browserWindow }) => {
      const dir = await saved(folder)
      const desk = browserWindow()
      const source = { kind: 'dialog', title: '打开' } as const
      const opening = desk.api.openEdition({ source, readOnly: false })
      await until(() => desk.events.length > 0)
      const [event] = desk.events
      if (event?.kind !== 'dialog') throw new Error('There was no dialog')
      expect(event.request).toMatchObject({ kind: 'open-edition', title: '打开' })
      const { dialog } = event
      const path = event.request.folder
      const listing = required(await desk.api.listFolder({ dialog, path }))
      expect(listing).toEqual({
        path: join(folder, 'documents'),
        parent: folder,
        entries: [{ name: 'Day.banxin', kind: 'edition' }],
      })
      expect(codeOf(await desk.api.answerDialog({ dialog, path: 'Day.banxin' }))).toBe(
        'dialog.path',
      )
      required(await desk.api.answerDialog({ dialog, path: dir }))
      expect(required(await opening)?.path).toBe(dir)
      expect(codeOf(await desk.api.listFolder({ dialog, path }))).toBe('dialog.none')
      expect(codeOf(await desk.api.answerDialog({ dialog, path: dir }))).toBe('dialog.none')
    })
  })

  it('asks, and a window that goes away has called everything off', async () => {
    await withDesk(async ({ browserWindow, window }) => {
      const question = {
        message: '存吗？',
        detail: '',
        buttons: ['存', '不存'],
        preferred: 0,
        cancel: 1,
      }
      expect(required(await window().api.ask({ question }))).toBe(0)
      const desk = browserWindow()
      const answer = desk.api.ask({ question })
      await until(() => desk.events.length > 0)
      await desk.connection.disconnect()
      expect(required(await answer)).toBe(1)
    })
  })
})
