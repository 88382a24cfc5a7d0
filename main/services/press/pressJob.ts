/** A press PDF from a composed edition: pictures in ink, preflight, PDF/X-4. */
import type { PageDisplay } from '../../../core/display/displayList'
import type { MarkKind } from '../../../core/display/marks'
import { mayExceed, measureInk } from '../../../core/preflight/pageInk'
import { pageInkFindings, type PressFinding } from '../../../core/preflight/press'
import { judged, limitsIn, type PreflightProfile } from '../../../core/preflight/preflightProfile'
import type { PressLimits } from '../../../core/preflight/pressProfile'
import { placed } from '../../../core/preflight/pressPage'
import type { PictureId } from '../../../core/ids'
import type { Diagnostic, Result } from '../../../core/result'
import type { ComposedWork } from '../composeJob'
import { pdfOf, type DoorCheck } from '../exportJob'
import { isAd } from '../ads'
import type { PlateLookup } from '../pdf/pictures'
import { pagePreflight } from './pagePreflight'
import { preparePressPictures, type PressPictures } from './pressPictures'
import type { PressPreset } from './preset'

export interface PressTask {
  readonly pages: readonly PageDisplay[]
  readonly preset: PressPreset
  /** How strictly the pages are held; as the preset has it when absent. */
  readonly profile?: PreflightProfile
  /** Instead of the preset's marks. */
  readonly marks?: readonly MarkKind[]
  readonly onPicture?: (done: number, total: number) => void
  readonly signal?: AbortSignal
}

/** A job made ready: what the preflight found, and the way to the file. */
export interface PressWork {
  /** All trouble of these pages, the work's own with it, as the profile judges it. */
  readonly diagnostics: readonly Diagnostic[]
  /** The pictures in ink. */
  readonly plateOf: PlateLookup
  /** A file of some of the job's pages. `overridden` is the reason for writing it in spite of errors, and stands in it. */
  write(
    pages: readonly PageDisplay[],
    stamp: PressStamp,
    onPage?: () => void,
  ): Promise<Result<Uint8Array, readonly Diagnostic[]>>
  dispose(): Promise<void>
}

/** What tells one printing of an edition from another, in the file and in its slug line. */
export interface PressStamp {
  readonly date: string
  readonly operator?: string
  readonly revision?: string
  readonly overridden?: string
  /** How the file is held against the ledger. */
  readonly door?: DoorCheck
}

/** The work's pictures in the inks of a press; the caller disposes of them. */
export const pressPicturesOf = (
  work: ComposedWork,
  preset: PressPreset,
  { onPicture, signal }: Pick<PressTask, 'onPicture' | 'signal'>,
): Promise<PressPictures> =>
  preparePressPictures({
    pages: work.display.pages,
    pictures: work.edition.pictures,
    bytesOf: work.pictures,
    preset,
    cache: work.cache ?? null,
    ...(onPicture ? { onPicture } : {}),
    ...(signal ? { signal } : {}),
  })

export async function preparePress(work: ComposedWork, task: PressTask): Promise<PressWork> {
  const pictures = await pressPicturesOf(work, task.preset, task)
  const profile = task.profile ?? null
  const limits = limitsIn(task.preset.limits, profile)
  const found: Diagnostic[] = [...troubleOn(work, task.pages)]
  for (const page of task.pages) found.push(...(await pagePreflight(work, page, pictures, limits)))
  found.push(...(await inkFindings(work, task.pages, limits, pictures)))
  return {
    diagnostics: judged(found, profile),
    plateOf: pictures.plateOf,
    write: (pages, stamp, onPage) => writePress(work, task, pictures, pages, stamp, onPage),
    dispose: pictures.dispose,
  }
}

/** The work's own trouble but what is on other pages, with its place where it has one. */
function troubleOn(
  { edition, diagnostics, display }: ComposedWork,
  pages: readonly PageDisplay[],
): readonly Diagnostic[] {
  const all = new Set(display.pages.map(({ folio }) => folio))
  const wanted = new Set(pages.map(({ folio }) => folio))
  return diagnostics
    .filter(({ where }) => {
      const folio = where?.page
      return folio === undefined || wanted.has(folio) || !all.has(folio)
    })
    .map((found) => placed(edition, pages, found))
}

/** Bytes of the pictures that are advertisements. */
const adsOf =
  (work: ComposedWork) =>
  (id: PictureId): Promise<Uint8Array | null> =>
    isAd(work.edition.pictures[id]) ? work.pictures(id) : Promise.resolve(null)

/** Fine enough to see an area that sets off. */
const INK_PPI = 72

/** The total ink of the pages on which black lies over something dark, measured on their plates. */
async function inkFindings(
  { fonts }: ComposedWork,
  pages: readonly PageDisplay[],
  limits: PressLimits,
  pictures: PressPictures,
): Promise<readonly PressFinding[]> {
  const dark = pages.filter((page) => mayExceed(page, pictures.heads, limits))
  if (dark.length === 0) return []
  const { openPlatePainter } = await import('./platePainter')
  const painter = await openPlatePainter(fonts, pictures.plateOf, limits.spots)
  const findings: PressFinding[] = []
  for (const page of dark) {
    const plates = await painter.paint(page, INK_PPI)
    if (plates === null) continue
    findings.push(...pageInkFindings(page, measureInk(plates, limits.inkLimit), limits))
  }
  return findings
}

const writePress = (
  work: ComposedWork,
  { preset, marks }: PressTask,
  pictures: PressPictures,
  pages: readonly PageDisplay[],
  stamp: PressStamp,
  onPage?: () => void,
): Promise<Result<Uint8Array, readonly Diagnostic[]>> =>
  pdfOf(work, {
    pages,
    date: stamp.date,
    ...(onPage === undefined ? {} : { onPage }),
    ...(stamp.door === undefined ? {} : { door: stamp.door }),
    ...(stamp.overridden === undefined
      ? {}
      : { subject: `Written in spite of preflight errors: ${stamp.overridden}` }),
    press: {
      condition: preset.condition,
      spots: preset.limits.spots,
      marks: marks === undefined ? preset.marks : { ...preset.marks, show: marks },
      slug: (page) => slugText(work, page, preset, stamp),
      pictures: pictures.plateOf,
      adOf: adsOf(work),
    },
  })

/** Edition, page, revision, time and operator; for the eyes of the print shop. */
function slugText(
  { edition }: ComposedWork,
  { folio }: PageDisplay,
  { name }: PressPreset,
  { date, operator, revision, overridden }: PressStamp,
): string {
  const { publication, date: issue } = edition.meta
  return [
    publication,
    issue,
    `第${folio}版`,
    revision === undefined ? '' : `修订 ${revision}`,
    date,
    operator ?? '',
    name,
    overridden === undefined ? '' : `预检未过：${overridden}`,
  ]
    .filter((part) => part !== '')
    .join('　')
}
