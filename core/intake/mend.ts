import { joinTexts } from './characters'
import { assign } from './assignment'
import { candidatesOf, type Candidate } from './candidates'
import { groundsOf } from './reasons'
import { piecesOf, type TextPiece } from './pieces'
import { cutEcho, seamOf, type Cut } from './echo'
import { isCutOff } from './openEnd'
import { beginsWithCloser } from './seam'
import type { PageWords } from './evidence'
import type { Notes } from './notes'
import type { PhotoDraft, Piece, StoryDraft } from './drafts'

/** Mends the paragraphs of a page: cut at column ends, around boxes and pictures, or with a character printed twice. */

export interface Fragment {
  readonly text: string
  readonly no: number
}

export interface MendedText {
  readonly type: 'paragraph' | 'subhead' | 'readingTip' | 'editorNote'
  readonly label: string | null
  fragments: Fragment[]
}

export type MendedBlock = MendedText | { readonly type: 'photo'; readonly photo: PhotoDraft }

export interface Surplus {
  readonly text: string
  readonly why: string
}

export interface MendedStory {
  readonly blocks: readonly MendedBlock[]
  /** Characters that stood twice at a break, and pieces that begin with a closing mark and continue nothing for certain. */
  readonly surplus: readonly Surplus[]
  /** Line of the last paragraph's end when the story stops in mid-sentence. */
  readonly openEnd: number | null
}

export interface MendContext {
  readonly words: PageWords
  readonly indented: boolean
  /** True when the page sets blank lines between its paragraphs. */
  readonly spaced: boolean
  readonly notes: Notes
}

/** Confidence from which a join is made, and from which one that is not made is offered. */
const JOIN = 0.6
const OFFER = 0.35

interface Join {
  readonly candidate: Candidate
  readonly confidence: number
}

interface Bench {
  readonly context: MendContext
  readonly pieces: readonly TextPiece[]
  /** The join that leads to a piece, and the one that leads on from it. */
  readonly into: ReadonlyMap<number, Join>
  readonly onward: ReadonlyMap<number, Join>
  readonly surplus: Map<StoryDraft, Surplus[]>
}

const confidenceOf = (odds: number): number => 1 / (1 + Math.exp(-odds))

/** A chain of more pieces is no paragraph of a newspaper. */
const LONGEST_CHAIN = 1000

/** Would a join make the piece continue itself? Only one that leads back to an earlier piece can. */
function closesCircle({ left, right }: Candidate, into: ReadonlyMap<number, Join>): boolean {
  if (left < right) return false
  let root = left
  for (let steps = 0; steps < LONGEST_CHAIN; steps++) {
    if (root === right) return true
    const join = into.get(root)
    if (!join) return false
    root = join.candidate.left
  }
  return true
}

/** The joins that hold, none of which leads round in a circle: those that lead back come last. */
function joinsOf(candidates: readonly Candidate[]): Pick<Bench, 'into' | 'onward'> {
  const into = new Map<number, Join>()
  const onward = new Map<number, Join>()
  const chosen = assign(candidates)
  const isBack = ({ edge }: { readonly edge: Candidate }): boolean => edge.left > edge.right
  const inOrder = [...chosen.filter((one) => !isBack(one)), ...chosen.filter(isBack)]
  for (const { edge, margin } of inOrder) {
    const confidence = confidenceOf(Math.min(edge.odds, margin))
    if (confidence < JOIN || closesCircle(edge, into)) continue
    into.set(edge.right, { candidate: edge, confidence })
    onward.set(edge.left, { candidate: edge, confidence })
  }
  return { into, onward }
}

const tellJoin = (bench: Bench, { candidate, confidence }: Join, cut: Cut): void => {
  const { pieces, context } = bench
  const [left, right] = [pieces[candidate.left], pieces[candidate.right]] as [TextPiece, TextPiece]
  const lines = [left.scrap.no, right.scrap.no]
  const seam = seamOf(left, right, cut)
  const grounds = groundsOf(candidate.because)
  context.notes.decide(candidate.kind, lines, grounds, confidence, seam)
  const echoed = cut.aside.right + cut.aside.left
  if (echoed === '') return
  const why = `printed twice at the break between lines ${lines.join(' and ')}; the joined sentence has it once`
  surplusOf(bench, right.story).push({ text: echoed, why })
  context.notes.doubt(
    'echo',
    right.scrap.no,
    `Line ${right.scrap.no}: “${echoed}” stood twice at a column break and was set aside; check the sentence against the page.`,
    { action: 'split', ...seam, confidence, ...grounds },
  )
}

const surplusOf = ({ surplus }: Bench, story: StoryDraft): Surplus[] => {
  const own = surplus.get(story) ?? []
  surplus.set(story, own)
  return own
}

/** The piece at `at` and all that continue it. */
function chainFrom(bench: Bench, at: number): Fragment[] {
  const { scrap } = bench.pieces[at] as TextPiece
  const fragments: Fragment[] = [{ text: scrap.text, no: scrap.no }]
  for (let join = bench.onward.get(at); join; join = bench.onward.get(join.candidate.right)) {
    const next = (bench.pieces[join.candidate.right] as TextPiece).scrap
    const last = fragments[fragments.length - 1] as Fragment
    const cut = cutEcho(bench.context.words, last.text, next.text, join.candidate.kind === 'echo')
    tellJoin(bench, join, cut)
    fragments[fragments.length - 1] = { ...last, text: cut.left }
    fragments.push({ text: cut.right, no: next.no })
  }
  return fragments
}

/** The likeliest join that was not made, when it is worth a look. */
function offer(
  bench: Bench,
  piece: TextPiece,
  own: readonly Candidate[],
): { readonly candidate: Candidate; readonly confidence: number } | null {
  let best: Candidate | null = null
  for (const one of own) if (best === null || one.odds > best.odds) best = one
  if (best === null) return null
  const isTaken = bench.onward.has(best.left)
  const confidence = Math.min(JOIN - 0.01, confidenceOf(best.odds))
  return isTaken || confidence < OFFER ? null : { candidate: best, confidence }
}

/** A piece that continues nothing for certain: it begins a paragraph, or stays unplaced when none begins so. */
function leaveApart(bench: Bench, piece: TextPiece, own: readonly Candidate[]): MendedText | null {
  const { scrap, story } = piece
  const { notes } = bench.context
  const offered = offer(bench, piece, own)
  const left = offered ? (bench.pieces[offered.candidate.left] as TextPiece) : null
  const doubt =
    offered && left
      ? ({
          action: 'join',
          ...seamOf(left, piece),
          confidence: Math.round(offered.confidence * 100) / 100,
          ...groundsOf(offered.candidate.because),
        } as const)
      : undefined
  if (beginsWithCloser(scrap.text)) {
    const why = `a fragment at line ${scrap.no} that begins with a closing mark and continues no paragraph of this page for certain`
    const maybe = left ? `, perhaps line ${left.scrap.no}` : ''
    const text = joinTexts(chainFrom(bench, piece.at).map((fragment) => fragment.text))
    surplusOf(bench, story).push({ text, why })
    notes.doubt(
      'unplaced',
      scrap.no,
      `Line ${scrap.no}: this fragment continues no paragraph for certain${maybe}; put it in its place by hand.`,
      doubt,
    )
    return null
  }
  if (doubt && left) {
    notes.doubt(
      'join',
      scrap.no,
      `Line ${scrap.no} may continue line ${left.scrap.no} (confidence ${doubt.confidence}): ${doubt.reason}; join the paragraphs by hand if it does.`,
      doubt,
    )
  }
  return { type: 'paragraph', label: null, fragments: chainFrom(bench, piece.at) }
}

function openEndOf(blocks: readonly MendedBlock[], story: StoryDraft): number | null {
  const paragraphs = blocks.flatMap((block) =>
    block.type === 'paragraph' ? [block.fragments] : [],
  )
  const last = paragraphs.at(-1)
  const end = last?.at(-1)
  if (last === undefined || end === undefined || story.jumpTo) return null
  const scrap = story.body.findLast((piece) => piece.type === 'text')?.scrap
  if (scrap?.no === end.no && (scrap.signed || scrap.single)) return null
  const words = (fragments: readonly Fragment[]): string =>
    joinTexts(fragments.map(({ text }) => text))
  const above = paragraphs.at(-2)
  return isCutOff(words(last), above && words(above)) ? end.no : null
}

const BLANK_LINE: MendedText = { type: 'paragraph', label: null, fragments: [] }

/** Lines of verse below others with more white above than these have: a blank line parts their stanzas. */
function stanzaBreaks({ body }: StoryDraft): ReadonlySet<Piece> {
  const isLine = (part: Piece | undefined): boolean => part?.type === 'text' && part.scrap.single
  const below = body.filter((part, at) => isLine(part) && isLine(body[at - 1]))
  const gapOf = (part: Piece): number => (part.type === 'text' ? part.scrap.gap : 0)
  const usual = below.reduce((least, part) => Math.min(least, gapOf(part)), Infinity)
  return new Set(below.filter((part) => gapOf(part) > usual))
}

/**
 * Joins what belongs together and says why, over all stories of the page at once. A join below
 * confidence 0.6 is not made but offered as a doubt. Linear in the text: judgements read bounded heads
 * and tails, and hold a piece against a bounded number of others.
 */
export function mendPage(
  stories: readonly StoryDraft[],
  context: MendContext,
): ReadonlyMap<StoryDraft, MendedStory> {
  const pieces = piecesOf(stories, context.indented)
  const candidates = candidatesOf(pieces, context)
  const bench: Bench = { context, pieces, ...joinsOf(candidates), surplus: new Map() }
  const offers = new Map<number, Candidate[]>()
  for (const one of candidates) {
    const own = offers.get(one.right)
    if (own) own.push(one)
    else offers.set(one.right, [one])
  }
  let at = 0
  const blockOf = (part: Piece): readonly MendedBlock[] => {
    switch (part.type) {
      case 'text': {
        const piece = pieces[at++] as TextPiece
        if (bench.into.has(piece.at)) return []
        const block = leaveApart(bench, piece, offers.get(piece.at) ?? [])
        return block ? [block] : []
      }
      case 'subhead':
        return [{ type: 'subhead', label: null, fragments: [part.scrap] }]
      case 'photo':
        return [{ type: 'photo', photo: part.photo }]
      case 'box': {
        const { label, texts, type } = part.box
        const above = texts.slice(0, -1).map(({ text, no }) => ({ text, no }))
        const chain = texts.length > 0 ? chainFrom(bench, at++) : []
        const name = type === 'tip' ? 'readingTip' : 'editorNote'
        return [{ type: name, label: label?.text ?? null, fragments: [...above, ...chain] }]
      }
    }
  }
  const blocks = new Map(
    stories.map((story) => {
      const begins = stanzaBreaks(story)
      const own = story.body.flatMap((part) =>
        begins.has(part) ? [BLANK_LINE, ...blockOf(part)] : blockOf(part),
      )
      return [story, own]
    }),
  )
  return new Map(
    [...blocks].map(([story, own]) => [
      story,
      { blocks: own, surplus: bench.surplus.get(story) ?? [], openEnd: openEndOf(own, story) },
    ]),
  )
}
