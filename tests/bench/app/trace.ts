/** Script time of a window's main thread, read from a trace of Chromium's. Milliseconds. */
import type { CDPSession } from 'playwright-core'

interface TraceEvent {
  readonly name: string
  readonly ph: string
  readonly pid: number
  readonly tid: number
  /** Microseconds. */
  readonly ts: number
  readonly dur?: number
  readonly args: { readonly data?: { readonly type?: string }; readonly name?: string }
}

/** A stretch in which the main thread ran script. */
export interface ScriptSpan {
  readonly from: number
  readonly to: number
  readonly event: string
}

/** What runs script when it stands at the top of a task. */
const SCRIPT = new Set([
  'EventDispatch',
  'FireAnimationFrame',
  'FunctionCall',
  'TimerFire',
  'RunMicrotasks',
  'EvaluateScript',
])

const CATEGORIES = ['devtools.timeline', '__metadata', 'disabled-by-default-v8.gc']

/** Runs `work` under a trace and answers the window's script, outermost spans only, in order. */
export async function traced(
  session: CDPSession,
  work: () => Promise<void>,
): Promise<readonly ScriptSpan[]> {
  const events: TraceEvent[] = []
  // the protocol's types say no more of an event than that it is an object
  const collect = ({ value }: { readonly value: readonly object[] }): void => {
    events.push(...(value as readonly TraceEvent[]))
  }
  session.on('Tracing.dataCollected', collect)
  const done = new Promise<void>((resolve) =>
    session.once('Tracing.tracingComplete', () => resolve()),
  )
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: CATEGORIES },
  })
  await work()
  await session.send('Tracing.end')
  await done
  session.off('Tracing.dataCollected', collect)
  return scriptOf(events)
}

function scriptOf(events: readonly TraceEvent[]): readonly ScriptSpan[] {
  const main = mainThread(events)
  const spans = events
    .filter(({ name, ph, dur, pid, tid }) => {
      return SCRIPT.has(name) && ph === 'X' && dur !== undefined && `${pid} ${tid}` === main
    })
    .map(({ name, ts, dur = 0, args }) => ({
      from: ts / 1000,
      to: (ts + dur) / 1000,
      event: name === 'EventDispatch' ? (args.data?.type ?? '') : name,
    }))
    .sort((a, b) => a.from - b.from || b.to - a.to)
  const outermost: ScriptSpan[] = []
  for (const span of spans) {
    const last = outermost.at(-1)
    if (last === undefined || span.from >= last.to) outermost.push(span)
  }
  return outermost
}

/** The renderer's main thread on which most script ran: the desk's, not an empty tab's. */
function mainThread(events: readonly TraceEvent[]): string {
  const busy = new Map<string, number>()
  for (const { ph, name, pid, tid, args } of events) {
    if (ph === 'M' && name === 'thread_name' && args.name === 'CrRendererMain') {
      busy.set(`${pid} ${tid}`, 0)
    }
  }
  for (const { name, pid, tid, dur = 0 } of events) {
    const key = `${pid} ${tid}`
    const known = busy.get(key)
    if (known !== undefined && SCRIPT.has(name)) busy.set(key, known + dur)
  }
  const [most] = [...busy].sort(([, a], [, b]) => b - a)
  if (most === undefined) throw new Error('The trace has no main thread of a window')
  return most[0]
}

const length = (spans: readonly ScriptSpan[]): number =>
  spans.reduce((sum, { from, to }) => sum + to - from, 0)

/** For every key pressed, the script from the press to the end of the frame that paints it. */
export function scriptToPaint(spans: readonly ScriptSpan[]): readonly number[] {
  const times: number[] = []
  spans.forEach((span, start) => {
    if (span.event !== 'keydown') return
    const end = spans.findIndex((one, i) => i > start && one.event === 'FireAnimationFrame')
    if (end >= 0) times.push(length(spans.slice(start, end + 1)))
  })
  return times
}

/** The script of each frame of the screen: what ran since the frame before. */
export function scriptOfFrames(spans: readonly ScriptSpan[]): readonly number[] {
  const times: number[] = []
  let sum = 0
  for (const span of spans) {
    sum += span.to - span.from
    if (span.event !== 'FireAnimationFrame') continue
    times.push(sum)
    sum = 0
  }
  return times
}
