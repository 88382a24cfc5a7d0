import { beforeEach, describe, expect, it } from 'vitest'
import type { DisplayItem, TextRun } from '../../../core/display/displayList'
import { fontId } from '../../../core/ids'
import { err, ok, type Result } from '../../../core/result'
import type { FontPart } from '../../../core/text/fontParts'
import { createOutlines, type Outlines } from '../../../renderer/session/outlines'
import { fakeFace, fakeFonts } from '../../build/fakeFont'

const id = fontId('Fake')
const gone = err({ severity: 'error', code: 'host.gone', message: 'Gone.' } as const)

const runOf = (text: string): DisplayItem =>
  ({
    kind: 'text',
    font: id,
    glyphs: Array.from(text, (c) => c.codePointAt(0) ?? 0),
  }) as unknown as TextRun

/** Path2D is the browser's; here a path is the count of its calls. */
class CountedPath {
  calls = 0
  moveTo = (): number => ++this.calls
  lineTo = (): number => ++this.calls
  quadraticCurveTo = (): number => ++this.calls
  bezierCurveTo = (): number => ++this.calls
  closePath = (): number => ++this.calls
}

describe('outlines in the window', () => {
  let asked: string[]
  let answer: () => Result<FontPart>
  let here: Set<number>
  let outlines: Outlines
  let arrivals: boolean[]

  const drawn = (character: string): number =>
    (outlines.get(id, character.codePointAt(0) ?? 0) as unknown as CountedPath).calls
  const arrived = (): Promise<void> => new Promise((resolve) => setTimeout(resolve))

  beforeEach(() => {
    asked = []
    here = new Set()
    arrivals = []
    const face = fakeFace(id)
    const add = ({ glyphs }: FontPart): void => glyphs.forEach((glyph) => here.add(glyph))
    const partial = { face, has: (glyph: number) => here.has(glyph), add }
    let glyphs: readonly number[] = []
    answer = () => ok({ size: 0, ranges: [], bytes: new Uint8Array(), glyphs })
    const host = {
      fontOutlines: (order: { readonly glyphs: readonly number[] }) => {
        glyphs = order.glyphs
        asked.push(String.fromCodePoint(...order.glyphs))
        return Promise.resolve(answer())
      },
    }
    outlines = createOutlines(
      { set: fakeFonts(face), faces: new Map([[id, partial]]) },
      host,
      () => new CountedPath() as unknown as Path2D,
    )
    outlines.onArrival((renewed) => arrivals.push(renewed))
  })

  it('are asked for once, and ready when they have come', async () => {
    const items = [runOf('版心'), runOf('心田')]
    expect(outlines.ready(items)).toBe(false)
    expect(outlines.ready(items)).toBe(false)
    expect(asked).toEqual(['版心田'])
    await arrived()
    expect(arrivals).toEqual([false])
    expect(outlines.ready(items)).toBe(true)
    expect(drawn('版')).toBeGreaterThan(0)
    expect(outlines.ready([runOf('版田心')])).toBe(true)
    expect(asked).toHaveLength(1)
  })

  it('are looked for in what is new among items that were ready', async () => {
    const [first, last] = [runOf('版'), runOf('心')]
    outlines.ready([first, last])
    await arrived()
    expect(outlines.ready([first, last])).toBe(true)
    expect(outlines.ready([first, runOf('田'), { ...last }])).toBe(false)
    expect(outlines.ready([first, last, runOf('字')])).toBe(false)
    expect(outlines.ready([runOf('行'), first, last])).toBe(false)
    expect(outlines.ready([first])).toBe(true)
    expect(asked).toEqual(['版心', '田', '字', '行'])
  })

  it('ask for nothing where the font has no glyph', () => {
    const none = { ...runOf('版'), glyphs: [0] } as DisplayItem
    expect(outlines.ready([none])).toBe(true)
    expect(asked).toEqual([])
  })

  it('are blank when the host is gone, and drawn once it is back', async () => {
    const lost = [runOf('版')]
    const well = answer
    answer = () => gone
    outlines.ready(lost)
    await arrived()
    expect(outlines.ready(lost)).toBe(true)
    expect(drawn('版')).toBe(0)
    answer = well
    outlines.ready([runOf('心')])
    await arrived()
    expect(arrivals).toEqual([false, true])
    expect(outlines.ready(lost)).toBe(false)
    await arrived()
    expect(outlines.ready(lost)).toBe(true)
    expect(drawn('版')).toBeGreaterThan(0)
  })
})
