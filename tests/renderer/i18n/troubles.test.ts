import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { diskTrouble } from '../../../main/services/diskTrouble'
import { textFor } from '../../../renderer/i18n'
import { knownTrouble, trouble } from '../../../renderer/i18n/trouble'
import { codesInSources } from '../../build/codesInSources'

const [zh, en] = [textFor('zh-CN'), textFor('en')]
const renderer = fileURLToPath(new URL('../../../renderer', import.meta.url))

const refused = (code: string) => Object.assign(new Error(code), { code })
const full = diskTrouble(refused('ENOSPC'), '/报纸/样报.banxin/journal', 'written')

describe('trouble in the window’s language', () => {
  it('has words in both languages for every code the sources name', () => {
    const codes = codesInSources('core', 'main', 'preload', 'renderer')
    expect(codes.size).toBeGreaterThan(150)
    const wordless = [...codes].filter(
      ([code]) => knownTrouble(zh, { code }) === null || knownTrouble(en, { code }) === null,
    )
    expect(wordless).toEqual([])
  })

  it('says in Chinese what, where and what to do, and keeps the English for the command', () => {
    expect(trouble(zh, full)).toBe(
      '/报纸/样报.banxin/journal 写不进去：磁盘满了。腾出地方再试；原来的都没动。',
    )
    expect(trouble(en, full)).toBe(full.message)
  })

  it.each(['ENOSPC', 'EACCES', 'EROFS', 'EIO', 'EBUSY', 'ENAMETOOLONG', 'EWEIRD'])(
    'has the disk’s reason %s in both languages',
    (code) => {
      const told = diskTrouble(refused(code), '/a/b', 'read')
      expect(trouble(en, told)).toBe(
        code === 'EWEIRD'
          ? '/a/b could not be read (EWEIRD): the system refuses it. Try again.'
          : told.message,
      )
      expect(trouble(zh, told).replace('/a/b', '').replace(code, '')).not.toMatch(/[a-z]/iu)
    },
  )

  it('has no English in a Chinese sentence but names', () => {
    const names =
      /\.txt|\.docx|\.rtf|\.lock|\.banxin|PDF|ZIP|Word|WPS|OpenDocument|RTF|PNG|JPEG|ICC|MB|UTF-\d+|npm run setup/gu
    const sentences = Object.entries(zh.troubles).map(([code, words]) => [code, words(() => '')])
    const english = sentences.filter(([, words = '']) =>
      /[a-z]{2}/iu.test(words.replace(names, '')),
    )
    expect(english).toEqual([])
  })

  it('tells of a short page what would fill it', () => {
    const parts = { rows: 40, lines: 240, characters: 3840, template: '' }
    const none = { column: 0, columns: 0, row: 0, depth: 0, width: 0, height: 0 }
    const foot = { column: 0, columns: 6, row: 66, depth: 38, width: 350, height: 179 }
    const told = (more: object) => ({
      ...{ code: 'makeup.short', where: { page: '03' } },
      parts: { ...parts, ...more },
    })
    expect(trouble(zh, told(none))).toContain('添稿、放大图片，或换小一些的模板。')
    expect(trouble(zh, told({ ...foot, template: 'sikai-5x14' }))).toContain(
      '放一幅 350 × 179 毫米（6 栏 × 38 行）的图片或广告，或换模板 sikai-5x14。',
    )
    expect(trouble(en, told(foot))).toContain('an advertisement of 350 × 179 mm')
    expect(trouble(en, told(none))).not.toContain('mm')
  })

  it('tells a finding by its page, its name and the remedy', () => {
    const overset = { code: 'text.overset', where: { page: '03' } }
    expect(trouble(zh, overset)).toBe('03 版溢出：加高文本框，或删字。')
  })

  it('is what the window shows: no part of it shows the English of an error as it came', () => {
    const parts = readdirSync(renderer, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/u.test(name))
      .filter((name) => !/^(?:worker|i18n)\//u.test(name))
    const asked = /\b(?:error|told|diagnostic|finding|one|journal|proving)\.message\b/u
    const taken = /[{,] *message *[},][^;\n]*= [\w.]+\.error\b/u
    const showing = parts.filter((name) => {
      const source = readFileSync(join(renderer, name), 'utf8')
      return asked.test(source.replaceAll('error.stack ?? error.message', '')) || taken.test(source)
    })
    expect(showing).toEqual([])
  })
})
