/**
 * Script time of a window's main thread, read from a trace of Chromium's, in
 * milliseconds: by the clock, and as the processor worked on it, which other work of
 * the machine does not lengthen by waiting.
 */
import type { CDPSession } from 'playwright-core'

interface TraceEvent {
  readonly name: string
  readonly ph: string
  readonly pid: number
  readonly tid: number
  /** Microseconds. */
  readonly ts: number
  readonly dur?: number
  readonly tdur?: number
  readonly args: { readonly data?: { readonly type?: string }; readonly name?: string }
}

/** A stretch in which the main thread ran script. */
export interface ScriptSpan {
  readonly from: number
  readonly to: number
  /** Of that, on the processor. */
  readonly worked: number
  readonly event: string
}

export interface Traced {
  /** Outermost spans only, in order. */
  readonly spans: readonly ScriptSpan[]
  /** When the page in front was whole again. */
  readonly whole: readonly number[]
}

/** The same stretches of script, one of each a value. */
export interface ScriptTimes {
  readonly clock: readonly number[]
  readonly worked: readonly number[]
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

const CATEGORIES = ['devtools.timeline', '__metadata', 'blink.user_timing']

/** Runs `work` under a trace and answers the window's script. */
export async function traced(session: CDPSession, work: () => Promise<void>): Promise<Traced> {
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
  const whole = events.filter(({ name, ph }) => name === 'paint' && ph === 'e')
  return { spans: scriptOf(events), whole: whole.map(({ ts }) => ts / 1000).sort((a, b) => a - b) }
}

function scriptOf(events: readonly TraceEvent[]): readonly ScriptSpan[] {
  const main = mainThread(events)
  const spans = events
    .filter(({ name, ph, dur, pid, tid }) => {
      return SCRIPT.has(name) && ph === 'X' && dur !== undefined && `${pid} ${tid}` === main
    })
    .map(({ name, ts, dur = 0, tdur = dur, args }) => ({
      from: ts / 1000,
      to: (ts + dur) / 1000,
      worked: tdur / 1000,
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

const sum = (values: readonly number[]): number => values.reduce((all, one) => all + one, 0)

const timesOf = (stretches: readonly (readonly ScriptSpan[])[]): ScriptTimes => ({
  clock: stretches.map((spans) => sum(spans.map(({ from, to }) => to - from))),
  worked: stretches.map((spans) => sum(spans.map(({ worked }) => worked))),
})

/** For every such event, the script from it to the end of the frame for which `isLast` holds. */
function from(
  event: 'keydown' | 'click',
  spans: readonly ScriptSpan[],
  isLast: (frame: ScriptSpan) => boolean,
) {
  const stretches: (readonly ScriptSpan[])[] = []
  spans.forEach((span, start) => {
    if (span.event !== event) return
    const isEnd = (one: ScriptSpan, i: number): boolean =>
      i > start && one.event === 'FireAnimationFrame' && isLast(one)
    const end = spans.findIndex(isEnd)
    if (end >= 0) stretches.push(spans.slice(start, end + 1))
  })
  return timesOf(stretches)
}

/** To the frame that shows the key, or the click. */
export const scriptToPaint = (
  { spans }: Traced,
  event: 'keydown' | 'click' = 'keydown',
): ScriptTimes => from(event, spans, () => true)

/** To the frame that shows the last of what the key changed. */
export const scriptToWhole = ({ spans, whole }: Traced): ScriptTimes =>
  from('keydown', spans, (frame) => whole.some((time) => time >= frame.from && time <= frame.to))

/** The script of each frame of the screen: what ran since the frame before. */
export function scriptOfFrames({ spans }: Traced): ScriptTimes {
  const stretches: (readonly ScriptSpan[])[] = []
  let since: ScriptSpan[] = []
  for (const span of spans) {
    since.push(span)
    if (span.event !== 'FireAnimationFrame') continue
    stretches.push(since)
    since = []
  }
  return timesOf(stretches)
}
