/** The jobs a worker knows. Each is deterministic: the same edition and input give the same output. */
import type { ComposeCache } from '../../core/compose/cache'
import { findRemedies, ordered, type Remedy } from '../../core/copyfit'
import { stepToJson } from '../../core/edit'
import { findIn } from '../../core/find'
import { makeUp } from '../../core/makeup'
import { storiesOf, type Edition } from '../../core/model/edition'
import type { FontSet } from '../../core/text/types'
import type { JobInput, JobName, JobOutput } from './protocol'

export interface JobTools {
  readonly fonts: FontSet
  /** Kept from job to job. */
  readonly cache: ComposeCache
  /** Splits Chinese into words, for headlines that must not turn inside one. */
  readonly segment: (text: string) => readonly string[]
  /** 0 to 1. */
  readonly progress: (share: number) => void
  readonly cancelled: () => boolean
  /** Lets messages in, a cancel among them; a job of many steps awaits it between them. */
  readonly pause: () => Promise<void>
}

type Job<N extends JobName> = (
  edition: Edition,
  input: JobInput<N>,
  tools: JobTools,
) => JobOutput<N> | Promise<JobOutput<N>>

export const JOBS: { readonly [N in JobName]: Job<N> } = {
  makeUp: (edition, { pages, templates }, { fonts, cache, segment, progress, cancelled }) =>
    makeUp(edition, { pages, templates, fonts, cache, segment, progress, cancelled }),
  async remedies(edition, { story }, { fonts, cache, pause, cancelled }) {
    const found: Remedy[] = []
    for (const remedy of findRemedies(edition, story, { fonts, cache })) {
      found.push(remedy)
      await pause()
      if (cancelled()) return []
    }
    return ordered(found).map(({ way, steps, fit }) => ({ way, steps: steps.map(stepToJson), fit }))
  },
  find(edition, { query, stories }) {
    const wanted = storiesOf(edition).filter(({ id }) => stories.includes(id))
    const found = findIn(wanted, query)
    return found.ok ? { matches: found.value, error: null } : { matches: [], error: found.error }
  },
}
