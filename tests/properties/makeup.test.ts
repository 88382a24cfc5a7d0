import fc from 'fast-check'
import type { Node } from 'prosemirror-model'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { composeEdition, createComposeCache } from '../../core/compose'
import { pageId, storyId } from '../../core/ids'
import { buildLedger } from '../../core/ledger'
import { makeUp, type MakeUpJob } from '../../core/makeup'
import { emptyEdition, type Edition } from '../../core/model/edition'
import type { Template } from '../../core/model/template'
import { withRecord } from '../../core/model/tables'
import { isHard, preflight } from '../../core/preflight'
import { openTemplates } from '../../main/services/templateCatalog'
import { page, story } from '../build/editionBuilder'
import { pageFonts } from '../build/pageFonts'
import { brief, feature, frameTroubles, inPairs, photo, withMakeUp } from '../core/makeup/page'

interface Copy {
  readonly stories: readonly { readonly share: number; readonly box: boolean }[]
  readonly pictures: number
  /** Text as a part of the template's capacity. */
  readonly fill: number
}

const plain = (...shares: readonly number[]): Copy['stories'] =>
  shares.map((share) => ({ share, box: false }))

/** So full that headlines of their levels' sizes stand side by side (碰题). */
const TOO_FULL: Copy = { stories: plain(4, 5, 3, 5, 3, 2, 4), pictures: 0, fill: 1.3 }
/** The same on a page of narrow columns. */
const TOO_NARROW: Copy = {
  stories: [1, 4, 3, 5, 3, 4, 5, 6].map((share, at) => ({ share, box: [0, 2, 6, 7].includes(at) })),
  pictures: 0,
  fill: 1.3,
}

/** So many stories that headlines stand side by side on the cheapest six hundred arrangements. */
const CROWDED: Copy = {
  stories: [4, 6, 2, 2, 6, 2, 2, 2, 4, 5].map((share, at) => ({
    share,
    box: [3, 4, 8].includes(at),
  })),
  pictures: 0,
  fill: 0.85,
}

/** Templates with the page's capacity in characters, about, and copy that a rule was broken for. */
const TEMPLATES = [
  ['duikai-6x16', 6000, [TOO_FULL, CROWDED]],
  ['duikai-5x20', 6000, []],
  ['duikai-8x13', 6500, [TOO_NARROW]],
  ['sikai-5x14', 3200, []],
] as const
const catalog = openTemplates(resolve(import.meta.dirname, '../../resources/templates'))

function templateOf(id: string): Template {
  const found = catalog.ok ? catalog.value.get(id) : catalog
  if (!found.ok) throw new Error(found.error.message)
  return found.value
}

const WORDS = ['河湾新稻开镰', '渡口夜里加两班船', '山村小学有了新操场', '老街修旧如旧客人又来了']

const copy = fc.record<Copy>({
  stories: fc.array(fc.record({ share: fc.integer({ min: 1, max: 6 }), box: fc.boolean() }), {
    minLength: 4,
    maxLength: 12,
  }),
  pictures: fc.integer({ min: 0, max: 5 }),
  fill: fc.constantFrom(0.5, 0.7, 0.85, 1, 1.3),
})

function documents({ stories, pictures, fill }: Copy, capacity: number): readonly Node[] {
  const shares = stories.reduce((sum, { share }) => sum + share, 0)
  const texts = stories.map(({ share, box }, i) => {
    const characters = Math.max(120, Math.round((capacity * fill * share) / shares))
    const words = WORDS[i % WORDS.length] ?? ''
    return characters > 600
      ? feature(words, characters, box ? `box${i}` : null)
      : brief(words, characters)
  })
  const photos = Array.from({ length: pictures }, (_, i) => photo(`fig${i}`, 40 + 20 * i))
  return [...texts, ...photos]
}

function editionOf(documentsOf: readonly Node[], { grid, furniture, sheet, styleSheet }: Template) {
  let edition = emptyEdition({ publication: '样报', date: '2026-11-22' })
  edition = withRecord(edition, 'styleSheets', styleSheet)
  const own = page('p1', { grid, furniture, sheet, styleSheet: styleSheet.id })
  edition = withRecord(edition, 'pages', own)
  documentsOf.forEach((document, order) => {
    edition = withRecord(edition, 'stories', story(`s${order}`, document, { order }))
  })
  return edition
}

const fonts = pageFonts()

function madeUp(edition: Edition, more: Partial<MakeUpJob> = {}) {
  return makeUp(edition, {
    pages: [{ page: pageId('p1'), stories: Object.keys(edition.stories).map(storyId) }],
    fonts,
    cache: createComposeCache(),
    segment: inPairs,
    ...more,
  })
}

/** Milliseconds that a busy machine may take. */
const PATIENCE = 240_000

describe('pages of random copy', () => {
  it.each(TEMPLATES)(
    'on %s break no hard rule, are filled where they can be, and every character is accounted for',
    (id, room, known) => {
      const template = templateOf(id)
      fc.assert(
        fc.property(copy, (random) => {
          const edition = editionOf(documents(random, room), template)
          const made = madeUp(edition)
          const whole = withMakeUp(edition, made)
          const display = composeEdition(whole, { fonts, cache: createComposeCache() })
          const placed = Object.values(whole.frames).flatMap((frame) =>
            frame.kind === 'rule' ? [] : [frame.story as string],
          )
          expect([...new Set(placed)].sort()).toEqual(Object.keys(edition.stories).sort())
          expect(display.stories.filter(({ overset }) => overset.length > 0)).toEqual([])
          expect(frameTroubles(whole)).toEqual([])
          const faults = preflight(whole, display)
          expect(faults.filter(isHard).map(({ message }) => message)).toEqual([])
          const holes = faults.filter(({ code }) => code === 'page.hole')
          if (random.fill <= 1) expect(holes.map(({ message }) => message)).toEqual([])
          expect(buildLedger(whole, display, { intake: [] }).balanced).toBe(true)
          const score = faults.reduce((sum, { cost }) => sum + cost, 0)
          expect(made.score).toBeCloseTo(score, 6)
        }),
        { seed: 20261122, numRuns: 4 + known.length, examples: known.map((one) => [one]) },
      )
    },
    PATIENCE,
  )
})
