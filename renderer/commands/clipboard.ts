/** 剪切, 复制, 粘贴 and 全选 by a command, as their keys do them. */
import { toast } from 'sonner'
import type { Desk } from '../desk/context'
import type { Text } from '../i18n'
import { chooseAll } from '../shape/frameActions'
import { pastingOf } from '../shape/frameClipboard'
import { wholeSpan } from '../story/moves'
import { placeOf, standAt } from './editPlace'

/** The platform's own command in what has the focus. */
const byPlatform = (command: 'cut' | 'copy' | 'insertText', words?: string): boolean =>
  // nothing else copies as the key does, with what the place itself puts on the clipboard
  document.execCommand(command, false, words)

export function take(desk: Desk, how: 'cut' | 'copy'): void {
  standAt(desk, placeOf(desk))
  byPlatform(how)
}

export type PasteWay = 'paste' | 'pastePlain' | 'pasteInPlace'

/** By the system where it does so; in a browser what the user lets the desk read, as if it was pasted. */
export async function paste(desk: Desk, text: Text, way: PasteWay): Promise<void> {
  const plain = way === 'pastePlain'
  const place = placeOf(desk)
  pastingOf(desk).set({ inPlace: way === 'pasteInPlace' })
  const target = standAt(desk, place)
  const bySystem = await desk.host.paste({ plain })
  if (bySystem.ok && bySystem.value) return
  const clipboardData = await readClipboard(plain)
  if (clipboardData === null) {
    pastingOf(desk).set({ inPlace: false })
    toast(text.editing.byKey(plain ? 'Ctrl Shift V' : 'Ctrl V'))
    return
  }
  const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true })
  const isLeft = target?.dispatchEvent(event) === true
  if (isLeft && place.kind === 'field')
    byPlatform('insertText', clipboardData.getData('text/plain'))
}

/** Null when the browser, or the user whom it asked, does not allow it. */
async function readClipboard(plain: boolean): Promise<DataTransfer | null> {
  const data = new DataTransfer()
  try {
    if (plain) {
      data.setData('text/plain', await navigator.clipboard.readText())
      return data
    }
    for (const item of await navigator.clipboard.read())
      for (const type of item.types) {
        const content = await item.getType(type)
        if (type.startsWith('text/')) data.setData(type, await content.text())
        else data.items.add(new File([content], type.replace('/', '.'), { type }))
      }
    return data
  } catch (error) {
    if (error instanceof DOMException) return null
    throw error
  }
}

export function selectAll(desk: Desk): void {
  const place = placeOf(desk)
  standAt(desk, place)
  if (place.kind === 'field') place.field.select()
  else if (place.kind === 'page') chooseAll(desk)
  else if (place.kind === 'story') selectStory(desk)
}

function selectStory({ actions, session, store }: Desk): void {
  const { selection } = store.get()
  const story = selection && session.getSnapshot().edition.stories[selection.story]
  if (!story) return
  const { from, to } = wholeSpan(story.doc)
  actions.selectText(story.id, from, to)
}
