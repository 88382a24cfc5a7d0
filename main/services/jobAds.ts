/** Advertisements in PDF that lie beside the texts of a job: pictures whose file is a page. */
import { readFileSync, readdirSync } from 'node:fs'
import { basename, dirname, extname, join } from 'node:path'
import { err, type Result } from '../../core/result'
import { adOf } from './ads'
import { diskTrouble } from './diskTrouble'
import type { InputFile } from './manuscriptReader'
import { readList } from './pictureList'
import type { StoredPicture } from './pictureStore'

/** By the path of the file: its record, or why it cannot be placed. */
export type JobAds = ReadonlyMap<string, Result<StoredPicture>>

const isPdfName = (name: string): boolean => extname(name).toLowerCase() === '.pdf'

/** A PDF that an earlier run made of these texts is named after them or after their folder. */
const isOwn = (name: string, folder: string, inputs: readonly InputFile[]): boolean => {
  const stem = basename(name, extname(name))
  return stem === basename(folder) || inputs.some((input) => input.name.startsWith(stem))
}

/** PDFs of a folder that are advertisements: those its list names, or in a job's folder all but its own. */
function adNames(folder: string, inputs: readonly InputFile[]): readonly string[] {
  const list = readList(folder)
  if (list.ok && list.value !== null) {
    return list.value.map(({ file }) => file).filter(isPdfName)
  }
  const isJob = inputs.some((input) => input.isJob === true && dirname(input.path) === folder)
  if (!isJob) return []
  return readdirSync(folder).filter((name) => isPdfName(name) && !isOwn(name, folder, inputs))
}

export async function adsBeside(inputs: readonly InputFile[]): Promise<JobAds> {
  const ads = new Map<string, Result<StoredPicture>>()
  for (const folder of new Set(inputs.map(({ path }) => dirname(path)))) {
    for (const name of adNames(folder, inputs)) {
      const path = join(folder, name)
      ads.set(path, await read(path))
    }
  }
  return ads
}

async function read(path: string): Promise<Result<StoredPicture>> {
  try {
    return await adOf(path, readFileSync(path))
  } catch (thrown) {
    return err(diskTrouble(thrown, path, 'read'))
  }
}
