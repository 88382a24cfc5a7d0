/** The scorer must find in `stories --json` what it finds in the importer's own items. */
import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, it } from 'vitest'
import { importPage, type ImportedItem } from '../../../core/intake'
import { accountIntake } from '../../../core/manuscript/accountIntake'
import { toStories } from '../../../core/manuscript/toStories'
import { toStoriesJson } from '../../../core/manuscript/toStoriesJson'
import { emptyEdition } from '../../../core/model/edition'

const shared = resolve(import.meta.dirname, '../../../../shared')
const scorer = resolve(shared, 'tools/score-stories.mjs')
const samples = resolve(import.meta.dirname, '../../../resources/samples')

type Score = (truth: unknown, candidate: unknown, raw: string) => { readonly overall: number }

const read = (path: string): string => readFileSync(path, 'utf8')

const printed = (items: readonly ImportedItem[]): unknown => {
  const { stories } = toStories([{ items }])
  return toStoriesJson({
    ...emptyEdition({ publication: '', date: '2026-11-22' }),
    stories: Object.fromEntries(stories.map((story) => [story.id, story])),
  })
}

const pages = [
  { name: 'sample page 1', raw: `${samples}/page-1.txt`, truth: `${samples}/truth-1.json` },
  { name: 'sample page 2', raw: `${samples}/page-2.txt`, truth: `${samples}/truth-2.json` },
  {
    name: 'seed page',
    raw: `${shared}/pages/seed-page.txt`,
    truth: `${shared}/pages/seed-page.truth.json`,
  },
]

/** The seed page is a newspaper's and stands outside the repository; so does the scorer. */
describe.each(pages.filter(({ raw }) => existsSync(raw)))('$name', ({ raw, truth }) => {
  const { items, characters } = importPage(read(raw), { name: 'page' })

  it('loses and adds no character on the way into documents', () => {
    const { stories } = toStories([{ items, removed: characters.removed }])
    expect(accountIntake('page', read(raw), stories)).toMatchObject({ lost: 0, added: 0 })
  })

  it.skipIf(!existsSync(scorer))('scores as the items do', async () => {
    const { score } = (await import(pathToFileURL(scorer).href)) as { readonly score: Score }
    const [wanted, text] = [JSON.parse(read(truth)) as unknown, read(raw)]
    const own = score(wanted, items, text)
    expect(score(wanted, printed(items), text)).toEqual(own)
  })
})
