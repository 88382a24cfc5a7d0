/** Text and pictures of a Word document (.docx), read with mammoth, which is loaded only then. */
import { err, ok, type Result } from '../../core/result'
import { openParts, type PassedOver } from './docxParts'
import {
  leftInDocument,
  nearOf,
  rowOf,
  typedParagraph,
  type DocumentText,
  type EmbeddedPicture,
} from './documentText'

/** What is read of mammoth's document tree, which it hands to `transformDocument`. */
interface DocxNode {
  readonly type: string
  readonly children?: readonly DocxNode[]
  readonly value?: string
  readonly indent?: { readonly firstLine: string | null }
  readonly numbering?: object | null
  readonly notes?: {
    readonly resolve: (reference: DocxNode) => { readonly body: readonly DocxNode[] } | null
  }
  readonly comments?: readonly object[]
  readonly readAsBuffer?: () => Promise<Uint8Array>
}

interface Paragraph {
  readonly text: string
  readonly images: readonly DocxNode[]
}

interface Reading {
  readonly paragraphs: Paragraph[]
  readonly notes: DocxNode[]
  numbered: number
  rows: number
}

/** The text of what stands inside a paragraph; its images and notes are put aside. */
function inlineText(node: DocxNode, images: DocxNode[], notes: DocxNode[]): string {
  switch (node.type) {
    case 'text':
      return node.value ?? ''
    case 'tab':
      return '\t'
    case 'break':
      return '\n'
    case 'image':
      images.push(node)
      return ''
    case 'noteReference':
      notes.push(node)
      return ''
    default:
      return (node.children ?? []).map((child) => inlineText(child, images, notes)).join('')
  }
}

function readRow(row: DocxNode, reading: Reading): void {
  const cells = (row.children ?? []).map((cell) => {
    const inside: Reading = { ...reading, paragraphs: [] }
    readBlock(cell, inside)
    reading.numbered = inside.numbered
    reading.rows = inside.rows
    return inside.paragraphs
  })
  const read = rowOf(cells)
  if (cells.length > read.length) reading.rows++
  reading.paragraphs.push(...read)
}

function readBlock(node: DocxNode, reading: Reading): void {
  if (node.type === 'tableRow') return readRow(node, reading)
  if (node.type !== 'paragraph') {
    for (const child of node.children ?? []) readBlock(child, reading)
    return
  }
  const images: DocxNode[] = []
  const own = inlineText(node, images, reading.notes)
  if (node.numbering) reading.numbered++
  const text = typedParagraph(own, Number(node.indent?.firstLine ?? 0))
  reading.paragraphs.push({ text, images })
}

async function picturesOf(paragraphs: readonly Paragraph[]): Promise<readonly EmbeddedPicture[]> {
  const pictures: EmbeddedPicture[] = []
  for (const [at, { images }] of paragraphs.entries()) {
    for (const image of images) {
      const bytes = await image.readAsBuffer?.()
      if (bytes) pictures.push({ bytes: new Uint8Array(bytes), near: nearOf(paragraphs, at) })
    }
  }
  return pictures
}

/**
 * Reads a .docx: its paragraphs in order, tables row by row, footnotes after the last paragraph.
 * Fails with one sentence when the bytes are no Word document.
 */
export async function readDocx(named: string, bytes: Uint8Array): Promise<Result<DocumentText>> {
  const { default: mammoth } = await import('mammoth')
  const reading: Reading = { paragraphs: [], notes: [], numbered: 0, rows: 0 }
  let document: DocxNode = { type: 'document' }
  let passedOver: PassedOver
  try {
    const opened = await openParts(bytes)
    passedOver = opened.passedOver
    await mammoth.convertToHtml(
      { buffer: Buffer.from(opened.bytes) },
      {
        convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: '' })),
        externalFileAccess: false,
        transformDocument: (tree: DocxNode): DocxNode => (document = tree),
      },
    )
  } catch {
    return err({
      severity: 'error',
      code: 'input.docx',
      message: `${named} cannot be read as a Word document: it is damaged or another kind of file; open it in Word or WPS, save it as .docx and hand that in.`,
      where: { file: named },
    })
  }
  readBlock(document, reading)
  const footnotes = reading.notes.splice(0)
  for (const reference of footnotes) {
    for (const block of document.notes?.resolve(reference)?.body ?? []) readBlock(block, reading)
  }
  return ok({
    text: reading.paragraphs.map(({ text }) => text).join('\n'),
    pictures: await picturesOf(reading.paragraphs),
    diagnostics: leftInDocument(named, {
      numbered: reading.numbered,
      rows: reading.rows,
      footnotes: footnotes.length,
      comments: document.comments?.length ?? 0,
      ...passedOver,
    }),
  })
}
