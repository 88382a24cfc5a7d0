/**
 * Notes a stretch of work from `start` (milliseconds of `performance.now`) to now in
 * the browser's timeline. The browser keeps every note, so only a name's last is left.
 */
export function noteTime(name: 'edit' | 'drag' | 'paint', start: number): void {
  performance.clearMeasures(name)
  performance.measure(name, { start })
}
