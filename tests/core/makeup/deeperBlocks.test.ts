/** A page drawn out to its foot. */
import { describe, expect, it } from 'vitest'
import type { Block } from '../../../core/makeup/blocks'
import { withDeeperBlocks } from '../../../core/makeup/deeperBlocks'
import { task, textBlock, tinted } from './blocks'

describe('a few rows that a page lacks at its foot', () => {
  const areas = (...blocks: readonly Block[]) =>
    withDeeperBlocks(task, blocks).map(({ form, row, rows }) => [
      ...[row, rows],
      form.kind === 'picture' ? form.pictureRows : form.kind === 'story' ? form.headRows : 0,
    ])

  it('are taken by the headline groups on the way down, each about as many', () => {
    const [lead, other] = [textBlock([0, 0, 6, 40]), textBlock([0, 42, 6, 42])]
    expect(areas(lead, other)).toEqual([
      [0, 43, 7],
      [45, 45, 7],
    ])
  })

  it('are taken by the next where one has no headline group over all its columns', () => {
    const box = { ...tinted([0, 0, 6, 40]) }
    expect(areas(box, textBlock([0, 42, 6, 44]))).toEqual([
      [0, 40, 9],
      [42, 48, 8],
    ])
  })

  it('end columns side by side together, whatever stands in them', () => {
    const left = [textBlock([0, 0, 3, 30]), textBlock([0, 32, 3, 30]), textBlock([0, 64, 3, 20])]
    const right = [textBlock([3, 0, 3, 50]), textBlock([3, 52, 3, 32])]
    const all = withDeeperBlocks(task, [...left, ...right])
    expect(all.map(({ row, rows }) => row + rows)).toEqual([32, 66, 90, 54, 90])
  })

  it('are taken as far as the blocks can', () => {
    expect(areas(textBlock([0, 0, 6, 80]))).toEqual([[0, 85, 9]])
  })

  it('may be more where the units are few', () => {
    const blocks = [textBlock([0, 0, 6, 24]), textBlock([0, 26, 6, 22]), textBlock([0, 50, 6, 24])]
    expect(withDeeperBlocks(task, blocks)).toBe(blocks)
    const drawn = withDeeperBlocks({ ...task, isFew: true }, blocks)
    expect(drawn.map(({ row, rows }) => [row, rows])).toEqual([
      [0, 29],
      [31, 27],
      [60, 29],
    ])
  })

  it('are taken over a hole besides, on a page that ends at its foot', () => {
    const left = [textBlock([0, 0, 3, 40]), textBlock([0, 46, 3, 44])]
    expect(areas(...left, textBlock([3, 0, 3, 90]))).toEqual([
      [0, 40, 4],
      [42, 48, 8],
      [0, 90, 4],
    ])
  })

  it('are taken by the last of a column that ends above the others', () => {
    const right = [textBlock([3, 0, 3, 40]), textBlock([3, 42, 3, 36])]
    expect(areas(textBlock([0, 0, 3, 84]), ...right)).toEqual([
      [0, 89, 9],
      [0, 43, 7],
      [45, 41, 9],
    ])
  })

  it('stay white where they are many or none, or a frame is fixed by hand', () => {
    const stay = (...blocks: readonly Block[]) =>
      expect(withDeeperBlocks(task, blocks)).toBe(blocks)
    stay(textBlock([0, 0, 6, 34]), textBlock([0, 36, 6, 34]))
    stay(textBlock([0, 0, 6, 88]))
    stay(textBlock([0, 0, 6, 40]), { ...textBlock([0, 42, 6, 42]), fixed: true })
  })
})
