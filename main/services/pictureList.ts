/** `pictures.json` beside a text: which file belongs under which caption. It overrules every other evidence. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import { err, ok, type Diagnostic, type Result } from '../../core/result'

const LIST = 'pictures.json'

const listSchema = v.array(
  v.looseObject(
    {
      file: v.string('a file name'),
      captionTitle: v.optional(v.string('a text')),
      page: v.optional(v.union([v.string(), v.number()], 'a page')),
    },
    'an object',
  ),
  'a list',
)

export type Entry = v.InferOutput<typeof listSchema>[number]

const badList = (path: string): Diagnostic => ({
  severity: 'warning',
  code: 'picture.list',
  message: `${path} is not a list of {file, captionTitle}; its pictures are left out until it is corrected.`,
  where: { file: path },
})

/** The entries of the list in `folder`; null when there is no list. */
export function readList(folder: string): Result<readonly Entry[] | null> {
  const path = join(folder, LIST)
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch {
    return ok(null)
  }
  try {
    return ok(v.parse(listSchema, JSON.parse(text)))
  } catch {
    return err(badList(path))
  }
}

interface Wanted {
  readonly figure: string
  readonly title: string
}

const plain = (text: string): string => text.replace(/\s+/gu, '')

/** Which file each figure takes: by the title of its caption, the others in order. */
export function matchFiles(
  wanted: readonly Wanted[],
  entries: readonly Entry[],
): ReadonlyMap<string, string> {
  const left = [...entries]
  const matched = new Map<string, string>()
  const take = (figure: string, index: number): void => {
    const [entry] = index < 0 ? [] : left.splice(index, 1)
    if (entry) matched.set(figure, entry.file)
  }
  for (const { figure, title } of wanted) {
    const same = (entry: Entry): boolean => plain(entry.captionTitle ?? '') === plain(title)
    if (plain(title) !== '') take(figure, left.findIndex(same))
  }
  for (const { figure } of wanted) {
    if (!matched.has(figure))
      take(
        figure,
        left.findIndex((entry) => !entry.captionTitle),
      )
  }
  return matched
}
