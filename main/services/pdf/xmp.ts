/** The metadata packet, written by us: pdfkit's own leaves `&` and `<` as they are and lacks most fields. */
import type { PdfInfo } from './pdfFile'

/** Info and XMP must say the same time (PDF/X-4, ISO 15930-7 6.6), which Info tells to the second. */
const secondsOf = (date: Date): string => date.toISOString().replace(/\.\d+Z$/, 'Z')

/** What XML 1.0 cannot hold even escaped (2.2) is left out. */
const escapeXml = (value: string): string =>
  value
    .replace(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')

/** A name for the document made of its identifier, so that the same file has the same name (RFC 4122, version 8 form). */
export function uuidOf(id: Uint8Array): string {
  const hex = Buffer.from(id.subarray(0, 16)).toString('hex')
  const variant = ((parseInt(hex.slice(16, 17), 16) & 3) | 8).toString(16)
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-')
}

const PRESS_SPACES =
  ' xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/" xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/"'

/** The fields PDF/X-4 asks for beside the common ones. */
const pressFields = (uuid: string): string => `<pdf:Trapped>False</pdf:Trapped>
<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>
<xmpMM:DocumentID>uuid:${uuid}</xmpMM:DocumentID>
<xmpMM:VersionID>1</xmpMM:VersionID>
<xmpMM:RenditionClass>default</xmpMM:RenditionClass>
`

const note = (description: string): string =>
  `<dc:description><rdf:Alt><rdf:li xml:lang="x-default">${escapeXml(description)}</rdf:li></rdf:Alt></dc:description>
`

/** `id` is the file's 16-byte identifier. */
export function xmpPacket(info: PdfInfo, id: Uint8Array): string {
  const { title, producer, date, pdfx, subject } = info
  const when = secondsOf(date)
  return `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"${pdfx ? PRESS_SPACES : ''}>
<xmp:CreateDate>${when}</xmp:CreateDate>
<xmp:ModifyDate>${when}</xmp:ModifyDate>
<xmp:MetadataDate>${when}</xmp:MetadataDate>
<xmp:CreatorTool>${escapeXml(producer)}</xmp:CreatorTool>
<pdf:Producer>${escapeXml(producer)}</pdf:Producer>
${pdfx ? pressFields(uuidOf(id)) : ''}${subject === undefined ? '' : note(subject)}<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escapeXml(title)}</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>zh-CN</rdf:li></rdf:Bag></dc:language>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>`
}
