import { EventEmitter } from 'node:events'
import { describe, expect, it, vi } from 'vitest'
import { deskEnd } from '../../../main/web/deskEnd'

describe('the end of a desk in a browser', () => {
  const started = () => {
    const open = { windows: 1 }
    const end = vi.fn()
    const browser = new EventEmitter()
    return { open, end, browser, desk: deskEnd(() => open.windows, end) }
  }

  it('comes with its last window once the browser has gone', () => {
    const { open, end, browser, desk } = started()
    desk.shownBy(browser)
    browser.emit('exit')
    expect(end).not.toHaveBeenCalled()
    open.windows = 0
    desk.empty()
    expect(end).toHaveBeenCalledTimes(1)
  })

  it('does not come while the browser runs, for its window may come back', () => {
    const { open, end, browser, desk } = started()
    desk.shownBy(browser)
    open.windows = 0
    desk.empty()
    expect(end).not.toHaveBeenCalled()
    open.windows = 1
    browser.emit('exit')
    expect(end).not.toHaveBeenCalled()
    open.windows = 0
    desk.empty()
    expect(end).toHaveBeenCalledTimes(1)
  })

  it('comes with the browser when its window was away', () => {
    const { open, end, browser, desk } = started()
    desk.shownBy(browser)
    open.windows = 0
    desk.empty()
    browser.emit('exit')
    expect(end).toHaveBeenCalledTimes(1)
  })

  it('is not a browser that could not be started, before a window was there', () => {
    const { open, end, browser, desk } = started()
    open.windows = 0
    desk.shownBy(browser)
    browser.emit('error')
    expect(end).not.toHaveBeenCalled()
  })
})
