import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { loadProgram } from '../../../main/services/launch'

const MARK = `//${'a'.repeat(62)}\n`
const OTHER_MARK = `//${'b'.repeat(62)}\n`
const program = (mark: string, word: string): string =>
  `${mark}(function(require,file){process.env.BANXIN_LAUNCH_TEST="${word}"})`

describe('the launcher', () => {
  let folder = ''
  const file = (name: string): string => join(folder, name)
  const said = (): string => {
    delete process.env.BANXIN_LAUNCH_TEST
    loadProgram(folder).run()
    return process.env.BANXIN_LAUNCH_TEST ?? ''
  }

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'banxin-launch-'))
    writeFileSync(file('program.js'), program(MARK, 'one'))
  })
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true })
    delete process.env.BANXIN_LAUNCH_TEST
  })

  /** Goes on in another folder: V8 remembers what it compiled from this one in this process. */
  const keepCode = (): void => {
    const loaded = loadProgram(folder)
    loaded.run()
    writeFileSync(file('program.code'), loaded.code())
    const copy = mkdtempSync(join(tmpdir(), 'banxin-launch-'))
    cpSync(folder, copy, { recursive: true })
    rmSync(folder, { recursive: true })
    folder = copy
  }

  it('runs a program that has no code beside it', () => {
    expect(loadProgram(folder).compiled).toBe(false)
    expect(said()).toBe('one')
  })

  it('takes the code that belongs to the program', () => {
    keepCode()
    expect(loadProgram(folder).compiled).toBe(true)
    expect(said()).toBe('one')
  })

  it('leaves code aside that was made of another program of the same length', () => {
    keepCode()
    writeFileSync(file('program.js'), program(OTHER_MARK, 'two'))
    expect(loadProgram(folder).compiled).toBe(false)
    expect(said()).toBe('two')
  })

  it.each([
    ['empty', 0],
    ['cut off in its header', 40],
    ['cut off in the code', 200],
  ])('leaves code aside that is %s', (_, length) => {
    keepCode()
    writeFileSync(file('program.code'), readFileSync(file('program.code')).subarray(0, length))
    expect(loadProgram(folder).compiled).toBe(false)
    expect(said()).toBe('one')
  })
})
