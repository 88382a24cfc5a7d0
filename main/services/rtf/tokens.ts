/** The tokens of a rich text file, cut by rtf-stream-parser, which is loaded only then. */

export type RtfToken =
  | { readonly kind: 'open' | 'close' }
  | { readonly kind: 'bytes'; readonly data: Uint8Array }
  | {
      readonly kind: 'word'
      readonly word: string
      readonly param: number | null
      /** One byte of `\'hh`, all those of `\bin`. */
      readonly data: Uint8Array
    }

/** As rtf-stream-parser gives it: a group's start or end, a control word, text. */
interface Cut {
  readonly type: number
  readonly word?: string
  readonly param?: number
  readonly data?: Uint8Array
}
const [OPEN, CLOSE, WORD] = [0, 1, 2]
const NOTHING = new Uint8Array(0)

function tokenOf({ type, word = '', param, data = NOTHING }: Cut): RtfToken {
  if (type === OPEN) return { kind: 'open' }
  if (type === CLOSE) return { kind: 'close' }
  return type === WORD
    ? { kind: 'word', word, param: param ?? null, data }
    : { kind: 'bytes', data }
}

const isHex = (byte: number | undefined): boolean =>
  byte !== undefined &&
  ((byte >= 0x30 && byte <= 0x39) ||
    (byte >= 0x41 && byte <= 0x46) ||
    (byte >= 0x61 && byte <= 0x66))

/** Shorter lines of hexadecimal digits may be anything; a picture's are 64 digits and more. */
const HEX_LINE = 32

/**
 * The bytes with each picture's digits on one line: line ends mean nothing there, and
 * the parser copies all digits before at each, some 8 s for a megabyte.
 */
function joinHexLines(bytes: Uint8Array): Uint8Array {
  const joined = new Uint8Array(bytes.length)
  let [length, run] = [0, 0]
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] as number
    const isEnd = byte === 0x0a || byte === 0x0d
    if (isEnd && run >= HEX_LINE) continue
    run = isHex(byte) ? run + 1 : 0
    joined[length++] = byte
  }
  return joined.subarray(0, length)
}

/** @throws what the parser throws on bytes that are no rich text */
export async function* rtfTokens(bytes: Uint8Array): AsyncGenerator<RtfToken> {
  const { Tokenize } = await import('rtf-stream-parser')
  const cutter = new Tokenize()
  cutter.end(joinHexLines(bytes))
  for await (const cut of cutter as AsyncIterable<Cut>) yield tokenOf(cut)
}
