import { describe, expect, it } from 'vitest'
import { atRest, boxOf, journey, soon } from './drive'

interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

describe('writing on the page', () => {
  const { app, desk } = journey(['page-1.txt'])

  /** A pause in typing, as a busy machine makes them, ends an undo entry: so many as it takes, each awaited. */
  const undoUntilGone = async (words: string): Promise<void> => {
    const lines = () => desk.page.locator('.galley-lines').innerHTML()
    while ((await desk.typed(words).count()) > 0) {
      const before = await lines()
      await desk.page.keyboard.press('Control+z')
      await soon(async () => (await lines()) !== before).toBe(true)
    }
  }

  /** Where the input's own caret or preedit is on the screen: input methods put their window there. */
  const inputRect = () =>
    desk.page.evaluate<Box>(`{
      const range = getSelection().getRangeAt(0)
      const { x, y, width, height } = range.getClientRects()[0] ?? range.getBoundingClientRect()
      ;({ x, y, width, height })
    }`)
  const selected = () => desk.selected()
  const press = async (key: string, times = 1): Promise<void> => {
    for (let i = 0; i < times; i++) await desk.page.keyboard.press(key)
  }

  it('puts the caret where composed text is clicked, and selects by drag, double and triple click', async () => {
    await desk.writeInFirstStory()
    await press('Control+1')
    await press('ArrowRight')
    const box = await boxOf(desk.glass)
    // in sight at 100 %, and where the page has its caret
    await soon(async () => {
      const { x, y } = await inputRect()
      return x > box.x && x < box.x + box.width && y > box.y && y < box.y + box.height
    }).toBe(true)
    // the page may still be scrolling to its caret
    const { x, y, height } = await atRest(inputRect)
    const [middle, right] = [y + height / 2, x + 3 * height]
    await desk.page.mouse.click(right, middle)
    await soon(async () => Math.abs((await inputRect()).x - right) < height).toBe(true)
    expect(Math.abs((await inputRect()).y - y)).toBeLessThan(height / 2)
    const marked = async () => (await selected()).length
    await desk.page.mouse.move(x, middle)
    await desk.page.mouse.down()
    await desk.page.mouse.move(x + 20, middle, { steps: 2 })
    await desk.page.mouse.move(right, middle, { steps: 3 })
    await desk.page.mouse.up()
    await soon(marked).toBeGreaterThan(0)
    expect(await marked()).toBeLessThan(8)
    await desk.page.mouse.dblclick(right, middle)
    await soon(selected).toMatch(/^([\p{L}\p{N}.]{1,6}|\p{P})$/u)
    await desk.page.mouse.click(x, middle, { clickCount: 3 })
    await soon(marked).toBeGreaterThan(40)
    const lines = desk.page.locator('.galley-line.role-body .galley-text')
    const first = (await lines.first().textContent()) ?? ''
    await soon(selected).toContain(first)
  })

  it('moves and selects by keys: letters, words, lines, over columns, to the story’s ends', async () => {
    await desk.writeInFirstStory()
    const where = async () => {
      const said = (await desk.page.locator('.status-middle').textContent()) ?? ''
      const [, line, column] = /第 (\d+) 行 · 第 (\d+) 栏/u.exec(said) ?? []
      return { line: Number(line), column: Number(column) }
    }
    await soon(where).toEqual({ line: 3, column: 1 })
    await press('End')
    await soon(where).toEqual({ line: 3, column: 1 })
    await press('Home')
    await press('Shift+ArrowRight', 2)
    await soon(async () => (await selected()).length).toBe(2)
    await press('Shift+End')
    const third = (await desk.page.locator('.galley-line.role-body').nth(2).textContent()) ?? ''
    await soon(async () => third.endsWith(await selected())).toBe(true)
    await press('Shift+ArrowDown')
    await soon(async () => (await selected()).length).toBeGreaterThan(third.length)
    await press('ArrowLeft')
    await press('Home')
    await press('Control+Shift+ArrowRight')
    await soon(selected).toMatch(/^([\p{L}\p{N}.]+|\p{P})$/u)
    await press('PageDown')
    await soon(async () => (await where()).column).toBe(2)
    const there = await where()
    await press('ArrowUp', 3)
    await soon(async () => (await where()).line).toBe(there.line - 3)
    await press('PageUp')
    await soon(async () => (await where()).column).toBe(1)
    await press('Control+a')
    await soon(async () => (await selected()).length).toBeGreaterThan(1000)
    await press('Control+End')
    await soon(async () => (await where()).column).toBe(3)
    await press('Control+Home')
    await soon(() => desk.page.locator('.galley-line[data-current].role-kicker').count()).toBe(1)
  })

  it('stands at the page’s caret while an input method composes', async () => {
    await desk.writeInFirstStory()
    await press('Control+1')
    await press('ArrowRight')
    const box = await boxOf(desk.glass)
    await soon(async () => (await inputRect()).y > box.y).toBe(true)
    // the page may still be scrolling to its caret
    const { x, y, height } = await atRest(inputRect)
    const clicked = { x: x - 3 * height, y: y + height / 2 }
    await desk.page.mouse.click(clicked.x, clicked.y)
    await soon(async () => Math.abs((await inputRect()).x - clicked.x) < height).toBe(true)
    const input = await desk.page.context().newCDPSession(desk.page)
    await input.send('Input.imeSetComposition', {
      ...{ text: 'b', selectionStart: 1, selectionEnd: 1 },
    })
    await soon(() => desk.page.getByText('组字中').count()).toBe(1)
    const at = await inputRect()
    expect(Math.abs(at.x - clicked.x)).toBeLessThan(height)
    expect(Math.abs(at.y + at.height / 2 - clicked.y)).toBeLessThan(height)
    await input.send('Input.insertText', { text: '版心' })
    await soon(() => desk.typed('版心').count()).toBe(1)
    await press('Control+z')
    await soon(() => desk.typed('版心').count()).toBe(0)
    // what keys wrote a moment before is in the text that the input method writes into
    await press('v')
    await press('j')
    await input.send('Input.imeSetComposition', {
      ...{ text: 'b', selectionStart: 1, selectionEnd: 1 },
    })
    await input.send('Input.insertText', { text: '接' })
    await soon(() => desk.typed('vj接').count()).toBe(1)
    // and screen readers find it all
    const read = desk.glass.locator('.ProseMirror')
    await soon(() => read.textContent()).toContain('vj接')
    await press('Backspace')
    await soon(() => read.textContent()).not.toContain('vj接')
    await press('Backspace')
    await press('Backspace')
    await soon(() => desk.typed('vj').count()).toBe(0)
  })

  it('writes in the story view, the page and the galley with one selection and one undo', async () => {
    await desk.writeInFirstStory()
    await desk.page.keyboard.type('版上')
    await soon(() => desk.typed('版上').count()).toBe(1)
    await desk.page.getByRole('tab', { name: '文稿' }).click()
    const view = desk.page.getByRole('textbox', { name: '文稿正文' })
    const paragraph = view.locator('.paragraph', { hasText: '版上' })
    await soon(() => paragraph.count()).toBe(1)
    // the page's caret is shown where it stands
    await soon(() => paragraph.locator('.galley-caret').count()).toBe(1)
    await soon(() => view.locator('.headline').getAttribute('data-name')).toBe('主题')
    // a selection made here is the page's too: what is typed on the page takes its place
    await paragraph.click({ clickCount: 3 })
    await desk.glass.locator('.ProseMirror').focus()
    await soon(() => view.locator('.mark-selected', { hasText: '版上' }).count()).toBe(1)
    await desk.page.keyboard.type('换作这句')
    await soon(() => view.locator('.paragraph', { hasText: '换作这句' }).textContent()).toBe(
      '换作这句',
    )
    // written here, taken back from the page, seen in the galley
    await view.locator('.paragraph', { hasText: '换作这句' }).click()
    await desk.page.keyboard.press('End')
    await desk.page.keyboard.type('稿里')
    await soon(() => view.locator('.paragraph', { hasText: '换作这句稿里' }).count()).toBe(1)
    await desk.page.getByRole('tab', { name: '小样' }).click()
    await soon(() => desk.typed('换作这句稿里').count()).toBe(1)
    await undoUntilGone('换作')
    expect(await desk.typed('版上').count()).toBe(1)
  })

  it('makes a paragraph a subhead and a box by key, menu and inspector', async () => {
    await desk.writeInFirstStory()
    await desk.page.getByRole('tab', { name: '文稿' }).click()
    const view = desk.page.getByRole('textbox', { name: '文稿正文' })
    const caretIn = (block: string) => view.locator(`${block} .galley-caret`)
    await soon(() => caretIn('.paragraph').count()).toBe(1)
    await desk.page.keyboard.press('Control+Alt+Digit5')
    await soon(() => caretIn('.subhead').count()).toBe(1)
    const role = desk.page.getByRole('region', { name: '文字' }).getByRole('combobox')
    await soon(() => role.inputValue()).toBe('subhead')
    const boxes = view.locator('.editorNote')
    const insets = () => desk.page.getByRole('group', { name: '文中框' }).count()
    const before = await insets()
    await role.selectOption('编者按')
    await soon(() => caretIn('.editorNote .paragraph').count()).toBe(1)
    await soon(() => boxes.locator('.boxLabel').first().textContent()).toBe('编者按')
    // its place on the page came with it, and goes with it
    await soon(insets).toBe(before + 1)
    await desk.menu('文字', /改作正文/u)
    await soon(() => boxes.count()).toBe(0)
    await soon(insets).toBe(before)
    await soon(() => role.inputValue()).toBe('paragraph')
    const looser = desk.page.getByRole('button', { name: '松一行' })
    await looser.click()
    await soon(() => looser.getAttribute('aria-pressed')).toBe('true')
    await desk.page.keyboard.press('Control+z')
    await soon(() => looser.getAttribute('aria-pressed')).toBe('false')
    const flushRight = desk.page.getByRole('button', { name: '齐右（落款）' })
    await flushRight.click()
    await soon(() => flushRight.getAttribute('aria-pressed')).toBe('true')
    await desk.page.keyboard.press('Control+z')
    await soon(() => flushRight.getAttribute('aria-pressed')).toBe('false')
    const tighter = desk.page.getByRole('button', { name: '紧一行' })
    await tighter.click()
    await soon(() => tighter.getAttribute('aria-pressed')).toBe('true')
    await desk.kept()
    await desk.page.keyboard.press('Control+z')
    await soon(() => tighter.getAttribute('aria-pressed')).toBe('false')
    await desk.page.keyboard.press('Control+z')
    await soon(() => boxes.count()).toBe(1)
    await soon(insets).toBe(before + 1)
  })

  it('met no error on the way', () => expect(app.troubles).toEqual([]))
})
