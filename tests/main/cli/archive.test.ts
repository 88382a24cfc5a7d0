/** 反解: the digital edition of the sample, as the command writes it. */
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ItemJson } from '../../../core/manuscript/toStoriesJson'
import { runCli, type CliResult } from './runCli'
import { importSample } from './sampleEdition'

interface ArchiveFile {
  readonly pages: readonly {
    readonly folio: string
    readonly image: string
    readonly width: number
    readonly height: number
    readonly regions: readonly Record<'left' | 'top' | 'width' | 'height', number>[]
  }[]
  readonly stories: readonly ItemJson[]
}

let folder = ''
let made: CliResult
let html = ''
let archive: ArchiveFile
let stories: readonly ItemJson[] = []
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'banxin-archive-'))
  await importSample(join(folder, 'S.banxin'), 'page-1.txt', 'page-2.txt')
  made = await runCli(folder, ['archive', 'S.banxin', '-o', 'out'])
  html = readFileSync(join(folder, 'out', 'index.html'), 'utf8')
  archive = JSON.parse(readFileSync(join(folder, 'out', 'edition.json'), 'utf8')) as ArchiveFile
  const listed = await runCli(folder, ['stories', 'S.banxin', '--json'])
  stories = JSON.parse(listed.out) as readonly ItemJson[]
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const unescape = (text: string): string =>
  text.replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
const bare = (text: string): string => text.replace(/\s+/gu, '')

describe('the archive', () => {
  it('is HTML, JSON and a picture a page', () => {
    expect(made.code).toBe(0)
    expect(readdirSync(join(folder, 'out')).sort()).toEqual([
      'edition.json',
      'index.html',
      'page-01.png',
      'page-02.png',
    ])
  })

  it('has the stories that the edition has, with their fields', () => {
    expect(archive.stories).toEqual(stories)
  })

  it('has every text of every story in the HTML', () => {
    const seen = bare(unescape(html.replace(/<[^>]*>/g, '')))
    for (const item of stories) {
      if (item.kind !== 'story') continue
      const texts = [item.kicker, item.headline, item.deck, item.byline, item.dateline]
      for (const text of [...texts, ...item.blocks.map((block) => block.text)]) {
        if (text !== undefined) expect(seen.includes(bare(text)), text).toBe(true)
      }
      for (const { caption } of item.photos) expect(seen.includes(bare(caption))).toBe(true)
    }
  })

  it('needs no server, no script and no other site', () => {
    expect(html).not.toMatch(/<script|<link|https?:|url\(|@import/)
    for (const [, source = ''] of html.matchAll(/<img src="([^"]+)"/g)) {
      expect(readdirSync(join(folder, 'out'))).toContain(source)
    }
  })

  it('has a target for every link, a language, a title, and a name for every picture', () => {
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
    const links = [...html.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id)
    expect(links.length).toBeGreaterThan(stories.length)
    for (const link of links) expect(ids).toContain(link)
    expect(html).toMatch(/<html lang="zh-CN">/)
    expect(html).toMatch(/<title>[^<]+<\/title>/)
    for (const [image] of html.matchAll(/<img[^>]*>/g)) expect(image).toMatch(/ alt="[^"]+"/)
    for (const [link] of html.matchAll(/<a href[^>]*style[^>]*>/g)) {
      expect(link).toMatch(/aria-label="[^"]+"/)
    }
  })

  it('has regions inside its pages', () => {
    for (const { regions, width, height } of archive.pages) {
      expect([width, height]).toEqual([390, 550])
      expect(regions.length).toBeGreaterThan(3)
      for (const { left, top, width: wide, height: high } of regions) {
        expect(Math.min(left, top)).toBeGreaterThanOrEqual(0)
        expect(Math.min(wide, high)).toBeGreaterThan(0)
        expect(Math.max(left + wide, top + high)).toBeLessThanOrEqual(100.01)
      }
    }
  })
})
