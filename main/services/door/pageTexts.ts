/** The text of a finished PDF as its own streams and tables give it, one string a page. */
import { err, ok, type Result } from '../../../core/result'
import { openPdf, type PdfReading } from './pdfDocument'
import {
  isList,
  isName,
  isWord,
  NotPdf,
  PdfScanner,
  type PdfDict,
  type PdfObject,
} from './pdfSyntax'

const NONE: PdfDict = new Map()

/** Text of each code of a font. */
type CodeTexts = ReadonlyMap<number, string>

/**
 * Text in content order, of what is tagged as content and not as artifact. An
 * error is half a sentence on why the file cannot be read.
 */
export function pageTexts(pdf: Uint8Array): Result<readonly string[], string> {
  try {
    const reading = openPdf(pdf)
    const fonts = new Map<PdfDict, CodeTexts>()
    return ok(reading.pages.map((page) => pageText(reading, page, fonts)))
  } catch (error) {
    if (error instanceof NotPdf) return err(error.message)
    throw error
  }
}

function pageText(reading: PdfReading, page: PdfDict, known: Map<PdfDict, CodeTexts>): string {
  const partOf = (dict: PdfDict, key: string): PdfDict =>
    dict.has(key) ? reading.dictOf(dict.get(key)) : NONE
  const fonts = partOf(partOf(page, 'Resources'), 'Font')
  const codesOf = (name: string): CodeTexts => {
    const font = reading.dictOf(fonts.get(name))
    const codes = known.get(font) ?? codeTexts(reading.streamOf(font.get('ToUnicode')))
    known.set(font, codes)
    return codes
  }
  return shownText(contentOf(reading, page).toString('latin1'), codesOf)
}

function contentOf(reading: PdfReading, page: PdfDict): Buffer {
  const contents = reading.resolve(page.get('Contents'))
  const parts = isList(contents) ? contents : [page.get('Contents') ?? null]
  return Buffer.concat(parts.flatMap((part) => [reading.streamOf(part), Buffer.from('\n')]))
}

/** Walks the operators: marked content, fonts, shown strings (PDF 32000-1 9.4.3, 14.6). */
function shownText(content: string, codesOf: (font: string) => CodeTexts): string {
  const scanner = new PdfScanner(content)
  const marks: boolean[] = []
  let artifacts = 0
  let codes: CodeTexts | null = null
  let operands: PdfObject[] = []
  let text = ''
  const show = (value: PdfObject | undefined): void => {
    if (typeof value !== 'string' || artifacts > 0) return
    if (codes === null) throw new NotPdf('text stands without a font')
    for (let i = 0; i + 1 < value.length; i += 2) {
      const code = (value.charCodeAt(i) << 8) | value.charCodeAt(i + 1)
      text += codes.get(code) ?? UNKNOWN
    }
  }
  for (let item = scanner.next(); item !== undefined; item = scanner.next()) {
    if (!isWord(item)) {
      operands.push(item)
      continue
    }
    const [first] = operands
    switch (item.word) {
      case 'BMC':
      case 'BDC': {
        const isArtifact = isName(first) && first.name === 'Artifact'
        marks.push(isArtifact)
        if (isArtifact) artifacts += 1
        break
      }
      case 'EMC':
        if (marks.pop() === true) artifacts -= 1
        break
      case 'Tf':
        codes = isName(first) ? codesOf(first.name) : null
        break
      case 'Tj':
        show(first)
        break
      case 'TJ':
        if (isList(first)) first.forEach(show)
        break
      case 'BI':
        throw new NotPdf('a page has a picture in its content')
      default:
    }
    operands = []
  }
  return text
}

/** Stands for a code without a text: never what a manuscript has. */
const UNKNOWN = '\ufffd'

/** The table from codes to text of a ToUnicode stream (Adobe Technical Note 5411). */
function codeTexts(cmap: Buffer): CodeTexts {
  const scanner = new PdfScanner(cmap.toString('latin1'))
  const codes = new Map<number, string>()
  let operands: PdfObject[] = []
  for (let item = scanner.next(); item !== undefined; item = scanner.next()) {
    if (!isWord(item)) {
      operands.push(item)
      continue
    }
    if (item.word === 'endbfchar') {
      for (let i = 0; i + 1 < operands.length; i += 2) {
        const [code, text] = [operands[i], operands[i + 1]]
        if (typeof code === 'string' && typeof text === 'string') {
          codes.set(wide(code).charCodeAt(0), wide(text))
        }
      }
    }
    if (item.word === 'endbfrange') throw new NotPdf('a font has ranges of codes')
    operands = []
  }
  return codes
}

/** UTF-16 with the higher byte first. */
function wide(bytes: string): string {
  let out = ''
  for (let i = 0; i + 1 < bytes.length; i += 2) {
    out += String.fromCharCode((bytes.charCodeAt(i) << 8) | bytes.charCodeAt(i + 1))
  }
  return out
}
