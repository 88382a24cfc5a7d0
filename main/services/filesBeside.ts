/** Files beside the texts of a job that become pictures only after they were read: advertisements, TIFF, WebP. */
import { join } from 'node:path'
import type { Result } from '../../core/result'
import { filesUnder } from './jobFiles'
import { homeOf, type InputFile } from './manuscriptReader'
import { readList } from './pictureList'
import type { StoredPicture } from './pictureStore'

/** By the path of the file: its record, or why it cannot be placed. */
export type ReadPictures = ReadonlyMap<string, Result<StoredPicture>>

/** Of a folder's files those that fit: the ones its list names, or in a job's folder all. */
function namesBeside(
  folder: string,
  inputs: readonly InputFile[],
  fits: (name: string, folder: string) => boolean,
): readonly string[] {
  const list = readList(folder)
  const isJob = inputs.some((input) => input.job === folder)
  const names =
    list.ok && list.value !== null
      ? list.value.map(({ file }) => file)
      : isJob
        ? filesUnder(folder)
        : []
  return names.filter((name) => fits(name, folder))
}

/** Reads them one after the other, since a large one takes much memory. */
export async function readBeside(
  inputs: readonly InputFile[],
  fits: (name: string, folder: string) => boolean,
  read: (path: string) => Promise<Result<StoredPicture>>,
): Promise<ReadPictures> {
  const found = new Map<string, Result<StoredPicture>>()
  for (const folder of new Set(inputs.map(homeOf))) {
    for (const name of namesBeside(folder, inputs, fits)) {
      const path = join(folder, name)
      found.set(path, await read(path))
    }
  }
  return found
}
