import { describe, expect, it } from 'vitest'
import { composeEdition, createComposeCache } from '../../../core/compose'
import { transact } from '../../../core/edit'
import { storyId } from '../../../core/ids'
import type { Edition } from '../../../core/model/edition'
import { damageOf } from '../../../renderer/canvas/damage'
import { smallEdition } from '../../build/editionBuilder'
import { fonts, pageOf } from './composed'

const typedAtEnd = (edition: Edition, id: string): Edition =>
  transact(edition).text(storyId(id), (tr) =>
    tr.insert(tr.doc.content.size - 1, tr.doc.type.schema.text('添')),
  ).edition

describe('damage', () => {
  const before = smallEdition()
  const first = pageOf(before)

  it('is nothing when the page was only composed again', () => {
    const fresh = composeEdition(before, { fonts, cache: createComposeCache() }).pages[0]!
    expect(fresh).not.toBe(first)
    expect(damageOf(first, fresh)).toEqual([])
  })

  it('is the last line when a letter is added to it', () => {
    const areas = damageOf(first, pageOf(typedAtEnd(before, 'brief')))
    if (areas === 'all') throw new Error('The sheet did not change')
    expect(areas.length).toBeGreaterThan(0)
    for (const area of areas) expect(area.height).toBeLessThan(60)
  })

  it('covers every item that differs', () => {
    const after = pageOf(typedAtEnd(before, 'lead'))
    const areas = damageOf(first, after)
    if (areas === 'all') throw new Error('The sheet did not change')
    const old = new Set(first.items.map((item) => JSON.stringify({ ...item, source: null })))
    for (const item of after.items) {
      if (item.kind !== 'text' || old.has(JSON.stringify({ ...item, source: null }))) continue
      const covered = areas.some(
        (area) =>
          item.y > area.y &&
          item.y < area.y + area.height &&
          item.x + ((item.offsets[0] ?? 0) * item.size) / 1000 >= area.x,
      )
      expect(covered).toBe(true)
    }
  })

  it('is the whole page on another sheet', () => {
    expect(damageOf(first, { ...first, trim: { ...first.trim, width: first.trim.height } })).toBe(
      'all',
    )
  })
})
