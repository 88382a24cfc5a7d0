/** Which stories a 栏目 gathers, on the bundled sample's two pages. */
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { importPage } from '../../../core/intake'

const samples = resolve(import.meta.dirname, '../../../resources/samples')
const read = (name: string): string => readFileSync(resolve(samples, name), 'utf8')

interface Told {
  readonly kind: string
  readonly headline?: string
  readonly rubric?: string
}

const rubricsOf = (items: readonly Told[]): readonly (readonly [string, string])[] =>
  items
    .filter(({ kind }) => kind === 'story')
    .map(({ headline = '', rubric = '' }) => [headline, rubric])

describe.each(['1', '2'])('the rubric of sample page %s', (page) => {
  it('gathers the stories under it and no other', () => {
    const { items } = importPage(read(`page-${page}.txt`), { name: 'page' })
    const truth = JSON.parse(read(`truth-${page}.json`)) as readonly Told[]
    expect(rubricsOf(items as readonly Told[])).toEqual(rubricsOf(truth))
  })
})
