/** What keys mean in a story's text. Shift with a move selects; on a Mac, words go with Option and lines with Cmd. */
export type LineMove = 'lineUp' | 'lineDown' | 'lineStart' | 'lineEnd' | 'screenUp' | 'screenDown'

/** A letter as readers see it, a word, a paragraph, or all of the story. */
export type Stretch = 'letter' | 'word' | 'paragraph' | 'story'
export type Direction = -1 | 1

export type TextKey =
  | { readonly does: 'move'; readonly by: Stretch; readonly direction: Direction }
  | { readonly does: 'moveAlongLines'; readonly move: LineMove }
  | { readonly does: 'delete'; readonly by: 'letter' | 'word'; readonly direction: Direction }
  | { readonly does: 'split' | 'selectAll' | 'escape' }

const move = (by: Stretch, direction: Direction): TextKey => ({ does: 'move', by, direction })
const along = (to: LineMove): TextKey => ({ does: 'moveAlongLines', move: to })
const erase = (by: 'letter' | 'word', direction: Direction): TextKey => ({
  ...{ does: 'delete', by, direction },
})

/** By the key as written in docs/keyboard.md. */
export const TEXT_KEYS: Readonly<Record<string, TextKey>> = {
  ArrowLeft: move('letter', -1),
  ArrowRight: move('letter', 1),
  'Ctrl ArrowLeft': move('word', -1),
  'Ctrl ArrowRight': move('word', 1),
  'Ctrl ArrowUp': move('paragraph', -1),
  'Ctrl ArrowDown': move('paragraph', 1),
  'Ctrl Home': move('story', -1),
  'Ctrl End': move('story', 1),
  ArrowUp: along('lineUp'),
  ArrowDown: along('lineDown'),
  Home: along('lineStart'),
  End: along('lineEnd'),
  PageUp: along('screenUp'),
  PageDown: along('screenDown'),
  'Ctrl A': { does: 'selectAll' },
  Backspace: erase('letter', -1),
  Delete: erase('letter', 1),
  'Ctrl Backspace': erase('word', -1),
  'Ctrl Delete': erase('word', 1),
  Enter: { does: 'split' },
  Escape: { does: 'escape' },
}

const ON_MAC: Readonly<Record<string, string>> = {
  'Alt ArrowLeft': 'Ctrl ArrowLeft',
  'Alt ArrowRight': 'Ctrl ArrowRight',
  'Alt ArrowUp': 'Ctrl ArrowUp',
  'Alt ArrowDown': 'Ctrl ArrowDown',
  'Alt Backspace': 'Ctrl Backspace',
  'Alt Delete': 'Ctrl Delete',
  'Ctrl ArrowLeft': 'Home',
  'Ctrl ArrowRight': 'End',
  'Ctrl ArrowUp': 'Ctrl Home',
  'Ctrl ArrowDown': 'Ctrl End',
}

type KeyPress = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>

/** Null for a key that is not the text's. */
export function textKey(event: KeyPress, mac: boolean): TextKey | null {
  const parts: string[] = []
  if (event.ctrlKey || event.metaKey) parts.push('Ctrl')
  if (event.altKey) parts.push('Alt')
  parts.push(event.key.length === 1 ? event.key.toUpperCase() : event.key)
  const chord = parts.join(' ')
  const meant = (mac ? ON_MAC[chord] : undefined) ?? chord
  return TEXT_KEYS[meant] ?? null
}
