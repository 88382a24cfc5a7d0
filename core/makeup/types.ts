import type { ComposeCache } from '../compose/cache'
import type { PageId, StoryId } from '../ids'
import type { Edition, Story } from '../model/edition'
import type { Frame, Head, Inset, Rubric, StoryFrame } from '../model/frame'
import type { Page } from '../model/page'
import type { StyleSheet } from '../model/styleSheet'
import type { Template } from '../model/template'
import type { Diagnostic } from '../result'
import type { FontSet } from '../text/types'
import type { Pt } from '../units'
import type { HeadForm } from './headForms'
import type { MakeUpHouse } from './house'
import type { Known } from './known'
import type { Air } from './measures'
import type { Body } from './storyForms'
import type { Trial } from './trial'
import type { Tried } from './tried'

/** Splits a headline into words; joined they are the text. Decides where a headline may turn. */
export type Segmenter = (text: string) => readonly string[]

export interface MakeUpJob {
  /** A story that jumps stands in the lists of both of its pages. Standing lines are passed over. */
  readonly pages: readonly { readonly page: PageId; readonly stories: readonly StoryId[] }[]
  readonly fonts: FontSet
  readonly cache: ComposeCache
  readonly segment: Segmenter
  /** Taste in numbers; the house's own when missing. */
  readonly house?: MakeUpHouse
  /** Templates that copy which does not fit its pages may be advised to take. */
  readonly templates?: readonly Template[]
  /** Polled often; once it says true, make-up stops and its result says so. */
  readonly cancelled?: () => boolean
  /** Told the part of the pages done, 0 to 1. */
  readonly progress?: (share: number) => void
}

/** Frames and rubrics for a job made up one way. Locked frames stay as they are and are not among them. */
export interface Proposal {
  readonly frames: readonly Frame[]
  readonly rubrics: readonly Rubric[]
  /** What the faults of all pages take off together, as `check` counts them: 0 has nothing to mend. */
  readonly score: number
}

/** The best proposal, with what make-up has to say. */
export interface MakeUp extends Proposal {
  /** Pages to add because the copy is too much for those of the job. */
  readonly pages: readonly Page[]
  readonly diagnostics: readonly Diagnostic[]
  /** Ways to make the job up that differ, the best first; four where the copy gives the choice. */
  readonly proposals: readonly Proposal[]
  /** The job was stopped: there is no result. */
  readonly cancelled: boolean
}

/** Making up one page of a job: the page and all that every stage asks for. */
export interface PageTask {
  readonly edition: Edition
  readonly page: Page
  readonly sheet: StyleSheet
  readonly house: MakeUpHouse
  readonly fonts: FontSet
  readonly cache: ComposeCache
  readonly segment: Segmenter
  /** Frames that stories of this page already have on earlier ones; of a long story the last, as a stub. */
  readonly threads: ReadonlyMap<StoryId, readonly StoryFrame[]>
  /** How many frames they are. */
  readonly threaded: ReadonlyMap<StoryId, number>
  /** Stories that fill all of this page and go on. */
  readonly filling: ReadonlySet<StoryId>
  /** Stories that go on to a later page. */
  readonly goesOn: ReadonlySet<StoryId>
  /** How many pictures share the page, and what part of it they should take together. */
  readonly pictures: number
  readonly pictureShare: { readonly min: number; readonly max: number }
  /** The most of it for pictures that have no file: grey says nothing, so that it only grows to fill a page that nothing else does. */
  readonly emptyShare: number
  readonly fixed: Fixed
  /** The depths of this page's stories that were tried, by document and shape. */
  readonly trials: Known<Trial | null>
  /** Its stories' text in columns, by document and width. */
  readonly bodies: Known<readonly Body[]>
  /** Where its stories' 主题 turn, by document and number of lines. */
  readonly turns: Known<readonly number[] | null>
  /** Its stories' headline groups, by document, width and scale. */
  readonly heads: Known<readonly HeadForm[]>
  /** What of its pages was composed. */
  readonly tried: Tried
  /** Rows that it is made up over: all, or as many as its copy fills; the rest is white in one piece at its foot. */
  readonly depth: number
  /** Times its levels' sizes in which this try sets all headlines of the page. */
  readonly headScale: number
  /** Stories whose 主题 may stand beside its text (竖题). */
  readonly standing: ReadonlySet<StoryId>
  /** Stories whose headline may stand over some of its columns only (串文, 眉心). */
  readonly among: ReadonlySet<StoryId>
  /** How far apart its columns may stand, by how little copy it has. */
  readonly air: Air
  /** So few units that there is time to try more ways to set each: they have few ways to fill a page together. */
  readonly isFew: boolean
  /** So many units that to search for a place for each takes longer than all else: few ways to set them are tried. */
  readonly isCrowd: boolean
  /** Polled between steps; once true, what is at work comes to an end without a result. */
  readonly cancelled: () => boolean
}

/** What an editor fixed by hand on a page. */
export interface Fixed {
  readonly frames: readonly Frame[]
  readonly rubrics: readonly Rubric[]
}

/** A story and the headline it deserves. */
export interface Ranked {
  readonly story: Story
  /** 0 to 1: order, length and headline group. */
  readonly weight: number
  /** Index into StyleSheet.levels. */
  readonly level: number
  /** Whether it goes on to a later page, so that its frame here may end anywhere. */
  readonly goesOn: boolean
}

/** What an editor sees as one block of the page. */
export type LoneUnit =
  | { readonly kind: 'story'; readonly rank: Ranked }
  | {
      readonly kind: 'picture'
      readonly story: Story
      readonly weight: number
      readonly tint: boolean
    }
  | {
      readonly kind: 'rubric'
      readonly rubric: Rubric
      readonly members: readonly Ranked[]
      readonly weight: number
    }

/** What is placed as one block: on a crowded page the least units stand one above the other. */
export type Unit =
  | LoneUnit
  | { readonly kind: 'stack'; readonly units: readonly LoneUnit[]; readonly weight: number }

interface FormBase {
  /** Whole depth in rows. */
  readonly rows: number
  readonly cost: number
}

export interface StoryForm extends FormBase {
  readonly kind: 'story'
  readonly rank: Ranked
  readonly text: { readonly columns: number; readonly measure: number }
  readonly padding: Pt
  readonly head: Head | null
  readonly insets: readonly Inset[]
  readonly headRows: number
  /** Rows by which the shortest column ends above the deepest. */
  readonly ragged: number
}

export interface PictureForm extends FormBase {
  readonly kind: 'picture'
  readonly story: Story
  readonly pictureRows: number
  readonly padding: number
  readonly tint: boolean
}

export interface RubricForm extends FormBase {
  readonly kind: 'rubric'
  readonly rubric: Rubric
  readonly titleRows: number
  readonly members: readonly StoryForm[]
}

export interface StackForm extends FormBase {
  readonly kind: 'stack'
  readonly parts: readonly Form[]
}

/** One way to set a unit at a given width: everything but its place. */
export type Form = StoryForm | PictureForm | RubricForm | StackForm
