import { describe, expect, it } from 'vitest'
import { importing } from '../../../renderer/i18n/catalogue/importing'

const [zh, en] = [0, 1] as const

describe('what stands behind a number', () => {
  it('is in the singular in English where there is one, and never in Chinese', () => {
    const { storyCount, pictureCount, doubtCount, done } = importing.importing
    const counts = [storyCount, pictureCount, doubtCount]
    expect(counts.map((count) => count[en](1))).toEqual(['story', 'picture', 'doubt'])
    expect(counts.map((count) => count[en](2))).toEqual(['stories', 'pictures', 'doubts'])
    expect(counts.map((count) => count[en](0))).toEqual(['stories', 'pictures', 'doubts'])
    for (const count of counts) expect(count[zh](1)).toBe(count[zh](2))
    expect(done[en](1, 1, 1)).toBe('Imported 1 item on 1 page, 1 doubt')
    expect(done[en](2, 3, 2)).toBe('Imported 2 items on 3 pages, 2 doubts')
  })
})
