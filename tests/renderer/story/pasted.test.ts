/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { plainBlocks, type PastedBlock } from '../../../renderer/story/pasted'
import { launchBrowser } from '../../app/browser'

const clipboard = (name: string): string =>
  readFileSync(join(import.meta.dirname, 'clipboard', name), 'utf8')

/** One line a block; a subhead is marked. */
const lines = (blocks: readonly PastedBlock[]): readonly string[] =>
  blocks.map(({ role, text }) => (role === 'subhead' ? `# ${text}` : text))

describe('plain text', () => {
  it('is a paragraph a line without indents, empty lines and invisible letters', () => {
    expect(lines(plainBlocks('　　甲\u200b段\r\n\r\n \u00a0乙 段　\r丙\u0007段\n'))).toEqual([
      '甲段',
      '乙 段',
      '丙段',
    ])
  })
})

describe('markup, read as the browser reads it', () => {
  let browser: Browser
  let page: Page
  const asked: string[] = []

  beforeAll(async () => {
    const { outputFiles } = await build({
      entryPoints: ['renderer/story/pasted.ts'],
      ...{ bundle: true, write: false, format: 'iife', globalName: 'pasted' },
    })
    browser = await launchBrowser()
    page = await browser.newPage()
    await page.route('**/*', (route) => {
      asked.push(route.request().url())
      return route.abort()
    })
    await page.addScriptTag({ content: outputFiles[0]?.text ?? '' })
  })

  afterAll(() => browser.close())

  const read = async (html: string, plain = ''): Promise<readonly string[]> => {
    const call = `pasted.pastedBlocks(${JSON.stringify(html)}, ${JSON.stringify(plain)})`
    return lines(await page.evaluate<readonly PastedBlock[]>(call))
  }

  it('takes the words of Word and nothing beside them', async () => {
    expect(await read(clipboard('word.html'))).toEqual([
      '# 渠水进村',
      '本报讯 三月的风里，渠水绕过村口的老槐树，12户人家先浇上了地。',
      '新话照用。',
      '先修干渠',
      '2. 再修支渠',
      '村名 亩数',
      '柳湾 340',
      '看得见的字',
    ])
  })

  it('takes the words of a web page, runs none of its scripts and fetches nothing', async () => {
    expect(await read(clipboard('web.html'))).toEqual([
      '# 夜市添新灯',
      '傍晚六点，摊主们陆续出摊。',
      'Open late, every day.',
      '零宽字也收好',
      '热汤面',
      '糖葫芦',
      '山楂的',
      '版面表里的',
      '两段',
      '第一行',
      '第二行',
      '裸露的字',
    ])
    // what the markup asked for would have gone out before this
    await page.evaluate(`fetch('https://after.test/').catch(() => null)`)
    expect(await page.evaluate('window.ran')).toBeUndefined()
    expect(asked).toEqual(['https://after.test/'])
  })

  it('falls back on plain text where the markup has no words', async () => {
    expect(await read('<img src="https://clip.test/only.png">', '只有字')).toEqual(['只有字'])
    expect(await read('', '甲\n乙')).toEqual(['甲', '乙'])
  })
})
