import { balanceOf, endingOf, joinBalances, joinTexts, widthOf, type Balance } from './characters'
import { echoLength, openEchoLength, weighSeam, type SeamLeft } from './seam'
import type { PageWords } from './evidence'
import type { Notes } from './notes'
import type { Piece, PhotoDraft } from './drafts'
import type { Scrap } from './classify'

/** Mends the paragraphs of one story: cut at column ends, around boxes and pictures, or with a character printed twice. */

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
  readonly no: number
}

export interface MendedStory {
  readonly blocks: readonly MendedBlock[]
  /** Characters that stood twice at a break. */
  readonly surplus: readonly Surplus[]
  /** Fragments that begin with a closing mark and fit nowhere in this story. */
  readonly orphans: readonly Scrap[]
  /** The last paragraph when the story stops in mid-sentence. */
  readonly openEnd: OpenText | null
}

/** A paragraph that may go on further down. */
export interface OpenText {
  readonly block: MendedText
  left: SeamLeft
  skipped: number
  crossesSubhead: boolean
}

export interface MendContext {
  readonly words: PageWords
  readonly indented: boolean
  /** True when the page sets blank lines between its paragraphs. */
  readonly spaced: boolean
  readonly notes: Notes
}

const JOIN = 0.6
const OFFER = 0.35
const OPEN_TEXTS_KEPT = 4
const ECHO_REACH = 3

const isComplete = (text: string): boolean => {
  const ending = endingOf(text)
  return ending === 'stop' || ending === 'ellipsis'
}

/** Enough of a text's end for every judgement about it, so that long chains of fragments stay linear. */
const tailOf = (text: string): string => text.slice(-24)

const leftOf = (text: string, balance: Balance): SeamLeft => ({
  text: tailOf(text),
  balance,
  width: widthOf(tailOf(text)),
})

/** The last line of a story may be a bracket without a stop: （未完）, （连载之三）. */
const mayEndStory = (text: string): boolean => isComplete(text) || /[）)]$/.test(text)

interface Candidate {
  readonly open: OpenText
  readonly confidence: number
  readonly reason: string
}

/** The open paragraphs that this text may continue, likeliest first; of equals the latest. */
const weighAll = (
  opens: readonly OpenText[],
  scrap: Scrap,
  context: MendContext,
): readonly Candidate[] => {
  const right = {
    text: scrap.text.slice(0, 24),
    balance: balanceOf(scrap.text),
    indent: scrap.indent,
    tight: context.spaced && scrap.gap === 0,
  }
  return opens
    .map((open): Candidate => {
      const { skipped, crossesSubhead } = open
      const { words, indented } = context
      const seam = weighSeam(open.left, right, { words, indented, skipped, crossesSubhead })
      return { open, ...seam }
    })
    .reverse()
    .sort((a, b) => b.confidence - a.confidence)
}

/**
 * A text further down that continues the open paragraph clearly better than the one at `at`: a piece that
 * comes late. It is none when the text above it stops in mid-sentence, for then it continues that one.
 */
const rivalAhead = (
  body: readonly Piece[],
  at: number,
  best: Candidate,
  context: MendContext,
): Scrap | null => {
  let above = body[at] as Piece
  let skipped = best.open.skipped
  for (let i = at + 1; i < body.length && i < at + AHEAD; i++) {
    const piece = body[i] as Piece
    if (piece.type === 'subhead') return null
    if (piece.type !== 'text') continue
    if (above.type !== 'text' || !isComplete(above.scrap.text)) return null
    skipped++
    const [other] = weighAll([{ ...best.open, skipped }], piece.scrap, context)
    if (other && oddsOf(other) > oddsOf(best) + BETTER_AHEAD) return piece.scrap
    above = piece
  }
  return null
}

const AHEAD = 6
const BETTER_AHEAD = 1

const oddsOf = ({ confidence }: Candidate): number =>
  Math.log(Math.max(1e-9, confidence) / Math.max(1e-9, 1 - confidence))

interface Bench {
  readonly context: MendContext
  readonly blocks: MendedBlock[]
  readonly surplus: Surplus[]
  readonly orphans: Scrap[]
  opens: OpenText[]
}

const append = (bench: Bench, open: OpenText, scrap: Scrap, text: string): void => {
  open.block.fragments.push({ text, no: scrap.no })
  open.left = leftOf(
    joinTexts([open.left.text, text]),
    joinBalances(open.left.balance, balanceOf(text)),
  )
  open.skipped = 0
  open.crossesSubhead = false
  if (scrap.signed || (isComplete(text) && !bench.context.indented))
    bench.opens = bench.opens.filter((other) => other !== open)
}

const begin = (
  bench: Bench,
  type: MendedText['type'],
  label: string | null,
  scrap: Scrap,
): void => {
  const block: MendedText = { type, label, fragments: [{ text: scrap.text, no: scrap.no }] }
  bench.blocks.push(block)
  watch(bench, block, scrap)
}

/** A line that is one bracket, such as （作者单位：…）, ends without a stop. */
const isAside = (scrap: Scrap): boolean => /^\([^()]{1,80}\)$/.test(scrap.folded)

const watch = (bench: Bench, block: MendedText, scrap: Scrap): void => {
  for (const open of bench.opens) open.skipped += block.type === 'paragraph' ? 1 : 0
  if (scrap.signed || isAside(scrap)) return
  if (isComplete(scrap.text) && !bench.context.indented) return
  bench.opens = [
    ...bench.opens,
    { block, left: leftOf(scrap.text, balanceOf(scrap.text)), skipped: 0, crossesSubhead: false },
  ].slice(-OPEN_TEXTS_KEPT)
}

const joinEcho = (bench: Bench, scrap: Scrap): boolean => {
  const paragraphs: MendedText[] = []
  for (let i = bench.blocks.length - 1; i >= 0 && paragraphs.length < ECHO_REACH; i--) {
    const block = bench.blocks[i] as MendedBlock
    if (block.type === 'subhead') break
    if (block.type === 'paragraph') paragraphs.push(block)
  }
  for (const block of paragraphs) {
    const last = block.fragments[block.fragments.length - 1] as Fragment
    const length = echoLength(last.text, scrap.text)
    if (length === 0) continue
    const echoed = scrap.text.slice(0, length)
    const stop = /[。！？!?]+$/u.exec(last.text)?.[0] ?? ''
    block.fragments[block.fragments.length - 1] = {
      ...last,
      text: last.text.slice(0, last.text.length - stop.length),
    }
    const rest = scrap.text.slice(length)
    block.fragments.push({ text: rest, no: scrap.no })
    const why = `printed twice at the break between lines ${last.no} and ${scrap.no}; the joined sentence has it once`
    bench.surplus.push({ text: echoed + stop, why, no: scrap.no })
    bench.opens = bench.opens.filter((open) => open.block !== block)
    if (!isComplete(rest))
      bench.opens.push({
        block,
        left: leftOf(rest, balanceOf(rest)),
        skipped: 0,
        crossesSubhead: false,
      })
    bench.context.notes.decide(
      'echo',
      [last.no, scrap.no],
      `“${echoed}” stands on both sides of the break and the text below begins with a mark`,
      block === paragraphs[0] ? 0.85 : 0.66,
    )
    bench.context.notes.doubt(
      'echo',
      scrap.no,
      `Line ${scrap.no}: “${echoed}${stop}” stood twice at a column break and was set aside; check the sentence against the page.`,
    )
    return true
  }
  return false
}

/** The text to add to an open paragraph; a character that stands on both sides of the break is set aside. */
const withoutEcho = (bench: Bench, from: Fragment, open: OpenText, scrap: Scrap): string => {
  const length = openEchoLength(bench.context.words, open.left.text, scrap.text)
  if (length === 0) return scrap.text
  const echoed = scrap.text.slice(0, length)
  const why = `printed twice at the break between lines ${from.no} and ${scrap.no}; the joined sentence has it once`
  bench.surplus.push({ text: echoed, why, no: scrap.no })
  bench.context.notes.doubt(
    'echo',
    scrap.no,
    `Line ${scrap.no}: “${echoed}” stood twice at a column break and was set aside; check the sentence against the page.`,
  )
  return scrap.text.slice(length)
}

const HEADLESS = /^[，、。；：）,;:)”』」》？！?!]/u

const placeText = (bench: Bench, body: readonly Piece[], at: number, scrap: Scrap): void => {
  const { context } = bench
  const ranked = weighAll(bench.opens, scrap, context)
  const headless = HEADLESS.test(scrap.text)
  const chosen = ranked.find(
    (one) => one.confidence >= JOIN && (headless || !rivalAhead(body, at, one, context)),
  )
  if (chosen) {
    const { open, confidence, reason } = chosen
    const from = open.block.fragments[open.block.fragments.length - 1] as Fragment
    context.notes.decide(
      open.skipped > 0 ? 'move' : 'join',
      [from.no, scrap.no],
      reason,
      confidence,
    )
    append(bench, open, scrap, withoutEcho(bench, from, open, scrap))
    return
  }
  const [best] = ranked
  if (joinEcho(bench, scrap)) return
  if (headless) {
    bench.orphans.push(scrap)
    return
  }
  if (best && best.confidence >= OFFER) {
    const from = best.open.block.fragments[best.open.block.fragments.length - 1] as Fragment
    context.notes.doubt(
      'join',
      scrap.no,
      `Line ${scrap.no} may continue line ${from.no} (confidence ${best.confidence.toFixed(2)}): ${best.reason}; join the paragraphs by hand if it does.`,
    )
  }
  begin(bench, 'paragraph', null, scrap)
}

const placePiece = (bench: Bench, body: readonly Piece[], at: number): void => {
  const piece = body[at] as Piece
  switch (piece.type) {
    case 'text':
      return placeText(bench, body, at, piece.scrap)
    case 'subhead':
      bench.blocks.push({ type: 'subhead', label: null, fragments: [piece.scrap] })
      for (const open of bench.opens) open.crossesSubhead = true
      return
    case 'photo':
      bench.blocks.push({ type: 'photo', photo: piece.photo })
      return
    case 'box': {
      const { label, texts, type } = piece.box
      const block: MendedText = {
        type: type === 'tip' ? 'readingTip' : 'editorNote',
        label: label.text,
        fragments: texts.map(({ text, no }) => ({ text, no })),
      }
      bench.blocks.push(block)
      const last = texts[texts.length - 1]
      if (last) watch(bench, block, last)
      return
    }
  }
}

/**
 * Joins what belongs together and says why. A join below confidence 0.6 is not made but offered as a
 * doubt. Linear in the text: judgements read bounded heads and tails.
 */
export const mendStory = (body: readonly Piece[], context: MendContext): MendedStory => {
  const bench: Bench = { context, blocks: [], surplus: [], orphans: [], opens: [] }
  for (let at = 0; at < body.length; at++) placePiece(bench, body, at)
  const lastBlock = bench.blocks.findLast((block) => block.type === 'paragraph')
  const openEnd =
    bench.opens.find((open) => open.block === lastBlock && !mayEndStory(open.left.text)) ?? null
  return { blocks: bench.blocks, surplus: bench.surplus, orphans: bench.orphans, openEnd }
}
