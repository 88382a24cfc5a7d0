import { readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { foldForCount, importPage, textsOfItem, unplacedOfItem } from '../../../core/intake'
import type { ImportedItem, IntakeResult } from '../../../core/intake'

const fixtures = path.join(path.dirname(fileURLToPath(import.meta.url)), 'fixtures')

export const readFixture = (name: string): string =>
  readFileSync(path.join(fixtures, `${name}.txt`), 'utf8')

export const readTruth = (name: string): readonly ImportedItem[] =>
  JSON.parse(
    readFileSync(path.join(fixtures, `${name}.truth.json`), 'utf8'),
  ) as readonly ImportedItem[]

/** Text as two readings are compared: width of punctuation, shape of quotes and white space aside. */
export const plain = (text: string | undefined): string =>
  [...(text ?? '')]
    .filter((ch) => !/\s/u.test(ch))
    .map(foldForCount)
    .join('')
    .replace(/\s/gu, '')

export const countOf = (texts: readonly string[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>()
  for (const text of texts) for (const ch of plain(text)) counts.set(ch, (counts.get(ch) ?? 0) + 1)
  return counts
}

/** Every character of an intake's outcome: placed, removed or unplaced. */
export const outcomeOf = (result: IntakeResult): ReadonlyMap<string, number> =>
  countOf([
    ...result.items.flatMap(textsOfItem),
    ...result.items.flatMap(unplacedOfItem).map(({ text }) => text),
    ...result.characters.removed.map(({ text }) => text),
  ])

/** The items of a page as flat facts, so that two readings can be compared as sets. */
const factsOf = (items: readonly ImportedItem[]): readonly string[] =>
  items.flatMap((item): readonly string[] => {
    const photo = ({
      title,
      caption,
      credit,
    }: {
      title?: string
      caption: string
      credit?: string
    }): string => `photo|${plain(title)}|${plain(caption)}|${plain(credit)}`
    switch (item.kind) {
      case 'furniture':
        return [`furniture|${plain(item.text)}`]
      case 'photo':
        return [photo(item)]
      case 'story': {
        const key = plain(item.headline).slice(0, 8)
        const heads = (
          [
            'rubric',
            'kicker',
            'headline',
            'deck',
            'byline',
            'dateline',
            'marker',
            'markerFrom',
          ] as const
        )
          .filter((field) => item[field] !== undefined)
          .map((field) => `${field}|${key}|${plain(item[field])}`)
        const blocks = item.blocks.map((block, i) =>
          block.type === 'continuation'
            ? `continuation|${key}`
            : `${block.type}|${key}|${i}|${plain(block.label)}|${plain(block.text)}`,
        )
        const rest = (item.unplaced ?? []).map(({ text }) => `unplaced|${key}|${plain(text)}`)
        return [
          ...heads,
          ...blocks,
          ...item.photos.map(photo),
          ...rest,
          ...(item.continues ? [`continues|${key}`] : []),
        ]
      }
    }
  })

export interface Agreement {
  /** Harmonic mean of recall and precision over all facts, 0 to 1. */
  readonly score: number
  readonly missing: readonly string[]
  readonly extra: readonly string[]
}

export const compareItems = (
  truth: readonly ImportedItem[],
  found: readonly ImportedItem[],
): Agreement => {
  const left = [...factsOf(found)]
  const missing: string[] = []
  const expected = factsOf(truth)
  for (const fact of expected) {
    const at = left.indexOf(fact)
    if (at < 0) missing.push(fact)
    else left.splice(at, 1)
  }
  const hits = expected.length - missing.length
  return { score: (2 * hits) / (2 * hits + missing.length + left.length), missing, extra: left }
}

export const importFixture = (name: string): IntakeResult => importPage(readFixture(name), { name })
