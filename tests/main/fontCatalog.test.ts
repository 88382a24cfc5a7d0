import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { fontId } from '../../core/ids'
import { openFontCatalog } from '../../main/services/fontCatalog'
import { pageFonts } from '../build/pageFonts'

const folder = mkdtempSync(join(tmpdir(), 'banxin-fonts-'))
afterAll(() => rmSync(folder, { recursive: true }))

describe('the font catalogue', () => {
  it('names fonts by their files and opens each once', () => {
    const fonts = pageFonts()
    const serif = fontId('NotoSerifSC-Medium')
    expect(fonts.ids).toContain(serif)
    expect(fonts.has(serif)).toBe(true)
    expect(fonts.get(serif)).toBe(fonts.get(serif))
    expect(fonts.get(serif).unitsPerEm).toBe(1000)
  })

  it('falls back only on fonts that are there', () => {
    const fonts = pageFonts()
    for (const id of fonts.fallbacks) expect(fonts.has(id)).toBe(true)
    expect(fonts.fallbacks[0]).toBe('NotoSerifSC-Medium')
  })

  it('says what to do when the folder has no font or is not there', () => {
    const expected = { ok: false, error: { code: 'font.none' } }
    expect(openFontCatalog(folder)).toMatchObject(expected)
    expect(openFontCatalog(join(folder, 'none'))).toMatchObject(expected)
  })

  it('names the font that is missing or damaged', () => {
    writeFileSync(join(folder, 'Damaged-Regular.ttf'), 'no font')
    const opened = openFontCatalog(folder)
    if (!opened.ok) throw new Error(opened.error.message)
    expect(() => opened.value.get(fontId('Other'))).toThrow('There is no font Other in')
    expect(() => opened.value.get(fontId('Damaged-Regular'))).toThrow(/font Damaged-Regular is/)
  })
})
