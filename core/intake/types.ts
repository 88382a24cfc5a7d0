import type { LooseText } from '../model/edition'
import type { Diagnostic } from '../result'

/**
 * What the intake hands on: the stories of one page as data. The form is that of
 * `banxin stories --json`, so the command line can print it as it stands.
 * Lines are 1-based lines of the raw text.
 */

export interface ImportedBlock {
  readonly type: 'paragraph' | 'subhead' | 'readingTip' | 'editorNote'
  readonly text: string
  /** The printed name of a box or note, as it stood: 核心提示, 编者按：. */
  readonly label?: string
  /** A 落款, set at the right edge. */
  readonly flushRight?: true
  /** First lines of the fragments this block was mended from, in reading order. */
  readonly joinedFrom?: readonly number[]
}

/**
 * The seam of a story that jumps. `to` is the wording before the break (下转第4版),
 * `from` the one after it (上接第1版), `headline` the short headline repeated there.
 */
export interface ImportedContinuation {
  readonly type: 'continuation'
  readonly to: string
  readonly from: string
  readonly headline?: string
  /** Index of the page on which the part after the seam was found. */
  readonly page: number
  /** True when the seam stands inside a sentence: the blocks around it are one paragraph. */
  readonly splitsParagraph: boolean
}

export type StoryBlock = ImportedBlock | ImportedContinuation

/**
 * A dateline and byline that ran in with a paragraph. `text` is the exact wording that left
 * `blocks[block].text`; put back at the head (or tail) it restores the printed form.
 */
export interface RunIn {
  readonly block: number
  readonly at: 'head' | 'tail'
  readonly text: string
}

export interface PhotoText {
  readonly title?: string
  /** Paragraphs of the caption are joined with a line feed. */
  readonly caption: string
  readonly credit?: string
}

export interface ImportedStory {
  readonly id: string
  readonly kind: 'story'
  readonly rubric?: string
  /** True on the second and later stories under one rubric: the words stand once on the page. */
  readonly rubricShared?: true
  readonly kicker?: string
  readonly headline: string
  readonly deck?: string
  readonly byline?: string
  readonly dateline?: string
  readonly runIns?: readonly RunIn[]
  /** Wording of the jump at the end, 下转第4版. */
  readonly marker?: string
  /** Wording of the jump at the head, 上接第1版. */
  readonly markerFrom?: string
  /** True for a story cut off without a jump line. */
  readonly continues?: true
  readonly blocks: readonly StoryBlock[]
  readonly photos: readonly PhotoText[]
  readonly unplaced?: readonly LooseText[]
}

export interface ImportedPhoto extends PhotoText {
  readonly id: string
  readonly kind: 'photo'
  readonly rubric?: string
}

/** Lines that belong to the page, not to a story: 责任编辑, date line, hot line. */
export interface ImportedFurniture {
  readonly id: string
  readonly kind: 'furniture'
  readonly text: string
}

export type ImportedItem = ImportedStory | ImportedPhoto | ImportedFurniture

export type DecisionKind =
  | 'join'
  | 'echo'
  | 'move'
  | 'furniture'
  | 'headline'
  | 'rubric'
  | 'story'
  | 'subhead'
  | 'photo'
  | 'tip'
  | 'jump'
  | 'unwrap'

/** One thing the intake decided that a reader of the raw text could see differently. */
export interface Decision {
  readonly kind: DecisionKind
  readonly lines: readonly number[]
  readonly reason: string
  /** 0 (a guess) to 1 (certain). */
  readonly confidence: number
}

export interface RemovedText extends LooseText {
  readonly line: number
}

/** Character counts without white space; `raw` = `placed` + removed + unplaced (see conserve.ts). */
export interface CharacterCount {
  readonly raw: number
  readonly placed: number
  readonly removed: readonly RemovedText[]
  readonly unplaced: readonly LooseText[]
}

export interface IntakeReport {
  readonly encoding?: string
  readonly lines: number
  readonly decisions: readonly Decision[]
  /** Decisions a person should look at, as warnings with a line; never errors. */
  readonly doubts: readonly Diagnostic[]
}

export interface IntakeResult {
  readonly name: string
  readonly items: readonly ImportedItem[]
  readonly report: IntakeReport
  readonly characters: CharacterCount
}
