import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { RecentEdition } from '../../../core/contract'
import type { Template } from '../../../core/model/template'
import { offeredTemplate } from '../../../renderer/start/offered'

const file = new URL('../../../resources/templates/sikai-5x14.json', import.meta.url)
const template = JSON.parse(readFileSync(file, 'utf8')) as Template
const templates = ['a', 'b', 'c'].map((id) => ({ ...template, id }))

const opened = (of: string): RecentEdition => ({
  ...{ id: of, name: of, path: null, publication: '样报', date: '2026-11-22', template: of },
  ...{ opened: 0, missing: false, unsaved: false },
})

describe('the template that a new edition begins with', () => {
  it.each([
    ['the one used last', ['c', 'b'], 'c'],
    ['the last one used that is still here', ['', 'gone', 'b', 'c'], 'b'],
    ['the first where none was used', [], 'a'],
  ])('is %s', (_, recent, offered) => {
    expect(offeredTemplate(templates, recent.map(opened))?.id).toBe(offered)
  })
})
