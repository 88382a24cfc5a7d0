import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applySteps, invertSteps, type EditionStep } from '../../../core/edit'
import { frameId, storyId } from '../../../core/ids'
import { rect } from '../../../core/geometry'
import { checkEdition } from '../../../core/model/check'
import type { Edition } from '../../../core/model/edition'
import {
  effectivePpi,
  figureWords,
  middleOf,
  panCrop,
  pictureOf,
  relinkPicture,
  setCrop,
  setFigureWord,
  showPicture,
  zoomCrop,
  type Crop,
  type Shaped,
} from '../../../core/shape'
import { picture, smallEdition } from '../../build/editionBuilder'

const seed = 20261128
const f4 = frameId('f4')
const photo = storyId('photo')

function after(edition: Edition, shaped: Shaped): Edition {
  const done = shaped.ok ? applySteps(edition, shaped.value) : shaped
  if (!done.ok) throw new Error(done.error.message)
  return done.value
}

const stepsOf = (shaped: Shaped): readonly EditionStep[] => (shaped.ok ? shaped.value : [])

describe('the part of a picture that shows', () => {
  const box = rect(0, 0, 300, 100)

  it('is the largest middle part of the box’s proportion', () => {
    const middle = middleOf({ width: 1200, height: 800 }, box)
    expect(middle.width).toBe(1)
    expect(middle.height).toBeCloseTo(0.5)
    expect(middle.y).toBeCloseTo(0.25)
  })

  it('stays inside the picture and keeps its proportion, however it is moved and zoomed', () => {
    const deed = fc.oneof(
      fc
        .tuple(
          fc.double({ min: -1, max: 1, noNaN: true }),
          fc.double({ min: -1, max: 1, noNaN: true }),
        )
        .map(
          ([dx, dy]) =>
            (crop: Crop) =>
              panCrop(crop, dx, dy),
        ),
      fc
        .tuple(
          fc.double({ min: 0.2, max: 5, noNaN: true }),
          fc.double({ min: 0, max: 1, noNaN: true }),
        )
        .map(
          ([factor, at]) =>
            (crop: Crop) =>
              zoomCrop(crop, factor, { x: at, y: 1 - at }),
        ),
    )
    fc.assert(
      fc.property(fc.array(deed, { maxLength: 12 }), (deeds) => {
        const start = middleOf({ width: 1200, height: 800 }, box)
        const crop = deeds.reduce((now, change) => change(now), start)
        expect(crop.x).toBeGreaterThanOrEqual(0)
        expect(crop.y).toBeGreaterThanOrEqual(0)
        expect(crop.x + crop.width).toBeLessThanOrEqual(1 + 1e-9)
        expect(crop.y + crop.height).toBeLessThanOrEqual(1 + 1e-9)
        expect(crop.width / crop.height).toBeCloseTo(start.width / start.height, 6)
      }),
      { seed },
    )
  })

  it('keeps what lies under the pointer where it is', () => {
    const start = { x: 0.2, y: 0.2, width: 0.5, height: 0.5 }
    const zoomed = zoomCrop(start, 2, { x: 0.3, y: 0.8 })
    expect(zoomed.width).toBeCloseTo(0.25)
    expect(zoomed.x + 0.3 * zoomed.width).toBeCloseTo(start.x + 0.3 * start.width)
    expect(zoomed.y + 0.8 * zoomed.height).toBeCloseTo(start.y + 0.8 * start.height)
  })

  it('tells the resolution by the coarser way', () => {
    const whole = { x: 0, y: 0, width: 1, height: 1 }
    expect(effectivePpi({ width: 600, height: 600 }, whole, rect(0, 0, 144, 72))).toBe(300)
    expect(
      effectivePpi({ width: 600, height: 600 }, { ...whole, width: 0.5 }, rect(0, 0, 144, 72)),
    ).toBe(150)
  })
})

describe('a picture frame', () => {
  it('takes another file from its middle, and gives back the first by undo', () => {
    const start = after(
      smallEdition(),
      setCrop(smallEdition(), f4, { x: 0, y: 0, width: 0.5, height: 0.5 }),
    )
    const shown = showPicture(start, f4, picture('other'))
    const changed = after(start, shown)
    expect(pictureOf(changed, photo)?.id).toBe('other')
    expect(changed.frames[f4]).toMatchObject({ crop: null })
    expect(checkEdition(changed)).toEqual([])
    expect(after(changed, { ok: true, value: invertSteps(stepsOf(shown), start) })).toEqual(start)
  })

  it('keeps its crop when a missing file comes back, and not for one of another shape', () => {
    const crop = { x: 0, y: 0, width: 0.5, height: 0.5 }
    const start = after(smallEdition(), setCrop(smallEdition(), f4, crop))
    const id = pictureOf(start, photo)?.id
    if (id === undefined) throw new Error('The photo has a picture')
    const file = `${'ab'.repeat(32)}.jpg`
    const same = after(
      start,
      relinkPicture(start, id, picture('x', { file, width: 600, height: 400 })),
    )
    expect(same.pictures[id]).toMatchObject({ id, file, width: 600 })
    expect(same.frames[f4]).toMatchObject({ crop })
    const tall = after(
      start,
      relinkPicture(start, id, picture('x', { file, width: 400, height: 600 })),
    )
    expect(tall.frames[f4]).toMatchObject({ crop: null })
  })

  it('has title, caption and credit set one by one, emptied and given again', () => {
    const start = smallEdition()
    const bare = after(start, setFigureWord(start, photo, 'figureTitle', '  '))
    expect(figureWords(bare, photo)).toEqual({
      figureTitle: '',
      caption: '河湾村的晒谷场上，新谷铺成一片。',
      credit: '甲二 摄',
    })
    const told = after(bare, setFigureWord(bare, photo, 'caption', '谷子黄了。\n人也忙了。'))
    expect(told.stories[photo]?.doc.firstChild?.childCount).toBe(3)
    expect(figureWords(told, photo).caption).toBe('谷子黄了。\n人也忙了。')
    expect(stepsOf(setFigureWord(told, photo, 'credit', '甲二 摄'))).toEqual([])
    expect(setFigureWord(start, storyId('lead'), 'caption', '图').ok).toBe(false)
  })
})
