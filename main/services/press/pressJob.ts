/** A press PDF from a composed edition: pictures in ink, preflight, PDF/X-4. */
import type { PageDisplay } from '../../../core/display/displayList'
import type { MarkKind } from '../../../core/display/marks'
import { mayExceed, measureInk } from '../../../core/preflight/pageInk'
import { pageInkFindings, pressFindings, type PressFinding } from '../../../core/preflight/press'
import type { PictureId } from '../../../core/ids'
import type { Diagnostic, Result } from '../../../core/result'
import type { ComposedWork } from '../composeJob'
import { pdfOf, type DoorCheck } from '../exportJob'
import { isAd } from '../ads'
import type { PlateLookup } from '../pdf/pictures'
import { adPressFindings } from './adFindings'
import { preparePressPictures, type PressPictures } from './pressPictures'
import type { PressPreset } from './preset'

export interface PressTask {
  readonly pages: readonly PageDisplay[]
  readonly preset: PressPreset
  /** Instead of the preset's marks. */
  readonly marks?: readonly MarkKind[]
  readonly onPicture?: (done: number, total: number) => void
  readonly signal?: AbortSignal
}

/** A job made ready: what the preflight found, and the way to the file. */
export interface PressWork {
  readonly diagnostics: readonly Diagnostic[]
  /** The pictures in ink. */
  readonly plateOf: PlateLookup
  /** A file of some of the job's pages. `overridden` is the reason for writing it in spite of errors, and stands in it. */
  write(
    pages: readonly PageDisplay[],
    stamp: PressStamp,
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
  const { limits } = task.preset
  const findings = task.pages.flatMap((page) => pressFindings(page, pictures.heads, limits))
  return {
    diagnostics: [
      ...onPages(pictures, task.pages),
      ...findings,
      ...(await adFindings(work, task.pages)),
      ...(await inkFindings(work, task, pictures)),
    ],
    plateOf: pictures.plateOf,
    write: (pages, stamp) => writePress(work, task, pictures, pages, stamp),
    dispose: pictures.dispose,
  }
}

/** Bytes of the pictures that are advertisements. */
const adsOf =
  (work: ComposedWork) =>
  (id: PictureId): Promise<Uint8Array | null> =>
    isAd(work.edition.pictures[id]) ? work.pictures(id) : Promise.resolve(null)

/** The faults of the advertisements where they stand. */
async function adFindings(
  work: ComposedWork,
  pages: readonly PageDisplay[],
): Promise<readonly PressFinding[]> {
  const findings: PressFinding[] = []
  for (const page of pages) {
    for (const item of page.items) {
      if (item.kind !== 'picture') continue
      const picture = work.edition.pictures[item.picture]
      const bytes = isAd(picture) ? await work.pictures(item.picture) : null
      if (bytes === null || picture === undefined) continue
      const { inspectAd } = await import('./adCheck')
      findings.push(...adPressFindings(page, item, picture.name, await inspectAd(bytes)))
    }
  }
  return findings
}

/** Fine enough to see an area that sets off. */
const INK_PPI = 72

/** The total ink of the pages on which black lies over something dark, measured on their plates. */
async function inkFindings(
  { fonts }: ComposedWork,
  { pages, preset }: PressTask,
  pictures: PressPictures,
): Promise<readonly PressFinding[]> {
  const { limits } = preset
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

/** Trouble of the pictures that these pages show. */
const onPages = (pictures: PressPictures, pages: readonly PageDisplay[]): readonly Diagnostic[] => {
  const shown = new Set(
    pages.flatMap(({ items }) =>
      items.flatMap((item) => (item.kind === 'picture' ? [item.picture] : [])),
    ),
  )
  return pictures.diagnostics.flatMap(({ picture, diagnostic }) =>
    shown.has(picture) ? [diagnostic] : [],
  )
}

const writePress = (
  work: ComposedWork,
  { preset, marks }: PressTask,
  pictures: PressPictures,
  pages: readonly PageDisplay[],
  stamp: PressStamp,
): Promise<Result<Uint8Array, readonly Diagnostic[]>> =>
  pdfOf(work, {
    pages,
    date: stamp.date,
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
