/** The real page, when it lies beside the project: raw text to placed frames on every template. */
import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { composeEdition, createComposeCache } from '../../../core/compose'
import { decodeManuscript, importPage } from '../../../core/intake'
import { makeUp } from '../../../core/makeup'
import { editionOf } from '../../../core/manuscript/editionOf'
import { toStories } from '../../../core/manuscript/toStories'
import type { Edition } from '../../../core/model/edition'
import { storyForm } from '../../../core/model/storySchema'
import { openTemplates } from '../../../main/services/templateCatalog'
import { wordsIn } from '../../../main/services/words'
import { pageFonts } from '../../build/pageFonts'
import { frameTroubles, withMakeUp } from './page'

const seed = resolve(import.meta.dirname, '../../../../shared/pages/seed-page.txt')
const templates = resolve(import.meta.dirname, '../../../resources/templates')

function imported(template: string) {
  const catalog = openTemplates(templates)
  const found = catalog.ok ? catalog.value.get(template) : catalog
  if (!found.ok) throw new Error(found.error.message)
  const text = decodeManuscript(new Uint8Array(readFileSync(seed)))
  if (!text.ok) throw new Error(text.error.message)
  const manuscript = toStories([importPage(text.value.text, { name: 'seed' })])
  const parts = { manuscript, pictures: [], template: found.value, onePage: false }
  return editionOf({ ...parts, today: '2026-11-22' })
}

function madeUp(template: string): { readonly before: Edition; readonly whole: Edition } {
  const { edition, plan } = imported(template)
  const made = makeUp(edition, {
    pages: plan.map(({ page, stories }) => ({ page: page.id, stories })),
    fonts: pageFonts(),
    cache: createComposeCache(),
    segment: wordsIn,
  })
  return { before: edition, whole: withMakeUp(edition, made) }
}

describe.skipIf(!existsSync(seed))('the seed page (needs ../shared/pages/seed-page.txt)', () => {
  it.each(['duikai-6x16', 'duikai-8x13', 'duikai-5x20'])('is placed whole on %s', (template) => {
    const { before, whole } = madeUp(template)
    const display = composeEdition(whole, { fonts: pageFonts(), cache: createComposeCache() })
    const wanted = Object.values(before.stories).filter(({ doc }) => storyForm(doc) !== 'lines')
    const placed = Object.values(whole.frames).flatMap((frame) =>
      frame.kind === 'rule' ? [] : [frame.story],
    )
    expect([...placed].sort()).toEqual(wanted.map(({ id }) => id).sort())
    expect(Object.keys(whole.pages)).toHaveLength(1)
    expect(display.stories.filter((fit) => fit.overset.length > 0)).toEqual([])
    expect(frameTroubles(whole)).toEqual([])
    const lead = Object.values(whole.frames).find(
      (frame) => frame.kind === 'story' && frame.story === wanted[0]?.id,
    )
    expect(lead).toMatchObject({ area: { column: 0, row: 0 }, head: { level: 0 } })
  })
})
