/**
 * Calls and events as bytes: a JSON text with the byte arrays taken out, then
 * the arrays. Each transport mangles something else on its own (a typed array
 * as JSON, an undefined field, an Error); this form is the same on all.
 *
 *     length of the text as decimal digits, a line feed, the text in ASCII, the arrays
 */
import type { HostEvent } from '../contract'
import { err, ok, type Result } from '../result'

/** What a window's stream of texts tells, each as JSON: an event, or one of these. */
export type Told =
  | HostEvent
  /** The reply of a call is there which took so long that its connection was given free. */
  | { readonly kind: 'answered'; readonly reply: string }
  /** The desk makes room for a window it does not know, or knows no more. */
  | { readonly kind: 'begun' }

/** Beside status 202: the key by which a late reply is asked for. */
export const LATE_REPLY = 'x-banxin-reply'

const LINE_FEED = 10
/** Marks the place of a byte array: no other value may be an object with this field. */
const MARK = '$bytes'
const DEEPEST = 200
/** More digits than any length that fits in memory. */
const LONGEST_HEAD = 12
const CHUNK = 8_192

type Plain = null | boolean | number | string | readonly Plain[] | { readonly [key: string]: Plain }

const ascii = (text: string): string =>
  text.replace(
    /[\u007f-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )

/** Throws on what is no JSON value and no `Uint8Array`: sending such a value is a programmer's mistake. */
export function packMessage(value: unknown): Uint8Array {
  const pieces = packPieces(value)
  const bytes = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0))
  let at = 0
  for (const piece of pieces) {
    bytes.set(piece, at)
    at += piece.length
  }
  return bytes
}

/** The same bytes in pieces, to be sent one after another: the arrays of the value as they are, none copied. */
export function packPieces(value: unknown): readonly Uint8Array[] {
  const parts: Uint8Array[] = []
  const text = ascii(JSON.stringify(detach(value, parts)))
  const head = `${text.length}\n${text}`
  const bytes = new Uint8Array(head.length)
  for (let i = 0; i < head.length; i++) bytes[i] = head.charCodeAt(i)
  return [bytes, ...parts]
}

function detach(value: unknown, parts: Uint8Array[]): Plain {
  if (value instanceof Uint8Array) {
    parts.push(value)
    return { [MARK]: value.length }
  }
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return value
  if (typeof value === 'number' && Number.isFinite(value)) return value
  if (Array.isArray(value)) return value.map((item) => detach(item, parts))
  if (typeof value !== 'object') throw new Error(`A ${typeof value} cannot be sent over the wire`)
  const fields = Object.entries(value).filter(([, field]) => field !== undefined)
  if (fields.some(([name]) => name === MARK)) throw new Error(`No field may be called ${MARK}`)
  return Object.fromEntries(fields.map(([name, field]) => [name, detach(field, parts)]))
}

/** Leaves the recursion over hostile bytes; never leaves this module. */
class Malformed extends Error {}

/**
 * The value packed in the bytes, or a sentence why there is none: bytes come from
 * anyone. An array that is the message's only one, such as a font, stays where it
 * is in them; several are copied, so that each may be sent on alone.
 */
export function unpackMessage(bytes: Uint8Array): Result<unknown, string> {
  const end = bytes.subarray(0, LONGEST_HEAD).indexOf(LINE_FEED)
  const digits = end < 1 ? '' : textOf(bytes.subarray(0, end))
  const start = end + 1
  const length = /^\d+$/.test(digits) ? Number(digits) : -1
  if (length < 0 || start + length > bytes.length)
    return err('The message has no proper beginning.')
  try {
    const reader = { bytes, first: start + length, at: start + length }
    const value = attach(JSON.parse(textOf(bytes.subarray(start, reader.at))), reader, 0)
    return reader.at === bytes.length ? ok(value) : err('The message goes on after its end.')
  } catch (error) {
    if (error instanceof Malformed) return err(error.message)
    if (error instanceof SyntaxError) return err('The message is not JSON.')
    throw error
  }
}

function textOf(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += CHUNK)
    text += String.fromCharCode(...bytes.subarray(at, at + CHUNK))
  return text
}

interface PartReader {
  readonly bytes: Uint8Array
  /** Where the arrays begin. */
  readonly first: number
  at: number
}

function attach(value: unknown, reader: PartReader, depth: number): unknown {
  if (depth > DEEPEST) throw new Malformed('The message is nested too deeply.')
  if (Array.isArray(value)) return value.map((item) => attach(item, reader, depth + 1))
  if (typeof value !== 'object' || value === null) return value
  const fields = Object.entries(value)
  const [first] = fields
  if (first?.[0] === MARK && fields.length === 1) return part(first[1], reader)
  return Object.fromEntries(fields.map(([name, field]) => [name, attach(field, reader, depth + 1)]))
}

function part(length: unknown, reader: PartReader): Uint8Array {
  if (typeof length !== 'number' || !Number.isInteger(length) || length < 0)
    throw new Malformed('The message has a byte array without a length.')
  const end = reader.at + length
  if (end > reader.bytes.length) throw new Malformed('The message ends before its byte arrays do.')
  const isOnly = reader.at === reader.first && end === reader.bytes.length
  const bytes = isOnly ? reader.bytes.subarray(reader.at, end) : reader.bytes.slice(reader.at, end)
  reader.at = end
  return bytes
}
