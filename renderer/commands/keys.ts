/** Which command a key stands for. */
import type { Command } from './command'

const codeOf = (event: KeyboardEvent): string => {
  const parts: string[] = []
  if (event.ctrlKey || event.metaKey) parts.push('Ctrl')
  if (event.altKey) parts.push('Alt')
  if (event.shiftKey) parts.push('Shift')
  parts.push(event.key.length === 1 ? event.key.toUpperCase() : event.key)
  return parts.join(' ')
}

const ALSO: Readonly<Record<string, string>> = {
  Backspace: 'Delete',
  'Ctrl Y': 'Ctrl Shift Z',
  'Ctrl Shift P': 'Ctrl K',
  'Ctrl +': 'Ctrl =',
  'Ctrl Shift +': 'Ctrl =',
}

const FUNCTION_KEY = /^(Shift )?F\d+$/u

/** The command a key stands for. While writing, letters belong to the text and Ctrl and F keys to the desk. */
export function commandFor(
  event: KeyboardEvent,
  commands: readonly Command[],
  writing: boolean,
): Command | null {
  if (event.isComposing || event.keyCode === 229) return null
  const code = codeOf(event)
  const wanted = ALSO[code] ?? code
  if (writing && !wanted.startsWith('Ctrl') && !FUNCTION_KEY.test(wanted)) return null
  return commands.find((command) => command.keys === wanted && command.enabled) ?? null
}
