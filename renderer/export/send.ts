/** Sends an order out and tells how it goes, beside the work and never in its way. */
import { toast } from 'sonner'
import type { ExportOrder, HostClient, HostError, JobState } from '../../core/contract'
import type { Desk } from '../desk/context'
import { tellDone, tellUnderWay } from '../desk/underWay'
import type { Text } from '../i18n'
import { runningWords } from './JobList'
import { handOver } from './printProof'
import { trouble, troubleDetails } from '../i18n/trouble'

/** Milliseconds that an outcome with a way on stays. */
const LINGER = 20_000

/** Starts the order on the edition as it is now, with every change so far. */
export async function send(desk: Desk, order: ExportOrder, text: Text): Promise<void> {
  const { host, opened, session } = desk
  await session.settled()
  const told = jobEvents(host)
  const title = nameOf(order, text)
  const started = await host.startExport({ handle: opened.handle, order, title })
  const job = started.ok ? started.value.job : null
  if (!started.ok) failed(desk, order, text, started.error)
  if (job === null) told.stop()
  else follow(desk, order, text, job, told)
}

type Running = Extract<JobState, { readonly kind: 'running' }>

interface JobEvents {
  /** Tells the states of a job, first those it had before anyone knew its name. */
  of(job: string, tell: (state: JobState) => void): void
  stop(): void
}

/** Listens from before a job begins: one that ends at once may be told of before its name is. */
function jobEvents(host: HostClient): JobEvents {
  const early: { readonly job: string; readonly state: JobState }[] = []
  let hear = (job: string, state: JobState): void => void early.push({ job, state })
  let breakOff = (): void => undefined
  const stop = host.subscribe((event) => {
    if (event.kind === 'job') hear(event.job, event.state)
    if (event.kind === 'letGo') breakOff()
  })
  return {
    of(wanted, tell) {
      hear = (job, state) => {
        if (job === wanted) tell(state)
      }
      breakOff = () => tell({ kind: 'failed', error: brokenOff })
      for (const { job, state } of early) hear(job, state)
    },
    stop,
  }
}

const brokenOff: HostError = {
  severity: 'error',
  code: 'work.failed',
  message: 'The job broke off.',
}

const nameOf = ({ kind }: ExportOrder, { exporting }: Text): string =>
  kind === 'print' ? exporting.printing : exporting.title

function follow(desk: Desk, order: ExportOrder, text: Text, job: string, told: JobEvents): void {
  const { host } = desk
  const id = `job ${job}`
  const show = (state: Running): void => {
    const { done, total } = state
    tellUnderWay(desk, {
      ...{ id, name: nameOf(order, text), line: runningWords(state, text) },
      share: done / Math.max(1, total),
      onCancel: () => void host.cancelJob({ job }),
    })
  }
  show({ kind: 'running', done: 0, total: 0 })
  told.of(job, (state) => {
    if (state.kind === 'running') return show(state)
    told.stop()
    tellDone(desk, id)
    if (state.kind === 'cancelled') toast(text.exporting.cancelled)
    else if (state.kind === 'failed') failed(desk, order, text, state.error)
    else if (order.kind === 'print') void handOver(desk, job, text)
    else done(desk, job, state, text)
  })
}

/** Errors are to be settled first or overridden; of anything else another try may come. */
function failed(desk: Desk, order: ExportOrder, text: Text, error: HostError): void {
  const description = troubleDetails(text, error)
  const action =
    error.code === 'export.errors'
      ? { label: text.exporting.settle, onClick: () => desk.store.set({ dialog: 'export' }) }
      : { label: text.retry, onClick: () => void send(desk, order, text) }
  toast.error(trouble(text, error), { duration: LINGER, description, action })
}

type Done = Extract<JobState, { readonly kind: 'done' }>

function done({ host }: Desk, job: string, { paths }: Done, text: Text): void {
  toast.success(text.exporting.done, {
    duration: LINGER,
    description: paths.map((path) => path.split(/[\\/]/u).at(-1)).join(' '),
    action: { label: text.exporting.showFile, onClick: () => void host.showResult({ job }) },
  })
}
