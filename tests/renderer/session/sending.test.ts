import { describe, expect, it } from 'vitest'
import { sendSoon } from '../../../renderer/session/sending'

/** A window whose clock, timers and visibility a test moves. */
function stage() {
  let time = 0
  let hidden = false
  let timers: { readonly at: number; readonly act: () => void }[] = []
  let watchers: (() => void)[] = []
  const sent: number[] = []
  const soon = sendSoon({
    now: () => time,
    later(ms, act) {
      const timer = { at: time + ms, act }
      timers.push(timer)
      return () => (timers = timers.filter((one) => one !== timer))
    },
    isHidden: () => hidden,
    onHidden(act) {
      watchers.push(act)
      return () => (watchers = watchers.filter((one) => one !== act))
    },
  })
  return {
    sent,
    change: () => soon(() => sent.push(time)),
    /** Time goes by; a busy window rings no timers. */
    pass(ms: number, busy = false) {
      time += ms
      if (busy) return
      for (const timer of timers.filter(({ at }) => at <= time)) timer.act()
    },
    hide() {
      hidden = true
      for (const act of watchers) act()
    },
    get waiting() {
      return timers.length + watchers.length
    },
  }
}

describe('the sending of changes', () => {
  it('lets the page be painted first, and sends once for all that came', () => {
    const { sent, change, pass } = stage()
    change()
    pass(10)
    change()
    expect(sent).toEqual([])
    pass(10)
    expect(sent).toEqual([20])
    pass(100)
    expect(sent).toEqual([20])
  })

  it('is not held up when keys outrun the timers', () => {
    const { sent, change, pass } = stage()
    for (let i = 0; i < 12; i++) {
      change()
      pass(10, true)
    }
    expect(sent).toEqual([60])
    pass(10)
    expect(sent).toEqual([60, 130])
  })

  it('sends at once when the window is hidden, and in a hidden window always', () => {
    const { sent, change, pass, hide } = stage()
    change()
    pass(5)
    hide()
    expect(sent).toEqual([5])
    pass(7, true)
    change()
    expect(sent).toEqual([5, 12])
  })

  it('leaves neither timer nor listener behind', () => {
    const window = stage()
    window.change()
    expect(window.waiting).toBe(2)
    window.pass(20)
    expect(window.waiting).toBe(0)
  })
})
