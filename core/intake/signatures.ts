import { beginsWithFamilyName } from './people'
import { isSidebarLabel, rubricWords } from './labels'
import type { Scrap } from './classify'

/**
 * Pen names and names with a unit before them have no form of their own. What shows them is their place,
 * between a headline and its text, and that the page signs its other stories in the same shape.
 */

type Shape = 'bullet' | 'unit' | 'bare'

interface Candidate {
  readonly at: number
  readonly shape: Shape
  /** Shapes are told apart by it: the bullet, or nothing. */
  readonly mark: string
  readonly name: string
}

const NAME = '(?:\\p{Script=Han}{2,4}|\\p{Script=Han} \\p{Script=Han})'
const BULLETED = new RegExp(`^([□■◎○●▲△★☆◆◇♦▶►]) ?(${NAME}(?:[ 、]${NAME}){0,3})$`, 'u')
/** 土木2034级 甲, 三年级二班 乙: where an author belongs, and the name. */
const WITH_UNIT =
  /^(?=[^ ]*(?:\d|级|班|系|院|校|部|处|室|厂|队|所|站|局|镇|乡|村|县|市))[\p{Script=Han}\d（）()]{2,16} (\p{Script=Han}{2,4})$/u
const BARE = new RegExp(`^${NAME}$`, 'u')
const LEAST_TEXT = 10
/** 栏目, 引题, 主题: more headings above a name are lines of verse. */
const MOST_HEADS = 3

const candidateAt = (scraps: readonly Scrap[], at: number): Candidate | null => {
  const [above, scrap, below] = [scraps[at - 1], scraps[at], scraps[at + 1]]
  if (scrap?.kind !== 'heading' && scrap?.kind !== 'byline') return null
  if (above?.kind !== 'heading' || !below || below.kind === 'byline') return null
  const bulleted = BULLETED.exec(scrap.folded)
  if (bulleted) return { at, shape: 'bullet', mark: bulleted[1] ?? '', name: bulleted[2] ?? '' }
  if (scrap.kind === 'byline') return null
  const unit = WITH_UNIT.exec(scrap.folded)
  if (unit) return { at, shape: 'unit', mark: '', name: unit[1] ?? '' }
  const isAboveText =
    (below.kind === 'text' && !below.lead) ||
    (below.kind === 'heading' && below.width >= LEAST_TEXT)
  if (!BARE.test(scrap.folded) || !isAboveText) return null
  const run = scraps.slice(Math.max(0, at - MOST_HEADS - 1), at)
  if (run.length > MOST_HEADS && run.every(({ kind }) => kind === 'heading')) return null
  if (rubricWords(scrap.folded) > 0 || isSidebarLabel(scrap.folded)) return null
  return { at, shape: 'bare', mark: '', name: scrap.folded }
}

/** Do the candidates of one shape sign? Several do where each stands so, or a family name says it. */
function isHabit(own: readonly Candidate[], scraps: readonly Scrap[]): boolean {
  const [first] = own
  if (!first) return false
  if (first.shape === 'bullet') {
    const places = scraps.filter(({ text }) => text.startsWith(first.mark)).length
    return places === own.length
  }
  const known = own.filter(({ name }) => beginsWithFamilyName(name)).length
  return first.shape === 'unit' ? known > 0 || own.length > 1 : own.length > 1 && known > 0
}

/** Lines that sign a story in a shape the page uses for it are told: as bylines, a name alone as such. */
export function tellSignatures(scraps: readonly Scrap[]): readonly Scrap[] {
  const groups = new Map<string, Candidate[]>()
  scraps.forEach((_, at) => {
    const one = candidateAt(scraps, at)
    if (!one) return
    const key = one.shape + one.mark
    groups.set(key, [...(groups.get(key) ?? []), one])
  })
  const told = new Map<number, Shape>()
  for (const own of groups.values())
    if (isHabit(own, scraps)) for (const { at, shape } of own) told.set(at, shape)
  if (told.size === 0) return scraps
  return scraps.map((scrap, at) => {
    const shape = told.get(at)
    if (!shape) return scrap
    return shape === 'bare' ? { ...scrap, bareNames: true } : { ...scrap, kind: 'byline' }
  })
}
