import type { PdfFile } from './pdfFile'
import { pdfText } from './pdfFile'

/** The printing a file is made for, with the profile that says how its CMYK looks there. */
export interface OutputCondition {
  /** Name of the printing condition, such as `CGATS TR 002-2007`. */
  readonly identifier: string
  /** The same for a reader. */
  readonly info: string
  /** ICC profile of class `prtr` for CMYK, checked where it was read. */
  readonly profile: Uint8Array
}

/** The one output intent of a PDF/X-4 file, its profile embedded (ISO 15930-7 6.2.2). */
export function writeOutputIntent(file: PdfFile, condition: OutputCondition): void {
  const intent = file.ref({
    Type: 'OutputIntent',
    S: 'GTS_PDFX',
    OutputConditionIdentifier: pdfText(condition.identifier),
    OutputCondition: pdfText(condition.info),
    Info: pdfText(condition.info),
    DestOutputProfile: file.stream({ N: 4 }, condition.profile),
  })
  intent.end()
  file.catalogue({ OutputIntents: [intent] })
}
