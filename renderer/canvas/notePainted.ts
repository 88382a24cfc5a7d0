/**
 * Notes in the browser's timeline that the page was painted whole, begun at `start`
 * (milliseconds of `performance.now`). The browser keeps every note, so only the last is
 * left; it is made after the frame it tells of, which it would lengthen.
 */
export function notePainted(start: number): void {
  const end = performance.now()
  window.setTimeout(() => {
    performance.clearMeasures('paint')
    performance.measure('paint', { start, end })
  })
}
