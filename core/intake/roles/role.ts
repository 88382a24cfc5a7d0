/**
 * What a scrap of a page is: its part in a story, a picture or the page. A paragraph is told by where it
 * stands, so that what comes after it knows: under a subhead (`section`), alone in its story (`brief`).
 */
export const ROLES = [
  'furniture',
  'rubric',
  'kicker',
  'headline',
  'headlineRest',
  'deck',
  'kickerHeadline',
  'headlineDeck',
  'byline',
  'signature',
  'subhead',
  'paragraph',
  'section',
  'brief',
  'verse',
  'boxLabel',
  'boxText',
  'title',
  'caption',
  'credit',
  'jump',
] as const

export type Role = (typeof ROLES)[number]
