/** What a remedy is called. */
import type { SingleWay, Way } from '../../core/copyfit'
import type { StoryId } from '../../core/ids'
import type { Text } from '../i18n'

/** In a few words: what would be done. */
export function remedyWords(way: Way, text: Text): string {
  const { remedies } = text
  switch (way.kind) {
    case 'both':
      return remedies.both(remedyWords(way.first, text), remedyWords(way.second, text))
    case 'deeper':
      return way.edge === 'bottom' ? remedies.deeper(way.rows) : remedies.higher(way.rows)
    case 'shallower':
      return remedies.shallower(way.rows)
    case 'headLess':
      return remedies.headLess(way.rows)
    case 'headMore':
      return remedies.headMore(way.rows)
    case 'tighter':
      return remedies.tighter(way.paragraphs)
    case 'looser':
      return remedies.looser(way.paragraphs)
    case 'boxLess':
      return way.picture ? remedies.pictureLess(way.rows) : remedies.boxLess(way.rows)
    case 'boxMore':
      return way.picture ? remedies.pictureMore(way.rows) : remedies.boxMore(way.rows)
    case 'turn':
      return remedies.turn(way.folio)
    case 'cut':
      return way.unit === 'sentence'
        ? remedies.cutSentences(way.characters)
        : remedies.cutParagraphs(way.characters)
  }
}

/** What a remedy takes out of the text, if it does. */
export function cutOf(way: Way): (SingleWay & { readonly kind: 'cut' }) | null {
  const ways: readonly SingleWay[] = way.kind === 'both' ? [way.first, way.second] : [way]
  for (const one of ways) if (one.kind === 'cut') return one
  return null
}

/** Which stories beside it give rows or take them; '' when none does. */
export function besideWords(way: Way, letterOf: (story: StoryId) => string, text: Text): string {
  if (way.kind === 'both')
    return [way.first, way.second]
      .map((one) => besideWords(one, letterOf, text))
      .filter((said) => said !== '')
      .join(' ')
  const letters = (stories: readonly StoryId[]): string => stories.map(letterOf).join(' ')
  if (way.kind === 'deeper' && way.from.length > 0)
    return text.remedies.fromStories(letters(way.from))
  if (way.kind === 'shallower' && way.to.length > 0) return text.remedies.toStories(letters(way.to))
  return ''
}
