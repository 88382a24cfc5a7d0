/** Names of single files, as they go between a window and the host's disk. */

/** No folders, no control characters, not hidden, nothing that Windows reads otherwise. */
export const FILE_NAME = /^(?![. ])[^\u0000-\u001f\u007f/\\:*?"<>|]{1,255}(?<![. ])$/u

const LONGEST = 255

/** What some disk does not take in a name, and how it is written instead. */
const WIDE: Readonly<Record<string, string>> = {
  ...{ '/': '／', '\\': '＼', ':': '：', '*': '＊', '?': '？', '"': '＂', '<': '＜', '>': '＞' },
  '|': '｜',
}

/**
 * The name as every disk takes it and as near as can be: marks that are not allowed wide,
 * control characters and dots and spaces at its ends left out, its middle cut where it is too long.
 */
export function fileNameFor(name: string): string {
  const shown = trimmed(
    name
      .replace(/[/\\:*?"<>|]/gu, (mark) => WIDE[mark] ?? '')
      .replace(/[\u0000-\u001f\u007f]/gu, ''),
  )
  const letters = [...shown]
  if (letters.length <= LONGEST) return shown === '' ? '_' : shown
  const [ending = ''] = /\.[^.]{1,8}$/u.exec(shown) ?? []
  return trimmed(letters.slice(0, LONGEST - [...ending].length).join('') + ending)
}

const trimmed = (name: string): string => name.replace(/^[. ]+|[. ]+$/gu, '')
