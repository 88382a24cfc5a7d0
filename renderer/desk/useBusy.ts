import { useEffect, type RefObject } from 'react'
import { useBeside, useDesk, useSettled } from './context'
import { chosenFrames, type DeskState } from './store'

/** What parts beside the page show, apart from the edition, as one value that changes with it. */
const chosenIn = (state: DeskState): string =>
  [state.desk, state.page, state.selection?.story, ...chosenFrames(state)].join(' ')

/**
 * Says of a part beside the page, to screen readers and whoever else reads it, that it still
 * shows what was before: it follows in slices.
 */
export function useBusy(part: RefObject<HTMLElement | null>): void {
  const { session, settled, store } = useDesk()
  const chosen = useBeside(chosenIn)
  const shown = useSettled()
  useEffect(() => {
    const tell = (): void => {
      const isBusy =
        chosenIn(store.get()) !== chosen ||
        settled.get() !== shown ||
        session.getSnapshot() !== shown.snapshot
      const value = String(isBusy)
      if (part.current?.ariaBusy !== value) part.current?.setAttribute('aria-busy', value)
    }
    tell()
    const ends = [store, session, settled].map(({ subscribe }) => subscribe(tell))
    return () => {
      for (const end of ends) end()
    }
  }, [part, session, settled, store, chosen, shown])
}
