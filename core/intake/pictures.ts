/** Titles, captions and credits of a page, gathered to pictures. */
import { closePhoto, TEXTS, type OpenPage, type OpenPhoto } from './openPage'
import type { HeadingPart } from './headParts'
import type { Scrap } from './classify'

function photoOrNew(page: OpenPage): OpenPhoto {
  if (page.photo) return page.photo
  page.photo = photoUnder(page.rubric)
  page.rubric = []
  return page.photo
}

const photoUnder = (rubric: readonly HeadingPart[]): OpenPhoto => ({
  ...{ kind: 'photo', rubric, title: [], captions: [], credit: null },
})

/** Whether a part is that of another picture: this one is whole, or has its own. */
function beginsPhoto(photo: OpenPhoto, role: 'title' | 'caption' | 'credit'): boolean {
  if (role === 'credit') return photo.credit !== null
  const isWhole = photo.credit !== null || (photo.captions.at(-1)?.creditAt ?? -1) >= 0
  return photo.captions.length > 0 && (isWhole || role === 'title')
}

/** Heads over a caption that no text follows are the title of the picture. */
function isTitled(page: OpenPage, at: number): boolean {
  const { story, roles } = page
  if (!story || story.body.length > 0 || story.bylines.length > 0) return false
  if (story.jumpFrom || story.jumpTo || story.leftovers.length > 0) return false
  let next = at
  while (roles[next]?.role === 'caption' || roles[next]?.role === 'credit') next += 1
  const below = roles[next]?.role
  return below === undefined || !(TEXTS.has(below) || below === 'byline' || below === 'subhead')
}

function takeTitle(page: OpenPage): void {
  const { story, heads } = page
  if (!story) return
  page.photo ??= photoUnder(story.headings.rubric)
  page.photo.title.push(...heads.kicker, ...heads.headline, ...heads.deck)
  page.story = null
}

export function readPhoto(
  page: OpenPage,
  role: 'title' | 'caption' | 'credit',
  scrap: Scrap,
  at: number,
): void {
  if (page.photo && beginsPhoto(page.photo, role)) closePhoto(page)
  if (role === 'caption' && isTitled(page, at)) takeTitle(page)
  const open = photoOrNew(page)
  if (role === 'title') open.title.push(scrap)
  else if (role === 'caption') open.captions.push(scrap)
  else open.credit = scrap
}
