import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { messageTop, type Box } from '../../../renderer/desk/messageTop'

const room: Box = { left: 280, top: 100, width: 650, height: 600 }
const message = { width: 420, height: 40 }
const line = (top: number, left = 500): Box => ({ left, top, width: 100, height: 30 })

describe('where a message stands over the page', () => {
  it('is the foot of the page', () => {
    expect(messageTop(room, message, [])).toBe(652)
    expect(messageTop(room, message, [line(300)])).toBe(652)
    expect(messageTop(room, message, [line(660, 285)])).toBe(652)
  })

  it('is the head while the text at the foot is written', () => {
    expect(messageTop(room, message, [line(640)])).toBe(108)
  })

  it('is between where both are taken, as low as can be', () => {
    const find: Box = { left: 520, top: 110, width: 400, height: 200 }
    expect(messageTop(room, message, [find, line(640)])).toBe(592)
  })

  it('never lies over what is looked at while there is room for it', () => {
    const box = fc.record({
      left: fc.integer({ min: 280, max: 800 }),
      top: fc.integer({ min: 100, max: 660 }),
      width: fc.integer({ min: 20, max: 130 }),
      height: fc.integer({ min: 10, max: 40 }),
    })
    fc.assert(
      fc.property(fc.array(box, { maxLength: 3 }), (clear) => {
        const top = messageTop(room, message, clear)
        const left = room.left + (room.width - message.width) / 2
        return clear.every(
          (one) =>
            one.left >= left + message.width ||
            left >= one.left + one.width ||
            one.top >= top + message.height ||
            top >= one.top + one.height,
        )
      }),
      { seed: 4 },
    )
  })
})
