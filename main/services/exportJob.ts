/** The pages of a composed edition as PDF and PNG. The libraries for each are loaded when they are used. */
import type { PageDisplay } from '../../core/display/displayList'
import {
  proofSheets,
  type ProofMode,
  type ProofPaper,
  type ProofSheet,
} from '../../core/display/proofSheets'
import { sheetEdge } from '../../core/display/sheet'
import { err, ok, type Diagnostic, type Result, type Severity } from '../../core/result'
import { pt } from '../../core/units'
import type { ComposedWork } from './composeJob'
import { checkAtDoor } from './door/doorCheck'
import type { PlateLookup } from './pdf/pictures'
import type { ProofOptions } from './pdf/proof'
import type { PressOptions } from './pdf/writePdf'

export interface PdfJob {
  readonly pages: readonly PageDisplay[]
  /** ISO date that the file bears; the edition's own when absent, so that the same edition gives the same bytes. */
  readonly date?: string
  /** A remark on the whole file. */
  readonly subject?: string
  /** Makes it a file for the press; without it pictures keep the colours of their files. */
  readonly press?: PressOptions
  /** Office paper for a proof; its own size without marks or watermark when absent. */
  readonly paper?: { readonly name: ProofPaper; readonly mode: ProofMode }
  /** How the finished file's text is held against the ledger; `once` when absent. */
  readonly door?: DoorCheck
  /** Hears of each page once it is written. */
  readonly onPage?: () => void
}

/** Not at all, by reading the file back, or by another library as well. */
export type DoorCheck = 'open' | 'once' | 'twice'

const titleOf = (work: ComposedWork): string => {
  const { publication, date } = work.edition.meta
  return [publication, date].filter((part) => part !== '').join(' ')
}

const WATERMARK = '样张　不得付印'

/** How a page goes onto office paper, and what is told of it at the foot. */
function proofOf(work: ComposedWork, { name, mode }: NonNullable<PdfJob['paper']>): ProofOptions {
  const sheetsOf = (page: PageDisplay): readonly ProofSheet[] => {
    const edge = 2 * sheetEdge(page)
    const { width, height } = page.trim
    return proofSheets({ width: pt(width + edge), height: pt(height + edge) }, name, mode)
  }
  return {
    sheets: sheetsOf,
    watermark: WATERMARK,
    status: (page, sheet, of) => {
      const count = (severity: Severity): number =>
        work.diagnostics.filter(
          (found) => found.severity === severity && found.where?.page === page.folio,
        ).length
      const scale = Math.round((sheetsOf(page)[0]?.scale ?? 1) * 100)
      return [
        `样张　${titleOf(work)}　第${page.folio}版`,
        `错误 ${count('error')}　警告 ${count('warning')}`,
        `缩放 ${scale}%`,
        of > 1 ? `第 ${sheet} 张，共 ${of} 张` : '',
      ]
        .filter((part) => part !== '')
        .join('　')
    },
  }
}

/**
 * The PDF of some pages. The same work and date give the same bytes. Errors when
 * it cannot be written, or when its text is not that of the ledger.
 */
export async function pdfOf(
  work: ComposedWork,
  job: PdfJob,
): Promise<Result<Uint8Array, readonly Diagnostic[]>> {
  const { writePdf } = await import('./pdf/writePdf')
  const proof = job.paper === undefined ? undefined : proofOf(work, job.paper)
  const written = await writePdf(job.pages, {
    fonts: work.fonts,
    pictures: work.pictures,
    title: titleOf(work),
    producer: 'Banxin',
    date: new Date(job.date ?? work.edition.meta.date),
    ...(job.onPage === undefined ? {} : { onPage: job.onPage }),
    ...(job.subject === undefined ? {} : { subject: job.subject }),
    ...(job.press === undefined ? {} : { press: job.press }),
    ...(proof === undefined ? {} : { proof }),
  })
  if (!written.ok) return err([written.error])
  if (job.door === 'open') return written
  const found = await checkAtDoor(written.value, job.pages, work.ledger, {
    sheetsOf: (page) => proof?.sheets(page).length ?? 1,
    twice: job.door === 'twice',
  })
  return found.length === 0 ? written : err(found)
}

export interface PagePicture {
  readonly folio: string
  readonly bytes: Uint8Array
}

/**
 * A PNG of every page, its pictures as `plates` has them for the press or as
 * their files do; `onPage` hears of each page before it is painted.
 */
export async function previewPages(
  work: ComposedWork,
  ppi: number,
  onPage: (folio: string) => void = () => undefined,
  plates?: PlateLookup,
): Promise<Result<readonly PagePicture[]>> {
  const { openPreview } = await import('./preview')
  const painter = await openPreview(work.fonts)
  const painted: PagePicture[] = []
  for (const page of work.display.pages) {
    onPage(page.folio)
    const png = await painter.png(page, {
      ppi,
      pictures: work.pictures,
      ...(plates ? { plates } : {}),
    })
    if (!png.ok) return png
    painted.push({ folio: page.folio, bytes: png.value })
  }
  return ok(painted)
}

const RANGE = /^\s*(\d+)\s*(?:[-–]\s*(\d+)?\s*)?$/u

const wrongPages = (text: string, pages: readonly PageDisplay[]): Result<never> => {
  const folios = pages.map((page) => page.folio).join(', ')
  return err({
    severity: 'error',
    code: 'pages.unknown',
    message: `The edition has no pages ${text}; it has ${folios}. Give a range such as 1-4 or 1,3.`,
    parts: { asked: text, folios },
  })
}

/** 版次 as a number; its place in the edition when a 版次 is not one. */
const numberOf = (page: PageDisplay, index: number): number =>
  /^\d+$/u.test(page.folio) ? Number(page.folio) : index + 1

/**
 * The pages a range names by 版次: `1-4`, `2-` (to the end), `1,3`. An error when
 * a part of it is no range or names no page. Null means all pages.
 */
export function pagesInRange(
  pages: readonly PageDisplay[],
  text: string | null,
): Result<readonly PageDisplay[]> {
  if (text === null) return ok(pages)
  const wanted = new Set<PageDisplay>()
  for (const part of text.split(/[,，、]/u)) {
    const match = RANGE.exec(part)
    if (!match) return wrongPages(text, pages)
    const first = Number(match[1])
    const open = /[-–]/u.test(part)
    const last = match[2] === undefined ? (open ? Infinity : first) : Number(match[2])
    const found = pages.filter((page, index) => {
      const number = numberOf(page, index)
      return number >= first && number <= last
    })
    if (found.length === 0) return wrongPages(text, pages)
    for (const page of found) wanted.add(page)
  }
  return ok(pages.filter((page) => wanted.has(page)))
}
