/** What a page costs to make up, counted in characters composed: it must not grow with the copy behind it. */
import type { Node } from 'prosemirror-model'
import { describe, expect, it } from 'vitest'
import { createComposeCache, type ComposeContext } from '../../../core/compose'
import { pageId, storyId } from '../../../core/ids'
import { makeUp, type MakeUp } from '../../../core/makeup'
import { isStoryFrame, pagesOf, type Edition } from '../../../core/model/edition'
import { withRecord } from '../../../core/model/tables'
import { plainGrid } from '../../build/editionBuilder'
import { doc, headline, p } from '../../build/storyBuilder'
import {
  brief,
  composed,
  editionWith,
  fonts,
  frameTroubles,
  idsOf,
  inPairs,
  placed,
  prose,
  withMakeUp,
  type Copy,
} from './page'

/** A cache that counts the characters of every paragraph that is composed through it. */
function countingCache(): ComposeContext['cache'] & { readonly characters: () => number } {
  const cache = createComposeCache()
  let characters = 0
  const nodes = cache.nodes
  const get = nodes.get.bind(nodes)
  nodes.get = (node: Node) => {
    characters += node.content.size
    return get(node)
  }
  return { ...cache, nodes, characters: () => characters }
}

interface Work {
  readonly edition: Edition
  readonly made: MakeUp
  readonly pages: number
  /** Characters composed for a page, in the mean. */
  readonly perPage: number
}

function work(copy: Copy, folio = '01'): Work {
  const given = editionWith(copy)
  const [page] = pagesOf(given)
  const edition = page === undefined ? given : withRecord(given, 'pages', { ...page, folio })
  const cache = countingCache()
  const pages = [{ page: pageId('p1'), stories: idsOf(copy).map(storyId) }]
  const made = makeUp(edition, { pages, fonts, cache, segment: inPairs })
  const count = 1 + made.pages.length
  return { edition, made, pages: count, perPage: cache.characters() / count }
}

const digits = (count: number): Copy => ({ long: doc(p('0123456789'.repeat(count / 10))) })

const longStory = (characters: number): Copy => ({
  long: doc(
    headline('河湾新稻开镰'),
    ...Array.from({ length: characters / 100 }, () => p(prose(100))),
  ),
})

const manyStories = (count: number): Copy =>
  Object.fromEntries(
    Array.from({ length: count }, (_, i) => [
      `s${i}`,
      brief('渡口夜里加两班船', 600 + (i % 7) * 40),
    ]),
  )

/** Whether the frames hold every story to its end. */
function isWhole({ edition, made }: Work): boolean {
  const whole = withMakeUp(edition, made)
  const display = composed(whole)
  return display.stories.every(({ overset }) => overset.length === 0)
}

describe('copy of many pages', () => {
  it.each([
    ['one paragraph of digits', digits(30_000), digits(80_000)],
    ['one story', longStory(30_000), longStory(90_000)],
  ])('of %s costs a page no more the longer it is', (_, short, long) => {
    const few = work(short)
    const many = work(long)
    expect(many.pages).toBeGreaterThan(few.pages * 2)
    expect(many.perPage).toBeLessThan(few.perPage * 1.2)
    for (const one of [few, many]) {
      expect(isWhole(one)).toBe(true)
      expect(frameTroubles(withMakeUp(one.edition, one.made))).toEqual([])
    }
  })

  it.each([
    ['01', '02', '03'],
    ['A09', 'A10', 'A11'],
    ['头版', '头版2', '头版3'],
  ])('that began on %s has 版次 that count on', (folio, ...next) => {
    const { made } = work(longStory(30_000), folio)
    expect(made.pages.slice(0, 2).map((added) => added.folio)).toEqual(next)
  })

  it('of many stories costs a page no more the more they are', () => {
    const few = work(manyStories(14))
    const many = work(manyStories(42))
    expect(many.pages).toBeGreaterThan(few.pages * 2)
    expect(many.perPage).toBeLessThan(few.perPage * 1.3)
    expect(isWhole(many)).toBe(true)
    const placed = new Set(many.made.frames.filter(isStoryFrame).map(({ story }) => story))
    expect(placed.size).toBe(42)
  })

  it('runs from page to page over their whole depth', () => {
    const { made, edition } = work(longStory(60_000))
    const { grid } = edition.pages[pageId('p1')] ?? { grid: null }
    const thread = made.frames.filter(isStoryFrame)
    expect(thread.map(({ order }) => order)).toEqual(thread.map((_, i) => i))
    const told = made.diagnostics.flatMap(({ code, message }) =>
      code === 'makeup.page-added' ? [Number(/or (\d+) characters/u.exec(message)?.[1])] : [],
    )
    expect(told).toHaveLength(made.pages.length)
    // Each added page tells what it took; the first page of the job has the rest.
    expect(told.reduce((sum, characters) => sum + characters, 0)).toBeLessThan(60_000)
    for (const { area } of thread.slice(0, -1))
      expect(area).toEqual({ column: 0, row: 0, columns: grid?.columns, rows: grid?.rows })
  })

  it('adds pages up to a number and tells how much waits then, in one sentence', () => {
    const copy = Object.fromEntries(
      Array.from({ length: 70 }, (_, i) => [`s${i}`, brief('渡口夜里加两班船', 700)]),
    )
    const small = { ...plainGrid, columns: 2, rows: 32 }
    const edition = editionWith(copy, ['p1'], small)
    const made = placed(edition, { p1: idsOf(copy) })
    const stand = new Set(made.frames.filter(isStoryFrame).map(({ story }) => story))
    const codes = made.diagnostics.map(({ code }) => code)
    expect(made.pages).toHaveLength(64)
    expect(codes.filter((code) => code !== 'makeup.page-added')).toEqual(['makeup.too-much'])
    const [told] = made.diagnostics.filter(({ code }) => code === 'makeup.too-much')
    expect(told?.parts).toMatchObject({ pages: 64, stories: 70 - stand.size })
  })

  it('tells how far it is, ever further', () => {
    const copy = longStory(60_000)
    const shares: number[] = []
    makeUp(editionWith(copy), {
      pages: [{ page: pageId('p1'), stories: [storyId('long')] }],
      ...{ fonts, cache: createComposeCache(), segment: inPairs },
      progress: (share) => shares.push(share),
    })
    expect(shares.length).toBeGreaterThan(4)
    expect([...shares].sort((a, b) => a - b)).toEqual(shares)
    expect(shares.at(-1)).toBe(1)
  })
})
