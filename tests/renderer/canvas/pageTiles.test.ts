import { createCanvas, Path2D as NodePath } from '@napi-rs/canvas'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { glyphPaths } from '../../../core/display/canvasPainter'
import type { PageDisplay } from '../../../core/display/displayList'
import { transact } from '../../../core/edit'
import { rect } from '../../../core/geometry'
import { pageId, storyId } from '../../../core/ids'
import type { Edition } from '../../../core/model/edition'
import { createPageTiles, type PageTiles } from '../../../renderer/canvas/pageTiles'
import { smallEdition } from '../../build/editionBuilder'
import { fonts, pageOf } from './composed'

/** The lead with a letter and with many lines more at its start, so that lines behind it move. */
const typed = (edition: Edition, text: string): Edition =>
  transact(edition).text(storyId('lead'), (tr) => {
    let at = 0
    tr.doc.descendants((node, pos) => {
      if (at === 0 && node.type.name === 'paragraph') at = pos + 1
    })
    return tr.insert(at, tr.doc.type.schema.text(text))
  }).edition

const before = smallEdition()
const pages = [before, typed(before, '添'), typed(before, '添字加行'.repeat(60))].map(pageOf)

const made = { count: 0 }
beforeAll(() => {
  vi.stubGlobal(
    'OffscreenCanvas',
    class {
      constructor(width: number, height: number) {
        made.count++
        return createCanvas(width, height)
      }
    },
  )
  vi.stubGlobal('Path2D', NodePath)
})
afterAll(() => vi.unstubAllGlobals())

const glyphs = () => glyphPaths(fonts, () => new Path2D())
const SCALE = 1.4
const VIEW = rect(0, 0, 900, 1200)

/** A frame of the screen with time for a few slices. */
const fewSlices = (slices = 2): (() => boolean) => {
  let asked = 0
  return () => ++asked > slices
}

const frame = (tiles: PageTiles, page: PageDisplay, slices?: number, scale = SCALE) => {
  tiles.update(page)
  tiles.setScale(scale)
  return tiles.tilesIn(VIEW, fewSlices(slices), null)
}

/** How many frames it takes until nothing is missing. */
function wholeIn(tiles: PageTiles, page: PageDisplay, scale = SCALE): number {
  let frames = 1
  while (frame(tiles, page, 2, scale).missing) {
    if (++frames > 10_000) throw new Error('The page never comes whole')
  }
  return frames
}

const pixelsOf = (tiles: PageTiles): readonly Uint8ClampedArray[] =>
  tiles.tilesIn(VIEW, fewSlices(), null).tiles.map(({ canvas }) => {
    const image = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height)
    return image?.data ?? new Uint8ClampedArray()
  })

/** The most that a channel of a pixel differs from the page painted whole; edges under a clip round otherwise. */
function differs(tiles: PageTiles, page: PageDisplay, scale = SCALE): number {
  const fresh = createPageTiles(glyphs(), () => null)
  wholeIn(fresh, page, scale)
  const [shown, wanted] = [pixelsOf(tiles), pixelsOf(fresh)]
  let most = 0
  wanted.forEach((data, tile) => {
    for (const [i, value] of data.entries()) {
      most = Math.max(most, Math.abs(value - (shown[tile]?.[i] ?? -255)))
    }
  })
  return most
}
const ROUNDING = 32

describe('the tiles of a page', () => {
  it('shows what changed over several frames, the pixels of a page painted at once', () => {
    const [first, second, third] = pages
    if (!first || !second || !third) throw new Error('There are three pages')
    const tiles = createPageTiles(glyphs(), () => null)
    wholeIn(tiles, first)
    expect(wholeIn(tiles, third)).toBeGreaterThan(1)
    expect(differs(tiles, third)).toBeLessThan(ROUNDING)
    // the next change comes before the last is shown
    for (const page of [first, second, third]) frame(tiles, page)
    wholeIn(tiles, second)
    expect(differs(tiles, second)).toBeLessThan(ROUNDING)
  })

  it('paints what changed where one writes before all else, and no more than there is time for', () => {
    const [first, , third] = pages
    if (!first || !third) throw new Error('There are three pages')
    const old = new Set(first.items)
    const lines = third.items.flatMap((item) =>
      item.kind === 'text' && !old.has(item) ? [item] : [],
    )
    const tiles = createPageTiles(glyphs(), () => null)
    const dataOf = ({ tiles: shown }: ReturnType<PageTiles['tilesIn']>): Map<string, string> =>
      new Map(
        shown.map(({ canvas, x, y }) => {
          const { width, height } = canvas
          const image = canvas.getContext('2d')?.getImageData(0, 0, width, height)
          return [`${x / width} ${y / height}`, Buffer.from(image?.data ?? []).toString('base64')]
        }),
      )
    const changedAt = new Set<string>()
    for (const { x, y, size } of [lines.at(0), lines.at(-1)].flatMap((line) => line ?? [])) {
      wholeIn(tiles, first)
      const before = dataOf(tiles.tilesIn(VIEW, () => true, null))
      tiles.update(third)
      const after = dataOf(
        tiles.tilesIn(VIEW, () => true, rect(x + size, y - size / 2, 0, size / 2)),
      )
      const changed = [...after].filter(([place, data]) => before.get(place) !== data)
      const side = 512 / SCALE
      expect(changed.map(([place]) => place)).toEqual([
        `${Math.floor((x + size) / side)} ${Math.floor(y / side)}`,
      ])
      changed.forEach(([place]) => changedAt.add(place))
    }
    expect(changedAt.size).toBe(2)
  })

  it('comes whole though the page changes before every frame', () => {
    const [first, second] = pages
    if (!first || !second) throw new Error('There are pages')
    const tiles = createPageTiles(glyphs(), () => null)
    const shown = Array.from({ length: 120 }, (_, i) => frame(tiles, i % 2 ? first : second, 8))
    expect(shown.at(-1)?.tiles).toHaveLength(6)
    wholeIn(tiles, second)
    expect(differs(tiles, second)).toBeLessThan(ROUNDING)
  })

  it('paints another scale and another page on the canvases it has, and leaves nothing of what was there', () => {
    const [first, second] = pages
    if (!first || !second) throw new Error('There are pages')
    const tiles = createPageTiles(glyphs(), () => null)
    wholeIn(tiles, first)
    while (tiles.prepare()) expect(tiles.blurred().tiles).toEqual([])
    const canvases = made.count
    const other: PageDisplay = { ...first, page: pageId('other'), items: [] }
    for (const scale of [0.7, SCALE, 1.1, SCALE, 0.7]) wholeIn(tiles, first, scale)
    for (const scale of [0.7, SCALE, 1.1]) {
      while (frame(tiles, first, 100, scale).missing) expect(tiles.blurred().tiles).not.toEqual([])
      while (frame(tiles, other, 100, scale).missing) expect(tiles.blurred().tiles).toEqual([])
    }
    // at this scale the page ends within a tile
    wholeIn(tiles, second, 0.7)
    expect(made.count).toBe(canvases)
    expect(differs(tiles, second, 0.7)).toBe(0)
  })
})
