import { err, ok, type Diagnostic, type Result } from '../result'
import {
  blocksOfMixedEncoding,
  firstInvalidUtf8,
  guessUtf16,
  lineOfByte,
  looksLikeBig5,
} from './encodingEvidence'

export type ManuscriptEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030' | 'big5'

export interface Manuscript {
  readonly text: string
  readonly encoding: ManuscriptEncoding
}

interface HostDecoder {
  decode(bytes: Uint8Array): string
}

/** Node, Electron and browsers all bring the WHATWG decoder; core's types know no host, hence this one view of it. */
const decoderFor = (encoding: ManuscriptEncoding): HostDecoder => {
  const host = globalThis as unknown as {
    readonly TextDecoder: new (
      label: string,
      options: { fatal: boolean; ignoreBOM: boolean },
    ) => HostDecoder
  }
  return new host.TextDecoder(encoding, { fatal: true, ignoreBOM: false })
}

const refuse = (code: string, message: string, line?: number): Result<never> => {
  const diagnostic: Diagnostic = { severity: 'error', code: `intake.${code}`, message }
  return err(line === undefined ? diagnostic : { ...diagnostic, where: { line } })
}

const startsWith = (bytes: Uint8Array, ...head: readonly number[]): boolean =>
  head.every((byte, i) => bytes[i] === byte)

const FOREIGN_FILES: readonly (readonly [head: readonly number[], name: string])[] = [
  [[0x25, 0x50, 0x44, 0x46], 'a PDF'],
  [[0x50, 0x4b, 0x03, 0x04], 'a Word or zip file'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'an old Word file'],
  [[0x89, 0x50, 0x4e, 0x47], 'a PNG picture'],
  [[0xff, 0xd8, 0xff], 'a JPEG picture'],
]

const decodeUtf16 = (bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be'): Result<Manuscript> => {
  if (bytes.length % 2 === 1) {
    return refuse(
      'damaged',
      'The UTF-16 text ends in the middle of a character (odd number of bytes): save the file again and import that.',
    )
  }
  const [low, high] = encoding === 'utf-16le' ? [0, 1] : [1, 0]
  let line = 1
  for (let i = 0; i < bytes.length; i += 2) {
    const unit = ((bytes[i + high] as number) << 8) | (bytes[i + low] as number)
    if (unit === 0x0a) line++
    if (unit < 0xd800 || unit > 0xdfff) continue
    const next =
      i + 2 < bytes.length
        ? ((bytes[i + 2 + high] as number) << 8) | (bytes[i + 2 + low] as number)
        : 0
    if (unit > 0xdbff || next < 0xdc00 || next > 0xdfff) {
      return refuse(
        'lone-surrogate',
        `Line ${line} (byte ${i + 1}) holds half of a UTF-16 character (a lone surrogate): retype that character and save the file again.`,
        line,
      )
    }
    i += 2
  }
  return finish(decoderFor(encoding).decode(bytes), encoding)
}

/** More than this share of control characters is not a manuscript, whatever decodes it. */
const CONTROL_SHARE = 0.01

const finish = (text: string, encoding: ManuscriptEncoding): Result<Manuscript> => {
  const controls = text.match(/[\u0000-\u0008\u000e-\u001f\u007f]/g)?.length ?? 0
  if (text.includes('\u0000') || controls > Math.max(2, text.length * CONTROL_SHARE)) {
    return refuse(
      'binary',
      'The file is not text (it holds binary data): import a text file, a .docx or an .rtf.',
    )
  }
  if (text.trim() === '')
    return refuse(
      'empty',
      'The file holds no text: check that it is the right one and import it again.',
    )
  return ok({ text, encoding })
}

const decodeAs = (bytes: Uint8Array, encoding: 'gb18030' | 'big5'): string | null => {
  try {
    return decoderFor(encoding).decode(bytes)
  } catch {
    return null
  }
}

const NAMES = { 'utf-8': 'UTF-8', gb18030: 'GB18030' } as const

/**
 * Bytes of a manuscript to text: UTF-8 and UTF-16 with or without a byte order mark, GB18030 (and with it GBK and GB2312), Big5.
 * Never replaces a character: what cannot be decoded whole is refused with one sentence that names line and byte.
 *
 * Codes: `intake.empty`, `intake.binary`, `intake.lone-surrogate`, `intake.mixed-encoding`, `intake.damaged`.
 */
export const decodeManuscript = (bytes: Uint8Array): Result<Manuscript> => {
  if (bytes.length === 0)
    return refuse('empty', 'The file is empty: check that it is the right one and import it again.')
  const foreign = FOREIGN_FILES.find(([head]) => startsWith(bytes, ...head))
  if (foreign)
    return refuse(
      'binary',
      `The file is ${foreign[1]}, not text: import a text file, a .docx or an .rtf.`,
    )
  if (startsWith(bytes, 0xff, 0xfe)) return decodeUtf16(bytes, 'utf-16le')
  if (startsWith(bytes, 0xfe, 0xff)) return decodeUtf16(bytes, 'utf-16be')

  const invalid = firstInvalidUtf8(bytes)
  const hasNul = bytes.includes(0)
  if (invalid < 0 && !hasNul) return finish(decoderFor('utf-8').decode(bytes), 'utf-8')
  if (startsWith(bytes, 0xef, 0xbb, 0xbf) && invalid >= 0 && !hasNul) {
    const line = lineOfByte(bytes, invalid)
    return refuse(
      'mixed-encoding',
      `The file begins as UTF-8 but stops being UTF-8 at line ${line} (byte ${invalid + 1}): save the whole file as UTF-8 and import it again.`,
      line,
    )
  }

  const utf16 = guessUtf16(bytes)
  if (utf16) return decodeUtf16(bytes, utf16)
  if (hasNul)
    return refuse(
      'binary',
      'The file is not text (it holds binary data): import a text file, a .docx or an .rtf.',
    )

  const mixed = blocksOfMixedEncoding(bytes)
  if (mixed) {
    return refuse(
      'mixed-encoding',
      `The file begins as ${NAMES[mixed.before]} but stops being ${NAMES[mixed.before]} at line ${mixed.line} (byte ${mixed.byte + 1}): save the whole file as UTF-8 and import it again.`,
      mixed.line,
    )
  }
  const text = decodeAs(bytes, 'gb18030')
  const traditional = text === null || looksLikeBig5(text) ? decodeAs(bytes, 'big5') : null
  if (traditional !== null) return finish(traditional, 'big5')
  if (text !== null) return finish(text, 'gb18030')
  const line = lineOfByte(bytes, invalid)
  return refuse(
    'damaged',
    `Line ${line} (byte ${invalid + 1}) is neither UTF-8 nor GB18030 nor Big5: save the file as UTF-8 and import it again.`,
    line,
  )
}
