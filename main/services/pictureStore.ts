/** Pictures from files and documents to the edition's media, named by their content. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { pictureId } from '../../core/ids'
import type { Picture } from '../../core/model/edition'
import { err, ok, type Result } from '../../core/result'
import { diskTrouble } from './diskTrouble'
import { pictureSize } from './pictureSize'

export interface StoredPicture {
  readonly picture: Picture
  readonly bytes: Uint8Array
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

/** What a media file is called after. */
export const hashOf = (bytes: Uint8Array): string =>
  createHash('sha256').update(bytes).digest('hex')

/** The record of a PNG or JPEG, whose media name is the SHA-256 of its bytes; `path` is where it came from. */
export function pictureOf(path: string, bytes: Uint8Array): Result<StoredPicture> {
  const size = pictureSize(bytes)
  if (!size) return unreadable(path)
  const hash = hashOf(bytes)
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
