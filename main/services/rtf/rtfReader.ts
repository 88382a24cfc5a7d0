/** Text and pictures of a rich text file (.rtf, and many a .doc), as Word, WPS and LibreOffice write it. */
import { err, ok, type Result } from '../../../core/result'
import { leftInDocument, nearOf, type DocumentText, type EmbeddedPicture } from '../documentText'
import { codePageOfCharset, decodeBytes } from './codePages'
import { beginRow, endCell, endFlow, endParagraph, endRow, newFlow, type Flow } from './flow'
import { rtfTokens, type RtfToken } from './tokens'
import { CHARACTERS, NUMBERS, OPTIONAL_READ, PARAGRAPH_ENDS, UNREAD } from './words'

/** What a group hands down to those inside it, and takes back when it ends. */
interface Group {
  /** `shape` holds properties, pictures among them; `unread` holds nothing that is read. */
  readonly place: 'text' | 'fonts' | 'picture' | 'shape' | 'unread'
  readonly flow: Flow
  readonly font: number | null
  /** Characters after each `\u` that stand in for it (`\uc`). */
  readonly standIns: number
  readonly firstLine: number
  readonly isHidden: boolean
}

interface Reading {
  readonly body: Flow
  readonly notes: Flow
  /** Code pages of the fonts that have one. */
  readonly fonts: Map<number, number>
  group: Group
  readonly outer: Group[]
  /** Right behind `{`, where a destination is named; `optional` behind `{\*`. */
  head: 'none' | 'plain' | 'optional'
  codePage: number
  defaultFont: number | null
  fontNamed: number | null
  /** Bytes not decoded yet: a character's may come apart. */
  bytes: number[]
  standIns: number
  picture: string[]
  numbered: number
  comments: number
  footnotes: number
}

function newReading(): Reading {
  const body = newFlow()
  const group: Group = {
    ...{ place: 'text', flow: body, font: null, standIns: 1, firstLine: 0, isHidden: false },
  }
  return {
    ...{ body, notes: newFlow(), fonts: new Map(), group, outer: [], head: 'none' },
    ...{ codePage: 1252, defaultFont: null, fontNamed: null, bytes: [], standIns: 0 },
    ...{ picture: [], numbered: 0, comments: 0, footnotes: 0 },
  }
}

/** Bytes that are no text in their code page: the file is damaged. */
class Undecodable extends Error {}

function write(reading: Reading, text: string): void {
  const { place, flow, isHidden } = reading.group
  if (place === 'text' && !isHidden) flow.text += text
}

/** Decodes the bytes that wait, before anything that is none. */
function settle(reading: Reading): void {
  if (reading.bytes.length === 0) return
  const bytes = Uint8Array.from(reading.bytes)
  reading.bytes = []
  const font = reading.fonts.get(reading.group.font ?? reading.defaultFont ?? -1) ?? null
  const text = decodeBytes(bytes, font, reading.codePage)
  if (text === null) throw new Undecodable()
  write(reading, text)
}

function open(reading: Reading): void {
  reading.outer.push(reading.group)
  reading.head = 'plain'
}

function close(reading: Reading): void {
  const { group } = reading
  const outer = reading.outer.pop() ?? group
  if (group.place === 'picture' && outer.place !== 'picture') {
    group.flow.images.push(new Uint8Array(Buffer.from(reading.picture.join(''), 'hex')))
    reading.picture = []
  }
  const isWhole = reading.outer.length === 0
  if (isWhole || group.flow !== outer.flow) endFlow(group.flow, group.firstLine)
  // a text box stands before the paragraph that holds it
  if (group.place === 'text' && group.flow !== outer.flow && group.flow !== reading.notes)
    outer.flow.paragraphs.push(...group.flow.paragraphs)
  reading.group = outer
  reading.head = 'none'
}

/** The first word of a group: where its text goes. */
function enter(reading: Reading, word: string, isOptional: boolean): void {
  const { group } = reading
  if (group.place === 'unread') return
  if (NUMBERS.has(word)) reading.numbered++
  if (word === 'annotation') reading.comments++
  if (word === 'footnote') reading.footnotes++
  if (UNREAD.has(word) || (isOptional && !OPTIONAL_READ.has(word)))
    reading.group = { ...group, place: 'unread' }
  else if (word === 'fonttbl') reading.group = { ...group, place: 'fonts' }
  else if (word === 'pict') reading.group = { ...group, place: 'picture' }
  else if (word === 'sp') reading.group = { ...group, place: 'shape' }
  else if (word === 'shptxt') reading.group = { ...group, flow: newFlow() }
  else if (word === 'footnote') reading.group = { ...group, flow: reading.notes }
}

const change = (reading: Reading, changed: Partial<Group>): void => {
  reading.group = { ...reading.group, ...changed }
}

/** Words that set how the text after them is read. */
function setProperty(reading: Reading, word: string, param: number | null): void {
  const value = param ?? 0
  const named = reading.fontNamed
  switch (word) {
    case 'ansicpg':
      reading.codePage = value
      break
    case 'mac':
      reading.codePage = 10000
      break
    case 'deff':
      reading.defaultFont = value
      break
    case 'f':
      if (reading.group.place === 'fonts') reading.fontNamed = value
      else change(reading, { font: value })
      break
    case 'fcharset':
    case 'cpg': {
      const page = word === 'cpg' ? value : codePageOfCharset(value)
      if (reading.group.place === 'fonts' && named !== null && page !== null)
        reading.fonts.set(named, page)
      break
    }
    case 'plain':
      change(reading, { font: null, isHidden: false })
      break
    case 'v':
    case 'deleted':
      change(reading, { isHidden: param !== 0 })
      break
    case 'uc':
      change(reading, { standIns: value })
      break
    case 'pard':
      change(reading, { firstLine: 0 })
      break
    case 'fi':
    case 'cufi':
      change(reading, { firstLine: value })
      break
  }
}

function readWord(reading: Reading, word: string, param: number | null): void {
  if (word === 'u') {
    write(reading, String.fromCharCode((param ?? 0) & 0xffff))
    reading.standIns = reading.group.standIns
    return
  }
  const { place, flow, firstLine } = reading.group
  if (place === 'text' && word === 'cell') endCell(flow, firstLine)
  else if (place === 'text' && word === 'trowd') beginRow(flow)
  else if (place === 'text' && word === 'row') endRow(flow)
  else if (PARAGRAPH_ENDS.has(word) && place === 'text') endParagraph(flow, firstLine)
  else if (Object.hasOwn(CHARACTERS, word)) write(reading, CHARACTERS[word] ?? '')
  else setProperty(reading, word, param)
}

function readBytes(reading: Reading, data: Uint8Array): void {
  const from = Math.min(reading.standIns, data.length)
  reading.standIns -= from
  const { place } = reading.group
  if (place === 'picture') reading.picture.push(Buffer.from(data).toString('latin1'))
  else if (place === 'text') for (const byte of data.subarray(from)) reading.bytes.push(byte)
}

function readControl(reading: Reading, token: RtfToken & { readonly kind: 'word' }): void {
  const { word, param, data } = token
  const { head } = reading
  reading.head = 'none'
  if (word === "'") return readBytes(reading, data)
  settle(reading)
  if (head !== 'none' && word === '*') {
    reading.head = 'optional'
    return
  }
  if (head !== 'none') enter(reading, word, head === 'optional')
  if (word === 'bin') {
    if (reading.group.place === 'picture') reading.picture.push(Buffer.from(data).toString('hex'))
    return
  }
  if (reading.standIns > 0 && word !== 'u') reading.standIns--
  else readWord(reading, word, param)
}

/** The whole file; null when it ends inside a group. */
async function readGroups(bytes: Uint8Array): Promise<Reading | null> {
  const reading = newReading()
  for await (const token of rtfTokens(bytes)) {
    if (token.kind === 'word') readControl(reading, token)
    else if (token.kind === 'bytes') {
      reading.head = 'none'
      readBytes(reading, token.data)
    } else {
      settle(reading)
      reading.standIns = 0
      if (token.kind === 'open') open(reading)
      else close(reading)
      if (reading.outer.length === 0) return reading
    }
  }
  return null
}

/**
 * Reads an .rtf: its paragraphs in order, tables row by row, footnotes after the last paragraph.
 * Fails with one sentence when the bytes are no whole rich text.
 */
export async function readRtf(named: string, bytes: Uint8Array): Promise<Result<DocumentText>> {
  const reading = await readGroups(bytes).catch(() => null)
  if (reading === null) {
    return err({
      severity: 'error',
      code: 'input.rtf',
      message: `${named} cannot be read as rich text (RTF): it is damaged or not whole; open it in Word or WPS, save it as .docx and hand that in.`,
      where: { file: named },
    })
  }
  const { body, notes } = reading
  const paragraphs = [...body.paragraphs, ...notes.paragraphs]
  return ok({
    text: paragraphs.map(({ text }) => text).join('\n'),
    pictures: paragraphs.flatMap(({ images }, at) =>
      images.map((image): EmbeddedPicture => ({ bytes: image, near: nearOf(paragraphs, at) })),
    ),
    diagnostics: leftInDocument(named, {
      numbered: reading.numbered,
      comments: reading.comments,
      rows: body.rows,
      footnotes: reading.footnotes,
    }),
  })
}
