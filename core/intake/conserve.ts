import { countVisible } from './characters'
import type { LooseText } from '../model/edition'
import type { CharacterCount, ImportedItem, PhotoText, RemovedText, StoryBlock } from './types'

/** The intake's own ledger: every character of the raw text is in an item, removed by name, or unplaced. */

const photoTexts = ({ title, caption, credit }: PhotoText): readonly string[] => [
  title ?? '',
  caption,
  credit ?? '',
]

const blockTexts = (block: StoryBlock): readonly string[] =>
  block.type === 'continuation'
    ? [block.to, block.from, block.headline ?? '']
    : [block.label ?? '', block.text]

/** All manuscript text an item places, each character once: a shared rubric is counted with its first story. */
export const textsOfItem = (item: ImportedItem): readonly string[] => {
  switch (item.kind) {
    case 'story':
      return [
        item.rubricShared ? '' : (item.rubric ?? ''),
        item.kicker ?? '',
        item.headline,
        item.deck ?? '',
        item.byline ?? '',
        item.dateline ?? '',
        item.marker ?? '',
        item.markerFrom ?? '',
        ...item.blocks.flatMap(blockTexts),
        ...item.photos.flatMap(photoTexts),
      ]
    case 'photo':
      return [item.rubric ?? '', ...photoTexts(item)]
    case 'furniture':
      return [item.text]
  }
}

export const unplacedOfItem = (item: ImportedItem): readonly LooseText[] =>
  item.kind === 'story' ? (item.unplaced ?? []) : []

/**
 * One character as the count sees it. The documented folding: NFKC per character (， and , are one) and
 * straight quotes for curly ones, since the intake pairs straight quotes.
 */
export const foldForCount = (ch: string): string =>
  ch.normalize('NFKC').replace(/[“”]/g, '"').replace(/[‘’]/g, "'")

export const countCharacters = (
  raw: string,
  items: readonly ImportedItem[],
  removed: readonly RemovedText[],
): CharacterCount => ({
  raw: countVisible(raw),
  placed: items.flatMap(textsOfItem).reduce((sum, text) => sum + countVisible(text), 0),
  removed,
  unplaced: items.flatMap(unplacedOfItem),
})
