/**
 * Web Platform Tests, css/css-text/i18n/zh/css-text-line-break-zh-*: six Han,
 * the character, two Han, in a box of six. Whether the sixth Han must come along
 * tells whether the character may start a line. The cases are written anew from
 * the characters the suites test; CSS levels stand for CLREQ's as below.
 */
import { describe, expect, it } from 'vitest'
import type { ProhibitionLevel } from '../../core/model/styles'
import { context, linesOf } from '../core/text/setText'
import { isException } from './exceptions'

type Level = 'loose' | 'normal' | 'strict'

const OURS: Readonly<Record<Level, ProhibitionLevel>> = {
  loose: 'none',
  normal: 'gb',
  strict: 'strict',
}

interface Suite {
  readonly name: string
  readonly characters: readonly number[]
  /** Levels on which the character may start a line. */
  readonly mayStart: readonly Level[]
}

const SUITES: readonly Suite[] = [
  {
    name: 'cpm: centred punctuation',
    characters: [0x30fb, 0xff1a, 0xff1b, 0xff65, 0x203c, 0x2047, 0x2048, 0x2049, 0xff01, 0xff1f],
    mayStart: ['loose'],
  },
  {
    name: 'hyphens',
    characters: [0x2010, 0x2013, 0x301c, 0x30a0],
    mayStart: ['loose', 'normal'],
  },
  {
    name: 'in: inseparable characters',
    characters: [0x2024, 0x2025, 0x2026, 0x22ef, 0xfe19, 0x10af6],
    mayStart: ['loose'],
  },
  {
    name: 'iteration marks',
    characters: [0x3005, 0x303b, 0x309d, 0x309e, 0x30fd, 0x30fe],
    mayStart: ['loose'],
  },
  {
    name: 'po: suffixes',
    characters: [0xb0, 0x2030, 0x2032, 0x2033, 0x2035, 0x2103, 0x2109, 0xfe6a, 0xff05, 0xffe0],
    mayStart: ['loose'],
  },
]

const LEVELS: readonly Level[] = ['loose', 'normal', 'strict']

/** Whether the line turns between the sixth Han and the character. */
function starts(character: string, level: Level): boolean {
  const ctx = context({ prohibition: OURS[level] })
  const [first] = linesOf(`文文文文文文${character}字字`, { ems: 6.17, align: 'left' }, ctx)
  return first === '文文文文文文'
}

describe.each(SUITES)('line-break zh $name', ({ characters, mayStart }) => {
  it.each(LEVELS)('%s', (level) => {
    for (const codePoint of characters) {
      const character = String.fromCodePoint(codePoint)
      const expected = mayStart.includes(level) !== isException('line-break', character, level)
      expect([character, starts(character, level)]).toEqual([character, expected])
    }
  })
})

describe('line-break zh pr: prefixes', () => {
  const PREFIXES = ['€', '№', '￡', '￥', '＄']

  it.each(LEVELS)('%s', (level) => {
    const ctx = context({ prohibition: OURS[level] })
    for (const prefix of PREFIXES) {
      const [first] = linesOf(`文文文文文${prefix}字字字`, { ems: 6.17, align: 'left' }, ctx)
      const ends = first === `文文文文文${prefix}`
      expect([prefix, ends]).toEqual([prefix, level === 'loose'])
    }
  })
})
