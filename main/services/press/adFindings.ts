import type { PageDisplay, PictureItem } from '../../../core/display/displayList'
import type { PressFinding } from '../../../core/preflight/press'
import { mmFromPt, pt } from '../../../core/units'
import type { AdFault, AdReport } from './adCheck'

/** An advertisement is paid for by the millimetre: it is to stand in its own size, to this part. */
const SAME_SIZE = 0.01

/** The faults of an advertisement as findings at its place, its size among them. */
export const adPressFindings = (
  page: PageDisplay,
  item: PictureItem,
  name: string,
  { faults, size }: AdReport,
): readonly PressFinding[] =>
  [...faults, ...(size === null ? [] : sizeFault(item, size))].map(
    ({ severity, code, what, remedy }) => ({
      severity,
      code: `press.ad-${code}`,
      message: `Page ${page.folio}: the advertisement ${name} ${what} (${tenth(item.rect.x)}, ${tenth(item.rect.y)} mm); ${remedy}.`,
      where: { page: page.folio, file: name },
      remedy,
      area: item.rect,
    }),
  )

const tenth = (points: number): number => Math.round(mmFromPt(pt(points)) * 10) / 10

function sizeFault(
  { rect, crop }: PictureItem,
  size: { readonly width: number; readonly height: number },
): readonly AdFault[] {
  const shown = { width: rect.width / crop.width, height: rect.height / crop.height }
  const isCut = crop.width < 1 - SAME_SIZE || crop.height < 1 - SAME_SIZE
  const isScaled = Math.abs(shown.width / size.width - 1) > SAME_SIZE
  if (!isCut && !isScaled) return []
  const own = `${tenth(size.width)} × ${tenth(size.height)} mm`
  const place = `${tenth(rect.width)} × ${tenth(rect.height)} mm`
  return [
    {
      severity: 'warning',
      code: 'size',
      what: `is ${own} and stands ${isCut ? 'cut' : 'scaled'} in ${place}`,
      remedy: 'give it a frame of its own size or ask for another file',
    },
  ]
}
