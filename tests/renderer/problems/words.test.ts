import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { textFor } from '../../../renderer/i18n'

const folder = (name: string) => new URL(`../../../core/${name}/`, import.meta.url)

/** Codes of the findings that a page or its text can have, as the sources name them. */
function codesIn(name: string): readonly string[] {
  return readdirSync(folder(name))
    .filter((file) => file.endsWith('.ts') && !file.startsWith('press'))
    .flatMap((file) => {
      const source = readFileSync(new URL(file, folder(name)), 'utf8')
      return [...source.matchAll(/'((?:page|text|jump)\.[a-z-]+)'/gu)].map(([, code]) => code ?? '')
    })
}

describe('the words of findings', () => {
  it.each(['zh-CN', 'en'])(
    'in %s name every fault that compose and preflight can tell',
    (locale) => {
      const { findings } = textFor(locale)
      const codes = new Set([...codesIn('preflight'), ...codesIn('compose')])
      expect(codes.size).toBeGreaterThan(20)
      expect([...codes].filter((code) => findings[code] === undefined)).toEqual([])
    },
  )

  it('say the number in the unit that the rule measures', () => {
    const seam = textFor('zh-CN').findings['page.seam']
    expect(seam?.measured(0.8, 0.75)).toBe('贯通 80 %，限 75 %')
  })
})
