/** Advertisements in PDF that lie beside the texts of a job: pictures whose file is a page. */
import { readFileSync } from 'node:fs'
import { basename, extname } from 'node:path'
import { err, type Result } from '../../core/result'
import { adOf } from './ads'
import { diskTrouble } from './diskTrouble'
import { readBeside, type ReadPictures } from './filesBeside'
import type { InputFile } from './manuscriptReader'
import { readList } from './pictureList'
import type { StoredPicture } from './pictureStore'

const isPdfName = (name: string): boolean => extname(name).toLowerCase() === '.pdf'

/** A PDF that an earlier run made of these texts is named after them or after their folder. */
const isOwn = (name: string, folder: string, inputs: readonly InputFile[]): boolean => {
  const stem = basename(name, extname(name))
  return stem === basename(folder) || inputs.some((input) => input.name.startsWith(stem))
}

/** What a list names is meant, whatever it is called. */
const isListed = (folder: string): boolean => {
  const list = readList(folder)
  return list.ok && list.value !== null
}

export const adsBeside = (inputs: readonly InputFile[]): Promise<ReadPictures> =>
  readBeside(
    inputs,
    (name, folder) => isPdfName(name) && (isListed(folder) || !isOwn(name, folder, inputs)),
    read,
  )

async function read(path: string): Promise<Result<StoredPicture>> {
  try {
    return await adOf(path, readFileSync(path))
  } catch (thrown) {
    return err(diskTrouble(thrown, path, 'read'))
  }
}
