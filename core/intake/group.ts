import { belongsTo, mayBeAnyones, saysHowToReach, signs } from './contacts'
import { labelOf, opensStory } from './labels'
import { headWordsOf } from './people'
import { splitHeads, type HeadingPart, type HeadRole } from './headParts'
import {
  closePhoto,
  closeStory,
  HEADS,
  hasText,
  noHeads,
  openStory,
  storyOrNew,
  TEXTS,
  type OpenPage,
} from './openPage'
import { isLine, roleAt } from './besides'
import { readPhoto } from './pictures'
import type { Draft } from './drafts'
import type { ReadRole } from './roles/chain'
import { endingOf, fold } from './characters'
import { SURE, type Notes } from './notes'
import { asKind, type Scrap } from './classify'
import type { DecisionKind } from './types'

const ORDER: readonly HeadRole[] = ['rubric', 'kicker', 'headline', 'deck']

/** Whether a head of this kind still belongs to the heads that are open. */
function goesOn(page: OpenPage, role: HeadRole): boolean {
  if (!page.story || page.ended || hasText(page) || page.rubric.length > 0) return false
  const below = ORDER.slice(ORDER.indexOf(role) + 1)
  return below.every((later) => page.heads[later].length === 0)
}

function readHead(page: OpenPage, role: HeadRole, part: HeadingPart): void {
  closePhoto(page)
  if (!goesOn(page, role)) openStory(page)
  page.heads[role].push(part)
}

function readRubric(page: OpenPage, scrap: Scrap): void {
  closeStory(page)
  page.rubric = [...page.rubric, scrap]
}

/** A box goes on until something else comes. After a story's end it is still that story's, unless a rubric has begun what comes. */
function readBox(page: OpenPage, label: Scrap | null, text: Scrap | null): void {
  const open = page.story && page.rubric.length === 0 ? page.story.body : page.boxes
  const last = open.at(-1)
  if (text && !label && last?.type === 'box') {
    last.box.texts.push(text)
    return
  }
  const type = (label && labelOf(label.folded)?.box) ?? 'note'
  open.push({ type: 'box', box: { type, label, texts: text ? [text] : [] } })
}

/** 开栏的话 under a finished text, with a head below it, is the next story's. */
function opensNextStory(page: OpenPage, label: Scrap, at: number): boolean {
  if (!hasText(page) || !opensStory(label.folded)) return false
  const next = page.roles.slice(at + 1).find(({ role }) => role !== 'boxText' && role !== 'boxLine')
  return next !== undefined && HEADS.has(next.role)
}

/** A commentator signs above the headline; so does whoever signs below a story that is signed already. */
function standsAboveHeadline({ story }: OpenPage, scrap: Scrap): boolean {
  const first = story?.body.find(({ type }) => type === 'text')
  const head = first?.type === 'text' ? headWordsOf(first.scrap.folded) : null
  const isSigned =
    (story?.bylines.length ?? 0) > 0 || (head !== null && head.byline[1] > head.byline[0])
  return !/^[（(]/u.test(scrap.text) && (/评论员|评论部|编辑部/u.test(scrap.folded) || isSigned)
}

function readByline(page: OpenPage, scrap: Scrap, at: number): void {
  const next = page.roles[at + 1]?.role
  if (!page.story || !hasText(page)) {
    if (page.story && page.rubric.length === 0) page.story.bylines.push(scrap)
    else page.bylines.push(scrap)
    return
  }
  if (next !== undefined && HEADS.has(next) && standsAboveHeadline(page, scrap)) {
    closeStory(page)
    page.bylines.push(scrap)
    return
  }
  page.story.bylines.push(scrap)
  if (next === undefined || !TEXTS.has(next)) page.ended = true
}

function readJump(page: OpenPage, scrap: Scrap): void {
  if (scrap.kind === 'jumpFrom') {
    if (page.story && !hasText(page) && !page.story.jumpFrom) page.story.jumpFrom = scrap
    else {
      if (page.jump) openStory(page)
      closeStory(page)
      page.jump = scrap
    }
    return
  }
  const story = storyOrNew(page, scrap)
  if (story.jumpTo) story.leftovers.push({ scrap, why: 'a second jump line on one story' })
  else story.jumpTo = scrap
  page.ended = true
}

function readText(page: OpenPage, scrap: Scrap): void {
  closePhoto(page)
  if (page.ended && page.story && scrap.lead) openStory(page)
  storyOrNew(page, scrap).body.push({ type: 'text', scrap })
}

/** Text that a box cut in mid-sentence goes on below it: what may be the box's or the text's is then the text's. */
function goesOnBelowBox({ story }: OpenPage, { confidence, other }: ReadRole): boolean {
  const [cut, last] = story?.body.slice(-2) ?? []
  if (last?.type !== 'box' || last.box.texts.length === 0 || cut?.type !== 'text') return false
  if (confidence >= SURE || !TEXTS.has(other.role)) return false
  return ['comma', 'open'].includes(endingOf(cut.scrap.text))
}

const TOLD: Readonly<Partial<Record<ReadRole['role'], readonly [DecisionKind, string]>>> = {
  furniture: ['furniture', 'a line is read as the page’s own, not a story’s'],
  headline: ['story', 'a heading is read as the headline of a new story'],
  subhead: ['subhead', 'a short line between paragraphs is read as a subhead'],
  rubric: ['rubric', 'a short line above headlines is read as a rubric'],
  kicker: ['headline', 'a line above the headline is read as its kicker'],
  deck: ['headline', 'a line below the headline is read as its deck'],
  caption: ['photo', 'a text beside a picture’s title or credit is read as its caption'],
  boxLabel: ['tip', 'a short line is read as the label of a box'],
}

function tell(
  { notes }: OpenPage,
  { no, kind, folded }: Scrap,
  { role, confidence, other }: ReadRole,
): void {
  const told = TOLD[role]
  // what says by itself that it is the page's needs no word
  const isKnown = role === 'furniture' && (kind === 'furniture' || saysHowToReach(folded))
  if (!told || isKnown) return
  const reading = { role, other: other.role, otherConfidence: other.confidence }
  notes.decide(told[0], [no], { reason: told[1], reading }, Math.min(0.99, confidence))
}

const ANYONES = {
  confidence: 0.6,
  reason:
    'a line may be the story’s above or the page’s own by its words: how to reach someone, or who signs',
  storys: ['paragraph', 'furniture'],
  pages: ['furniture', 'paragraph'],
} as const

/** Texts of a story that may have said how to reach someone: a notice is short. */
const LAST_TEXTS = 20

/** 地址：… below a notice is the notice's. Whosever it is taken for, it is told: its words do not say. */
function readFurniture(page: OpenPage, scrap: Scrap): void {
  const { heads, notes } = page
  // below a line of the house stand others of it
  const story = page.furniture.length === 0 ? page.story : null
  const asks = story && {
    heads: Object.values(heads).flatMap((parts) => parts.map(({ text }) => fold(text))),
    texts: story.body
      .slice(-LAST_TEXTS)
      .flatMap((piece) => (piece.type === 'text' ? [piece.scrap.folded] : [])),
  }
  const { folded, no } = scrap
  const isAsked =
    asks !== null && ((saysHowToReach(folded) && belongsTo(asks, folded)) || signs(asks, folded))
  const isStorys = isAsked && page.rubric.length === 0
  if (story && (isStorys || mayBeAnyones(folded))) {
    const [role, other] = isStorys ? ANYONES.storys : ANYONES.pages
    const reading = { role, other, otherConfidence: 1 - ANYONES.confidence }
    notes.decide('furniture', [no], { reason: ANYONES.reason, reading }, ANYONES.confidence)
  }
  if (isStorys) readText(page, asKind(scrap, 'text', true))
  else (page.story ? page.furniture : page.drafts).push({ kind: 'furniture', scrap })
}

function place(page: OpenPage, scrap: Scrap, at: number): void {
  const read = roleAt(page, at)
  if (isLine(page, scrap, at, read.role)) return readText(page, scrap)
  tell(page, scrap, read)
  const { role } = read
  switch (role) {
    case 'furniture':
      return readFurniture(page, scrap)
    case 'rubric':
      return readRubric(page, scrap)
    case 'headlineRest':
      return readHead(page, 'headline', scrap)
    case 'kicker':
    case 'headline':
    case 'deck':
    case 'kickerHeadline':
    case 'headlineDeck':
      for (const [own, part] of splitHeads(role, scrap)) readHead(page, own, part)
      return
    case 'byline':
    case 'signature':
      return readByline(page, scrap, at)
    case 'subhead':
      closePhoto(page)
      storyOrNew(page, scrap).body.push({ type: 'subhead', scrap })
      return
    case 'paragraph':
    case 'section':
    case 'brief':
      return readText(page, scrap)
    case 'verse':
      return readText(page, asKind(scrap, scrap.kind, true))
    case 'boxLabel':
      closePhoto(page)
      if (opensNextStory(page, scrap, at)) closeStory(page)
      return readBox(page, scrap, null)
    case 'boxText':
    case 'boxLine':
      if (goesOnBelowBox(page, read)) return readText(page, scrap)
      closePhoto(page)
      return readBox(page, null, scrap)
    case 'title':
    case 'caption':
    case 'credit':
      return readPhoto(page, role, scrap, at)
    case 'jump':
      closePhoto(page)
      return readJump(page, scrap)
  }
}

/** Sorts a page's scraps by their roles into stories, pictures and furniture, in page order. Every scrap lands in exactly one draft. */
export function groupPage(
  scraps: readonly Scrap[],
  roles: readonly ReadRole[],
  notes: Notes,
): readonly Draft[] {
  const page: OpenPage = {
    scraps,
    roles,
    notes,
    drafts: [],
    story: null,
    heads: noHeads(),
    photo: null,
    ended: false,
    rubric: [],
    boxes: [],
    jump: null,
    bylines: [],
    furniture: [],
  }
  scraps.forEach((scrap, at) => place(page, scrap, at))
  closePhoto(page)
  const isWaiting = page.rubric.length + page.bylines.length > 0 || page.jump !== null
  if (isWaiting || (page.boxes.length > 0 && !page.story)) openStory(page)
  page.story?.body.push(...page.boxes)
  closeStory(page)
  return page.drafts
}
