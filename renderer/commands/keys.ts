/** Which command a key stands for. */
import type { Command } from './command'

const codeOf = (event: KeyboardEvent): string => {
  const parts: string[] = []
  if (event.ctrlKey || event.metaKey) parts.push('Ctrl')
  if (event.altKey) parts.push('Alt')
  if (event.shiftKey) parts.push('Shift')
  // with Alt a Mac's digits give other characters
  const digit = event.altKey ? /^Digit(\d)$/u.exec(event.code)?.[1] : undefined
  parts.push(digit ?? (event.key.length === 1 ? event.key.toUpperCase() : event.key))
  return parts.join(' ')
}

/** Keys that stand for another one. */
export const ALSO: Readonly<Record<string, string>> = {
  Backspace: 'Delete',
  'Ctrl Y': 'Ctrl Shift Z',
  'Ctrl Shift P': 'Ctrl K',
  'Ctrl +': 'Ctrl =',
  'Ctrl Shift +': 'Ctrl =',
}

/** Keys no text has a use for. */
const DESK_KEY = /^(Ctrl .+|(Shift )?F\d+|Alt \d)$/u
export const isDeskKey = (keys: string): boolean => DESK_KEY.test(keys)

/**
 * The command a key stands for. While writing, letters belong to the text; Ctrl, F keys and
 * Alt with a digit to the desk. The commands are asked for only when the key may be one.
 */
export function commandFor(
  event: KeyboardEvent,
  commands: () => readonly Command[],
  writing: boolean,
): Command | null {
  if (event.isComposing || event.keyCode === 229) return null
  const code = codeOf(event)
  const wanted = ALSO[code] ?? code
  if (writing && !isDeskKey(wanted)) return null
  return (
    commands().find(
      ({ keys, enabled, isShownOnly }) => keys === wanted && isShownOnly !== true && enabled,
    ) ?? null
  )
}
