/** Files as they come in a bad hour: empty, cut, of another kind, with names that no disk likes. Each is told by its name. */
import { afterEach, describe, expect, it } from 'vitest'
import { journey, soon } from './drive'
import { fillableDisk } from './fillableDisk'
import { dropFiles, pasteFiles } from './handOver'

/** PNG 1.2: one white pixel. */
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGP4DwABAQEAsTi2pAAAAABJRU5ErkJggg==',
  'base64',
)
const COMPOUND = new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0, 0, 0])
const COPY = `新桥通车\n　　本报讯（记者 王小河）${'新桥昨天通车，两岸的人第一次走着过河。'.repeat(6)}`
/** Names of this length are common where titles become names. */
const LONG = `${'两岸群众走上新桥'.repeat(11)}.png`
const ODD = '桥 "新" <b>&?.png'

describe('a file that cannot be taken', () => {
  const { disk, fs, journalDisk } = fillableDisk()
  const { app, desk } = journey(['page-1.txt'], { fs, journalDisk })
  afterEach(() => {
    disk.isFull = false
  })

  const told = (words: RegExp) =>
    desk.page.locator('[data-sonner-toast]').filter({ hasText: words }).first().waitFor()

  it.each([
    ['zero.png', 'image/png', ''],
    ['text.jpg', 'image/jpeg', 'no picture'],
    ['drawing.svg', 'image/svg+xml', '<svg xmlns="http://www.w3.org/2000/svg"/>'],
    ['photo.heic', 'image/heic', '\0\0\0\u0018ftypheic'],
    ['table.xlsx', '', 'PK'],
  ])('as a picture is told, and the page stays: %s', async (name, type, content) => {
    await desk.followed()
    const before = await desk.stories.count()
    await desk.glass.focus()
    await pasteFiles(desk.page, [{ name, type, content }])
    await told(new RegExp(`^${name} 不是能读的图片；请存成 PNG`, 'u'))
    expect(await desk.stories.count()).toBe(before)
  })

  it.each([
    ['empty.txt', '', /^empty\.txt 里没有文字；看看是不是拿错了。$/u],
    ['noise.txt', new Uint8Array(4000).map((_, i) => (i * 7919) % 256), /^noise\.txt 不是文字/u],
    ['old.doc', COMPOUND, /^old\.doc 这种文档读不了.*另存成 \.docx 再导入。$/u],
    ['open.odt', 'PK\u0003\u0004', /^open\.odt 这种文档读不了.*另存成 \.docx 再导入。$/u],
    ['table.xlsx', 'PK\u0003\u0004', /^table\.xlsx 里没有文稿；来稿用/u],
    ['big.txt', COPY.repeat(5000), /^big\.txt 太大了（最多 0\.5 MB）；按版拆成几个文件。$/u],
  ])('as copy is told, and the page stays: %s', async (name, content, words) => {
    await desk.followed()
    const before = await desk.stories.count()
    await dropFiles(desk.page, [{ name, content }])
    await told(words)
    expect(await desk.stories.count()).toBe(before)
  })

  it('that went away before it was read is told', async () => {
    await desk.page.evaluate(`File.prototype.arrayBuffer = () => Promise.reject(new Error('gone'))`)
    await pasteFiles(desk.page, [{ name: 'gone.png', type: 'image/png', content: PIXEL }])
    await told(/^gone\.png 不是能读的图片/u)
    await dropFiles(desk.page, [{ name: 'gone.txt', content: COPY }])
    await told(/^gone\.txt 里没有文稿/u)
    await desk.page.evaluate('delete File.prototype.arrayBuffer')
  })

  it('because the disk is full is told in the window’s language', async () => {
    disk.isFull = true
    await pasteFiles(desk.page, [{ name: 'full.png', type: 'image/png', content: PIXEL }])
    await told(/写不进去：磁盘满了。腾出地方再试/u)
  })

  it.each([ODD, LONG])('only because of its name is taken under one as near: %s', async (name) => {
    await desk.followed()
    const before = await desk.stories.count()
    await desk.glass.focus()
    await pasteFiles(desk.page, [{ name, type: 'image/png', content: PIXEL }])
    await soon(() => desk.stories.count()).toBe(before + 1)
    await desk.glass.focus()
    await desk.page.keyboard.press('Control+z')
    await soon(() => desk.stories.count()).toBe(before)
  })

  it('only because of its name is imported under one as near', async () => {
    await dropFiles(desk.page, [{ name: '来稿 "甲" <b>?.txt', content: COPY }])
    await told(/^导入 1 篇/u)
    await desk.page.keyboard.press('Escape')
    await desk.glass.focus()
    await desk.page.keyboard.press('Control+z')
    await soon(() => desk.page.locator('.stamp').count()).toBe(1)
    expect(app.troubles).toEqual([])
  })
})
