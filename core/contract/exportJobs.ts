/** Exports: what is ordered, and the job that does it. */
import type { MarkKind } from '../display/marks'
import type { Diagnostic } from '../result'
import type { HostError } from './reply'

export type ExportOrder =
  | {
      readonly kind: 'pdf'
      /** A press PDF is refused while the work has errors, unless `override` says why. */
      readonly preset: 'press' | 'proof'
      /** By 版次: `1-4`, `1,3`; null for all. */
      readonly pages: string | null
      readonly override: string | null
      /** Id of the preflight profile that judges a press PDF; null for the default. */
      readonly profile: string | null
      /** Name of a file a page, with `{page}` and perhaps `{date}`, `{publication}`, `{edition}`; null for one file. */
      readonly names: string | null
      /** A `.sha256` beside each file. */
      readonly checksums: boolean
      /** What stands outside the trim of a press PDF; null for what its preset says. */
      readonly marks: readonly MarkKind[] | null
    }
  | { readonly kind: 'png'; readonly pages: string | null; readonly ppi: number }
  /** A proof PDF handed to the system's viewer; in a browser to be fetched with `jobBytes`. */
  | { readonly kind: 'print'; readonly pages: string | null }

export interface StartedJob {
  /** Null when the user called the dialog off. */
  readonly job: string | null
}

/** What a job counts while it runs. */
export type WorkPart = 'pictures' | 'pages'

export type JobState =
  | {
      readonly kind: 'running'
      readonly done: number
      readonly total: number
      readonly part?: WorkPart
    }
  | {
      readonly kind: 'done'
      readonly paths: readonly string[]
      readonly diagnostics: readonly Diagnostic[]
    }
  | { readonly kind: 'failed'; readonly error: HostError }
  | { readonly kind: 'cancelled' }

/** An export of this window, under way or over. */
export interface JobInfo {
  readonly job: string
  readonly order: ExportOrder
  /** Name of its file or, for several, of their folder. */
  readonly name: string
  readonly state: JobState
}
