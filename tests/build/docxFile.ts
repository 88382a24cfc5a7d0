import { crc32 } from 'node:zlib'

/** Small Word documents made by hand: only the parts a reader needs (ECMA-376 part 1, 11.3). */
export type DocxParagraph =
  | { readonly text: string; readonly indent?: boolean }
  | { readonly picture: Uint8Array }
  /** Rows of cells, each of one or more paragraphs. */
  | { readonly table: readonly (readonly (readonly string[])[])[] }
  /** Whatever else a body may hold, written out. */
  | { readonly xml: string }

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const SPACES =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:v="urn:schemas-microsoft-com:vml"'
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

const escaped = (text: string): string =>
  text.replace(/&/gu, '&amp;').replace(/</gu, '&lt;').replace(/>/gu, '&gt;')

/** The words of a text box, as they stand inside its shape. */
export const boxXml = (...texts: readonly string[]): string =>
  `<w:txbxContent>${texts.map((text) => textXml(text, false)).join('')}</w:txbxContent>`

const textXml = (text: string, indent: boolean): string =>
  `<w:p>${indent ? '<w:pPr><w:ind w:firstLine="420"/></w:pPr>' : ''}<w:r><w:t xml:space="preserve">${escaped(text)}</w:t></w:r></w:p>`

const tableXml = (rows: readonly (readonly (readonly string[])[])[]): string =>
  `<w:tbl>${rows
    .map((cells) => {
      const cell = (texts: readonly string[]): string =>
        `<w:tc>${texts.map((text) => textXml(text, false)).join('')}</w:tc>`
      return `<w:tr>${cells.map(cell).join('')}</w:tr>`
    })
    .join('')}</w:tbl>`

const pictureXml = (id: string): string =>
  `<w:p><w:r><w:drawing><wp:inline><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:blipFill><a:blip r:embed="${id}"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`

interface Entry {
  readonly name: string
  readonly bytes: Uint8Array
}

/** A ZIP archive of stored entries (PKWARE APPNOTE 4.3). */
function zip(entries: readonly Entry[]): Uint8Array {
  const parts: Buffer[] = []
  const central: Buffer[] = []
  let offset = 0
  for (const { name, bytes } of entries) {
    const file = Buffer.from(name)
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt32LE(crc32(bytes), 10)
    common.writeUInt32LE(bytes.length, 14)
    common.writeUInt32LE(bytes.length, 18)
    common.writeUInt16LE(file.length, 22)
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), common, file, bytes])
    const place = Buffer.alloc(14)
    place.writeUInt32LE(offset, 10)
    central.push(
      Buffer.concat([Buffer.from('PK\u0001\u0002'), Buffer.from([20, 0]), common, place, file]),
    )
    parts.push(local)
    offset += local.length
  }
  const directory = Buffer.concat(central)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(entries.length, 4)
  end.writeUInt16LE(entries.length, 6)
  end.writeUInt32LE(directory.length, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...parts, directory, Buffer.from('PK\u0005\u0006'), end])
}

export function docxFile(paragraphs: readonly DocxParagraph[]): Uint8Array {
  const pictures: Uint8Array[] = []
  const body = paragraphs.map((paragraph) => {
    if ('text' in paragraph) return textXml(paragraph.text, paragraph.indent === true)
    if ('table' in paragraph) return tableXml(paragraph.table)
    if ('xml' in paragraph) return paragraph.xml
    pictures.push(paragraph.picture)
    return pictureXml(`rId${pictures.length}`)
  })
  const relations = pictures.map(
    (_, index) =>
      `<Relationship Id="rId${index + 1}" Type="${OFFICE}/image" Target="media/image${index + 1}.png"/>`,
  )
  const xml = (name: string, content: string): Entry => ({
    name,
    bytes: Buffer.from(HEAD + content),
  })
  return zip([
    xml(
      '[Content_Types].xml',
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    ),
    xml(
      '_rels/.rels',
      `<Relationships xmlns="${RELATIONS}"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
    ),
    xml(
      'word/document.xml',
      `<w:document ${SPACES}><w:body>${body.join('')}</w:body></w:document>`,
    ),
    xml(
      'word/_rels/document.xml.rels',
      `<Relationships xmlns="${RELATIONS}">${relations.join('')}</Relationships>`,
    ),
    ...pictures.map((bytes, index) => ({ name: `word/media/image${index + 1}.png`, bytes })),
  ])
}
