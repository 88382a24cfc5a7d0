/** The page's own lines: those at its foot stand side by side, in as many rows as they need. */
import { describe, expect, it } from 'vitest'
import { storyId } from '../../../core/ids'
import { right } from '../../../core/geometry'
import { typeArea } from '../../../core/model/grid'
import { withRecord } from '../../../core/model/tables'
import { page, plainGrid, smallEdition, story } from '../../build/editionBuilder'
import { doc, line } from '../../build/storyBuilder'
import { compose, textRuns } from '../../build/storyPages'

/** Where the lines of the foot end and on which height they stand. */
function footOf(count: number) {
  const texts = Array.from({ length: count }, (_, at) => line(`本版责编 甲${at} 校对 乙${at}`))
  let edition = smallEdition()
  edition = withRecord(edition, 'stories', story('foot', doc(...texts)))
  edition = withRecord(edition, 'pages', page('p1', { credits: [storyId('foot')] }))
  return compose(edition)
    .pages.flatMap(textRuns)
    .filter(({ source }) => source.kind === 'manuscript' && source.story === 'foot')
}

describe('the lines at the foot', () => {
  it('stand in one row where they have room', () => {
    expect(new Set(footOf(2).map(({ y }) => y)).size).toBe(1)
  })

  it('go on in a row below, and none runs over the edge', () => {
    const lines = footOf(14)
    expect(lines.length).toBeGreaterThanOrEqual(14)
    expect(new Set(lines.map(({ y }) => y)).size).toBeGreaterThan(1)
    for (const { x, size, offsets } of lines) {
      const last = ((offsets.at(-1) ?? 0) / 1000) * size
      expect(x + last + size).toBeLessThanOrEqual(right(typeArea(plainGrid)) + 1e-6)
    }
  })
})
