/** Imported pages in an open edition: what their standing lines say, and what the 报眉 there says. */
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { applySteps } from '../../core/edit'
import { editionOf } from '../../core/manuscript/editionOf'
import { toStories } from '../../core/manuscript/toStories'
import { emptyEdition, pagesOf, type Edition } from '../../core/model/edition'
import { mergeImport } from '../../main/services/mergeImport'
import { openTemplates } from '../../main/services/templateCatalog'

const catalog = openTemplates(resolve(import.meta.dirname, '../../resources/templates'))

function imported(...lines: readonly string[]): Edition {
  const template = catalog.ok ? catalog.value.get('sikai-5x14') : catalog
  if (!template.ok) throw new Error(template.error.message)
  const items = lines.map((text, at) => ({ id: `f${at}`, kind: 'furniture' as const, text }))
  const parts = { pictures: [], onePage: false, today: '2034-05-01', template: template.value }
  return editionOf({ ...parts, manuscript: toStories([{ items }]) }).edition
}

function mergedInto(open: Edition, edition: Edition): Edition {
  const { transaction } = mergeImport(open, edition, { author: '', label: '', time: 0 })
  const applied = applySteps(open, transaction.steps)
  if (!applied.ok) throw new Error(applied.error.message)
  return applied.value
}

const footOf = (edition: Edition): readonly string[] =>
  pagesOf(edition)
    .slice(-1)
    .flatMap(({ credits }) => credits)
    .flatMap((id) => edition.stories[id]?.doc.children.map((line) => line.textContent) ?? [])
    .filter((line) => line !== '')

describe('pages imported into an edition', () => {
  const first = imported('澜溪日报 2034年4月17日 第3版 要闻', '责编 路明')

  it('that had no story give it their date, which stands at the foot no more', () => {
    const empty = emptyEdition({ publication: '', date: '2034-01-01' })
    const edition = mergedInto(empty, first)
    expect(edition.meta).toMatchObject({ publication: '澜溪日报', date: '2034-04-17' })
    expect(footOf(edition)).toEqual(['责编 路明'])
  })

  it('of another day keep at the foot what its 报眉 does not say', () => {
    const open = mergedInto(emptyEdition({ publication: '', date: '2034-01-01' }), first)
    const edition = mergedInto(open, imported('澜溪日报 2034年4月18日 第3版 副刊', '责编 米禾'))
    expect(edition.meta.date).toBe('2034-04-17')
    expect(pagesOf(edition).map(({ folio, section }) => `${folio} ${section}`)).toEqual([
      '03 要闻',
      '01 副刊',
    ])
    expect(footOf(edition)).toEqual(['2034年4月18日 第3版', '责编 米禾'])
  })
})
