/** What is dragged onto a page's stamp: another page, or a story to go on there. */
import type { PageId, StoryId } from '../../core/ids'

const PAGE = 'application/x-banxin-page'
const STORY = 'application/x-banxin-story'

export function dragPage(event: React.DragEvent, page: PageId, name: string): void {
  event.dataTransfer.effectAllowed = 'move'
  event.dataTransfer.setData(PAGE, page)
  event.dataTransfer.setData('text/plain', name)
}

export function dragStory(event: React.DragEvent, story: StoryId, title: string): void {
  event.dataTransfer.effectAllowed = 'all'
  event.dataTransfer.setData(STORY, story)
  event.dataTransfer.setData('text/plain', title)
}

/** While a drag is over something only its kind can be read. */
export const isOurs = ({ dataTransfer: { types } }: React.DragEvent): boolean =>
  types.includes(PAGE) || types.includes(STORY)

export const droppedPage = (event: React.DragEvent): string => event.dataTransfer.getData(PAGE)
export const droppedStory = (event: React.DragEvent): string => event.dataTransfer.getData(STORY)
