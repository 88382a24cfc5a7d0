import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { SHAPED } from './deskServer'
import { journey, soon } from './drive'

const PAPER = '秋浦日报社与沿江十二县市融媒体中心联合出版文化周末特刊'.repeat(3)

/** A copy of the shaped pages under a long name, its body in a font that nobody has. */
function oddEdition(folder: string): string {
  const path = join(folder, 'odd.banxin')
  cpSync(SHAPED, path, { recursive: true })
  const file = join(path, 'edition.json')
  const text = readFileSync(file, 'utf8')
    .replace('示例日报', PAPER)
    .replaceAll('"han": "NotoSerifSC-Medium"', '"han": "NoSuchSong-Bold"')
  writeFileSync(file, text)
  return path
}

describe('an edition of a long name and a font that is not here', () => {
  const folder = mkdtempSync(join(tmpdir(), 'banxin-names-'))
  const { app, desk } = journey(oddEdition(folder))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it('opens with another font in its place and says which is missing', async () => {
    const told = desk.page.getByText(/没有字体 NoSuchSong-Bold/u)
    await soon(() => told.count()).toBeGreaterThan(0)
    await desk.page.getByRole('tab', { name: '问题' }).click()
    const problem = desk.page.locator('.problem.is-error', { hasText: 'NoSuchSong-Bold' })
    await soon(() => problem.count()).toBe(1)
  })

  it('cuts the name, not the page, in the title bar', async () => {
    const shown = desk.page.locator('.command-page')
    expect(await shown.textContent()).toBe('01 要闻')
    const cut = await shown.evaluate((part) => part.scrollWidth > part.clientWidth)
    expect(cut).toBe(false)
    expect(await desk.page.getByTitle(PAPER).count()).toBe(1)
  })

  it('met no error on the way', () => expect(app.troubles).toEqual([]))
})
