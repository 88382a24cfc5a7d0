/** What the lines beside a scrap say of its role, where they know more than it was read by. */
import { HEADS, TEXTS, type OpenPage } from './openPage'
import { SURE_OWN } from './notes'
import { headsTable } from './tables'
import type { ReadRole } from './roles/chain'
import type { Scrap } from './classify'

const NO_LINE: ReadonlySet<string> = new Set([
  ...HEADS,
  ...['headlineRest', 'deck', 'byline', 'signature', 'subhead', 'boxLabel'],
])

const isSingle = (scrap: Scrap | undefined): boolean =>
  scrap !== undefined && scrap.single && scrap.kind === 'text'

/** A line that stands for itself among others that do, as one of verse, is no head, and goes on below another of its stanza. */
export function isLine(
  { story, scraps }: OpenPage,
  scrap: Scrap,
  at: number,
  role: string,
): boolean {
  const [above, below] = [scraps[at - 1], scraps[at + 1]]
  if (!isSingle(scrap) || !(isSingle(above) || isSingle(below)) || TEXTS.has(role)) return false
  const last = story?.body.at(-1)
  const goesOn = scrap.gap === 0 && last?.type === 'text' && last.scrap.no === above?.no
  return NO_LINE.has(role) || goesOn
}

const LINES: ReadonlySet<string> = new Set([...TEXTS, 'boxLine'])

/** The role next likely to the one a scrap was read by, in its place. */
const other = ({ role, confidence, other }: ReadRole): ReadRole => ({
  ...other,
  other: { role, confidence },
})

const isForeign = (scrap: Scrap | undefined): boolean =>
  scrap !== undefined && /[A-Za-z]{2}/u.test(scrap.text) && !/\p{Script=Han}/u.test(scrap.text)

/** Of a headline in two languages the line in Latin letters, right below the Chinese one, is the 副题. */
function roleOfTwo({ scraps, roles }: OpenPage, at: number): ReadRole['role'] | null {
  const isPair = (above: number): boolean =>
    !isForeign(scraps[above]) &&
    isForeign(scraps[above + 1]) &&
    scraps[above + 1]?.gap === 0 &&
    /^(?:kicker|headline)$/u.test(roles[above]?.role ?? '') &&
    roles[above + 1]?.role === 'headline'
  if (isPair(at)) return 'headline'
  return at > 0 && isPair(at - 1) ? 'deck' : null
}

/** How sure it is which of the two is the headline: each paper has its own way. */
const OF_TWO = 0.65

/** The role of a scrap, with what the lines beside it say besides. */
export function roleAt(page: OpenPage, at: number): ReadRole {
  const { scraps, roles, story, notes } = page
  const read = roles[at] as ReadRole
  const ofTwo = roleOfTwo(page, at)
  if (ofTwo !== null)
    return {
      role: ofTwo,
      confidence: OF_TWO,
      other: { role: read.role, confidence: 1 - OF_TWO },
    }
  if (LINES.has(read.role) && headsTable(scraps, at))
    return { ...other(read), role: HEADS.has(read.other.role) ? read.other.role : 'subhead' }
  const { no, kind } = scraps[at] as Scrap
  const isOwn = read.role !== 'furniture' || kind === 'furniture' || read.confidence >= SURE_OWN
  if (isOwn || !story || !TEXTS.has(read.other.role)) return read
  const reading = { role: read.other.role, other: read.role, otherConfidence: read.confidence }
  notes.decide('furniture', [no], { reason: STAYS, reading }, read.other.confidence)
  return other(read)
}

const STAYS = 'a line that could be the page’s own stays with the story above'
