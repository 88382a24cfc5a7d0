/** Looks for problems whenever the desk has settled, in its idle moments. */
import type { Settled } from '../desk/context'
import { createStore, type Store } from '../desk/store'
import { problemsOf, type PageChecks, type Problem } from './problems'

export interface ProblemsState {
  readonly all: readonly Problem[]
  /** The one that was gone to last. */
  readonly current: string | null
}

/** The longest that the list may be behind, in milliseconds. */
const AT_LATEST = 1000

export function watchProblems(settled: Store<Settled>): Store<ProblemsState> {
  const checks: PageChecks = new WeakMap()
  const store = createStore<ProblemsState>({ all: [], current: null })
  let asked = false
  const look = (): void => {
    asked = false
    const { snapshot, display } = settled.get()
    store.set({ all: problemsOf(snapshot.edition, display, checks) })
  }
  const ask = (): void => {
    if (asked) return
    asked = true
    window.requestIdleCallback(look, { timeout: AT_LATEST })
  }
  settled.subscribe(ask)
  ask()
  return store
}
