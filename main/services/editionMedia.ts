/** The picture files in an edition's folder. */
import { basename, join } from 'node:path'
import type { Picture } from '../../core/model/edition'
import { err, ok, type Result } from '../../core/result'
import { adOf } from './ads'
import { writeFileAtomically } from './atomicWrite'
import { diskTrouble } from './diskTrouble'
import { MEDIA } from './editionStore'
import type { FileSystem } from './fileSystem'
import { isPdf } from './pdf/adPage'
import { hashOf, pictureOf } from './pictureStore'
import { isForeign, readForeign } from './press/foreignPicture'

/** Names of the media of the edition in `dir`. */
export async function mediaIn(dir: string, fs: FileSystem): Promise<readonly string[]> {
  const folder = join(dir, MEDIA)
  if ((await fs.kindOf(folder)) !== 'folder') return []
  return (await fs.list(folder)).flatMap(({ name, kind }) => (kind === 'file' ? [name] : []))
}

/** Bytes of a media file by its name; `picture.missing` when it is not there. */
export async function pictureIn(
  dir: string,
  file: string,
  fs: FileSystem,
): Promise<Result<Uint8Array>> {
  const path = join(dir, MEDIA, file)
  try {
    if ((await fs.kindOf(path)) === 'file') return ok(await fs.read(path))
    return err({
      severity: 'error',
      code: 'picture.missing',
      message: `${basename(dir)} has no picture file ${file}.`,
      where: { file },
    })
  } catch (error) {
    return err(diskTrouble(error, path, 'read'))
  }
}

/** Bytes of a media file out of the first of these editions that has it whole; its name has the hash of its content. */
export async function mediaAmong(
  dirs: readonly string[],
  file: string,
  fs: FileSystem,
): Promise<Uint8Array | null> {
  for (const dir of dirs) {
    const read = await pictureIn(dir, file, fs)
    if (read.ok && file.startsWith(hashOf(read.value))) return read.value
  }
  return null
}

/** Writes a picture or an advertisement among the media, turned into a kind the desk keeps; `name` is its file's. */
export async function addPictureTo(
  dir: string,
  name: string,
  given: Uint8Array,
  fs: FileSystem,
): Promise<Result<Picture>> {
  const opened = isForeign(given) ? await readForeign(name, given) : ok(given)
  if (!opened.ok) return opened
  const bytes = opened.value
  const read = isPdf(bytes) ? await adOf(name, bytes) : pictureOf(name, bytes)
  if (!read.ok) return err({ ...read.error, severity: 'error' })
  const path = join(dir, MEDIA, read.value.picture.file)
  const written = await writeFileAtomically(path, bytes, fs)
  return written.ok ? ok(read.value.picture) : written
}
