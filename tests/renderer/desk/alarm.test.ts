import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { alarm } from '../../../renderer/desk/alarm'

describe('an alarm', () => {
  let rung: number[]
  let now: number
  const pass = (ms: number): void => {
    now += ms
    vi.advanceTimersByTime(ms)
  }
  const made = () => alarm(() => rung.push(now))

  beforeEach(() => {
    rung = []
    now = 0
    vi.useFakeTimers()
    vi.stubGlobal('window', globalThis)
  })
  afterEach(() => {
    vi.useRealTimers()
    vi.unstubAllGlobals()
  })

  it('rings once, so long after it was last put off', () => {
    const one = made()
    for (let key = 0; key < 5; key++) {
      one.set(120)
      expect(vi.getTimerCount()).toBe(1)
      pass(50)
    }
    pass(69)
    expect(rung).toEqual([])
    for (let i = 0; i < 200; i++) pass(1)
    expect(rung).toEqual([320])
  })

  it('rings again when it is set again, and not when it is stopped', () => {
    const one = made()
    one.set(10)
    pass(10)
    one.set(10)
    pass(10)
    one.set(10)
    one.stop()
    pass(30)
    expect(rung).toEqual([10, 20])
  })
})
