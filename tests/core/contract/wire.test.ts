import { describe, expect, it } from 'vitest'
import { packMessage, packPieces, unpackMessage } from '../../../core/contract/wire'

const bytes = (...values: number[]): Uint8Array => new Uint8Array(values)
const read = (message: Uint8Array): unknown => {
  const found = unpackMessage(message)
  if (!found.ok) throw new Error(found.error)
  return found.value
}

describe('the wire', () => {
  const one = { ok: true, value: bytes(1, 2, 3) }
  const several = { names: ['版', '心'], parts: [bytes(4, 5), bytes(), bytes(6)] }

  it('brings back what was packed, whole or in pieces', () => {
    for (const value of [one, several, null, { none: bytes() }]) {
      const whole = packMessage(value)
      expect(read(whole)).toEqual(value)
      expect(Buffer.concat(packPieces(value))).toEqual(Buffer.from(whole))
    }
  })

  it('copies no array into pieces, and none out of a message that has only one', () => {
    expect(packPieces(one)[1]).toBe(one.value)
    const message = packMessage(one)
    expect((read(message) as typeof one).value.buffer).toBe(message.buffer)
  })

  it('gives each of several arrays bytes of its own', () => {
    const { parts } = read(packMessage(several)) as typeof several
    for (const part of parts) expect(part.buffer.byteLength).toBe(part.length)
  })
})
