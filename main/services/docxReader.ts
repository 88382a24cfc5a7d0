/** Text and pictures of a Word document (.docx), read with mammoth, which is loaded only then. */
import { err, ok, type Diagnostic, type Result } from '../../core/result'

export interface EmbeddedPicture {
  readonly bytes: Uint8Array
  /** Texts of the paragraphs right around it, those below first, for finding its caption. */
  readonly near: readonly string[]
}

export interface DocxText {
  /** A line for each paragraph; an indented first line begins with two ideographic spaces. */
  readonly text: string
  readonly pictures: readonly EmbeddedPicture[]
  readonly diagnostics: readonly Diagnostic[]
}

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

const INDENT = '　　'

interface Reading {
  readonly paragraphs: Paragraph[]
  readonly notes: DocxNode[]
  numbered: number
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

function readBlock(node: DocxNode, reading: Reading): void {
  if (node.type !== 'paragraph') {
    for (const child of node.children ?? []) readBlock(child, reading)
    return
  }
  const images: DocxNode[] = []
  const own = inlineText(node, images, reading.notes)
  if (node.numbering) reading.numbered++
  const indented = Number(node.indent?.firstLine ?? 0) > 0 && /^\S/u.test(own)
  reading.paragraphs.push({ text: indented ? INDENT + own : own, images })
}

/** Paragraphs with text that are looked at on either side of a picture. */
const BELOW = 2
const ABOVE = 1

function nearOf(paragraphs: readonly Paragraph[], at: number): readonly string[] {
  const texts = (list: readonly Paragraph[]): readonly string[] =>
    list.map(({ text }) => text.trim()).filter((text) => text !== '')
  return [
    ...texts(paragraphs.slice(at, at + 1)),
    ...texts(paragraphs.slice(at + 1, at + 8)).slice(0, BELOW),
    ...texts(paragraphs.slice(Math.max(0, at - 4), at)).slice(-ABOVE),
  ]
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

const warning = (code: string, file: string, count: number, message: string): Diagnostic => ({
  severity: 'warning',
  code,
  message,
  where: { file },
  parts: { count },
})

function diagnosticsOf(named: string, document: DocxNode, reading: Reading): readonly Diagnostic[] {
  const comments = document.comments?.length ?? 0
  return [
    ...(reading.numbered > 0
      ? [
          warning(
            'input.numbering',
            named,
            reading.numbered,
            `${named}: Word numbers ${reading.numbered} of its paragraphs by itself; these numbers are no text, so type those that shall be printed.`,
          ),
        ]
      : []),
    ...(comments > 0
      ? [
          warning(
            'input.comments',
            named,
            comments,
            `${named}: ${comments} comments in the margin were not taken over; settle them in Word.`,
          ),
        ]
      : []),
  ]
}

/**
 * Reads a .docx: its paragraphs in order, tables cell by cell, footnotes after the last paragraph.
 * Fails with one sentence when the bytes are no Word document.
 */
export async function readDocx(named: string, bytes: Uint8Array): Promise<Result<DocxText>> {
  const { default: mammoth } = await import('mammoth')
  const reading: Reading = { paragraphs: [], notes: [], numbered: 0 }
  let document: DocxNode = { type: 'document' }
  try {
    await mammoth.convertToHtml(
      { buffer: Buffer.from(bytes) },
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
  for (const reference of reading.notes.splice(0)) {
    for (const block of document.notes?.resolve(reference)?.body ?? []) readBlock(block, reading)
  }
  return ok({
    text: reading.paragraphs.map(({ text }) => text).join('\n'),
    pictures: await picturesOf(reading.paragraphs),
    diagnostics: diagnosticsOf(named, document, reading),
  })
}
