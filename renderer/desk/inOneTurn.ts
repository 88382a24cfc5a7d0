/**
 * `work` done once for all the calls of one turn, at its end. A key changes the
 * edition, then the caret: an editor that followed each would put the browser's
 * selection back and forth, and each move makes it lay the page out.
 */
export function inOneTurn(work: () => void): () => void {
  let asked = false
  return () => {
    if (asked) return
    asked = true
    queueMicrotask(() => {
      asked = false
      work()
    })
  }
}
