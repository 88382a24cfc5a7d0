/** Reads the text files a user hands in, and says in one sentence why one cannot be read. */
import { stat } from 'node:fs/promises'
import { basename, extname, resolve } from 'node:path'
import { err, ok, type Result } from '../../core/result'
import { diskTrouble } from './diskTrouble'
import { nodeFileSystem } from './fileSystem'

export interface InputFile {
  /** As the user named it: for messages. */
  readonly named: string
  readonly path: string
  /** Without folder and extension. */
  readonly name: string
  readonly bytes: Uint8Array
}

const MEGABYTE = 1024 * 1024
/** A full broadsheet page of text is some 40 kB; this leaves room for a dozen of them in one file. */
const MOST_BYTES = MEGABYTE / 2

const refuse = (code: string, file: string, message: string): Result<never> =>
  err({ severity: 'error', code: `input.${code}`, message, where: { file } })

const inMegabytes = (bytes: number): string => (bytes / MEGABYTE).toFixed(1)

/** A .docx is a ZIP archive; its text is not for this reader. */
const isArchive = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04

/**
 * Reads one text file. Refuses a folder, what is not a file, a file too large
 * for a page's text, and a Word document; what the bytes mean is intake's to
 * say. `cwd` is where relative names start.
 */
export async function readInput(named: string, cwd: string): Promise<Result<InputFile>> {
  const path = resolve(cwd, named)
  try {
    const kind = await nodeFileSystem.kindOf(path)
    if (kind === null) {
      return refuse('missing', named, `${named} is not there; check its name and folder.`)
    }
    if (kind === 'folder') {
      return refuse('folder', named, `${named} is a folder; name the text files in it.`)
    }
    if (kind === 'other') {
      return refuse('not-a-file', named, `${named} is not a file; name a text file.`)
    }
    const { size } = await stat(path)
    if (size > MOST_BYTES) {
      const message = `${named} has ${inMegabytes(size)} MB, and a page's text file may have at most ${inMegabytes(MOST_BYTES)} MB; split it into one file a page.`
      return refuse('too-large', named, message)
    }
    const bytes = await nodeFileSystem.read(path)
    if (isArchive(bytes)) {
      const what = extname(named).toLowerCase() === '.docx' ? 'a Word document' : 'a ZIP archive'
      const message = `${named} is ${what}, which this version cannot read; save its text as a .txt file and hand that in.`
      return refuse('archive', named, message)
    }
    return ok({ named, path, name: basename(named, extname(named)), bytes })
  } catch (error) {
    return err(diskTrouble(error, named, 'read'))
  }
}
