/** One page held against the press: its display list, its pictures, its advertisements, its names. */
import type { PageDisplay, PictureItem } from '../../../core/display/displayList'
import { pressFindings, type PressFinding } from '../../../core/preflight/press'
import { unsigned } from '../../../core/preflight/pressPage'
import type { PressLimits } from '../../../core/preflight/pressProfile'
import { isAd } from '../ads'
import type { ComposedWork } from '../composeJob'
import { adPressFindings } from './adFindings'
import type { PressPictures } from './pressPictures'

/** Every finding but what only the page's plates show, each with its place. */
export async function pagePreflight(
  work: ComposedWork,
  page: PageDisplay,
  pictures: PressPictures,
  limits: PressLimits,
): Promise<readonly PressFinding[]> {
  return [
    ...unsigned(work.edition, page),
    ...pictureTrouble(page, pictures),
    ...pressFindings(page, pictures.heads, limits),
    ...(await adsOn(work, page, limits)),
  ]
}

const picturesOn = (page: PageDisplay): readonly PictureItem[] =>
  page.items.flatMap((item) => (item.kind === 'picture' ? [item] : []))

/** Pictures that could not be had or converted, wherever they stand. */
const pictureTrouble = (
  page: PageDisplay,
  { diagnostics }: PressPictures,
): readonly PressFinding[] =>
  picturesOn(page).flatMap((item) =>
    diagnostics
      .filter(({ picture }) => picture === item.picture)
      .map(({ diagnostic }) => ({
        ...diagnostic,
        where: { ...diagnostic.where, page: page.folio },
        remedy: 'replace the picture or link its file again',
        area: item.rect,
      })),
  )

/** The faults of the advertisements where they stand. */
async function adsOn(
  { edition, pictures }: ComposedWork,
  page: PageDisplay,
  limits: PressLimits,
): Promise<readonly PressFinding[]> {
  const findings: PressFinding[] = []
  for (const item of picturesOn(page)) {
    const picture = edition.pictures[item.picture]
    const bytes = isAd(picture) ? await pictures(item.picture) : null
    if (bytes === null || picture === undefined) continue
    const { inspectAd } = await import('./adCheck')
    const report = await inspectAd(bytes)
    findings.push(...adPressFindings(page, item, picture.name, report, limits))
  }
  return findings
}
