import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FILE_NAME, fileNameFor } from '../../../core/contract/fileNames'

describe('the name of a file as every disk takes it', () => {
  it.each([
    ['来稿 "甲" <b>?.txt', '来稿 ＂甲＂ ＜b＞？.txt'],
    ['.隐.txt', '隐.txt'],
    ['末尾. ', '末尾'],
    ['a\u0007b.png', 'ab.png'],
    ['...', '_'],
    [`${'长'.repeat(300)}.jpeg`, `${'长'.repeat(250)}.jpeg`],
  ])('of %j is %j', (given, made) => expect(fileNameFor(given)).toBe(made))

  it('is always taken, and left alone where it is taken as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (name) => {
        const made = fileNameFor(name)
        expect(made).toMatch(FILE_NAME)
        if (FILE_NAME.test(name)) expect(made).toBe(name)
      }),
    )
  })
})
