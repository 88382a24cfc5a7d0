/** The lines of a headline group, 署名 apart. */
import type { Role } from '../../../core/intake/roles/role'

export const HEAD_GROUP: ReadonlySet<Role> = new Set([
  'kicker',
  'headline',
  'headlineRest',
  'deck',
  'kickerHeadline',
  'headlineDeck',
])
