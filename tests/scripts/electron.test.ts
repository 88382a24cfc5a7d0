import { existsSync, mkdtempSync, mkdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { electronProgram, fetchWatched, isFetchDue } from '../../scripts/setup/electron.mjs'

const folder = (): string => mkdtempSync(join(tmpdir(), 'banxin-electron-'))
const script = (text: string): string => {
  const path = join(folder(), 'install.cjs')
  writeFileSync(path, text)
  return path
}
const DAY = 24 * 60 * 60 * 1000

describe('fetching Electron', () => {
  it('ends when nothing comes any more, and only then', async () => {
    const into = folder()
    const limits = { quiet: 3000, look: 50 }
    expect(await fetchWatched(script('setInterval(() => {}, 1000)'), [into], limits)).toBe(
      'stalled',
    )
    const slow = `const fs = require('fs'); let n = 0
      const next = () => { fs.appendFileSync(${JSON.stringify(join(into, 'part'))}, 'x')
        if (++n < 8) setTimeout(next, 500) }
      next()`
    expect(await fetchWatched(script(slow), [into], limits)).toBe('fetched')
    expect(await fetchWatched(script('process.exit(1)'), [into], limits)).toBe('failed')
  })

  it('is not tried again for the same version within a week', () => {
    const memory = join(folder(), 'electron.json')
    expect(isFetchDue('45.0.0', 0, memory)).toBe(true)
    writeFileSync(memory, JSON.stringify({ version: '45.0.0', outcome: 'stalled', at: 0 }))
    expect(isFetchDue('45.0.0', DAY, memory)).toBe(false)
    expect(isFetchDue('45.0.0', 8 * DAY, memory)).toBe(true)
    expect(isFetchDue('45.0.1', DAY, memory)).toBe(true)
  })

  it('finds the program only where it is whole', () => {
    const package_ = folder()
    expect(electronProgram(package_)).toBeNull()
    writeFileSync(join(package_, 'path.txt'), 'electron')
    expect(electronProgram(package_)).toBeNull()
    mkdirSync(join(package_, 'dist'))
    writeFileSync(join(package_, 'dist', 'electron'), '')
    expect(existsSync(electronProgram(package_) ?? '')).toBe(true)
  })
})
