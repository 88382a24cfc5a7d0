import { labelOf } from './labels'
import { headWordsOf } from './people'
import { splitHeads, type HeadingPart, type HeadRole } from './headParts'
import {
  closePhoto,
  closeStory,
  hasText,
  noHeads,
  openStory,
  storyOrNew,
  TEXTS,
  type Desk,
} from './desk'
import { readPhoto } from './pictures'
import type { Draft, Piece } from './drafts'
import type { ReadRole } from './roles/chain'
import type { Notes } from './notes'
import type { Scrap } from './classify'
import type { DecisionKind } from './types'

const ORDER: readonly HeadRole[] = ['rubric', 'kicker', 'headline', 'deck']

/** Whether a head of this kind still belongs to the heads that are open. */
function goesOn(desk: Desk, role: HeadRole): boolean {
  if (!desk.story || desk.ended || hasText(desk) || desk.rubric.length > 0) return false
  const below = ORDER.slice(ORDER.indexOf(role) + 1)
  return below.every((later) => desk.heads[later].length === 0)
}

function readHead(desk: Desk, role: HeadRole, part: HeadingPart): void {
  closePhoto(desk)
  if (!goesOn(desk, role)) openStory(desk)
  desk.heads[role].push(part)
}

function readRubric(desk: Desk, scrap: Scrap): void {
  closeStory(desk)
  desk.rubric = [...desk.rubric, scrap]
}

function readBox(desk: Desk, label: Scrap | null, text: Scrap | null): void {
  const last = (desk.story?.body ?? desk.boxes).at(-1) ?? desk.boxes.at(-1)
  if (text && !label && last?.type === 'box') {
    last.box.texts.push(text)
    return
  }
  const type = label === null ? 'tip' : (labelOf(label.folded)?.box ?? 'note')
  const piece: Piece = { type: 'box', box: { type, label, texts: text ? [text] : [] } }
  if (desk.story && !desk.ended && desk.rubric.length === 0) desk.story.body.push(piece)
  else desk.boxes.push(piece)
}

/** A commentator signs above the headline; so does whoever signs below a story that is signed already. */
function standsAboveHeadline({ story }: Desk, scrap: Scrap): boolean {
  const first = story?.body.find(({ type }) => type === 'text')
  const head = first?.type === 'text' ? headWordsOf(first.scrap.folded) : null
  const isSigned =
    (story?.bylines.length ?? 0) > 0 || (head !== null && head.byline[1] > head.byline[0])
  return !/^[（(]/u.test(scrap.text) && (/评论员|评论部|编辑部/u.test(scrap.folded) || isSigned)
}

const HEADS: ReadonlySet<string> = new Set([
  'rubric',
  'kicker',
  'headline',
  'kickerHeadline',
  'headlineDeck',
])

function readByline(desk: Desk, scrap: Scrap, at: number): void {
  const next = desk.roles[at + 1]?.role
  if (!desk.story || !hasText(desk)) {
    if (desk.story && desk.rubric.length === 0) desk.story.bylines.push(scrap)
    else desk.bylines.push(scrap)
    return
  }
  if (next !== undefined && HEADS.has(next) && standsAboveHeadline(desk, scrap)) {
    closeStory(desk)
    desk.bylines.push(scrap)
    return
  }
  desk.story.bylines.push(scrap)
  if (next === undefined || !TEXTS.has(next)) desk.ended = true
}

function readJump(desk: Desk, scrap: Scrap): void {
  if (scrap.kind === 'jumpFrom') {
    if (desk.story && !hasText(desk) && !desk.story.jumpFrom) desk.story.jumpFrom = scrap
    else {
      if (desk.jump) openStory(desk)
      closeStory(desk)
      desk.jump = scrap
    }
    return
  }
  const story = storyOrNew(desk, scrap)
  if (story.jumpTo) story.leftovers.push({ scrap, why: 'a second jump line on one story' })
  else story.jumpTo = scrap
  desk.ended = true
}

function readText(desk: Desk, scrap: Scrap): void {
  closePhoto(desk)
  if (desk.ended && desk.story && scrap.lead) openStory(desk)
  storyOrNew(desk, scrap).body.push({ type: 'text', scrap })
}

const TOLD: Readonly<Partial<Record<ReadRole['role'], readonly [DecisionKind, string]>>> = {
  headline: ['story', 'a heading is read as the headline of a new story'],
  subhead: ['subhead', 'a short line between paragraphs is read as a subhead'],
  rubric: ['rubric', 'a short line above headlines is read as a rubric'],
  kicker: ['headline', 'a line above the headline is read as its kicker'],
  deck: ['headline', 'a line below the headline is read as its deck'],
  caption: ['photo', 'a text beside a picture’s title or credit is read as its caption'],
  boxLabel: ['tip', 'a short line is read as the label of a box'],
}

function tell({ notes }: Desk, { no }: Scrap, { role, confidence, other }: ReadRole): void {
  const told = TOLD[role]
  if (!told) return
  const reading = { role, other: other.role, otherConfidence: other.confidence }
  notes.decide(told[0], [no], { reason: told[1], reading }, Math.min(0.99, confidence))
}

function place(desk: Desk, scrap: Scrap, at: number): void {
  const read = desk.roles[at] as ReadRole
  tell(desk, scrap, read)
  const { role } = read
  switch (role) {
    case 'furniture':
      ;(desk.story ? desk.furniture : desk.drafts).push({ kind: 'furniture', scrap })
      return
    case 'rubric':
      return readRubric(desk, scrap)
    case 'headlineRest':
      return readHead(desk, 'headline', scrap)
    case 'kicker':
    case 'headline':
    case 'deck':
    case 'kickerHeadline':
    case 'headlineDeck':
      for (const [own, part] of splitHeads(role, scrap)) readHead(desk, own, part)
      return
    case 'byline':
    case 'signature':
      return readByline(desk, scrap, at)
    case 'subhead':
      closePhoto(desk)
      storyOrNew(desk, scrap).body.push({ type: 'subhead', scrap })
      return
    case 'paragraph':
    case 'section':
    case 'brief':
      return readText(desk, scrap)
    case 'verse':
      return readText(desk, { ...scrap, single: true })
    case 'boxLabel':
      closePhoto(desk)
      return readBox(desk, scrap, null)
    case 'boxText':
    case 'boxLine':
      closePhoto(desk)
      return readBox(desk, null, scrap)
    case 'title':
    case 'caption':
    case 'credit':
      return readPhoto(desk, role, scrap, at)
    case 'jump':
      closePhoto(desk)
      return readJump(desk, scrap)
  }
}

/** Sorts a page's scraps by their roles into stories, pictures and furniture, in page order. Every scrap lands in exactly one draft. */
export function groupPage(
  scraps: readonly Scrap[],
  roles: readonly ReadRole[],
  notes: Notes,
): readonly Draft[] {
  const desk: Desk = {
    ...{
      scraps,
      roles,
      notes,
      drafts: [],
      story: null,
      heads: noHeads(),
      photo: null,
      ended: false,
    },
    ...{ rubric: [], boxes: [], jump: null, bylines: [], furniture: [] },
  }
  scraps.forEach((scrap, at) => place(desk, scrap, at))
  closePhoto(desk)
  const isWaiting = desk.rubric.length + desk.bylines.length > 0 || desk.jump !== null
  if (isWaiting || (desk.boxes.length > 0 && !desk.story)) openStory(desk)
  desk.story?.body.push(...desk.boxes)
  closeStory(desk)
  return desk.drafts
}
