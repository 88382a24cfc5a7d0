/** The parts of THIRD-PARTY.md, as far as that page uses Markdown. */

export type Notice =
  | { readonly kind: 'heading' | 'paragraph' | 'entry'; readonly words: string }
  | { readonly kind: 'table'; readonly rows: readonly (readonly string[])[] }

/** Its words without the marks for bold, italics and code. */
const plain = (words: string): string =>
  words
    .replace(/\*\*|`/gu, '')
    .replace(/(?<=^|\s)\*(\S[^*]*)\*/gu, '$1')
    .trim()

const cellsOf = (line: string): readonly string[] =>
  line
    .replace(/^\||\|$/gu, '')
    .split('|')
    .map(plain)

const isRule = (line: string): boolean => /^\|[-|: ]+\|$/u.test(line)

/** The page's own title is left to the dialog. */
export function noticesIn(markdown: string): readonly Notice[] {
  const notices: Notice[] = []
  for (const line of markdown.split(/\r?\n/u)) {
    const last = notices.at(-1)
    if (line.trim() === '' || line.startsWith('# ') || isRule(line)) continue
    if (!line.startsWith('|')) notices.push(wordsOf(line))
    else if (last?.kind === 'table')
      notices.splice(-1, 1, { kind: 'table', rows: [...last.rows, cellsOf(line)] })
    else notices.push({ kind: 'table', rows: [cellsOf(line)] })
  }
  return notices
}

function wordsOf(line: string): Notice {
  if (line.startsWith('## ')) return { kind: 'heading', words: plain(line.slice(3)) }
  if (line.startsWith('- ')) return { kind: 'entry', words: plain(line.slice(2)) }
  return { kind: 'paragraph', words: plain(line) }
}
