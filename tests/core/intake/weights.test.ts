import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { modelOf } from '../../../core/intake/roles/model'
import { ROLES } from '../../../core/intake/roles/role'
import {
  asWord,
  highAfter,
  lowAfter,
  partsOf,
  wordOf,
  type Part,
  type Tell,
} from '../../../core/intake/roles/tell'
import { TraitTable } from '../../../core/intake/roles/traitTable'
import { TRAITS } from '../../../core/intake/roles/weights'
import { namedTraits, weightsModule, writeTraits } from '../../build/roles/writtenTraits'

const written = namedTraits(TRAITS)

function numbersOf(parts: readonly Part[]): readonly [number, number] {
  let [low, high] = [0, 0]
  for (const part of parts.map(asWord))
    [low, high] = [lowAfter(low, part.low), highAfter(high, part.high)]
  return [low, high]
}

describe('the weights of the traits', () => {
  it('are found by every name that is written, as they are written', () => {
    const { weigh } = modelOf()
    expect(written.size).toBeGreaterThan(10_000)
    for (const [name, weights] of written) {
      const sums = weigh((tell) => tell(...(partsOf(name) as Parameters<Tell>)))
      if (sums.every((sum, role) => sum === weights[role])) continue
      expect.soft([name, ...sums]).toEqual([name, ...weights])
    }
  })

  it('are written again as they were', () => {
    expect(writeTraits(written) === TRAITS).toBe(true)
  })

  it('come back from the text, whatever they and their names are', () => {
    const part = fc
      .string({ unit: 'binary', maxLength: 4 })
      .map((text) => text.replace(/[\t\n]/gu, ''))
    const name = fc
      .tuple(fc.constantFrom('from', 'to', 'near'), fc.array(part, { maxLength: 3 }))
      .map(([family, parts]) => [family, ...parts].join('\t'))
    const value = fc.oneof(fc.constant(0), fc.integer({ min: -4000, max: 4000 }))
    const row = fc.array(value, { minLength: ROLES.length, maxLength: ROLES.length })
    fc.assert(
      fc.property(fc.dictionary(name, row, { minKeys: 1, maxKeys: 12 }), (rows) => {
        const traits = new Map(
          Object.entries(rows).filter(([, weights]) => weights.some((weight) => weight !== 0)),
        )
        fc.pre(traits.size > 0)
        const text = writeTraits(traits)
        expect(new Map([...namedTraits(text)].sort())).toEqual(new Map([...traits].sort()))
        const table = new TraitTable(text)
        for (const [trait, weights] of traits) {
          const sums = new Int32Array(ROLES.length)
          table.addTo(sums, table.rowOf(...numbersOf(partsOf(trait))))
          expect([...sums]).toEqual(weights)
        }
        expect(table.rowOf(...numbersOf(['of another family']))).toBe(-1)
      }),
      { numRuns: 50 },
    )
  })

  it('stand in their module with every character of their names', () => {
    const rows = new Map(
      ['\\', '`', '${渡}', '渡\\n'].map((name) => [`holds\t${name}`, ROLES.map(() => 5)] as const),
    )
    const literal = /TRAITS = `(?<literal>(?:\\[^]|[^\\`$])*)`\n/u.exec(weightsModule(rows, []))
    const text = literal?.groups?.['literal']?.replace(/\\(?<escaped>[^])/gu, '$<escaped>')
    expect(text).toBe(writeTraits(rows))
  })

  it('are those of a part however it is told: as a word, a text, a number or a truth', () => {
    for (const part of [-20, -1, 0, 7, 39, 40, 1000, true, false])
      expect(asWord(part)).toEqual(wordOf(String(part)))
    expect(asWord('渡')).toEqual(wordOf('渡'))
  })
})
