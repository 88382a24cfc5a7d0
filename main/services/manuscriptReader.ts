/** Reads the texts a user hands in, plain or as Word and rich text documents, and says in one sentence why one cannot be read. */
import { stat } from 'node:fs/promises'
import { basename, dirname, extname, resolve } from 'node:path'
import { decodeManuscript } from '../../core/intake/decode'
import { withoutMarkup } from '../../core/intake/markup'
import { counted } from '../../core/counted'
import { err, ok, type Diagnostic, type Parts, type Result } from '../../core/result'
import { diskTrouble } from './diskTrouble'
import { readDocx } from './docxReader'
import type { EmbeddedPicture } from './documentText'
import { nodeFileSystem } from './fileSystem'
import { readRtf } from './rtf/rtfReader'

export interface InputFile {
  /** As the user named it: for messages. */
  readonly named: string
  readonly path: string
  /** Without folder and extension. */
  readonly name: string
  readonly bytes: Uint8Array
  /** Pictures inside the document, in order; none for plain text. */
  readonly embedded?: readonly EmbeddedPicture[]
  /** Path of the folder that is one job: every picture in it belongs to its texts. */
  readonly job?: string | null
}

/** Where the pictures of a text lie. */
export const homeOf = ({ job, path }: InputFile): string => job ?? dirname(path)

/** A text as intake takes it, and how it came. */
export interface ReadText {
  readonly input: InputFile
  readonly text: string
  /** `utf-8`, `gb18030`, … or `docx`, `rtf`. */
  readonly encoding: string
  readonly diagnostics: readonly Diagnostic[]
}

const MEGABYTE = 1024 * 1024
/** A full broadsheet page of text is some 40 kB; this leaves room for a dozen of them in one file. */
const MOST_TEXT = MEGABYTE / 2
/** A document carries its pictures with it. */
const MOST_DOCUMENT = 64 * MEGABYTE

const refuse = (code: string, file: string, message: string, parts: Parts = {}): Result<never> =>
  err({ severity: 'error', code: `input.${code}`, message, where: { file }, parts })

const inMegabytes = (bytes: number): string => (bytes / MEGABYTE).toFixed(1)

const begins = (bytes: Uint8Array, head: readonly number[]): boolean =>
  head.every((byte, index) => bytes[index] === byte)

/** PKWARE APPNOTE 4.3.7: a local file header; a .docx is a ZIP archive. */
const ARCHIVE = [0x50, 0x4b, 0x03, 0x04]
/** [MS-CFB] 2.2: the head of a compound file, which .doc and .wps are, and a .docx under a password. */
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
/** `{\rtf`; many a .doc is one. */
const RICH_TEXT = [0x7b, 0x5c, 0x72, 0x74, 0x66]

const isDocx = (named: string): boolean => extname(named).toLowerCase() === '.docx'
/** Whether an archive is a Word document, whatever its name: the name of its text stands in it as it is (ECMA-376 part 1, 11.3.10). */
const holdsWord = (bytes: Uint8Array): boolean =>
  begins(bytes, ARCHIVE) &&
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes('word/document.xml')
const isDocument = (named: string): boolean => /\.(?:docx?|wps|odt|rtf)$/iu.test(named)

/** Documents of a kind that is not read: what they are, and how their text comes in. */
function refuseForeign(named: string, bytes: Uint8Array): Result<never> | null {
  if (begins(bytes, COMPOUND)) {
    const convert = 'open it in Word, WPS or LibreOffice, save it as .docx and hand that in'
    const what = isDocx(named)
      ? 'a Word document under a password or of an old version'
      : 'a document of an old Word or WPS'
    return refuse('convert', named, `${named} is ${what}, which is not read; ${convert}.`)
  }
  if (begins(bytes, ARCHIVE) && /\.odt$/iu.test(named)) {
    const message = `${named} is an OpenDocument text, which is not read; open it in LibreOffice, WPS or Word, save it as .docx and hand that in.`
    return refuse('convert', named, message)
  }
  if (begins(bytes, ARCHIVE) && !isDocx(named) && !holdsWord(bytes)) {
    const message = `${named} is a ZIP archive; unpack it, and hand in the folder or the texts in it.`
    return refuse('archive', named, message)
  }
  return null
}

/**
 * Reads one file. Refuses a folder, what is not a file, and one too large for a
 * page's text; what the bytes mean is not asked. `cwd` is where relative names start.
 */
async function readInput(named: string, cwd: string): Promise<Result<InputFile>> {
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
    const most = isDocument(named) ? MOST_DOCUMENT : MOST_TEXT
    if (size > most) {
      const what = isDocument(named) ? 'a document with its pictures' : "a page's text file"
      const message = `${named} has ${inMegabytes(size)} MB, and ${what} may have at most ${inMegabytes(most)} MB; split it into one file a page.`
      return refuse('too-large', named, message, { most: inMegabytes(most) })
    }
    const bytes = await nodeFileSystem.read(path)
    return ok({ named, path, name: basename(named, extname(named)), bytes })
  } catch (error) {
    return err(diskTrouble(error, named, 'read'))
  }
}

async function readDocument(input: InputFile, encoding: 'docx' | 'rtf'): Promise<Result<ReadText>> {
  const { named } = input
  const read = await (encoding === 'rtf' ? readRtf : readDocx)(named, input.bytes)
  if (!read.ok) return read
  const { text, pictures, diagnostics } = read.value
  if (text.trim() === '') {
    return refuse('empty', named, `${named} holds no text: check that it is the right one.`)
  }
  if (text.length * 3 > MOST_TEXT) {
    const message = `${named} has ${text.length} characters, far more than a page; split it into one file a page.`
    return refuse('too-large', named, message)
  }
  return ok({ input: { ...input, embedded: pictures }, text, encoding, diagnostics })
}

/** Reads a text, a .docx or an .rtf to the text that intake takes. Every refusal is one sentence that names the file. */
export async function readManuscript(named: string, cwd: string): Promise<Result<ReadText>> {
  const input = await readInput(named, cwd)
  if (!input.ok) return input
  const { bytes } = input.value
  const foreign = refuseForeign(named, bytes)
  if (foreign) return foreign
  if (begins(bytes, RICH_TEXT)) return readDocument(input.value, 'rtf')
  if (holdsWord(bytes) || (isDocx(named) && begins(bytes, ARCHIVE)))
    return readDocument(input.value, 'docx')
  const decoded = decodeManuscript(bytes)
  if (!decoded.ok) {
    return err({ ...decoded.error, where: { ...decoded.error.where, file: named } })
  }
  const { text, count } = withoutMarkup(decoded.value.text)
  const diagnostics = count > 0 ? [tellMarkup(named, count)] : []
  return ok({ input: input.value, ...decoded.value, text, diagnostics })
}

const tellMarkup = (file: string, count: number): Diagnostic => ({
  severity: 'warning',
  code: 'input.markup',
  message: `${file} is the source of a web page: ${counted(count, 'tag')} and characters such as &nbsp; were read as what they show; check the text against the page.`,
  where: { file },
  parts: { count },
})
