import type { StoryFit } from '../../core/compose'
import { useText } from '../i18n'
import { fitKind, fitWords } from './pageStories'

/** How a story fits, in the words that stand for it everywhere. */
export function FitChip({ fit }: { readonly fit: StoryFit | null }) {
  const text = useText()
  return <span className={`fit fit-${fitKind(fit)}`}>{fitWords(fit, text)}</span>
}
