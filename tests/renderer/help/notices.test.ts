import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { noticesIn } from '../../../renderer/help/notices'

describe('the notices of what the desk carries', () => {
  it('reads headings, lists and tables, without the marks of Markdown', () => {
    const page =
      '# Title\n\nOne `code-*.ts` of *a book*.\n\n## Fonts\n\n- **A**: b\n\n| x | y |\n|---|---|\n| 1 | `2` |\n| 3 | 4 |\n'
    expect(noticesIn(page)).toEqual([
      { kind: 'paragraph', words: 'One code-*.ts of a book.' },
      { kind: 'heading', words: 'Fonts' },
      { kind: 'entry', words: 'A: b' },
      {
        kind: 'table',
        rows: [
          ['x', 'y'],
          ['1', '2'],
          ['3', '4'],
        ],
      },
    ])
  })

  it('shows the page that goes with the packages, whole', () => {
    const page = readFileSync(join(import.meta.dirname, '../../../THIRD-PARTY.md'), 'utf8')
    const shown = noticesIn(page).map((one) =>
      one.kind === 'table' ? one.rows.flat().join('') : one.words,
    )
    const letters = (words: string) => words.replace(/[^\p{L}\p{N}]/gu, '')
    const [, ...body] = page.split('\n')
    expect(letters(shown.join(''))).toBe(letters(body.join('')))
  })
})
