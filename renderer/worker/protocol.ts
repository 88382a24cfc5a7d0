/**
 * What the window and its worker say to one another. A job is a name with an
 * input and an output, both plain data; it works on the edition as it stood when
 * it was asked for. New work is a line in `Jobs` and one in `JOBS` (jobs.ts).
 */
import type { StoryFit } from '../../core/compose'
import type { Way } from '../../core/copyfit'
import type { Match, Query } from '../../core/find'
import type { FontId, PageId, StoryId } from '../../core/ids'
import type { FontStart } from '../session/fonts'
import type { MakeUp } from '../../core/makeup'
import type { Template } from '../../core/model/template'
import type { Diagnostic } from '../../core/result'
import type { EditionChanges } from './replica'

export interface Jobs {
  /** Makes pages up; the output is what `core/makeup` returns. */
  readonly makeUp: {
    readonly input: {
      readonly pages: readonly { readonly page: PageId; readonly stories: readonly StoryId[] }[]
      readonly templates: readonly Template[]
    }
    readonly output: MakeUp
  }
  /** What would make a story fit, each composed; the story as it stands has none when it fits. */
  readonly remedies: {
    readonly input: { readonly story: StoryId }
    readonly output: readonly SentRemedy[]
  }
  /** Where a query's text stands; `error` tells a pattern that cannot be read. */
  readonly find: {
    readonly input: { readonly query: Query; readonly stories: readonly StoryId[] }
    readonly output: { readonly matches: readonly Match[]; readonly error: Diagnostic | null }
  }
}

/** A remedy as threads hand it over: its steps are JSON. */
export interface SentRemedy {
  readonly way: Way
  readonly steps: readonly unknown[]
  readonly fit: StoryFit
}

export type JobName = keyof Jobs
export type JobInput<N extends JobName> = Jobs[N]['input']
export type JobOutput<N extends JobName> = Jobs[N]['output']

/** A job with its input. */
export type JobOrder = {
  readonly [N in JobName]: { readonly name: N; readonly input: JobInput<N> }
}[JobName]

export type ToWorker =
  | {
      readonly kind: 'fonts'
      readonly starts: readonly FontStart[]
      readonly fallbacks: readonly FontId[]
    }
  | {
      readonly kind: 'run'
      readonly id: number
      /** What happened to the edition since the last job. */
      readonly changes: EditionChanges
      readonly order: JobOrder
    }
  | { readonly kind: 'cancel'; readonly id: number }

export type FromWorker =
  | { readonly kind: 'progress'; readonly id: number; readonly share: number }
  | { readonly kind: 'done'; readonly id: number; readonly output: JobOutput<JobName> }
  | { readonly kind: 'failed'; readonly id: number; readonly error: Diagnostic }
  | { readonly kind: 'cancelled'; readonly id: number }
