/** Going through the objects of an advertisement's PDF. */
import type * as PdfLib from 'pdf-lib'
import type { PDFArray, PDFObject, PDFRef } from 'pdf-lib'
import type { AdPage } from './adPage'

type Lib = typeof PdfLib

/**
 * All that an object reaches, itself too, each object of the file once. Streams come without being decoded,
 * and nothing is reached by way of a parent, which leads to pages that are not shown.
 */
export function* objectsUnder(
  lib: Lib,
  { context }: AdPage,
  start: PDFObject,
): Generator<PDFObject> {
  const parent = lib.PDFName.of('Parent')
  const seen = new Set<PDFRef>()
  const open: PDFObject[] = [start]
  for (let object = open.pop(); object !== undefined; object = open.pop()) {
    if (object instanceof lib.PDFRef) {
      if (seen.has(object)) continue
      seen.add(object)
      const target = context.lookup(object)
      if (target !== undefined) open.push(target)
      continue
    }
    yield object
    if (object instanceof lib.PDFArray) open.push(...object.asArray())
    const dict = object instanceof lib.PDFStream ? object.dict : object
    if (dict instanceof lib.PDFDict)
      open.push(...dict.entries().flatMap(([key, value]) => (key === parent ? [] : [value])))
  }
}

/** Channels of the profile that a colour space is given by; null for one of another kind. */
export function profileChannels(lib: Lib, { context }: AdPage, space: PDFArray): number | null {
  const [kind, profile] = space.asArray()
  if (kind !== lib.PDFName.of('ICCBased') || profile === undefined) return null
  const stream = context.lookup(profile)
  const channels =
    stream instanceof lib.PDFStream ? stream.dict.lookup(lib.PDFName.of('N')) : undefined
  return channels instanceof lib.PDFNumber ? channels.asNumber() : null
}
