import { describe, expect, it } from 'vitest'
import { glyphPaths, paintPage, pixelSize } from '../../../core/display/canvasPainter'
import { missingPicture } from '../../../core/display/placeholder'
import type { PathBuilder, Surface } from '../../../core/display/surface'
import type { PageDisplay } from '../../../core/display/displayList'
import { ink } from '../../../core/ink'
import { fill, page, picture, polygon, run } from '../../build/displayBuilder'
import { fakeFace, fakeFonts } from '../../build/fakeFont'

/** A surface that writes down what is drawn, in device pixels. */
function recorder() {
  const calls: string[] = []
  let matrix = [1, 0, 0, 1, 0, 0]
  const at = (index: number): number => matrix[index] ?? 0
  const device = (x: number, y: number): string =>
    `${Math.round((at(0) * x + at(4)) * 1e3) / 1e3},${Math.round((at(3) * y + at(5)) * 1e3) / 1e3}`
  const newPath = (): PathBuilder & { first: string } => ({
    first: '',
    moveTo(x, y) {
      this.first ||= `${x},${y}`
    },
    lineTo: () => undefined,
    quadraticCurveTo: () => undefined,
    bezierCurveTo: () => undefined,
    closePath: () => undefined,
  })
  const colour = (): string => (typeof surface.fillStyle === 'string' ? surface.fillStyle : '')
  const surface: Surface<ReturnType<typeof newPath>, string> = {
    fillStyle: '',
    save: () => calls.push('save'),
    restore: () => calls.push('restore'),
    setTransform: (...next) => void (matrix = next),
    fillRect: (x, y, w, h) =>
      calls.push(`rect ${device(x, y)} ${device(x + w, y + h)} ${colour()}`),
    fill(path) {
      const [x = 0, y = 0] = path.first.split(',').map(Number)
      calls.push(`path ${device(x, y)} ${colour()}`)
    },
    clip: () => calls.push('clip'),
    drawImage: (image, sx, sy, sw, sh, x, y, w, h) =>
      calls.push(`image ${image} ${sx},${sy} ${sw}x${sh} ${device(x, y)} ${device(x + w, y + h)}`),
  }
  return { surface, calls, newPath }
}

const BLACK = 'rgb(35 31 32)'

function paint(shown: PageDisplay, options: { bleed?: boolean; scale?: number } = {}) {
  const { surface, calls, newPath } = recorder()
  const glyphs = glyphPaths(fakeFonts(), newPath)
  paintPage(surface, shown, glyphs, {
    scale: 2,
    pictures: (id) => (id === 'here' ? { image: 'here', width: 400, height: 200 } : null),
    ...options,
  })
  return calls
}

describe('the canvas painter', () => {
  it('draws white paper the size of the trim first, clipped to it', () => {
    const calls = paint(page([], { width: 100, height: 50 }))
    expect(calls).toEqual(['save', 'clip', 'rect 0,0 200,100 rgb(255 255 255)', 'restore'])
  })

  it('moves everything by the bleed when the bleed is shown', () => {
    const shown = page([fill(0, 0, 10, 5)], { width: 100, height: 50, bleed: 9.6 })
    expect(paint(shown, { bleed: true })).toEqual([
      'save',
      'clip',
      'rect 0,0 238.4,138.4 rgb(255 255 255)',
      `rect 19.2,19.2 39.2,29.2 ${BLACK}`,
      'restore',
    ])
    expect(pixelSize(shown, 2, true)).toEqual({ width: 239, height: 139 })
    expect(pixelSize(shown, 2)).toEqual({ width: 200, height: 100 })
  })

  it('places each glyph by its offset, scaled by size and scaleX, y upwards', () => {
    const face = fakeFace()
    // the fake outlines start at 50,0
    const text = run(face, '甲乙', { x: 10, y: 20, size: 10, scaleX: 0.8, tracking: 100 })
    expect(paint(page([text])).slice(3, -1)).toEqual([
      `path ${20 + 0.05 * 10 * 2 * 0.8},40 ${BLACK}`,
      `path ${20 + 0.9 * 10 * 2 + 0.05 * 10 * 2 * 0.8},40 ${BLACK}`,
    ])
  })

  it('never draws glyph 0', () => {
    const face = fakeFace(undefined, '乙')
    expect(
      paint(page([run(face, '甲乙丙')])).filter((call) => call.startsWith('path')),
    ).toHaveLength(2)
  })

  it('makes an outline once a glyph, whatever the number of pages', () => {
    const face = fakeFace()
    let made = 0
    const { surface, newPath } = recorder()
    const glyphs = glyphPaths(fakeFonts(face), () => {
      made += 1
      return newPath()
    })
    const shown = page([run(face, '甲乙甲甲'), run(face, '乙甲')])
    const options = { scale: 1, pictures: () => null }
    paintPage(surface, shown, glyphs, options)
    paintPage(surface, shown, glyphs, options)
    const papers = 2
    expect(made - papers).toBe(2)
  })

  it('draws the part of a picture that shows', () => {
    const crop = { x: 0.25, y: 0.5, width: 0.5, height: 0.5 }
    expect(paint(page([picture('here', 10, 10.3, 50, 25, crop)])).slice(3, -1)).toEqual([
      'save',
      'clip',
      // outwards to whole pixels, within the clip
      'image here 100,100 200x100 20,20 120,71',
      'restore',
    ])
  })

  it('draws the common placeholder where a picture is missing', () => {
    const item = picture('gone', 10, 10, 50, 25)
    expect(paint(page([item]))).toEqual(paint(page(missingPicture(item))))
    expect(missingPicture(item)[0]).toEqual(fill(10, 10, 50, 25, ink(0, 0, 0, 0.1)))
  })

  it('draws polygons as closed paths', () => {
    const triangle = polygon(
      [
        [1, 2],
        [3, 4],
        [5, 2],
      ],
      ink(0, 1, 1, 0),
    )
    expect(paint(page([triangle]))[3]).toBe('path 2,4 rgb(237 28 36)')
  })
})
