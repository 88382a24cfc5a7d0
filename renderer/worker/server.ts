/** The worker's side: keeps fonts, the copy of the edition and a queue, and does one job after another. */
import { createComposeCache } from '../../core/compose'
import type { FontId } from '../../core/ids'
import type { Edition } from '../../core/model/edition'
import { assertNever } from '../../core/result'
import type { FontSet } from '../../core/text/types'
import { openFonts, type FontStart } from '../session/fonts'
import { wordsIn } from '../words'
import { JOBS, type JobTools } from './jobs'
import type { FromWorker, JobOrder, JobOutput, JobName, ToWorker } from './protocol'
import { NO_EDITION, withChanges } from './replica'

interface Waiting {
  readonly id: number
  readonly edition: Edition
  readonly order: JobOrder
}

/** How what was fetched of fonts becomes a set; tests have a font without a file. */
type OpenFonts = (starts: readonly FontStart[], fallbacks: readonly FontId[]) => FontSet

const openAll: OpenFonts = (starts, fallbacks) => {
  const fonts = openFonts(starts, fallbacks)
  if (!fonts.ok) throw new Error(fonts.error.message)
  return fonts.value.set
}

/** Takes the window's messages; answers go to `post`. */
export function createJobServer(
  post: (message: FromWorker) => void,
  open: OpenFonts = openAll,
): (message: ToWorker) => void {
  const cache = createComposeCache()
  const cancelled = new Set<number>()
  let fonts: FontSet | null = null
  let edition = NO_EDITION
  let queue: readonly Waiting[] = []
  let busy = false

  const work = async (): Promise<void> => {
    if (busy || fonts === null) return
    busy = true
    for (let next = queue[0]; next !== undefined; next = queue[0]) {
      queue = queue.slice(1)
      post(await answer(next, fonts))
      cancelled.delete(next.id)
      await pause()
    }
    busy = false
  }

  const answer = async ({ id, edition: on, order }: Waiting, set: FontSet): Promise<FromWorker> => {
    if (cancelled.has(id)) return { kind: 'cancelled', id }
    const tools: JobTools = {
      ...{ fonts: set, cache, segment: wordsIn, pause },
      progress: (share) => post({ kind: 'progress', id, share }),
      cancelled: () => cancelled.has(id),
    }
    try {
      const output = await run(order, on, tools)
      return cancelled.has(id) ? { kind: 'cancelled', id } : { kind: 'done', id, output }
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error)
      return {
        kind: 'failed',
        id,
        error: {
          severity: 'error',
          code: 'work.failed',
          message: `The work broke off: ${message}`,
        },
      }
    }
  }

  return (message) => {
    switch (message.kind) {
      case 'fonts':
        fonts = open(message.starts, message.fallbacks)
        void work()
        return
      case 'run':
        edition = withChanges(edition, message.changes)
        queue = [...queue, { id: message.id, edition, order: message.order }]
        void work()
        return
      case 'cancel':
        cancelled.add(message.id)
        return
      default:
        return assertNever(message)
    }
  }
}

const run = async <N extends JobName>(
  { name, input }: Extract<JobOrder, { readonly name: N }>,
  edition: Edition,
  tools: JobTools,
): Promise<JobOutput<N>> => JOBS[name](edition, input, tools)

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve))
