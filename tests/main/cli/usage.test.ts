import { describe, expect, it } from 'vitest'
import { progress, type CommandIo } from '../../../main/cli/io'
import { nodeFileSystem } from '../../../main/services/fileSystem'
import { looksLikeATrace, runCli, useFolder } from './runCli'

const folder = useFolder()

let heard = ''
const fakeIo = (terminal: boolean): CommandIo => ({
  cwd: '.',
  out: () => undefined,
  err: (text) => {
    heard += text
  },
  terminal,
  fs: nodeFileSystem,
  today: () => '2026-11-22',
})
const COMMANDS = [
  ...['make', 'import', 'stories', 'compose', 'export', 'preview', 'check', 'archive', 'templates'],
]

describe('help', () => {
  it('lists every command and the exit codes', async () => {
    const { code, out } = await runCli(folder(), ['--help'])
    expect(code).toBe(0)
    for (const command of COMMANDS) expect(out).toContain(`  ${command} `)
    expect(out).toContain('Exit codes')
  })

  it.each(COMMANDS)('of %s shows an example', async (command) => {
    const { code, out, err } = await runCli(folder(), [command, '--help'])
    expect(code).toBe(0)
    expect(err).toBe('')
    expect(out).toContain(`Usage: banxin ${command}`)
    expect(out).toContain(`Example:\n  banxin ${command}`)
  })
})

describe('wrong usage', () => {
  it.each([
    ['nothing at all', []],
    ['an unknown command', ['print']],
    ['an unknown option', ['templates', '--fast']],
    ['a missing argument', ['check']],
    ['a missing output', ['export', 'a.banxin']],
    ['a missing output folder', ['make', 'a.txt']],
    ['a resolution that is none', ['preview', 'a.banxin', '-o', 'x', '--ppi', 'fine']],
    ['a resolution out of range', ['preview', 'a.banxin', '-o', 'x', '--ppi', '99999']],
    ['a preset that is none', ['export', 'a.banxin', '-o', 'a.pdf', '--preset', 'web']],
    ['a date that is none', ['export', 'a.banxin', '-o', 'a.pdf', '--date', 'tomorrow']],
    ['a day that is none', ['export', 'a.banxin', '-o', 'a.pdf', '--date', '2026-13-40']],
    ['an override without a reason', ['export', 'a.banxin', '-o', 'a.pdf', '--override', ' ']],
    ['an edition that is not there', ['check', 'gone.banxin']],
  ])('%s ends with 2 and says so', async (_, argv) => {
    const { code, err } = await runCli(folder(), argv)
    expect(code).toBe(2)
    expect(err).not.toBe('')
    expect(looksLikeATrace(err)).toBe(false)
  })

  it('suggests what was meant', async () => {
    const { err } = await runCli(folder(), ['exprot'])
    expect(err).toContain('banxin: unknown command')
    expect(err).toContain('export')
  })

  it('tells an unexpected failure in one sentence', async () => {
    const broken = () => {
      throw new TypeError('x is not\n  a function')
    }
    const { code, err } = await runCli(folder(), ['templates'], { out: broken })
    expect(code).toBe(2)
    expect(err).toBe(
      'banxin: this should not have happened: x is not a function. Please report it with the input that led to it.\n',
    )
  })
})

it('shows steps on a terminal and leaves nothing of them behind', async () => {
  const { err } = await runCli(folder(), ['check', 'gone.banxin'], { terminal: true })
  expect(err).not.toContain('Composing')
  const quiet = progress(fakeIo(false))
  expect(await quiet.during('Painting', () => 7)).toBe(7)
  expect(heard).toBe('')
  await progress(fakeIo(true)).during('Painting', () => 7)
  expect(heard).toBe('\r\u001b[KPainting …\r\u001b[K')
})

describe('templates', () => {
  it('lists every template with its size and grid', async () => {
    const { code, out } = await runCli(folder(), ['templates'])
    expect(code).toBe(0)
    expect(out).toContain('duikai-8x13')
    expect(out).toContain('390 × 550 mm')
    expect(out).toContain('8 columns × 13 characters')
  })

  it('gives them as data', async () => {
    const { out } = await runCli(folder(), ['templates', '--json'])
    const templates = JSON.parse(out) as readonly { readonly id: string }[]
    expect(templates.map(({ id }) => id)).toContain('duikai-6x16')
  })
})
