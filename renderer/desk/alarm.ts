export interface Alarm {
  /** Has it ring so many milliseconds from now, and at no moment it was set to before. */
  set(ms: number): void
  stop(): void
}

/**
 * A timer that is put off again and again, as by every key: the one that runs is left to
 * ring and looks how much is left, for browsers take their time over each new one. It may
 * only be put off, never be set to ring earlier.
 */
export function alarm(ring: () => void): Alarm {
  let due = 0
  let timer = 0
  const look = (): void => {
    timer = 0
    const left = due - performance.now()
    if (left > 0) wait(left)
    else ring()
  }
  const wait = (ms: number): void => {
    timer = window.setTimeout(look, ms)
  }
  return {
    set(ms) {
      due = performance.now() + ms
      if (timer === 0) wait(ms)
    },
    stop() {
      window.clearTimeout(timer)
      timer = 0
    },
  }
}
