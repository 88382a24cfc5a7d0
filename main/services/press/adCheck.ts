/** What an advertisement's page would do on the press: its fonts, its colours, its size. */
import type * as PdfLib from 'pdf-lib'
import type { PDFDict, PDFObject } from 'pdf-lib'
import { objectsUnder, profileChannels } from '../pdf/adObjects'
import { readAd, adResources, adSize, type AdPage } from '../pdf/adPage'
import { adContent } from '../pdf/embedAd'
import { adInk, colourInk } from './adInk'

export interface AdFault {
  readonly severity: 'error' | 'warning'
  /** Ends the code `press.ad-…`. */
  readonly code: string
  /** Half a sentence about the advertisement. */
  readonly what: string
  readonly remedy: string
}

export interface AdReport {
  readonly faults: readonly AdFault[]
  /** In points as it is seen; null when the file cannot be read. */
  readonly size: { readonly width: number; readonly height: number } | null
  /** Points that its bleed box reaches beyond its trim box, on the side where it is least. */
  readonly bleed: number
  /** The most ink of its colours and of its CMYK pictures, 2.4 for 240 %. */
  readonly ink: number
}

type Lib = typeof PdfLib

export async function inspectAd(bytes: Uint8Array): Promise<AdReport> {
  const read = await readAd(bytes)
  if (read.kind === 'fault') {
    const remedy = 'ask the customer for a PDF that opens without a password'
    return {
      faults: [{ severity: 'error', code: 'unreadable', what: read.fault, remedy }],
      ...{ size: null, bleed: 0, ink: 0 },
    }
  }
  const lib = await import('pdf-lib')
  const found = new Map<string, AdFault>()
  const tell = (code: string, what: string, remedy: string): void => {
    if (!found.has(`${code} ${what}`)) {
      found.set(`${code} ${what}`, { severity: 'error', code, what, remedy })
    }
  }
  const { ad } = read
  const resources = adResources(ad)
  inspectContent(adContent(lib, ad), tell)
  if (resources !== undefined) inspectObjects(lib, ad, resources, tell)
  const group = ad.page.node.get(lib.PDFName.of('Group'))
  if (group !== undefined) inspectObjects(lib, ad, group, tell)
  return {
    faults: [...found.values()],
    size: adSize(ad),
    bleed: bleedOf(ad),
    ink: resources === undefined ? colourInk(adContent(lib, ad)) : await adInk(ad, resources),
  }
}

function bleedOf({ page, box }: AdPage): number {
  const bleed = page.getBleedBox()
  const beyond = [
    box.x - bleed.x,
    box.y - bleed.y,
    bleed.x + bleed.width - box.x - box.width,
    bleed.y + bleed.height - box.y - box.height,
  ]
  return Math.max(0, Math.min(...beyond))
}

type Tell = (code: string, what: string, remedy: string) => void

const RGB_WHAT = 'has colours in RGB'
const RGB_REMEDY = 'have it made in the inks of the press, as PDF/X-1a or PDF/X-4 in CMYK'

/** Looks for `rg` and `RG` outside of strings and pictures (PDF 32000-1 8.6.8). */
function inspectContent(content: Uint8Array, tell: Tell): void {
  const text = Buffer.from(content).toString('latin1')
  const bare = text
    .replace(/\((?:\\[\s\S]|[^\\()])*\)/gu, ' ')
    .replace(/\bID\s[\s\S]*?\sEI\b/gu, ' ')
  if (/(?:^|[\s\])>])(?:rg|RG)(?=\s|$)/u.test(bare)) tell('rgb', RGB_WHAT, RGB_REMEDY)
  if (/\/(?:CS|ColorSpace)\s*\/(?:RGB|DeviceRGB)\b/u.test(bare)) tell('rgb', RGB_WHAT, RGB_REMEDY)
}

/** Looks at all that the resources reach. */
function inspectObjects(lib: Lib, ad: AdPage, start: PDFObject, tell: Tell): void {
  for (const object of objectsUnder(lib, ad, start)) {
    if (object instanceof lib.PDFName) {
      const name = object.asString()
      if (name === '/DeviceRGB' || name === '/CalRGB') tell('rgb', RGB_WHAT, RGB_REMEDY)
    } else if (object instanceof lib.PDFArray) {
      // a profile of three channels is RGB or Lab
      if (profileChannels(lib, ad, object) === 3) tell('rgb', RGB_WHAT, RGB_REMEDY)
    } else if (object instanceof lib.PDFDict) {
      inspectFont(lib, object, tell)
    } else if (object instanceof lib.PDFRawStream) {
      if (nameIn(lib, object.dict, 'Subtype') === '/Form')
        inspectContent(lib.decodePDFRawStream(object).decode(), tell)
    }
  }
}

const nameIn = (lib: Lib, dict: PDFDict, key: string): string | null => {
  const value = dict.lookup(lib.PDFName.of(key))
  return value instanceof lib.PDFName ? value.asString() : null
}

/** Every font but one drawn by the page itself brings its file (ISO 15930-7 6.7). */
function inspectFont(lib: Lib, dict: PDFDict, tell: Tell): void {
  if (nameIn(lib, dict, 'Type') !== '/Font') return
  const kind = nameIn(lib, dict, 'Subtype')
  if (kind === '/Type3' || kind === '/Type0') return
  const descriptor = dict.lookup(lib.PDFName.of('FontDescriptor'))
  const isEmbedded =
    descriptor instanceof lib.PDFDict &&
    ['FontFile', 'FontFile2', 'FontFile3'].some((key) => descriptor.has(lib.PDFName.of(key)))
  if (isEmbedded) return
  const name = (nameIn(lib, dict, 'BaseFont') ?? '').slice(1)
  tell('font', `has the font ${name} without its file`, 'have it saved with all fonts embedded')
}
