import fc from 'fast-check'
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

  it('carries every value and every byte', () => {
    const value = fc.letrec((tie) => ({
      value: fc.oneof(
        { maxDepth: 4 },
        fc.constant(null),
        fc.boolean(),
        fc.integer(),
        fc.string({ unit: 'binary' }),
        fc.uint8Array({ maxLength: 40 }),
        fc.array(tie('value')),
        fc.dictionary(fc.string(), tie('value')),
      ),
    })).value
    fc.assert(
      fc.property(value, (sent) => {
        expect(read(packMessage(sent))).toEqual(sent)
      }),
      { seed: 4 },
    )
  })

  it('refuses bytes that are no message, without a throw', () => {
    const whole = packMessage({ a: [1, new Uint8Array([1, 2, 3])] })
    for (let cut = 0; cut < whole.length; cut++) {
      expect(unpackMessage(whole.subarray(0, cut)).ok).toBe(false)
    }
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
        expect(typeof unpackMessage(bytes).ok).toBe('boolean')
      }),
      { seed: 4 },
    )
    const deep = `${'['.repeat(5_000)}${']'.repeat(5_000)}`
    const bytes = new TextEncoder().encode(`${deep.length}\n${deep}`)
    expect(unpackMessage(bytes)).toMatchObject({ ok: false })
  })

  it('does not send what is no JSON', () => {
    for (const value of [() => 1, Symbol.iterator, 1n, Number.NaN, { $bytes: 3 }]) {
      expect(() => packMessage(value)).toThrow()
    }
  })
})
