import { describe, expect, it } from 'vitest'
import type { StoryFit } from '../../../core/compose'
import { milliEm } from '../../../core/units'
import { briefFitWords, fitWords, misfitLines } from '../../../renderer/desk/pageStories'
import { textFor } from '../../../renderer/i18n'
import { storyFrame } from '../../build/editionBuilder'
import { doc, headline, label, p, tip } from '../../build/storyBuilder'
import { compose, editionOf } from '../../build/storyPages'

/** A story with a box of ten lines, of which five have room, and so many rows for its text. */
function fitIn(rows: number): StoryFit {
  const words = p('早晨的集市在河边，'.repeat(18))
  const story = doc(headline('渡口'), words, tip('tip1', label('阅读提示'), ...TEN))
  const frame = storyFrame('f', 's', [0, 0, 2, rows], {
    insets: [{ block: 'tip1', x: milliEm(0), width: milliEm(16000), row: 0, rows: 8 }],
  })
  const [fit] = compose(editionOf(story, [frame])).stories
  if (fit === undefined) throw new Error('The story has a frame')
  return fit
}
const TEN = Array.from({ length: 10 }, () => p('水位七米。'))

describe('how a story fits, in words', () => {
  const [alone, both] = [fitIn(40), fitIn(10)]

  it('tells the lines that are over in a box as such, in short too', () => {
    const inBox = alone.oversetBoxLines
    const characters = inBox * 5
    expect(alone).toMatchObject({ oversetLines: 0, oversetCharacters: characters })
    expect(inBox).toBeGreaterThan(2)
    const said = ['zh-CN', 'en'].map((locale) => fitWords(alone, textFor(locale)))
    expect(said).toEqual([`框内超 ${inBox} 行`, `${inBox} lines over in a box`])
    expect(briefFitWords(alone, textFor('zh-CN'))).toBe(`框内超 ${inBox}`)
    expect(misfitLines(alone)).toBe(inBox)
  })

  it('tells them beside those of the text', () => {
    const { oversetLines: lines, oversetBoxLines: inBox, oversetCharacters: characters } = both
    expect([lines > 0, inBox]).toEqual([true, alone.oversetBoxLines])
    expect(fitWords(both, textFor('zh-CN'))).toBe(
      `超 ${lines} 行、框内 ${inBox} 行 ${characters} 字`,
    )
    expect(briefFitWords(both, textFor('en'))).toBe(`+${lines + inBox}`)
  })
})
