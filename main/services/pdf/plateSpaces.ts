import type { SpotInk } from '../../../core/display/colourGate'
import { ink, type Ink } from '../../../core/ink'
import { REGISTRATION, spotName } from './content'
import { pdfName, type PdfDictionary, type PdfValue } from './pdfFile'

/** A plate by its name; the function says how it looks where plates are not separated (PDF 32000-1 8.6.6.4). */
const separation = (name: string, { c, m, y, k }: Ink): readonly PdfValue[] => [
  'Separation',
  pdfName(name),
  'DeviceCMYK',
  { FunctionType: 2, Domain: [0, 1], C0: [0, 0, 0, 0], C1: [c, m, y, k], N: 1 },
]

/** Colour spaces of a page for the press: register marks on all plates, and each spot on its own. */
export const plateSpaces = (spots: readonly SpotInk[]): PdfDictionary => ({
  [REGISTRATION]: separation('All', ink(1, 1, 1, 1)),
  ...Object.fromEntries(
    spots.map(({ name, recipe }, index) => [spotName(index), separation(name, recipe)]),
  ),
})
