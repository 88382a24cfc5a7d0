import { toast } from 'sonner'
import type { Desk } from './context'

/** Milliseconds. */
const STAYS = 8000

/**
 * Tells of a change just made, with a way on that has a meaning only right after it: 撤销
 * would take back something else once more is done, so the offer goes with the next change.
 */
export function offer(
  { session }: Pick<Desk, 'session'>,
  words: string,
  way: string,
  onTake: () => void,
): void {
  const { last } = session.getSnapshot()
  const stop = session.subscribe(() => {
    if (session.getSnapshot().last === last) return
    stop()
    toast.dismiss(told)
  })
  const told = toast(words, {
    duration: STAYS,
    action: { label: way, onClick: onTake },
    onDismiss: stop,
    onAutoClose: stop,
  })
}
