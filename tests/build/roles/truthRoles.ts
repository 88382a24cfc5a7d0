/** The roles of a page's scraps by its truth: what the weights of core/intake/roles are fitted to. */
import type { Scrap } from '../../../core/intake/classify'
import { headWordsOf } from '../../../core/intake/people'
import { isLong } from '../../../core/intake/roles/lineTraits'
import { scrapsOf } from '../../../core/intake/scraps'
import { splitLines } from '../../../core/intake/lines'
import { makeNotes } from '../../../core/intake/notes'
import { unwrapLines } from '../../../core/intake/unwrap'
import type { ImportedItem } from '../../../core/intake'
import type { Role } from '../../../core/intake/roles/role'
import { bare } from '../intakeScore'

export const scrapsIn = (raw: string): readonly Scrap[] =>
  scrapsOf(unwrapLines(splitLines(raw).lines, makeNotes()))

interface Part {
  readonly role: Role
  readonly text: string
  isUsed: boolean
}

function partsOf(items: readonly ImportedItem[]): readonly Part[] {
  const parts: Part[] = []
  const add = (role: Role, text: string | undefined): void => {
    const own = bare(text)
    if (own !== '') parts.push({ role, text: own, isUsed: false })
  }
  const addPhoto = (photo: { title?: string; caption: string; credit?: string }): void => {
    add('title', photo.title)
    for (const caption of photo.caption.split('\n')) add('caption', caption)
    add('credit', photo.credit)
  }
  for (const item of items) {
    if (item.kind === 'furniture') {
      add('furniture', item.text)
    } else if (item.kind === 'photo') {
      add('rubric', item.rubric)
      addPhoto(item)
    } else {
      if (item.rubricShared !== true) add('rubric', item.rubric)
      add('jump', item.markerFrom)
      add('kicker', item.kicker)
      add('headline', item.headline)
      add('deck', item.deck)
      add('byline', item.byline)
      const texts = item.blocks.filter(({ type }) => type === 'paragraph')
      let text: Role = texts.length === 1 ? 'brief' : 'paragraph'
      for (const block of item.blocks) {
        if (block.type === 'subhead') text = 'section'
        if (block.type === 'continuation') {
          add('jump', block.to)
          add('jump', block.from)
        } else {
          add('boxLabel', block.label)
          const box = block.type === 'readingTip' || block.type === 'editorNote'
          add(box ? 'boxText' : block.type === 'subhead' ? 'subhead' : text, block.text)
        }
      }
      for (const photo of item.photos) addPhoto(photo)
      for (const { text: rest } of item.unplaced ?? []) add('paragraph', rest)
      add('jump', item.marker)
    }
  }
  return parts
}

/** Of several parts on one line the one that says what the line is. */
const MAIN: readonly Role[] = [
  'paragraph',
  'section',
  'brief',
  'boxText',
  'caption',
  'headline',
  'subhead',
  'deck',
  'kicker',
  'boxLabel',
]

const TEXTS: ReadonlySet<Role> = new Set(['paragraph', 'section', 'brief', 'verse'])
const HEADS: ReadonlySet<Role> = new Set([
  'rubric',
  'kicker',
  'headline',
  'kickerHeadline',
  'headlineDeck',
])
const LEAST = 10
/** As much of a byline as tells it. */
const NAMED = 3
const LONG = 30

interface Near {
  readonly part: Part
  readonly at: number
}

const isText = ({ part }: Near): boolean => TEXTS.has(part.role)

/** The text that a piece with a 电头 begins: by its words after it, or where these are cut short too, the text that comes next. */
function textUnderLead(scrap: Scrap, near: readonly Near[]): Near | undefined {
  const words = scrap.lead ? headWordsOf(scrap.folded) : null
  if (words === null) return undefined
  const rest = bare(scrap.folded.slice(words.byline[1]))
  if (rest === '') return undefined
  const begun = near.filter(isText).find(({ part }) => part.text.startsWith(rest))
  if (begun) return begun
  const names = rest.slice(0, NAMED)
  const signed = near.find(({ part }) => part.role === 'byline' && part.text.startsWith(names))
  return (
    signed && [...near].sort((a, b) => a.at - b.at).find((one) => one.at > signed.at && isText(one))
  )
}

/** Each scrap's role by the nearest part, in page order, that is, holds or lies in its text. */
export function truthRoles(
  scraps: readonly Scrap[],
  items: readonly ImportedItem[],
): readonly Role[] {
  const parts = partsOf(items)
  let last = 0
  let afterText = false
  const roleOf = (scrap: Scrap): Role => {
    if (scrap.kind === 'jumpTo' || scrap.kind === 'jumpFrom') return 'jump'
    const text = bare(scrap.text)
    const near = parts
      .map((part, at) => ({ part, at }))
      .sort((a, b) => Math.abs(a.at - last) - Math.abs(b.at - last))
    const exact =
      near.find(({ part }) => part.text === text && !part.isUsed) ??
      near.find(({ part }) => part.text === text)
    const lead = exact === undefined ? textUnderLead(scrap, near) : undefined
    const inside = near.filter(({ part }) => part.text.length >= 2 && text.includes(part.text))
    const rank = (role: Role): number => (MAIN.includes(role) ? MAIN.indexOf(role) : MAIN.length)
    const probe = text.slice(0, LEAST)
    const found =
      exact ??
      lead ??
      (text.length >= 2 ? near.find(({ part }) => part.text.includes(text)) : undefined) ??
      // with its 电头 or 署名 the text is longer than its part
      (text.length >= LONG
        ? near.find(
            ({ part }) =>
              part.text.includes(probe) || part.text.includes(text.slice(-2 * LEAST, -LEAST)),
          )
        : undefined) ??
      [...inside].sort((a, b) => rank(a.part.role) - rank(b.part.role))[0] ??
      near.find(({ part }) => part.text.length >= LEAST && text.includes(part.text.slice(0, LEAST)))
    if (text === '') return 'paragraph'
    // the last character of a cut paragraph
    if (!found) return text.length <= 2 ? 'paragraph' : 'furniture'
    const { part } = found
    last = found.at
    const roles = new Set(inside.map((one) => one.part.role))
    const isAgain = part.isUsed
    part.isUsed = true
    if (exact === undefined && part.role === 'headline' && roles.has('kicker'))
      return 'kickerHeadline'
    if (exact === undefined && part.role === 'headline' && roles.has('deck')) return 'headlineDeck'
    if (part.role === 'headline' && isAgain) return 'headlineRest'
    if (TEXTS.has(part.role) && exact !== undefined && scrap.kind === 'heading') return 'verse'
    if (part.role === 'byline' && afterText) return 'signature'
    if (part.role === 'boxText' && !isLong(scrap)) return 'boxLine'
    return part.role
  }
  return scraps.map((scrap) => {
    const role = roleOf(scrap)
    if (TEXTS.has(role)) afterText = true
    else if (HEADS.has(role)) afterText = false
    return role
  })
}
