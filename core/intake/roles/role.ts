/**
 * What a scrap of a page is: its part in a story, a picture or the page. A paragraph is told by where it
 * stands, so that what comes after it knows: under a subhead (`section`), alone in its story (`brief`). Of
 * what stands in a box, short lines (`boxLine`) are told from running text (`boxText`).
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
  'boxLine',
  'title',
  'caption',
  'credit',
  'jump',
] as const

/** What interrupts a story: below it the text goes on under its subhead still, or a headline has yet to get its text. */
export const INSETS = ['boxLabel', 'boxText', 'boxLine', 'title', 'caption', 'credit'] as const

export type Role = (typeof ROLES)[number]

/** The states of the chain, as the roles they show: every role, and the insets again for where they interrupt a section, and for where they stand between a headline and its text. */
export const STATES: readonly Role[] = [...ROLES, ...INSETS, ...INSETS]
