export interface InOneTurn {
  /** Has it done at the end of this turn. */
  ask(): void
  /** Has it done at once, when it was asked for. */
  now(): void
}

/**
 * `work` done once for all that asked in one turn. A key changes the edition, then
 * the caret: an editor that followed each would put the browser's selection back
 * and forth, and each move makes it lay the page out.
 */
export function inOneTurn(work: () => void): InOneTurn {
  let asked = false
  const now = (): void => {
    if (!asked) return
    asked = false
    work()
  }
  return {
    now,
    ask() {
      if (asked) return
      asked = true
      queueMicrotask(now)
    },
  }
}
