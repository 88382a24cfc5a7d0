/** Does `step` in idle moments, once in each, as long as it says that there is more to do. */
export function whenIdle(step: () => boolean): void {
  window.requestIdleCallback(() => {
    if (step()) whenIdle(step)
  })
}
