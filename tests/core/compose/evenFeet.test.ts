import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { composeStory } from '../../../core/compose/composeStory'
import { createComposeCache } from '../../../core/compose/cache'
import { storyId } from '../../../core/ids'
import { chineseText } from '../../build/chinese'
import { storyFrame } from '../../build/editionBuilder'
import { doc, p } from '../../build/storyBuilder'
import { context } from '../text/setText'
import { compose, editionOf, flowLines } from '../../build/storyPages'

const story = fc.record({
  texts: chineseText(7),
  columns: fc.integer({ min: 2, max: 4 }),
})

/** Row after the last line of each column, with all lines. */
function feetOf(texts: readonly string[], columns: number) {
  const frame = storyFrame('f', 's', [0, 0, columns, 60])
  const display = compose(editionOf(doc(...texts.map((text) => p(text))), [frame]))
  const lines = flowLines(display)
  const feet = new Array<number>(columns).fill(0)
  for (const { column, row } of lines) feet[column] = Math.max(feet[column]!, row + 1)
  return { lines, feet }
}

describe('columns of a story', () => {
  it('end within a row of each other, but for a few that no cut and no line more or less makes even', () => {
    let stories = 0
    let apart = 0
    fc.assert(
      fc.property(story, ({ texts, columns }) => {
        const { lines, feet } = feetOf(texts, columns)
        if (lines.length < 8 * columns) return
        stories += 1
        if (Math.max(...feet) - Math.min(...feet) > 1) apart += 1
      }),
      { numRuns: 300, seed: 20261129 },
    )
    expect(stories).toBeGreaterThan(100)
    expect(apart / stories).toBeLessThan(0.1)
  })
})

describe('the depth of a story', () => {
  it('is one to which its frame may be cut and still holds it', () => {
    const inRows = (texts: readonly string[], columns: number, rows: number) => {
      const frame = storyFrame('f', 's', [0, 0, columns, rows])
      const edition = editionOf(doc(...texts.map((text) => p(text))), [frame])
      const own = edition.stories[storyId('s')]!
      return composeStory(edition, own, context(), createComposeCache())!
    }
    fc.assert(
      fc.property(story, ({ texts, columns }) => {
        const whole = inRows(texts, columns, 60)
        if (whole.fit.overset.length > 0) return
        expect(inRows(texts, columns, whole.depth).fit.overset).toEqual([])
      }),
      { numRuns: 60, seed: 20261129 },
    )
  })
})
