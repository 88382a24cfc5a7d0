import { Jieba } from '@node-rs/jieba'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openWords } from '../../../core/text/words'
import { dictionaryFrom, jiebaDictionary } from '../../../scripts/dictionary.mjs'

const written = readFileSync('resources/words/jieba.txt', 'utf8')
const wordsIn = openWords(written)
const barred = (text: string): string => wordsIn(text).join('|')

describe('the words of a text', () => {
  it('are the likeliest cut, not the longest word first', () => {
    expect(barred('山那边的投递员')).toBe('山|那边|的|投递员')
    expect(barred('招商工作组')).toBe('招商|工作组')
    expect(barred('为村干部减负')).toBe('为|村干部|减负')
    expect(barred('研究生命起源')).toBe('研究|生命|起源')
  })

  it('keep numbers and Latin words whole, and every mark by itself', () => {
    expect(barred('增长21.52%，“3~5年”内PM2.5达标')).toBe('增长|21.52%|，|“|3~5|年|”|内|PM2.5|达标')
    expect(barred('12月26日 8:30')).toBe('12|月|26|日| |8:30')
  })

  it('come one by one where no word is known', () => {
    expect(barred('𠮷龘')).toBe('𠮷|龘')
    expect(openWords('!\n5\n17\n')('渡口')).toEqual(['渡', '口'])
  })

  it('are words that are known rather than characters that are not', () => {
    const known = openWords(['!\"', '5', '17', '', '渡口!'].join('\n'))
    expect(known('渡口到渡口')).toEqual(['渡口', '到', '渡口'])
  })

  it('joined are the text, whatever it is', () => {
    const text = fc.string({ unit: fc.constantFrom(...'水渠投递员的a1.,“”　 \n𠮷'), maxLength: 24 })
    fc.assert(
      fc.property(fc.oneof(text, fc.string({ unit: 'binary' })), (whole) => {
        expect(wordsIn(whole).join('')).toBe(whole)
      }),
    )
  })
})

describe('the dictionary', () => {
  const jieba = jiebaDictionary()

  it('is made of jieba’s, and is written again as it was', () => {
    expect(dictionaryFrom(jieba) === written).toBe(true)
  })

  it('cuts headlines as jieba does, but for what it leaves out', () => {
    const folder = 'tests/core/intake/fixtures'
    const headlines = readdirSync(folder)
      .filter((name) => name.endsWith('.truth.json'))
      .flatMap(
        (name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as { headline?: string }[],
      )
      .flatMap(({ headline }) => headline?.match(/\p{Script=Han}+/gu) ?? [])
    const theirs = Jieba.withDict(Buffer.from(jieba))
    const alike = headlines.filter((text) => theirs.cut(text, false).join('|') === barred(text))
    expect(headlines.length).toBeGreaterThan(100)
    expect(alike.length / headlines.length).toBeGreaterThan(0.9)
  })
})
