import { describe, expect, it } from 'vitest'
import { dumpPage } from '../../build/dumpPage'
import { paper, sheetEdge } from '../../../core/display/sheet'
import { glyphX, picturesOf, walk } from '../../../core/display/walk'
import { ink } from '../../../core/ink'
import { fill, generated, page, picture, polygon, run } from '../../build/displayBuilder'
import { fakeFace } from '../../build/fakeFont'

const face = fakeFace()
const shown = page(
  [
    fill(0, 0, 10, 0.5),
    run(face, '甲乙', { tracking: 5, x: 12, y: 20 }),
    picture('photo', 1, 2, 30, 40),
    run(face, '下转', { source: generated('s1'), role: 'jump', size: 8, scaleX: 0.9 }),
    polygon(
      [
        [0, 0],
        [1, 0],
        [0, 1],
      ],
      ink(0, 1, 1, 0),
    ),
    picture('photo', 50, 2, 30, 40),
  ],
  { bleed: 8 },
)

describe('walking a page', () => {
  it('visits every item once, in painting order', () => {
    const seen: string[] = []
    walk(shown, {
      text: (item) => seen.push(item.texts.join('')),
      fill: (item) => seen.push(item.kind),
      polygon: (item) => seen.push(item.kind),
      picture: (item) => seen.push(item.picture),
    })
    expect(seen).toEqual(['fill', '甲乙', 'photo', '下转', 'polygon', 'photo'])
  })

  it('names each picture once', () => {
    expect([...picturesOf(shown)]).toEqual(['photo'])
  })

  it('knows where a glyph starts', () => {
    const text = run(face, '甲乙', { tracking: 5, x: 12, size: 10 })
    expect(glyphX(text, 1)).toBeCloseTo(22.05, 9)
  })
})

describe('the paper', () => {
  it('is the trim, or the sheet: the bleed and what fills the last pixel at 75 ppi', () => {
    expect(paper(shown, false)).toEqual({ x: 0, y: 0, width: 200, height: 150 })
    expect(sheetEdge(shown)).toBeCloseTo(8.64, 9)
    expect(paper(shown, true).width).toBeCloseTo(217.28, 9)
    expect(sheetEdge(page([], { bleed: 0 }))).toBe(0)
  })
})

describe('a page as text', () => {
  it('is a line an item', () => {
    expect(dumpPage(shown)).toBe(`page p1 1 200x150 bleed 8
fill 0,0 10x0.5 -
text 12,20 Fake 9.5 s1@0 body "甲|乙" [0 1005]
picture photo 1,2 30x40 crop 0,0 1x1 -
text 20,30 Fake 8 x0.9 s1+ jump "下|转" [0 900]
polygon 0,0 1,0 0,1 cmyk(0 1 1 0) -
picture photo 50,2 30x40 crop 0,0 1x1 -
`)
  })
})
