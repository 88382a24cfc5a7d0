/** Editions on disk: docs/formats.md says what a `.banxin` folder holds. */
import { basename, dirname, join } from 'node:path'
import { decodeEdition, encodeEdition } from '../../core/format'
import type { PictureId } from '../../core/ids'
import type { Edition } from '../../core/model/edition'
import { MEDIA_FILE } from '../../core/model/recordSchemas'
import { recordsOf } from '../../core/model/tables'
import { err, ok, type Diagnostic, type Result } from '../../core/result'
import { formerName, writeOutputs, type FolderFile, type FolderOutput } from './atomicWrite'
import { diskTrouble } from './diskTrouble'
import { errorCode, nodeFileSystem, type FileSystem } from './fileSystem'

const MANIFEST = 'edition.json'
export const MEDIA = 'media'
/** The changes since the last saving, beside the records; see journal.ts. */
export const JOURNAL = 'journal'
const RECORDS: readonly string[] = ['pages', 'stories']

/** Picture files by the name a Picture gives them (`<sha256>.<ext>`). */
export type Media = ReadonlyMap<string, Uint8Array>

export interface OpenedEdition {
  readonly edition: Edition
  /** Path of each picture's file that is there. */
  readonly pictures: ReadonlyMap<PictureId, string>
  /** Stray files, missing pictures, and what does not hold in the edition. */
  readonly diagnostics: readonly Diagnostic[]
}

const refuse = (code: string, path: string, message: string): Result<never> =>
  err({ severity: 'error', code: `store.${code}`, message, where: { file: path } })

/** Writes the edition as a folder, whole or not at all. */
export async function saveEdition(
  dir: string,
  edition: Edition,
  media: Media,
  fs: FileSystem = nodeFileSystem,
): Promise<Result<void>> {
  const output = await editionOutput(dir, edition, media, fs)
  return output.ok ? writeOutputs([output.value], fs) : output
}

/**
 * The folder as an output, to be written together with others. Pictures that
 * `media` lacks and files that are not the edition's own are taken over from the
 * folder it replaces; a folder that is no edition is never replaced.
 */
export async function editionOutput(
  dir: string,
  edition: Edition,
  media: Media,
  fs: FileSystem = nodeFileSystem,
): Promise<Result<FolderOutput>> {
  const texts = encodeEdition(edition)
  if (!texts.ok) {
    const message = `The edition cannot be saved as ${dir}: ${texts.error.message}`
    return err({ ...texts.error, message })
  }
  try {
    const kept = await filesToKeep(dir, fs)
    if (!kept.ok) return kept
    const encoder = new TextEncoder()
    const files = new Map<string, FolderFile>(kept.value.map((file) => [file.path, file]))
    for (const [name, bytes] of media)
      files.set(`${MEDIA}/${name}`, { path: `${MEDIA}/${name}`, bytes })
    for (const [path, text] of texts.value) files.set(path, { path, bytes: encoder.encode(text) })
    return ok({ kind: 'folder', path: dir, files: [...files.values()] })
  } catch (error) {
    return err(diskTrouble(error, dir, 'written'))
  }
}

async function filesToKeep(dir: string, fs: FileSystem): Promise<Result<readonly FolderFile[]>> {
  const kind = await fs.kindOf(dir)
  if (kind === null) return ok([])
  if (kind !== 'folder')
    return refuse('not-a-folder', dir, `${dir} is a file. Choose another name for the edition.`)
  const paths = await filesIn(dir, fs)
  if (paths.length > 0 && !paths.includes(MANIFEST)) {
    return refuse(
      'not-an-edition',
      dir,
      `${dir} holds other files and no edition. Choose another name for the edition.`,
    )
  }
  return ok(
    paths.filter((path) => !isRecord(path)).map((path) => ({ path, from: join(dir, path) })),
  )
}

/** Paths of all files in the folder, with slashes. */
async function filesIn(dir: string, fs: FileSystem, under = ''): Promise<readonly string[]> {
  const paths: string[] = []
  for (const { name, kind } of await fs.list(join(dir, under))) {
    const path = under === '' ? name : `${under}/${name}`
    if (kind === 'file') paths.push(path)
    if (kind === 'folder') paths.push(...(await filesIn(dir, fs, path)))
  }
  return paths
}

/** Whether the path is one that the edition's own files have. */
function isRecord(path: string): boolean {
  const [folder, name, ...rest] = path.split('/')
  if (path === MANIFEST) return true
  return rest.length === 0 && RECORDS.includes(folder ?? '') && (name ?? '').endsWith('.json')
}

/** The edition in a folder. What is damaged is told in one sentence; nothing is changed by looking. */
export async function openEdition(
  dir: string,
  fs: FileSystem = nodeFileSystem,
): Promise<Result<OpenedEdition>> {
  try {
    const kind = await fs.kindOf(dir)
    if (kind === null) return notThere(dir, fs)
    if (kind !== 'folder')
      return refuse(
        'not-a-folder',
        dir,
        `${dir} is a file, not an edition folder. Name a folder that ends in .banxin.`,
      )
    return await openFolder(dir, fs)
  } catch (error) {
    return err(diskTrouble(error, dir, 'read'))
  }
}

/** A save that was cut off between its two renames leaves the old edition beside its place. */
async function notThere(dir: string, fs: FileSystem): Promise<Result<never>> {
  const parent = dirname(dir)
  const entries = (await fs.kindOf(parent)) === 'folder' ? await fs.list(parent) : []
  const former = entries.find(({ name }) => name.startsWith(formerName(basename(dir))))
  return former === undefined
    ? refuse('missing', dir, `${dir} is not there. Check the name of the edition.`)
    : refuse(
        'cut-off',
        dir,
        `${dir} is not there: its last saving was cut off. The edition as it was stands beside it as ${former.name}; rename that to ${basename(dir)}.`,
      )
}

async function openFolder(dir: string, fs: FileSystem): Promise<Result<OpenedEdition>> {
  const paths = await filesIn(dir, fs)
  if (!paths.includes(MANIFEST)) {
    return refuse(
      'not-an-edition',
      dir,
      `${dir} is not an edition: it holds no ${MANIFEST}. Name a folder that ends in .banxin.`,
    )
  }
  const texts = new Map<string, string>()
  for (const path of paths.filter(isRecord)) {
    const text = await readText(join(dir, path), fs)
    if (!text.ok) return text
    texts.set(path, text.value)
  }
  const decoded = decodeEdition(texts)
  if (!decoded.ok) return err(damage(dir, decoded.error))
  const { edition, diagnostics } = decoded.value
  const files = new Set(paths)
  return ok({
    edition,
    pictures: new Map(
      recordsOf(edition, 'pictures')
        .filter(({ file }) => files.has(`${MEDIA}/${file}`))
        .map(({ id, file }) => [id, join(dir, MEDIA, file)]),
    ),
    diagnostics: [...diagnostics, ...strayFiles(paths), ...missingPictures(edition, files)],
  })
}

/** Text that is not UTF-8 comes back empty: no JSON, and told as such if the edition needs it. */
async function readText(path: string, fs: FileSystem): Promise<Result<string>> {
  try {
    return ok(new TextDecoder('utf-8', { fatal: true }).decode(await fs.read(path)))
  } catch (error) {
    if (errorCode(error) === 'ERR_ENCODING_INVALID_ENCODED_DATA') return ok('')
    return err(diskTrouble(error, path, 'read'))
  }
}

const damage = (dir: string, { code, message, where, parts }: Diagnostic): Diagnostic => ({
  severity: 'error',
  code,
  message: `${dir} cannot be opened: ${message}${code === 'format.newer' ? '' : ' Put the file back from a copy of the edition.'}`,
  where: { ...where, file: join(dir, where?.file ?? '') },
  parts: { ...parts, edition: dir },
})

/** Hidden files are the system's, unused pictures may be wanted again. */
const isExpected = (path: string): boolean =>
  isRecord(path) ||
  path === JOURNAL ||
  path.split('/').some((part) => part.startsWith('.')) ||
  (path.startsWith(`${MEDIA}/`) && MEDIA_FILE.test(path.slice(MEDIA.length + 1)))

const strayFiles = (paths: readonly string[]): readonly Diagnostic[] =>
  paths
    .filter((path) => !isExpected(path))
    .map((path) => ({
      severity: 'warning',
      code: 'store.stray',
      message: `${path} belongs to no part of the edition and was not read.`,
      where: { file: path },
    }))

const missingPictures = (edition: Edition, files: ReadonlySet<string>): readonly Diagnostic[] =>
  recordsOf(edition, 'pictures')
    .filter(({ file }) => !files.has(`${MEDIA}/${file}`))
    .map(({ name, file }) => ({
      severity: 'warning',
      code: 'picture.missing',
      message: `The picture ${name} is missing, so its place stays empty. Put it back as ${MEDIA}/${file}.`,
      where: { file: `${MEDIA}/${file}` },
      parts: { picture: name },
    }))
