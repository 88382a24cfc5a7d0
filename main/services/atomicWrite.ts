/**
 * Outputs appear whole or not at all, several of them together: all are written
 * under temporary names beside their places and put there by renaming; when one
 * step fails, everything is put back.
 */
import { randomBytes } from 'node:crypto'
import { basename, dirname, join, resolve } from 'node:path'
import { err, ok, type Diagnostic, type Result } from '../../core/result'
import { diskTrouble } from './diskTrouble'
import { nodeFileSystem, type FileSystem } from './fileSystem'

/** A file in a folder output, `path` with slashes; its content, or the file that holds it already. */
export type FolderFile =
  | { readonly path: string; readonly bytes: Uint8Array }
  | { readonly path: string; readonly from: string }

export interface FileOutput {
  readonly kind: 'file'
  readonly path: string
  readonly bytes: Uint8Array
}

/** A folder that takes the place of one with its name. */
export interface FolderOutput {
  readonly kind: 'folder'
  readonly path: string
  readonly files: readonly FolderFile[]
}

export type Output = FileOutput | FolderOutput

/** How a folder is called while its successor moves in. */
export const formerName = (name: string): string => `.${name}.old-`

/** One output on its way: where it is staged, and what stood in its place. */
interface Staged {
  readonly output: Output
  readonly place: string
  readonly fresh: string
  readonly former: string
}

/** Throws when two outputs have one path: that is a programmer's mistake. */
export async function writeOutputs(
  outputs: readonly Output[],
  fs: FileSystem = nodeFileSystem,
): Promise<Result<void>> {
  const paths = new Set(outputs.map(({ path }) => resolve(path)))
  if (paths.size < outputs.length) throw new Error('Two outputs have the same path')
  const madeFolders: string[] = []
  const staged: Staged[] = []
  for (const output of outputs) {
    try {
      const place = await placeOf(output, fs, madeFolders)
      const item = stagedAt(output, place)
      staged.push(item)
      await stage(item, fs)
    } catch (error) {
      await discard(staged, madeFolders, fs)
      return err(diskTrouble(error, output.path, 'written'))
    }
  }
  const failure = await putAll(staged, fs)
  if (failure !== null) {
    await discard(staged, madeFolders, fs)
    return err(failure)
  }
  for (const { former } of staged) await quietly(() => fs.remove(former))
  return ok(undefined)
}

/** One file, whole or not at all. */
export const writeFileAtomically = (
  path: string,
  bytes: Uint8Array,
  fs: FileSystem = nodeFileSystem,
): Promise<Result<void>> => writeOutputs([{ kind: 'file', path, bytes }], fs)

/** Where the output goes: through a link to the thing it names, so that the link stays one. */
async function placeOf(output: Output, fs: FileSystem, madeFolders: string[]): Promise<string> {
  const path = resolve(output.path)
  const kind = await fs.kindOf(path)
  if (kind === null) {
    const made = await fs.makeFolder(dirname(path))
    if (made !== null) madeFolders.push(...foldersBetween(made, dirname(path)))
    return path
  }
  if (kind !== output.kind) throw refusal(output.kind === 'file' ? 'EISDIR' : 'EEXIST')
  return fs.realPath(path)
}

/** What the system would say, had it been asked. */
const refusal = (code: string): Error => Object.assign(new Error(code), { code })

/** The folders from `top` down to `bottom`, deepest first. */
function foldersBetween(top: string, bottom: string): readonly string[] {
  const folders = [bottom]
  for (let folder = bottom; folder !== top && folder !== dirname(folder);) {
    folder = dirname(folder)
    folders.push(folder)
  }
  return folders
}

function stagedAt(output: Output, place: string): Staged {
  const unique = randomBytes(4).toString('hex')
  const name = basename(place)
  return {
    output,
    place,
    fresh: join(dirname(place), `.${name}.new-${unique}`),
    former: join(dirname(place), `${formerName(name)}${unique}`),
  }
}

async function stage({ output, fresh }: Staged, fs: FileSystem): Promise<void> {
  if (output.kind === 'file') return fs.write(fresh, output.bytes)
  const folders = new Set([fresh, ...output.files.map(({ path }) => dirname(join(fresh, path)))])
  for (const folder of folders) await fs.makeFolder(folder)
  for (const file of output.files) {
    const path = join(fresh, file.path)
    if ('bytes' in file) await fs.write(path, file.bytes)
    else await fs.duplicate(file.from, path)
  }
  for (const folder of folders) await fs.syncFolder(folder)
}

/** Puts every output in its place; when one fails, puts back those before it and tells why. */
async function putAll(staged: readonly Staged[], fs: FileSystem): Promise<Diagnostic | null> {
  const undo: (() => Promise<void>)[] = []
  for (const item of staged) {
    try {
      await put(item, fs, undo)
    } catch (error) {
      const stranded = await takeBack(undo)
      const trouble = diskTrouble(error, item.output.path, 'written', !stranded)
      return stranded ? { ...trouble, message: `${trouble.message} ${STRANDED}` } : trouble
    }
  }
  return null
}

const STRANDED =
  'The former state could not be put back; it stands beside it under a name with “.old-”.'

async function put(
  { output, place, fresh, former }: Staged,
  fs: FileSystem,
  undo: (() => Promise<void>)[],
): Promise<void> {
  const there = (await fs.kindOf(place)) !== null
  if (there && output.kind === 'file') {
    undo.push(() => fs.remove(former))
    await fs.duplicate(place, former)
    undo.push(() => fs.rename(former, place))
  } else if (there) {
    await fs.rename(place, former)
    undo.push(() => fs.rename(former, place))
  }
  await fs.rename(fresh, place)
  if (!there || output.kind === 'folder') undo.push(() => fs.remove(place))
  await fs.syncFolder(dirname(place))
}

/** Runs the undoing actions, last first; tells whether one of them failed. */
async function takeBack(undo: readonly (() => Promise<void>)[]): Promise<boolean> {
  let failed = false
  for (const action of [...undo].reverse()) if (!(await quietly(action))) failed = true
  return failed
}

/** Removes all that was staged and the folders made for it. */
async function discard(
  staged: readonly Staged[],
  madeFolders: readonly string[],
  fs: FileSystem,
): Promise<void> {
  for (const { fresh } of staged) await quietly(() => fs.remove(fresh))
  for (const folder of madeFolders) await quietly(() => fs.removeEmptyFolder(folder))
}

/** Runs what may fail without harm; tells whether it went well. */
async function quietly(action: () => Promise<void>): Promise<boolean> {
  try {
    await action()
    return true
  } catch {
    return false
  }
}
