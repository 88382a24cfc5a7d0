/** The story that the panels beside the page show: the caret's, else the chosen frame's. */
import type { Story } from '../../core/model/edition'
import { useBeside, useSettled } from './context'
import { storiesOnPage, type PageStory } from './pageStories'

export interface StoryInHand {
  readonly story: Story | undefined
  readonly entry: PageStory | undefined
  /** The stories of the page in front. */
  readonly here: readonly PageStory[]
}

export function useStoryInHand(): StoryInHand {
  const { snapshot, display, selection } = useSettled()
  const chosen = useBeside((state) => state.frame)
  const page = useBeside((state) => state.page)
  const { edition } = snapshot
  const frame = chosen === null ? undefined : edition.frames[chosen]
  const id = selection?.story ?? (frame && frame.kind !== 'rule' ? frame.story : null)
  const here = storiesOnPage(edition, display, page)
  return {
    story: id === null ? undefined : edition.stories[id],
    entry: here.find(({ story }) => story.id === id),
    here,
  }
}
