import { describe, expect, it } from 'vitest'
import { contains, rect } from '../../../core/geometry'
import { cellsRect } from '../../../core/model/grid'
import { plainGrid, storyFrame } from '../../build/editionBuilder'
import { byline, doc, headline, p } from '../../build/storyBuilder'
import { compose, editionOf, flowLines, lineText } from '../../build/storyPages'

const TEXT = p('清早的渡口只有两条船，撑船人把缆绳解开，雾还没有散。'.repeat(12))
const WORDS = '渡口夜里加两班船'

function standing(words: string, side: 'left' | 'right', rows = 40, turns: readonly number[] = []) {
  const frame = storyFrame('f', 's', [0, 0, 2, rows], {
    text: { columns: 2, measure: 14 },
    head: { level: 1, face: 'song', turns, vertical: side },
  })
  const display = compose(editionOf(doc(headline(words), TEXT), [frame]))
  const page = display.pages[0]
  if (page === undefined) throw new Error('The page is missing')
  const cells = page.lines.filter((line) => line.role === 'headline')
  return { display, page, cells, body: flowLines(display), area: cellsRect(plainGrid, frame.area) }
}

describe('a standing headline (竖题)', () => {
  it.each(['left', 'right'] as const)('keeps to the %s of its text, inside the frame', (side) => {
    const { cells, body, area, page } = standing(WORDS, side)
    expect(cells.map((line) => lineText(page, line)).join('')).toBe(WORDS)
    expect(new Set(cells.map(({ x }) => x)).size).toBe(1)
    cells.slice(1).forEach((cell, i) => {
      expect(cell.y - (cells[i]?.y ?? 0)).toBeGreaterThanOrEqual(cell.size - 0.01)
    })
    for (const { x, y, size } of cells)
      expect(contains(area, rect(x, y - 0.88 * size, size, size))).toBe(true)
    const edge = cells[0]?.x ?? 0
    const size = cells[0]?.size ?? 0
    for (const line of body) {
      if (side === 'left') expect(line.x).toBeGreaterThan(edge + size)
      else expect(line.x + (line.setWidth * line.size) / 1000).toBeLessThan(edge)
    }
    expect(Math.min(...body.map(({ row }) => row))).toBe(0)
  })

  it('reads its lines from right to left', () => {
    const { cells } = standing(WORDS, 'right', 40, [4])
    expect(cells).toHaveLength(8)
    expect(cells[4]?.x).toBeLessThan(cells[0]?.x ?? 0)
    expect(cells[4]?.y).toBe(cells[0]?.y)
  })

  it('lies where marks, other parts or a shallow frame forbid it to stand', () => {
    expect(standing('渡口，夜里加船', 'left').cells).toHaveLength(1)
    expect(standing(WORDS, 'left', 8).cells).toHaveLength(1)
    const frame = storyFrame('f', 's', [0, 0, 2, 40], {
      head: { level: 1, face: 'song', turns: [], vertical: 'left' },
    })
    const document = doc(headline(WORDS), byline('甲一'), TEXT)
    const lines = compose(editionOf(document, [frame])).pages[0]?.lines ?? []
    expect(lines.filter(({ role }) => role === 'headline')).toHaveLength(1)
    expect(lines.filter(({ role }) => role === 'byline')).toHaveLength(1)
  })

  it('loses and oversets nothing', () => {
    const { display } = standing(WORDS, 'right')
    expect(display.stories.flatMap(({ overset }) => overset)).toEqual([])
  })
})
