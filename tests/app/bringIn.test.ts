import { describe, expect, it } from 'vitest'
import type { Runner, WorkOutcome } from '../../main/services/runner'
import { inlineRunner } from '../build/inlineRunner'
import { docxFile } from '../build/docxFile'
import { wordFile, wordParagraph, wordRun } from '../build/rtfFile'
import { SHAPED } from './deskServer'
import { journey, soon } from './drive'
import { dropFiles, dropFromDisk } from './handOver'

/** Imports wait at their half until they are called off, when told to; everything else runs as it does. */
const holding = { imports: true }
const runner: Runner = (task, onProgress) => {
  if (task.kind !== 'import' || !holding.imports) return inlineRunner(task, onProgress)
  let callOff: () => void = () => undefined
  const outcome = new Promise<WorkOutcome | null>((resolve) => (callOff = () => resolve(null)))
  setTimeout(() => onProgress(1, 2))
  return { outcome, cancel: () => callOff() }
}

describe('bringing copy in', () => {
  const { app, desk } = journey(SHAPED, { runner })

  const undo = () => desk.page.getByRole('menuitem', { name: /^撤销/u })

  /** On the page itself, which takes pictures of its own accord. */
  const drop = (name: string, content: Uint8Array) =>
    dropFiles(desk.page, [{ name, content }], '.glass')

  const WORD = docxFile([
    { text: '渡口夜里加开两班船' },
    { text: '本报讯（记者 王小河）渡口从今晚起加开两班渡船，末班开到二十三点。', indent: true },
    { text: '乘客说，下夜班也能坐船回家了。', indent: true },
  ])

  it('shows how far it is while the desk stays usable, and changes nothing when called off', async () => {
    const pages = await desk.page.locator('.stamp').count()
    await drop('night.docx', WORD)
    const progress = desk.page.getByRole('progressbar', { name: /^正在理稿/u })
    await soon(() => progress.getAttribute('value')).toBe('0.5')
    await desk.stories.nth(1).getByRole('button').click()
    await soon(() => desk.page.locator('.galley-line').count()).toBeGreaterThan(0)
    await desk.page.locator('.job').getByRole('button', { name: '取消' }).click()
    await desk.page.getByText('导入取消了；版面没有动。').waitFor()
    await soon(() => progress.count()).toBe(0)
    expect(await desk.page.locator('.stamp').count()).toBe(pages)
    await desk.page.getByRole('menuitem', { name: '编辑' }).click()
    expect(await undo().getAttribute('aria-disabled')).toBe('true')
    await desk.page.keyboard.press('Escape')
  })

  const RICH = wordFile(
    ...[
      '渡口夜里加开两班船',
      '本报讯（记者 王小河）渡口从今晚起加开两班渡船，末班开到二十三点。',
    ].map((text) => wordParagraph(wordRun(text))),
  )

  it.each([
    ['night.docx', WORD],
    ['night.rtf', RICH],
  ])('takes a dropped %s, its page made up, as one undo entry', async (name, bytes) => {
    holding.imports = false
    const pages = await desk.page.locator('.stamp').count()
    await drop(name, bytes)
    await desk.page
      .getByText(/导入 1 篇/u)
      .first()
      .waitFor({ timeout: 90_000 })
    await soon(() => desk.page.locator('.stamp').count()).toBe(pages + 1)
    if ((await desk.page.getByRole('dialog', { name: '导入报告' }).count()) > 0)
      await desk.page.keyboard.press('Escape')
    await soon(() => desk.stories.first().locator('.story-title').textContent()).toBe(
      '渡口夜里加开两班船',
    )
    await desk.glass.focus()
    await desk.page.keyboard.press('Control+z')
    await soon(() => desk.page.locator('.stamp').count()).toBe(pages)
  })

  it('leads to the edition whose folder is let go, and reads nothing of it as copy', async () => {
    const { page } = desk
    const pages = await page.locator('.stamp').count()
    await dropFromDisk(page, SHAPED)
    await page.getByText('“shaped.banxin”是一份版面').waitFor()
    await page.getByRole('button', { name: '打开…' }).click()
    await page.locator('.dialog.files').waitFor()
    await page.keyboard.press('Escape')
    await page.locator('.dialog.files').waitFor({ state: 'detached' })
    expect(await page.locator('.stamp').count()).toBe(pages)
  })

  it('met no error on the way', () => expect(app.troubles).toEqual([]))
})
