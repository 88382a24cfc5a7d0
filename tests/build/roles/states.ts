/** The states of the chain that a page's roles stand for. */
import { INSETS, ROLES, type Role } from '../../../core/intake/roles/role'
import { HEAD_GROUP } from './headGroup'

/** Where in its story an inset stands, in the order in which STATES repeats them. */
const [ANYWHERE, UNDER_SUBHEAD, ABOVE_TEXT] = [0, 1, 2]

const isInset = (role: Role): role is (typeof INSETS)[number] =>
  (INSETS as readonly Role[]).includes(role)

function placeBelow(role: Role): number {
  if (role === 'subhead' || role === 'section') return UNDER_SUBHEAD
  return HEAD_GROUP.has(role) || role === 'byline' ? ABOVE_TEXT : ANYWHERE
}

/** Indexes into STATES: a box or a picture is in the state that says where in its story it stands. */
export function statesOf(roles: readonly Role[]): readonly number[] {
  let place = ANYWHERE
  return roles.map((role) => {
    if (isInset(role) && place !== ANYWHERE)
      return ROLES.length + (place - 1) * INSETS.length + INSETS.indexOf(role)
    if (!isInset(role)) place = placeBelow(role)
    return ROLES.indexOf(role)
  })
}
