import { afterEach, describe, expect, it, vi } from 'vitest'
import { largePattern } from '../../../core/intake/largePattern'

describe('a large pattern', () => {
  afterEach(() => {
    vi.restoreAllMocks()
  })

  it('is made when it is asked for, and once', () => {
    const pattern = largePattern('^(')
    expect(pattern).toThrow(SyntaxError)
    const whole = largePattern('^(?<name>\\p{Script=Han}{2,4})$')
    expect(whole().exec('渡口')?.groups?.['name']).toBe('渡口')
    expect(whole()).toBe(whole())
  })

  it('is first run on a text so long that an engine compiles it for good', () => {
    const runs: number[] = []
    const test = RegExp.prototype.test
    vi.spyOn(RegExp.prototype, 'test').mockImplementation(function (this: RegExp, text) {
      runs.push(text.length)
      return test.call(this, text)
    })
    const pattern = largePattern('^渡口$')
    expect(runs).toEqual([])
    expect(pattern().test('渡口')).toBe(true)
    expect(runs).toEqual([1000, 2])
  })
})
