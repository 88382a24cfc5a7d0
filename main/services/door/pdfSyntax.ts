/**
 * PDF syntax, read (PDF 32000-1 7.2, 7.3): enough for whole files with a plain
 * cross-reference table. It shares nothing with the writer, whose files it holds
 * to account.
 */

export interface PdfName {
  readonly name: string
}
export interface PdfReference {
  readonly number: number
}
export type PdfDict = ReadonlyMap<string, PdfObject>
/** Bytes of a string as characters from 0 to 255. */
export type PdfObject =
  null | boolean | number | string | PdfName | PdfReference | readonly PdfObject[] | PdfDict
/** A bare word: an operator of a content stream, or `obj`, `R`, `stream`. */
export interface PdfWord {
  readonly word: string
}

/** What is not PDF where PDF should be. Never leaves this folder. */
export class NotPdf extends Error {}

export const isWord = (value: unknown): value is PdfWord =>
  typeof value === 'object' && value !== null && 'word' in value
export const isName = (value: unknown): value is PdfName =>
  typeof value === 'object' && value !== null && 'name' in value
export const isReference = (value: unknown): value is PdfReference =>
  typeof value === 'object' && value !== null && 'number' in value
export const isDict = (value: unknown): value is PdfDict => value instanceof Map
export const isList = (value: unknown): value is readonly PdfObject[] => Array.isArray(value)

/**
 * White space and comments, then one token: a mark (of a string in parentheses
 * only the beginning), hexadecimal digits, a name, a number or a word.
 */
const TOKEN =
  /(?:[\0\t\n\f\r ]|%[^\r\n]*)*(?:(\[|\]|<<|>>|\()|<([0-9A-Fa-f\s]*)>|\/([^\0\t\n\f\r ()<>[\]{}/%]*)|([+-]?(?:\d+\.?\d*|\.\d+))(?=[\0\t\n\f\r ()<>[\]{}/%]|$)|([^\0\t\n\f\r ()<>[\]{}/%]+)|$)/y

const DEEPEST = 100

/** Reads objects and words one after another out of a text of bytes. */
export class PdfScanner {
  constructor(
    private readonly text: string,
    public at = 0,
  ) {}

  /** The next object or word; undefined at the end. */
  next(depth = 0): PdfObject | PdfWord | undefined {
    if (depth > DEEPEST) throw new NotPdf('it is nested too deeply')
    TOKEN.lastIndex = this.at
    const found = TOKEN.exec(this.text)
    if (found === null) throw new NotPdf(`byte ${this.at} is no PDF`)
    this.at = TOKEN.lastIndex
    const [, mark, hex, name, number, word] = found
    if (number !== undefined) return Number(number)
    if (hex !== undefined) return bytesOfHex(hex)
    if (name !== undefined) return { name: plainName(name) }
    if (word !== undefined) return KNOWN.has(word) ? (KNOWN.get(word) ?? null) : { word }
    if (mark === '[') return this.list(depth)
    if (mark === '<<') return this.dict(depth)
    if (mark === '(') return this.string()
    if (mark === undefined) return undefined
    return { word: mark }
  }

  private list(depth: number): readonly PdfObject[] {
    const items: PdfObject[] = []
    for (;;) {
      const item = this.next(depth + 1)
      if (item === undefined) throw new NotPdf('an array does not end')
      if (!isWord(item)) items.push(item)
      else if (item.word === ']') return items
      else if (item.word === 'R') items.push(referenceIn(items))
      else throw new NotPdf(`“${item.word}” stands in an array`)
    }
  }

  private dict(depth: number): PdfDict {
    const items: PdfObject[] = []
    for (;;) {
      const item = this.next(depth + 1)
      if (item === undefined) throw new NotPdf('a dictionary does not end')
      if (!isWord(item)) items.push(item)
      else if (item.word === '>>') break
      else if (item.word === 'R') items.push(referenceIn(items))
      else throw new NotPdf(`“${item.word}” stands in a dictionary`)
    }
    const entries = new Map<string, PdfObject>()
    for (let i = 0; i + 1 < items.length; i += 2) {
      const key = items[i]
      if (!isName(key)) throw new NotPdf('a dictionary has a key that is no name')
      entries.set(key.name, items[i + 1] ?? null)
    }
    return entries
  }

  /** A string in parentheses, whose beginning is read (7.3.4.2). */
  private string(): string {
    let depth = 1
    let out = ''
    for (; this.at < this.text.length; this.at += 1) {
      const c = this.text.charAt(this.at)
      if (c === '\\') {
        const octal = /^[0-7]{1,3}/u.exec(this.text.slice(this.at + 1, this.at + 4))?.[0]
        if (octal !== undefined) {
          out += String.fromCharCode(parseInt(octal, 8) & 255)
          this.at += octal.length
        } else {
          this.at += 1
          const escaped = this.text.charAt(this.at)
          out += ESCAPES.get(escaped) ?? escaped
        }
        continue
      }
      if (c === '(') depth += 1
      if (c === ')') depth -= 1
      if (depth === 0) {
        this.at += 1
        return out
      }
      out += c
    }
    throw new NotPdf('a string does not end')
  }
}

const KNOWN = new Map<string, PdfObject>([
  ['true', true],
  ['false', false],
  ['null', null],
])

const ESCAPES = new Map([
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ['b', '\b'],
  ['f', '\f'],
  ['\n', ''],
])

/** `n g R`: the two numbers before the word become one reference. */
function referenceIn(items: PdfObject[]): PdfReference {
  const [number, generation] = items.splice(-2)
  if (typeof number !== 'number' || typeof generation !== 'number') {
    throw new NotPdf('a reference has no number')
  }
  return { number }
}

const bytesOfHex = (hex: string): string => {
  const digits = hex.replace(/\s/gu, '')
  let out = ''
  for (let i = 0; i < digits.length; i += 2) {
    out += String.fromCharCode(parseInt(digits.slice(i, i + 2).padEnd(2, '0'), 16))
  }
  return out
}

const plainName = (name: string): string =>
  name.replace(/#([0-9A-Fa-f]{2})/gu, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
