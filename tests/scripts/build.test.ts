import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { buildCli, inAscii } from '../../scripts/build.mjs'

describe('the built command', () => {
  it('is ASCII to the last byte, as the launcher reads it', async () => {
    const program = readFileSync(join(dirname(await buildCli()), 'program.js'))
    expect(program.findIndex((byte) => byte > 0x7f)).toBe(-1)
  })

  it('has regular expressions that match what they matched', () => {
    const source = '^第[一二〇]+版$|[𠮷-𠮹]'
    const ascii = String(inAscii(source))
    expect(ascii).toMatch(/^[\0-\x7f]*$/u)
    for (const text of ['第二版', '第2版', '𠮸', '\ud842']) {
      expect(new RegExp(ascii, 'u').test(text)).toBe(new RegExp(source, 'u').test(text))
    }
  })
})
