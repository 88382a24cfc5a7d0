import { balanceOf, endingOf, joinBalances, joinTexts, widthOf, type Balance } from './characters'
import { echoLength, weighSeam, type SeamLeft } from './seam'
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

const weighAll = (
  opens: readonly OpenText[],
  scrap: Scrap,
  context: MendContext,
): Candidate | null => {
  const right = {
    text: scrap.text.slice(0, 24),
    balance: balanceOf(scrap.text),
    indent: scrap.indent,
    tight: context.spaced && scrap.gap === 0,
  }
  let best: Candidate | null = null
  for (const open of opens) {
    const { skipped, crossesSubhead } = open
    const { confidence, reason } = weighSeam(open.left, right, {
      words: context.words,
      indented: context.indented,
      skipped,
      crossesSubhead,
    })
    if (!best || confidence >= best.confidence) best = { open, confidence, reason }
  }
  return best
}

/** The next texts of the body after `at`, for asking whether one of them continues an open paragraph better. */
const textsAhead = (body: readonly Piece[], at: number): readonly Scrap[] => {
  const ahead: Scrap[] = []
  for (let i = at + 1; i < body.length && i < at + 6 && ahead.length < 2; i++) {
    const piece = body[i] as Piece
    if (piece.type === 'subhead') break
    if (piece.type === 'text') ahead.push(piece.scrap)
  }
  return ahead
}

const BETTER_AHEAD = 0.12

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

const HEADLESS = /^[，、。；：）,;:)”』」》？！?!]/u

const placeText = (bench: Bench, body: readonly Piece[], at: number, scrap: Scrap): void => {
  const { context } = bench
  const best = weighAll(bench.opens, scrap, context)
  const headless = HEADLESS.test(scrap.text)
  if (best && best.confidence >= JOIN) {
    const rival = headless
      ? undefined
      : textsAhead(body, at).find((ahead) => {
          const other = weighAll([{ ...best.open, skipped: best.open.skipped + 1 }], ahead, context)
          return (
            isComplete(scrap.text) &&
            other !== null &&
            other.confidence > best.confidence + BETTER_AHEAD &&
            HEADLESS.test(ahead.text)
          )
        })
    if (!rival) {
      const from = best.open.block.fragments[best.open.block.fragments.length - 1] as Fragment
      const moved = best.open.skipped > 0
      context.notes.decide(
        moved ? 'move' : 'join',
        [from.no, scrap.no],
        best.reason,
        best.confidence,
      )
      append(bench, best.open, scrap, scrap.text)
      return
    }
  }
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
