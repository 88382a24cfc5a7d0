/** Pictures from the files beside a manuscript to the edition's media, named by their content. */
import { createHash } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import * as v from 'valibot'
import { pictureId } from '../../core/ids'
import type { Picture } from '../../core/model/edition'
import { err, ok, type Diagnostic, type Result } from '../../core/result'
import { diskTrouble } from './diskTrouble'
import type { InputFile } from './manuscriptReader'
import { pictureSize } from './pictureSize'

export interface StoredPicture {
  readonly picture: Picture
  readonly bytes: Uint8Array
}

/** A figure that wants a picture; `page` counts the inputs from 0. */
export interface WantedPicture {
  readonly figure: string
  readonly title: string
  readonly page: number
}

export interface FoundPictures {
  /** By the figure's name. */
  readonly pictures: ReadonlyMap<string, StoredPicture>
  readonly diagnostics: readonly Diagnostic[]
}

/** Characters of the hash in a picture's short name. */
const SHORT_HASH = 12

const unreadable = (path: string): Result<never> =>
  err({
    severity: 'warning',
    code: 'picture.format',
    message: `${path} is neither a PNG nor a JPEG that can be read; save the picture as one of these.`,
    where: { file: path },
  })

/** The record of a PNG or JPEG, whose media name is the SHA-256 of its bytes; `path` is where it came from. */
export function pictureOf(path: string, bytes: Uint8Array): Result<StoredPicture> {
  const size = pictureSize(bytes)
  if (!size) return unreadable(path)
  const hash = createHash('sha256').update(bytes).digest('hex')
  const { width, height, format } = size
  const picture: Picture = {
    id: pictureId(`picture-${hash.slice(0, SHORT_HASH)}`),
    file: `${hash}.${format}`,
    name: basename(path),
    width,
    height,
  }
  return ok({ picture, bytes })
}

/** Reads a PNG or JPEG. */
export function readPicture(path: string): Result<StoredPicture> {
  try {
    return pictureOf(path, readFileSync(path))
  } catch (thrown) {
    return err(diskTrouble(thrown, path, 'read'))
  }
}

/** The list of pictures beside a text: which file belongs under which caption. */
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

type Entry = v.InferOutput<typeof listSchema>[number]

const warn = (code: string, file: string, message: string): Diagnostic => ({
  severity: 'warning',
  code,
  message,
  where: { file },
})

const badList = (path: string): Diagnostic =>
  warn(
    'picture.list',
    path,
    `${path} is not a list of {file, captionTitle}; its pictures are left out until it is corrected.`,
  )

/** The entries of the list in `folder`; null when there is no list. */
function readList(folder: string): Result<readonly Entry[] | null> {
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

const IMAGE = /\.(?:png|jpe?g)$/iu

/** Images of a folder by name; previews made from one of the texts (`name-07.png`) are not among them. */
function imagesIn(folder: string, texts: readonly string[]): readonly string[] {
  const isPreview = (name: string): boolean =>
    name.endsWith('.png') && texts.some((text) => name.startsWith(`${text}-`))
  return readdirSync(folder)
    .filter((name) => IMAGE.test(name) && !isPreview(name))
    .sort((a, b) => (a < b ? -1 : 1))
}

const plain = (text: string): string => text.replace(/\s+/gu, '')

/** Which file each figure takes: by the title of its caption, the others in order. */
function matchFiles(
  wanted: readonly WantedPicture[],
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

function entriesFor(
  folder: string,
  inputs: readonly InputFile[],
): { readonly entries: readonly Entry[]; readonly diagnostics: readonly Diagnostic[] } {
  const list = readList(folder)
  if (!list.ok) return { entries: [], diagnostics: [list.error] }
  if (list.value) return { entries: list.value, diagnostics: [] }
  const texts = inputs.map((input) => input.name)
  return { entries: imagesIn(folder, texts).map((file) => ({ file })), diagnostics: [] }
}

/**
 * Finds the pictures of the figures in the folders of their texts: by the list
 * `pictures.json` and the caption titles in it, or, where there is no list, by
 * the order of the image files' names. A figure without a file is left out; a
 * list or file that cannot be read is a warning.
 */
export function findPictures(
  inputs: readonly InputFile[],
  wanted: readonly WantedPicture[],
): FoundPictures {
  const pictures = new Map<string, StoredPicture>()
  const diagnostics: Diagnostic[] = []
  const folderOf = (page: number): string => dirname(inputs[page]?.path ?? '')
  const folders = new Set(wanted.map(({ page }) => folderOf(page)))
  for (const folder of folders) {
    const { entries, diagnostics: trouble } = entriesFor(folder, inputs)
    diagnostics.push(...trouble)
    const here = wanted.filter(({ page }) => folderOf(page) === folder)
    for (const [figure, file] of matchFiles(here, entries)) {
      const picture = readPicture(join(folder, file))
      if (picture.ok) pictures.set(figure, picture.value)
      else diagnostics.push({ ...picture.error, severity: 'warning' })
    }
  }
  return { pictures, diagnostics }
}
