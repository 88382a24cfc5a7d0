import { describe, expect, it } from 'vitest'
import { freeArea, nearestEdge, sharedEdges, type SharedEdge } from '../../../core/shape'
import { smallEdition } from '../../build/editionBuilder'

const cells = (column: number, row: number, columns: number, rows: number) => ({
  column,
  row,
  columns,
  rows,
})

describe('edges in common', () => {
  it('goes to the nearest edge within reach, and to none beyond it', () => {
    expect(nearestEdge(10.4, [0, 10, 11], 0.5)).toBe(10)
    expect(nearestEdge(10.6, [0, 10, 11], 0.5)).toBe(11)
    expect(nearestEdge(10.5, [0, 8, 13], 2)).toBeNull()
  })

  it('names the side of the block and reaches over block and mate', () => {
    const found = sharedEdges(cells(0, 10, 2, 10), [cells(4, 20, 2, 5)])
    expect(found).toEqual<SharedEdge[]>([{ side: 'bottom', at: 20, from: 0, to: 6 }])
    expect(sharedEdges(cells(4, 0, 2, 10), [cells(4, 20, 2, 5)])).toEqual<SharedEdge[]>([
      { side: 'left', at: 4, from: 0, to: 25 },
      { side: 'right', at: 6, from: 0, to: 25 },
    ])
  })
})

describe('free places', () => {
  const edition = smallEdition()
  const page = Object.values(edition.pages)[0]
  if (page === undefined) throw new Error('The edition has a page')

  it('finds the largest block that no frame covers', () => {
    expect(freeArea(edition, page, { columns: 1, rows: 4 })).toEqual(cells(0, 40, 6, 22))
  })

  it('covers the cell asked for, and gives none under a frame', () => {
    const right = freeArea(edition, page, { columns: 1, rows: 3, at: { column: 5, row: 30 } })
    expect(right).toEqual(cells(4, 24, 2, 38))
    expect(freeArea(edition, page, { columns: 1, rows: 3, at: { column: 1, row: 5 } })).toBeNull()
  })
})
