import { beginsWithFamilyName } from './people'
import { isNotice, isSidebarLabel, rubricWords } from './labels'
import { isOwnSubhead } from './lookahead'
import type { Scrap } from './classify'

/**
 * Pen names, and names with an office before them, have no form of their own. What shows them is their
 * place, between a headline and its text, what they are not (a word of that text), and that the page
 * signs its other stories so. Each speaks with a weight; the sum decides.
 */

const NAME = '(?:\\p{Script=Han}{2,4}|\\p{Script=Han} \\p{Script=Han})'
const BARE = new RegExp(`^${NAME}$`, 'u')
const BULLETED = new RegExp(`^[□■◎○●▲△★☆◆◇♦▶►] ?${NAME}(?:[ 、]${NAME}){0,3}$`, 'u')
/** 土木2034级 甲, 三年级(2)班 乙, 营养师 丙, 热轧厂 丁: where or what an author is, and the name. */
const WITH_PLACE = /^(?:[\p{Script=Han}\d()]{2,16} ){1,2}\p{Script=Han}{2,4}$/u
const PLACE =
  /(?:级|班|车间|机关|工|部|干部|农民|系|院|校|部|处|室|科|厂|队|所|站|局|镇|乡|村|县|市|区|省|师|员|长|士|者|生|民|授|任|记|家|人|公司|集团|中学|小学|大学)$/u
/** Whoever writes to a paper: 一位母亲, 李女士, 老读者. */
const WRITER =
  /(?:小姐|先生|女士|大姐|大爷|大妈|奶奶|爷爷|阿姨|老师|母亲|父亲|妈妈|爸爸|读者|市民|网友|居民|村民|家长|同学|学生)$/u

/** Words that no name holds: 打水的人 is verse. */
const NO_NAME = /[的了在是不有着我你他她它很都就也又还没把被]/u

/** 栏目, 引题, 主题: more headings above a name are lines of verse. */
const MOST_HEADS = 3
const LEAST_TEXT = 10
const SHORT_HEAD = 7
const SHORT_DECK = 4
const SHORT_TITLE = 4
const SHORT_NAME = 3
const UNEVEN = 2
const TEXT_READ = 200

interface Line {
  readonly at: number
  /** The bullet before it, or nothing. */
  readonly bullet: string
  readonly weight: number
}

const isHeading = (scrap: Scrap | undefined): scrap is Scrap =>
  scrap?.kind === 'heading' && !isOwnSubhead(scrap)

/** Text, or a piece of text cut so short that it still looks like a heading, or verse. */
const isText = (scraps: readonly Scrap[], at: number): boolean => {
  const [below, next] = [scraps[at], scraps[at + 1]]
  if (below?.kind === 'text') return !below.lead
  if (!isHeading(below)) return false
  return (below.width >= LEAST_TEXT && next?.kind === 'text') || isVerse(scraps, at)
}

const LEAST_VERSES = 3
const LONGEST_VERSE = 20

const isVerse = (scraps: readonly Scrap[], at: number): boolean =>
  scraps.length >= at + LEAST_VERSES &&
  scraps
    .slice(at, at + LEAST_VERSES)
    .every((scrap) => isHeading(scrap) && scrap.width <= LONGEST_VERSE)

/** How a line's own words speak for a signature. */
function weighWords({ folded }: Scrap): number {
  if (WITH_PLACE.test(folded)) {
    const [name = '', place = ''] = folded.split(' ').reverse()
    const isPlace = PLACE.test(place.replace(/\([^)]*\)$/u, '')) || /[\d)]$|^\d{2,4}级/u.test(place)
    if (isPlace) return 2 + (beginsWithFamilyName(name) ? 1 : 0)
    // 机加车间 甲 is uneven, 稳就业 保民生 is not
    return place.length - name.length >= UNEVEN && name.length <= SHORT_NAME ? 0.5 : -3
  }
  if (WRITER.test(folded) && folded.length <= 6) return 2.5
  if (!BARE.test(folded) || NO_NAME.test(folded)) return -9
  const known = beginsWithFamilyName(folded) && folded.length <= 3
  return known ? 2.5 : folded.length <= 3 ? 1 : 0.5
}

/** The line at `at` as a signature, by all but the page's habit; null where none can stand. */
function lineAt(scraps: readonly Scrap[], at: number): Line | null {
  const [above, scrap] = [scraps[at - 1], scraps[at]]
  if (scrap?.kind !== 'heading' || scrap.isItem || !isHeading(above)) return null
  if (BULLETED.test(scrap.folded) && scraps[at + 1]?.kind !== 'byline')
    return { at, bullet: scrap.folded.slice(0, 1), weight: 1 }
  if (!isText(scraps, at + 1) || isSidebarLabel(scrap.folded) || isNotice(scrap.folded)) return null
  const first = headOf(scraps, at)
  const heads = at - first
  if (heads > MOST_HEADS && !isVerse(scraps, at + 1) && !WITH_PLACE.test(scrap.folded)) return null
  let weight = weighWords(scrap)
  const underRubric = rubricWords(above.folded) >= 1.5
  if (heads > MOST_HEADS) weight += standsOutOfVerse(scraps, at) ? 0 : -2
  else if (heads === 1) weight += underRubric ? -3 : above.width >= SHORT_HEAD ? 1 : -0.5
  else weight += (scraps[first] as Scrap).width <= above.width ? 1 : 0.5
  if (/[!?,:“《]/u.test(above.folded)) weight += 0.5
  // no 副题 is so short below a whole headline
  if (heads > 1 && scrap.width <= SHORT_DECK && above.width >= SHORT_HEAD) weight += 0.5
  if (rubricWords(scrap.folded) > 0) weight -= 2
  const text = (scraps[at + 1] as Scrap).text.slice(0, TEXT_READ)
  if (text.includes(scrap.text)) weight -= 2
  return { at, bullet: '', weight }
}

/** Between the verses of two poems a name is known by its place, or by being the shortest line around. */
function standsOutOfVerse(scraps: readonly Scrap[], at: number): boolean {
  const [above, scrap] = [scraps[at - 1] as Scrap, scraps[at] as Scrap]
  if (WITH_PLACE.test(scrap.folded)) return true
  if (scrap.width > SHORT_NAME) return false
  const near = [...scraps.slice(at - MOST_HEADS, at), ...scraps.slice(at + 1, at + 1 + MOST_HEADS)]
  return above.width <= SHORT_TITLE || near.every(({ width }) => width > scrap.width)
}

/** The first of the headings in a row above `at`, as far as a story has them. */
function headOf(scraps: readonly Scrap[], at: number): number {
  let first = at
  while (at - first <= MOST_HEADS && isHeading(scraps[first - 1])) first--
  return first
}

const CERTAIN = 2
const LIKELY = 1.6
/** Signatures elsewhere on the page make one likelier here. */
const PER_HABIT = 0.6
const MOST_HABIT = 1.2

/** Whoever stands so twice signs. */
const KNOWN = 2

function namesTwice(names: readonly string[]): ReadonlySet<string> {
  const seen = new Set<string>()
  return new Set(names.filter((name) => seen.size === seen.add(name).size))
}

/** Stories signed by a line of its own between headline and text. */
const signedStories = (scraps: readonly Scrap[]): number =>
  scraps.filter(
    (scrap, at) =>
      scrap.kind === 'byline' && scraps[at - 1]?.kind === 'heading' && isText(scraps, at + 1),
  ).length

/** How many scraps begin with each character, bylines aside. */
function beginnings(scraps: readonly Scrap[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { kind, text } of scraps) {
    if (kind === 'byline') continue
    const first = text.slice(0, 1)
    counts.set(first, (counts.get(first) ?? 0) + 1)
  }
  return counts
}

/** Bullets that sign: every line that has one could, otherwise it heads items or subheads. */
function signingBullets(scraps: readonly Scrap[], lines: readonly Line[]): ReadonlySet<string> {
  const own = new Map<string, number>()
  for (const { bullet } of lines) if (bullet) own.set(bullet, (own.get(bullet) ?? 0) + 1)
  const all = beginnings(scraps)
  return new Set([...own].filter(([bullet, count]) => all.get(bullet) === count).map(([b]) => b))
}

/** The scraps with the lines told that sign a story: as bylines, a name alone as such. */
export function tellSignatures(scraps: readonly Scrap[]): readonly Scrap[] {
  const lines = scraps.flatMap((_, at) => lineAt(scraps, at) ?? [])
  if (lines.length === 0) return scraps
  const certain = lines.filter(({ weight }) => weight >= CERTAIN).length + signedStories(scraps)
  const names = namesTwice(lines.map(({ at }) => (scraps[at] as Scrap).folded))
  const bullets = signingBullets(scraps, lines)
  const weights = new Map(lines.map(({ at, weight }) => [at, weight]))
  const told = new Set<number>()
  for (const { at, bullet, weight } of lines) {
    const others = certain - (weight >= CERTAIN ? 1 : 0)
    const isKnown = names.has((scraps[at] as Scrap).folded)
    const habit = Math.min(MOST_HABIT, others * PER_HABIT) + (isKnown ? KNOWN : 0)
    const signs = bullet === '' ? weight + habit >= LIKELY : bullets.has(bullet)
    const isOutweighed = (weights.get(at + 1) ?? -Infinity) > weight
    if (signs && !isOutweighed && !told.has(at - 1)) told.add(at)
  }
  return scraps.map((scrap, at) => (told.has(at) ? { ...scrap, kind: 'byline' } : scrap))
}
