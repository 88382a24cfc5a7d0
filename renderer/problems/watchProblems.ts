/** Looks for problems whenever the desk has settled, in its idle moments, a page or a few in each. */
import type { Settled } from '../desk/context'
import { createStore, type Store } from '../desk/store'
import { checkNext, problemsOf, type PageChecks, type Problem } from './problems'

export interface ProblemsState {
  readonly all: readonly Problem[]
  /** The one that was gone to last. */
  readonly current: string | null
}

/** An idle moment comes at the latest after so many milliseconds. */
const AT_LATEST = 1000
/** Milliseconds that the rules of a page may take. */
const A_PAGE = 15

/** Calls in an idle moment, with what is left of it. */
type WhenIdle = (act: (moment: Pick<IdleDeadline, 'timeRemaining'>) => void) => void

const whenIdle: WhenIdle = (act) => void window.requestIdleCallback(act, { timeout: AT_LATEST })

export function watchProblems(
  settled: Pick<Store<Settled>, 'get' | 'subscribe'>,
  idle: WhenIdle = whenIdle,
): Store<ProblemsState> {
  const checks: PageChecks = new WeakMap()
  const store = createStore<ProblemsState>({ all: [], current: null })
  let asked = false
  const look = (moment: Pick<IdleDeadline, 'timeRemaining'>): void => {
    asked = false
    const { snapshot, display } = settled.get()
    while (checkNext(snapshot.edition, display, checks))
      if (moment.timeRemaining() < A_PAGE) return ask()
    store.set({ all: problemsOf(snapshot.edition, display, checks) })
  }
  const ask = (): void => {
    if (asked) return
    asked = true
    idle(look)
  }
  settled.subscribe(ask)
  ask()
  return store
}
