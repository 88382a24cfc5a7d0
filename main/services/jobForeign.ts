/** TIFF and WebP pictures that lie beside the texts of a job, as the PNG or JPEG they are kept as. */
import { readFileSync } from 'node:fs'
import { err, type Result } from '../../core/result'
import { diskTrouble } from './diskTrouble'
import { readBeside, type ReadPictures } from './filesBeside'
import type { InputFile } from './manuscriptReader'
import { pictureOf, type StoredPicture } from './pictureStore'
import { isForeign, readForeign } from './press/foreignPicture'

const FOREIGN = /\.(?:tiff?|webp)$/iu

export const foreignBeside = (inputs: readonly InputFile[]): Promise<ReadPictures> =>
  readBeside(inputs, (name) => FOREIGN.test(name), read)

async function read(path: string): Promise<Result<StoredPicture>> {
  try {
    const bytes = readFileSync(path)
    if (!isForeign(bytes)) return pictureOf(path, bytes)
    const opened = await readForeign(path, bytes)
    return opened.ok ? pictureOf(path, opened.value) : opened
  } catch (thrown) {
    return err(diskTrouble(thrown, path, 'read'))
  }
}
