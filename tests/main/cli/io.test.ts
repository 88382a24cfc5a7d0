import { describe, expect, it } from 'vitest'
import { sentence } from '../../../main/cli/io'

describe('the place of a diagnostic', () => {
  const of = (message: string): string =>
    sentence({
      severity: 'warning',
      code: 'intake.join',
      message,
      where: { file: 'page.txt', line: 7 },
    })

  it('names the line where the sentence does not', () => {
    expect(of('A word is torn.')).toBe('warning: page.txt:7: A word is torn.')
    expect(of('Line 71 is torn.')).toBe('warning: page.txt:7: Line 71 is torn.')
    for (const message of ['Line 7 is torn.', 'Lines 7 and 12 were joined.'])
      expect(of(message)).toBe(`warning: page.txt: ${message}`)
  })
})
