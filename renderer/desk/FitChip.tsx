import type { StoryFit } from '../../core/compose'
import { useText } from '../i18n'
import { fitKind, fitWords, storyWords, type PageStory } from './pageStories'

/** How a story fits, in the words that stand for it everywhere. */
export function FitChip({ fit }: { readonly fit: StoryFit | null }) {
  const text = useText()
  return <span className={`fit fit-${fitKind(fit)}`}>{fitWords(fit, text)}</span>
}

export function StoryChip({ entry }: { readonly entry: PageStory }) {
  const text = useText()
  const kind = fitKind(entry.fit)
  const shown = entry.isWanting && kind === 'fits' ? 'under' : kind
  const words = storyWords(entry, text)
  return (
    <span className={`fit fit-${shown}`} title={words}>
      {words}
    </span>
  )
}
