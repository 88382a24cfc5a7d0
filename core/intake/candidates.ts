import type { DoubtReason } from '../doubt'
import { widthOf } from './characters'
import { makeTopic, type Topic } from './evidence'
import { beginsInMidSentence, echoLength, weighSeam } from './seam'
import type { Edge } from './assignment'
import type { MendContext } from './mend'
import { isComplete, isEntry, standsAlone, type TextPiece } from './pieces'
import type { StoryDraft } from './drafts'

/** Every join that could be made on a page, each with its odds and reason: what assignment.ts chooses from. */
export interface Candidate extends Edge {
  readonly because: readonly DoubtReason[]
  /**
   * `join`: the pieces follow one another, boxes and captions aside; `move`: others lie between;
   * `echo`: both sides of the break show the same characters, and the text below goes on with a mark.
   */
  readonly kind: 'join' | 'move' | 'echo'
}

/** Open texts above that a piece is held against, and pieces below one that came too early. */
const REACH_ABOVE = 6
const REACH_BELOW = 3
/** How far the pieces of other stories are looked for. */
const REACH_ACROSS = 40
const ECHO_REACH = 3
/** A piece that stands before what it continues, or under another headline, needs more evidence. */
const BEFORE_ITS_TURN = 2.5
const OTHER_STORY = 1
/** Odds of a seam that lies below even a doubt. */
const LEAST = -0.7
/** Odds from which a piece is taken to continue the one above it, so that it does not stand between others. */
const CONTINUES = 1.5

/** Enough of a text's end for every judgement about it, so that long chains stay linear. */
const tailOf = (text: string): string => text.slice(-24)

interface Between {
  readonly skipped: number
  readonly crossesSubhead: boolean
}

const oddsOf = (confidence: number): number =>
  Math.log(Math.max(1e-9, confidence) / Math.max(1e-9, 1 - confidence))

function weigh(
  left: TextPiece,
  right: TextPiece,
  between: Between,
  { words, indented, spaced }: MendContext,
): { readonly odds: number; readonly because: readonly DoubtReason[] } {
  const text = tailOf(left.scrap.text)
  const seam = weighSeam(
    { text, balance: left.balance, width: widthOf(text) },
    {
      text: right.scrap.text.slice(0, 24),
      balance: right.balance,
      indent: right.scrap.indent,
      tight: spaced && right.scrap.gap === 0,
    },
    { words, indented, ...between },
  )
  return { odds: oddsOf(seam.confidence), because: seam.because }
}

/** `…覆盖。` then `盖，并…`: what the seam alone would call complete is one sentence. */
const ECHO_ODDS = 3
const ECHO_LATE = 1.05

function candidate(
  left: TextPiece,
  right: TextPiece,
  between: Between,
  context: MendContext,
): Candidate | null {
  const base = { left: left.at, right: right.at }
  const isWhole = isComplete(left) && right.scrap.indent >= 1
  const seam = left.isOpen && !isWhole ? weigh(left, right, between, context) : null
  const mayEcho =
    between.skipped < ECHO_REACH && !between.crossesSubhead && !left.isBox && isComplete(left)
  const length = mayEcho ? echoLength(left.scrap.text, right.scrap.text) : 0
  if (length > 0) {
    const odds = ECHO_ODDS - (between.skipped > 0 ? ECHO_LATE : 0)
    if (!seam || odds > seam.odds) {
      return { ...base, odds, because: ['printedTwice'], kind: 'echo' }
    }
  }
  const kind = between.skipped > 0 || left.at > right.at ? 'move' : 'join'
  return seam && seam.odds > LEAST ? { ...base, ...seam, kind } : null
}

/** For each piece how many above it, itself counted, begin a paragraph: the difference is what lies between two. */
function beginnings(pieces: readonly TextPiece[], context: MendContext): readonly number[] {
  let count = 0
  return pieces.map((piece, at) => {
    const above = pieces[at - 1]
    const follows =
      above?.story === piece.story &&
      above.isOpen &&
      !(isComplete(above) && piece.scrap.indent >= 1)
    const side = { skipped: 0, crossesSubhead: false }
    const goesOn =
      above && follows && !piece.isBox && weigh(above, piece, side, context).odds > CONTINUES
    return goesOn || piece.isBox ? count : ++count
  })
}

/** Could this piece have come from under another headline? Only where its own beginning says that it is a rest. */
const isStranded = (piece: TextPiece, { indented }: MendContext): boolean =>
  beginsInMidSentence(piece.scrap.text) || (indented && piece.scrap.indent < 1)

/** What the stories speak of. Most pages have no piece that could be another story's, so each is read when it is asked for. */
const topicsOf = (pieces: readonly TextPiece[]): ((story: StoryDraft) => Topic) => {
  const begins = new Map<StoryDraft, number>()
  for (const { story, at } of pieces) if (!begins.has(story)) begins.set(story, at)
  const topics = new Map<StoryDraft, Topic>()
  return (story) => {
    const known = topics.get(story)
    if (known) return known
    const topic = makeTopic()
    topics.set(story, topic)
    for (let at = begins.get(story) ?? 0; pieces[at]?.story === story; at++)
      topic.add((pieces[at] as TextPiece).scrap.text)
    return topic
  }
}

/** Words in common with the story it would go to, as log-odds. */
const topicOdds = (topic: Topic, piece: TextPiece): number =>
  Math.min(1.5, topic.overlap(piece.scrap.text) * 5)

export function candidatesOf(
  pieces: readonly TextPiece[],
  context: MendContext,
): readonly Candidate[] {
  const begun = beginnings(pieces, context)
  const topicOf = topicsOf(pieces)
  const cutEnds = pieces.filter((piece) => endsCutOff(piece, pieces))
  let cutBefore = 0
  return pieces.flatMap((right): readonly Candidate[] => {
    if (right.isBox || standsAlone(right.scrap)) return []
    const found: Candidate[] = []
    const add = (left: TextPiece, between: Between, less: number, why?: DoubtReason): void => {
      const own = candidate(left, right, between, context)
      const odds = (own?.odds ?? -9) - less
      if (own && odds > LEAST)
        found.push({ ...own, odds, because: why ? [...own.because, why] : own.because })
    }
    let between = 0
    for (let at = right.at - 1; at >= 0 && between < REACH_ABOVE; at--) {
      const left = pieces[at] as TextPiece
      if (left.story !== right.story || isEntry(left.scrap)) break
      const skipped = between === 0 ? 0 : Math.max(1, (begun[right.at - 1] ?? 0) - (begun[at] ?? 0))
      const side = { skipped, crossesSubhead: left.section !== right.section }
      add(left, side, 0)
      if (!left.isBox) between++
    }
    if (!isStranded(right, context)) return found
    for (let at = right.at + 1; at <= right.at + REACH_BELOW; at++) {
      const left = pieces[at]
      if (left?.story !== right.story) break
      const side = { skipped: 0, crossesSubhead: left.section !== right.section }
      if (!isComplete(left)) add(left, side, BEFORE_ITS_TURN, 'beforeItsTurn')
    }
    while ((cutEnds[cutBefore]?.at ?? Infinity) < right.at - REACH_ACROSS) cutBefore++
    for (let at = cutBefore; (cutEnds[at]?.at ?? Infinity) < right.at + REACH_ACROSS; at++) {
      const left = cutEnds[at] as TextPiece
      if (left.story === right.story) continue
      const side = { skipped: 1, crossesSubhead: false }
      const less = OTHER_STORY - topicOdds(topicOf(left.story), right)
      add(left, side, less, 'otherHeadline')
    }
    return found
  })
}

/** The last text of a story that stops in mid-sentence without a jump line, or one whose rest is not below it. */
const endsCutOff = (piece: TextPiece, pieces: readonly TextPiece[]): boolean =>
  piece.isOpen &&
  !isComplete(piece) &&
  !piece.isBox &&
  (piece.story.jumpTo === null || pieces[piece.at + 1]?.story === piece.story)
