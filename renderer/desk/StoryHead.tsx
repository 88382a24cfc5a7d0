import type { ReactNode } from 'react'
import type { Story } from '../../core/model/edition'
import type { PageStory } from './pageStories'
import { StoryChip } from './FitChip'

/** Letter, title and fit of the story in a panel. */
export function StoryHead(props: {
  readonly story: Story
  readonly entry: PageStory | undefined
  readonly children: ReactNode
}) {
  const { story, entry, children } = props
  const title = entry?.title ?? story.slug
  return (
    <div className="galley-head">
      <b>{entry?.letter}</b>
      <span className="galley-title" title={title}>
        {title}
      </span>
      {children}
      {entry !== undefined && <StoryChip entry={entry} />}
    </div>
  )
}
