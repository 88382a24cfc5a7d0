/** The command as it is shipped: one process of the built program does what the sources do. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildCli } from '../../../scripts/build.mjs'
import { runCli } from './runCli'

const samples = resolve(import.meta.dirname, '../../../resources/samples')
const texts = ['page-1.txt', 'page-2.txt'].map((name) => join(samples, name))

let folder = ''
let program = ''
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'banxin-built-'))
  program = await buildCli()
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const built = (...argv: readonly string[]): string =>
  execFileSync(process.execPath, [program, ...argv], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    stdio: ['ignore', 'pipe', 'ignore'],
  })

const filesOf = (edition: string): readonly (readonly [string, string])[] =>
  ['pages', 'stories'].flatMap((part) =>
    readdirSync(join(folder, edition, part)).map(
      (name) =>
        [`${part}/${name}`, readFileSync(join(folder, edition, part, name), 'utf8')] as const,
    ),
  )

describe('the built command', () => {
  it('imports, composes and exports what the sources do', async () => {
    built('import', ...texts, '-o', 'Built.banxin')
    await runCli(folder, ['import', ...texts, '-o', 'Sources.banxin'])
    expect(filesOf('Built.banxin')).toEqual(filesOf('Sources.banxin'))

    const { out } = await runCli(folder, ['compose', 'Sources.banxin', '--json'])
    expect(built('compose', 'Sources.banxin', '--json') === out).toBe(true)

    const dated = ['--preset', 'proof', '--date', '2026-01-02T03:04:05Z']
    built('export', 'Sources.banxin', '-o', 'built.pdf', ...dated)
    await runCli(folder, ['export', 'Sources.banxin', '-o', 'sources.pdf', ...dated])
    const [a, b] = ['built.pdf', 'sources.pdf'].map((name) => readFileSync(join(folder, name)))
    expect(a?.equals(b ?? Buffer.alloc(0))).toBe(true)
  })
})
