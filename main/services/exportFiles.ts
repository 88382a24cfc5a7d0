/** Which files an export writes, and how they are called. */
import { createHash } from 'node:crypto'
import { basename, resolve } from 'node:path'
import type { PageDisplay } from '../../core/display/displayList'
import type { EditionMeta } from '../../core/model/edition'
import { err, ok, type Result } from '../../core/result'
import type { FileOutput } from './atomicWrite'

export interface ExportFile {
  readonly path: string
  readonly pages: readonly PageDisplay[]
}

/** Words in braces that a name may hold. `{page}` makes one file a page. */
const WORDS = ['publication', 'date', 'page', 'edition'] as const
type Word = (typeof WORDS)[number]

const isWord = (text: string): text is Word => WORDS.some((word) => word === text)

/** What file systems somewhere refuse in a name. */
const safe = (text: string): string =>
  text.replace(/[\p{Cc}/\\:*?"<>|{}]/gu, '').replace(/^\.+|[. ]+$/gu, '') || '_'

const refuse = (message: string): Result<never> =>
  err({ severity: 'error', code: 'export.name', message })

/**
 * The files for `pattern`, such as `out/{publication}-{date}-{page}.pdf`: one
 * with all pages, or with `{page}` one a page. An error when a word in braces is
 * unknown or two pages would have one file.
 */
export function exportFiles(
  pattern: string,
  pages: readonly PageDisplay[],
  meta: EditionMeta,
  edition: string,
  cwd: string,
): Result<readonly ExportFile[]> {
  const unknown = [...pattern.matchAll(/\{([^{}]*)\}/gu)].find(([, word = '']) => !isWord(word))
  if (unknown) {
    const known = WORDS.map((word) => `{${word}}`).join(', ')
    return refuse(`The name ${pattern} has ${unknown[0]}; it may have ${known}.`)
  }
  const named = (page: string): string => {
    const values: Record<Word, string> = {
      publication: meta.publication,
      date: meta.date,
      page,
      edition,
    }
    return resolve(
      cwd,
      pattern.replace(/\{([^{}]*)\}/gu, (whole, word: string) =>
        isWord(word) ? safe(values[word]) : whole,
      ),
    )
  }
  if (!pattern.includes('{page}')) return ok([{ path: named(''), pages }])
  const files = pages.map((page) => ({ path: named(page.folio), pages: [page] }))
  const twice = files.find(({ path }, index) => files.findIndex((f) => f.path === path) < index)
  return twice === undefined
    ? ok(files)
    : refuse(`Two pages would be written as ${twice.path}; give the pages different 版次.`)
}

/** A checksum beside a file, in the form that `sha256sum -c` reads. */
export function checksumOf({ path, bytes }: FileOutput): FileOutput {
  const hash = createHash('sha256').update(bytes).digest('hex')
  const text = `${hash}  ${basename(path)}\n`
  return { kind: 'file', path: `${path}.sha256`, bytes: new TextEncoder().encode(text) }
}
