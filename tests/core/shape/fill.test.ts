import { describe, expect, it } from 'vitest'
import { createComposeCache } from '../../../core/compose'
import { applySteps, invertSteps } from '../../../core/edit'
import { frameId, pageId, storyId, type StoryId } from '../../../core/ids'
import type { Edition } from '../../../core/model/edition'
import { checkEdition } from '../../../core/model/check'
import { textOf } from '../../../core/model/storySchema'
import { withRecord } from '../../../core/model/tables'
import { blankFrames, fillFrame, fillPage, frameFor, type FillTools } from '../../../core/shape'
import { storyFrame, story } from '../../build/editionBuilder'
import { fakeFonts } from '../../build/fakeFont'
import { doc, headline, label, p, tip } from '../../build/storyBuilder'
import { editionOf } from '../../build/storyPages'
import { required } from '../edit/sameEdition'

const tools: FillTools = {
  ...{ fonts: fakeFonts(), cache: createComposeCache() },
  turnsOf: (doc, lines) => (lines > 1 ? [Math.floor(textOf(doc, 'headline').length / lines)] : []),
}
const BLANK = doc(headline(''), p(''))
const LONG = doc(
  headline('河湾三十里水渠修进新稻田'),
  tip('t', label('阅读提示'), p('船票不变。')),
  p('清早的渡口只有两条船。'.repeat(60)),
)
const SHORT = doc(headline('夜里加开两班渡船'), p('渡口夜里加船。'.repeat(6)))

/** A blank story in a large frame with a headline of two lines, another in a small one, and stories that wait. */
function yesterday(waiting: Readonly<Record<string, typeof LONG>>): Edition {
  const head = { level: 1, face: 'song', turns: [4] } as const
  const large = storyFrame('large', 's', [0, 0, 4, 40], { head })
  let edition = editionOf(BLANK, [large])
  edition = withRecord(edition, 'stories', story('blank', BLANK))
  edition = withRecord(
    edition,
    'frames',
    storyFrame('small', 'blank', [4, 0, 2, 9], { head: { ...head, turns: [] } }),
  )
  for (const [id, text] of Object.entries(waiting))
    edition = withRecord(edition, 'stories', story(id, text))
  return edition
}

const PAGE = (edition: Edition) => Object.values(edition.pages)[0]?.id ?? pageId('')
const inFrame = (edition: Edition, id: string): StoryId | null => {
  const frame = edition.frames[frameId(id)]
  return frame === undefined || frame.kind === 'rule' ? null : frame.story
}

describe('filling an empty frame', () => {
  it('puts the story in the place of the blank one, with its boxes, columns and as many headline lines', () => {
    const before = yesterday({ long: LONG })
    const steps = required(fillFrame(before, frameId('large'), storyId('long'), tools))
    const after = required(applySteps(before, steps))
    expect(checkEdition(after).filter(({ severity }) => severity === 'error')).toEqual([])
    expect(after.frames[frameId('large')]).toMatchObject({
      story: 'long',
      head: { level: 1, turns: [6] },
      insets: [expect.objectContaining({ block: 't' })],
    })
    expect(after.stories[storyId('s')]).toBeUndefined()
    expect(after.stories[storyId('long')]?.order).toBe(before.stories[storyId('s')]?.order)
    expect(required(applySteps(after, invertSteps(steps, before)))).toEqual(before)
  })

  it('refuses a frame with copy, one that is locked, and a story that stands somewhere', () => {
    const before = yesterday({ long: LONG, short: SHORT })
    const filled = required(
      applySteps(before, required(fillFrame(before, frameId('large'), storyId('long'), tools))),
    )
    const codeOf = (edition: Edition, frame: string, one: string) => {
      const done = fillFrame(edition, frameId(frame), storyId(one), tools)
      return done.ok ? null : done.error.code
    }
    expect(codeOf(filled, 'large', 'short')).toBe('shape.filled')
    expect(codeOf(filled, 'small', 'long')).toBe('shape.filled')
    const small = before.frames[frameId('small')]
    if (small === undefined) throw new Error('There is a small frame')
    const locked = withRecord(before, 'frames', { ...small, locked: true })
    expect(codeOf(locked, 'small', 'short')).toBe('shape.locked')
    expect(blankFrames(locked, PAGE(locked)).map(({ id }) => id)).toEqual(['large'])
  })
})

describe('filling a page', () => {
  it('gives each story the frame it fits, and leaves waiting what finds none', () => {
    const before = yesterday({ short: SHORT, long: LONG, other: doc(headline('晨'), p('渡口。')) })
    const short = before.stories[storyId('short')]
    if (short === undefined) throw new Error('The story is there')
    expect(frameFor(before, PAGE(before), short)?.id).toBe('small')
    const after = required(applySteps(before, required(fillPage(before, PAGE(before), tools))))
    expect(inFrame(after, 'large')).toBe('long')
    expect(inFrame(after, 'small')).toBe('short')
    expect(after.stories[storyId('other')]).toBeDefined()
    expect(fillPage(after, PAGE(after), tools)).toEqual({ ok: true, value: [] })
  })
})
