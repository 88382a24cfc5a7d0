/** The white at the foot of a short page as one rectangle. */
import { describe, expect, it } from 'vitest'
import type { Block } from '../../../core/makeup/blocks'
import { footRectangle } from '../../../core/makeup/footWhite'
import { story } from '../../build/editionBuilder'
import { brief } from './page'

const at = (column: number, columns: number, row: number, rows: number): Block => ({
  form: {
    ...{ kind: 'picture', cost: 0, rows, pictureRows: rows, padding: 0, tint: false },
    story: story('ph', brief('', 9)),
  },
  ...{ column, columns, row, rows },
})
const free = (...blocks: readonly Block[]) => footRectangle({ columns: 6, rows: 90 }, blocks, 2)

describe('the white at the foot', () => {
  it('is a rectangle of whole columns that keeps its distance', () => {
    expect(free(at(0, 6, 0, 40))).toEqual({ column: 0, columns: 6, row: 42, rows: 48 })
    expect(free(at(0, 4, 0, 90), at(4, 2, 0, 30))).toEqual({
      ...{ column: 4, columns: 2, row: 32, rows: 58 },
    })
  })

  it('is the largest where columns end apart', () => {
    const ragged = [at(0, 2, 0, 60), at(2, 4, 0, 58)]
    expect(free(...ragged)).toEqual({ column: 0, columns: 6, row: 62, rows: 28 })
    expect(free(at(0, 2, 0, 84), at(2, 4, 0, 58))).toEqual({
      ...{ column: 2, columns: 4, row: 60, rows: 30 },
    })
  })

  it('is none on a page that ends near its foot', () => {
    expect(free(at(0, 6, 0, 88))).toBeNull()
  })
})
