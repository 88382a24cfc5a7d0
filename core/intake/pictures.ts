import { closePhoto, TEXTS, type Desk, type OpenPhoto } from './desk'
import type { HeadingPart } from './headParts'
import type { Scrap } from './classify'

/** Titles, captions and credits of a page, gathered to pictures. */

function photoOrNew(desk: Desk): OpenPhoto {
  if (desk.photo) return desk.photo
  desk.photo = photoUnder(desk.rubric)
  desk.rubric = []
  return desk.photo
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
function isTitled(desk: Desk, at: number): boolean {
  const { story, roles } = desk
  if (!story || story.body.length > 0 || story.bylines.length > 0) return false
  if (story.jumpFrom || story.jumpTo || story.leftovers.length > 0) return false
  let next = at
  while (roles[next]?.role === 'caption' || roles[next]?.role === 'credit') next += 1
  const below = roles[next]?.role
  return below === undefined || !(TEXTS.has(below) || below === 'byline' || below === 'subhead')
}

function takeTitle(desk: Desk): void {
  const { story, heads } = desk
  if (!story) return
  desk.photo ??= photoUnder(story.headings.rubric)
  desk.photo.title.push(...heads.kicker, ...heads.headline, ...heads.deck)
  desk.story = null
}

export function readPhoto(
  desk: Desk,
  role: 'title' | 'caption' | 'credit',
  scrap: Scrap,
  at: number,
): void {
  if (desk.photo && beginsPhoto(desk.photo, role)) closePhoto(desk)
  if (role === 'caption' && isTitled(desk, at)) takeTitle(desk)
  const open = photoOrNew(desk)
  if (role === 'title') open.title.push(scrap)
  else if (role === 'caption') open.captions.push(scrap)
  else open.credit = scrap
}
