/** Characters that no font has: kept as they are, told by name and place, a key apart from being replaced. */
import { describe, expect, it } from 'vitest'
import { journey, shot, soon } from './drive'
import { dropFiles, pasteWords } from './handOver'

/** A rare Han character, an emoji and one of private use. */
const RARE = ['𰀀', '😀', '\ue123'] as const

describe('characters that no font has', () => {
  const { app, desk } = journey(['page-1.txt'])
  const problems = () => desk.page.locator('.problems .problem').filter({ hasText: '缺字' })

  it('typed and pasted are each told with character, code and place, and F8 chooses them', async () => {
    const { page } = desk
    await desk.writeInFirstStory()
    await page.keyboard.insertText(`甲${RARE[0]}乙`)
    await pasteWords(page, `<p>丙${RARE[1]}丁${RARE[2]}</p>`, `丙${RARE[1]}丁${RARE[2]}`)
    await page.getByRole('tab', { name: /问题/u }).click()
    await soon(() => problems().count()).toBe(3)
    const told = (await problems().allTextContents()).join('\n')
    for (const code of ['“𰀀” U+30000', '“😀” U+1F600', '“\ue123” U+E123'])
      expect(told).toContain(code)
    await desk.glass.locator('.ProseMirror').focus()
    await page.keyboard.press('F8')
    await shot(page, 'glyphs')
    const current = page.locator('.problem[aria-current=true]')
    await soon(() => current.textContent()).toMatch(/缺字.*换字，或补有此字的字体/u)
    const said = await page.locator('.unseen[role=status]').allTextContents()
    expect(said.join()).toContain('U+30000')
    // the next key replaces it
    await page.keyboard.type('z')
    await soon(() => problems().count()).toBe(2)
    await page.keyboard.press('Control+z')
    await soon(() => problems().count()).toBe(3)
  })

  it('keep the press back with one sentence each and a way there', async () => {
    const { page } = desk
    await page.keyboard.press('Control+e')
    const dialog = page.getByRole('dialog', { name: '输出' })
    await dialog.getByRole('radio', { name: '印刷 PDF' }).click()
    await soon(async () => (await dialog.textContent()) ?? '').toContain('U+30000')
    await shot(page, 'glyphs-export')
    await page.keyboard.press('Escape')
  })

  it('imported are kept and told', async () => {
    const { page } = desk
    const copy = `罕字面馆\n　　本报讯（记者 王小河）${`${RARE[0]}${RARE[0]}面馆昨天开张。`.repeat(8)}`
    await dropFiles(page, [{ name: 'rare.txt', content: copy }])
    await page.getByText(/^导入 1 篇/u).waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('tab', { name: /问题/u }).click()
    await soon(() => problems().count()).toBe(4)
    await desk.glass.focus()
    await page.keyboard.press('Control+z')
    await soon(() => problems().count()).toBe(3)
    expect(app.troubles).toEqual([])
  })
})
