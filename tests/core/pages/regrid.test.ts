import { describe, expect, it } from 'vitest'
import { composeEdition, createComposeCache } from '../../../core/compose'
import { applySteps, invertSteps } from '../../../core/edit'
import { pageId } from '../../../core/ids'
import { checkEdition } from '../../../core/model/check'
import { pagesOf, type Edition } from '../../../core/model/edition'
import { typeArea } from '../../../core/model/grid'
import { setBody, setTemplate, type PageSteps } from '../../../core/pages'
import { expectSameEdition, required } from '../edit/sameEdition'
import { brief, editionWith, feature, fonts, idsOf, placed, withMakeUp } from '../makeup/page'
import { page, plainGrid, plainStyleSheet } from '../../build/editionBuilder'
import type { Template } from '../../../core/model/template'
import { pt } from '../../../core/units'

const copy = {
  lead: feature('三十里水渠修进河湾稻田', 1400),
  s2: brief('渡口夜里加两班船', 500),
  s3: brief('山村小学有了新操场', 400),
}
/** Half as large, and set smaller. */
function smaller(): Template {
  const { sheet, furniture } = page('model')
  const plain = plainStyleSheet()
  const body = { ...plain.body, size: pt(9) }
  return {
    id: 'smaller',
    name: '小版',
    sheet,
    grid: { ...plainGrid, columns: 4, measure: 14, rows: 60, bodySize: pt(9) },
    furniture,
    styleSheet: { ...plain, body },
  }
}

const tools = { fonts, cache: createComposeCache() }

function edition(): Edition {
  const bare = editionWith(copy, ['p1', 'p2'])
  return withMakeUp(bare, placed(bare, { p1: idsOf(copy) }))
}

function after(before: Edition, steps: PageSteps): Edition {
  const applied = required(applySteps(before, required(steps)))
  const back = required(applySteps(applied, invertSteps(required(steps), before)))
  expectSameEdition(back, before)
  return applied
}

describe('a page on another grid', () => {
  it.each([
    ['a larger body', { size: 10.2 }],
    ['a smaller body', { size: 9 }],
    ['more leading', { leading: 24 }],
    ['less leading', { leading: 14 }],
  ])('takes %s on all pages of the style sheet and stays sound', (_name, wanted) => {
    const before = edition()
    const [first] = pagesOf(before)
    if (first === undefined) throw new Error('There is a page')
    const next = after(before, setBody(before, first.styleSheet, wanted, tools))
    expect(checkEdition(next)).toEqual([])
    for (const { id, grid, styleSheet } of pagesOf(next)) {
      const was = before.pages[id]
      if (was === undefined) throw new Error('The page was there')
      expect(grid.bodySize).toBe(next.styleSheets[styleSheet]?.body.size)
      expect(typeArea(grid).width).toBeCloseTo(typeArea(was.grid).width, 6)
      expect(typeArea(grid).height).toBeLessThanOrEqual(typeArea(was.grid).height + 1e-6)
      expect(typeArea(grid).height).toBeGreaterThan(typeArea(was.grid).height - grid.leading)
    }
    expect(composeEdition(next, tools).pages).toHaveLength(2)
  })

  it('refuses a body that leaves no gutters, and lines set into each other', () => {
    const before = edition()
    const sheet = pagesOf(before)[0]?.styleSheet ?? ''
    for (const wanted of [{ size: 11 }, { leading: 9 }]) {
      const refused = setBody(before, sheet, wanted, tools)
      expect(refused.ok ? '' : refused.error.code).toBe('pages.narrow')
    }
  })

  it('takes another template, its styles once, and keeps every frame within the grid', () => {
    const before = edition()
    const other = smaller()
    const p1 = pageId('p1')
    const next = after(
      before,
      setTemplate(before, p1, other, () => 'x1', tools),
    )
    expect(next.pages[p1]?.grid).toEqual(other.grid)
    expect(checkEdition(next)).toEqual([])
    expect(Object.keys(next.styleSheets)).toHaveLength(2)
    const both = after(
      next,
      setTemplate(next, pageId('p2'), other, () => 'x2', tools),
    )
    expect(Object.keys(both.styleSheets)).toHaveLength(2)
  })
})
