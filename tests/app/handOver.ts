/** What comes into the window from outside it: files let go on it, files and words out of the clipboard. */
import type { ElementHandle, JSHandle, Page } from 'playwright-core'

export interface HandedFile {
  readonly name: string
  readonly content: string | Uint8Array
  /** Its kind, where the system names one. */
  readonly type?: string
}

/** An expression for the window: what a desktop or a clipboard hands over with these files. */
function transferOf(files: readonly HandedFile[]): string {
  const given = files.map(({ name, content, type = '' }) => ({
    ...{ name, type },
    bytes: Buffer.from(content).toString('base64'),
  }))
  return `(() => {
    const transfer = new DataTransfer()
    for (const { name, type, bytes } of ${JSON.stringify(given)})
      transfer.items.add(
        new File([Uint8Array.from(atob(bytes), (c) => c.charCodeAt(0))], name, { type }),
      )
    return transfer
  })()`
}

type Spot = string | readonly [x: number, y: number]

/** Lets files go on what `on` selects, or at a place in the window, as a file manager does. */
export async function dropFiles(
  page: Page,
  files: readonly HandedFile[],
  on: Spot = 'body',
): Promise<void> {
  await dragFiles(page, files, on)
  await handFiles(page, files, on, ['drop'])
}

/** Brings files over what `on` selects, or a place in the window, and holds them there. */
export const dragFiles = (page: Page, files: readonly HandedFile[], on: Spot): Promise<void> =>
  handFiles(page, files, on, ['dragenter', 'dragover'])

async function handFiles(
  page: Page,
  files: readonly HandedFile[],
  on: Spot,
  kinds: readonly string[],
): Promise<void> {
  const dataTransfer = await page.evaluateHandle<JSHandle>(transferOf(files))
  for (const kind of kinds) {
    if (typeof on === 'string') {
      await page.dispatchEvent(on, kind, { dataTransfer })
      continue
    }
    const [clientX, clientY] = on
    const found = await page.evaluateHandle(`document.elementFromPoint(${clientX}, ${clientY})`)
    const under = found.asElement() as ElementHandle | null
    await under?.dispatchEvent(kind, { dataTransfer, clientX, clientY })
  }
}

/** Lets a file or folder of the disk go on the window, as the browser's own drag does. */
export async function dropFromDisk(page: Page, path: string): Promise<void> {
  const session = await page.context().newCDPSession(page)
  const data = { items: [], files: [path], dragOperationsMask: 1 }
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await session.send('Input.dispatchDragEvent', { type, x: 600, y: 400, data })
  await session.detach()
}

/** Pastes files where nothing is written. */
export const pasteFiles = (page: Page, files: readonly HandedFile[]): Promise<unknown> =>
  page.evaluate(`{
    const clipboardData = ${transferOf(files)}
    window.dispatchEvent(new ClipboardEvent('paste', { clipboardData, cancelable: true }))
  }`)

/** Pastes markup where nothing is written. */
export const pasteOnPage = (page: Page, html: string): Promise<unknown> =>
  page.evaluate(`{
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/html', ${JSON.stringify(html)})
    window.dispatchEvent(new ClipboardEvent('paste', { clipboardData, cancelable: true }))
  }`)

/** Pastes words where the caret is, as markup and plain. */
export const pasteWords = (page: Page, html: string, plain: string): Promise<unknown> =>
  page.evaluate(`{
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/html', ${JSON.stringify(html)})
    clipboardData.setData('text/plain', ${JSON.stringify(plain)})
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true })
    document.querySelector('.input-surface .ProseMirror').dispatchEvent(event)
  }`)
