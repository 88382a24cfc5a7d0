import { build } from 'esbuild'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CALL_NAMES } from '../../../core/contract/arguments'
import type { HostClient } from '../../../core/contract'
import { stage } from '../../double/electron'
import { bundle } from './bundle'

const root = resolve(import.meta.dirname, '../../..')

let folder = ''
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'banxin-preload-'))))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('the preload', () => {
  it('gives the page one function for each call and nothing of Electron', async () => {
    const path = join(folder, 'preload.cjs')
    await bundle('preload/index.ts', path, 'cjs')
    const asModule = join(folder, 'electron.cjs')
    await build({
      entryPoints: [join(root, 'tests/double/electron.ts')],
      ...{ outfile: asModule, bundle: true, platform: 'node', format: 'cjs' },
    })
    writeFileSync(path, readFileSync(path, 'utf8').replace('./electron.mjs', './electron.cjs'))
    createRequire(import.meta.url)(path)
    const client = (globalThis as { exposed_banxin?: HostClient }).exposed_banxin
    const more = ['subscribe', 'openDropped']
    expect(Object.keys(client ?? {}).sort()).toEqual([...CALL_NAMES, ...more].sort())
    client?.openDropped?.({ path: '/day.banxin' })
    expect(stage.shown).toContain('banxin:dropped /day.banxin')
    for (const name of CALL_NAMES) {
      const sent = await (client?.[name] as (argument: unknown) => Promise<unknown>)({ of: name })
      expect(sent).toEqual({ channel: `banxin:${name}`, argument: { of: name } })
    }
  })
})
