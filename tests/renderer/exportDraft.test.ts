/** What the export dialog is set to becomes an order. */
import { describe, expect, it } from 'vitest'
import { isName, mayGo, NEW_DRAFT, orderOf } from '../../renderer/export/draft'

describe('the export dialog', () => {
  it('orders one file, or one a page under its names', () => {
    const press = { ...NEW_DRAFT, form: 'press', pages: ' 1-4 ', profile: 'insert' } as const
    expect(orderOf(press)).toEqual({
      ...{ kind: 'pdf', preset: 'press', pages: '1-4', override: null },
      ...{ profile: 'insert', names: null, checksums: false, marks: null },
    })
    expect(orderOf({ ...press, each: true, checksums: true, names: ' {date}-{page} ' })).toEqual({
      ...{ kind: 'pdf', preset: 'press', pages: '1-4', override: null },
      ...{ profile: 'insert', names: '{date}-{page}', checksums: true, marks: null },
    })
    expect(orderOf({ ...press, marks: ['crop', 'slug'] })).toMatchObject({
      marks: ['crop', 'slug'],
    })
    expect(orderOf({ ...press, form: 'proof', reason: 'x', marks: ['crop'] })).toMatchObject({
      ...{ preset: 'proof', override: null, profile: null, marks: null },
    })
  })

  it('takes a name that holds the page and no word it does not know', () => {
    expect(isName('{publication}-{date}-{page}')).toBe(true)
    expect(isName('第{page}版.pdf')).toBe(true)
    for (const odd of ['{date}', 'a/{page}', '{page}{folio}', '.{page}', '']) {
      expect(isName(odd)).toBe(false)
    }
    const each = { ...NEW_DRAFT, each: true, names: 'a' }
    expect(mayGo(each, 0)).toBe(false)
    expect(mayGo({ ...each, form: 'png' }, 0)).toBe(true)
    expect(mayGo({ ...NEW_DRAFT, form: 'press' }, 1)).toBe(false)
  })
})
