/** The clipboard's two forms: a desk's own blocks come back as they were, other markup as clean words. */
import type { EditorState, Transaction } from 'prosemirror-state'
import { copied, copiedNodes } from './copied'
import { pastedBlocks } from './pasted'
import { pasteBlocks, pasteNodes, type PasteTools } from './pasting'

/** False when nothing was chosen. */
export function writeClipboard(event: ClipboardEvent, { doc, selection }: EditorState): boolean {
  event.preventDefault()
  if (selection.empty) return false
  const { plain, html } = copied(doc, selection.from, selection.to)
  event.clipboardData?.setData('text/plain', plain)
  event.clipboardData?.setData('text/html', html)
  return true
}

export function readClipboard(
  event: ClipboardEvent,
  state: EditorState,
  tools: PasteTools,
): Transaction | null {
  event.preventDefault()
  const data = (type: string): string => event.clipboardData?.getData(type) ?? ''
  const html = data('text/html')
  const own = copiedNodes(html)
  return own === null
    ? pasteBlocks(state, pastedBlocks(html, data('text/plain')))
    : pasteNodes(state, own, tools)
}
