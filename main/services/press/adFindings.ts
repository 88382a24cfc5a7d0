import type { PageDisplay, PictureItem } from '../../../core/display/displayList'
import type { PressFinding } from '../../../core/preflight/press'
import type { PressLimits } from '../../../core/preflight/pressProfile'
import { mm, mmFromPt, pt, ptFromMm } from '../../../core/units'
import type { AdFault, AdReport } from './adCheck'

/** An advertisement is paid for by the millimetre: it is to stand in its own size, to this part. */
const SAME_SIZE = 0.01

/** The faults of an advertisement as findings at its place, its size among them. */
export const adPressFindings = (
  page: PageDisplay,
  item: PictureItem,
  name: string,
  report: AdReport,
  limits: PressLimits,
): readonly PressFinding[] =>
  [
    ...report.faults,
    ...(report.size === null ? [] : faultsInPlace(page, item, report, limits)),
  ].map(({ severity, code, what, remedy }) => ({
    severity,
    code: `press.ad-${code}`,
    message: `Page ${page.folio}: the advertisement ${name} ${what} (${tenth(item.rect.x)}, ${tenth(item.rect.y)} mm); ${remedy}.`,
    where: { page: page.folio, file: name },
    remedy,
    area: item.rect,
  }))

const tenth = (points: number): number => Math.round(mmFromPt(pt(points)) * 10) / 10

/** What is wrong with it where it stands: its size, its bleed at the page's edge, its ink on this press. */
const faultsInPlace = (
  page: PageDisplay,
  item: PictureItem,
  { size, bleed, ink }: AdReport,
  limits: PressLimits,
): readonly AdFault[] => [
  ...(size === null ? [] : sizeFault(item, size)),
  ...bleedFault(page, item, bleed, limits),
  ...inkFault(ink, limits),
]

/** Nearer to the trim than this, it is meant to run over it. */
const NEARLY = ptFromMm(mm(1))

function bleedFault(
  { trim }: PageDisplay,
  { rect: { x, y, width, height } }: PictureItem,
  bleed: number,
  limits: PressLimits,
): readonly AdFault[] {
  const room = Math.min(x, y, trim.width - x - width, trim.height - y - height)
  if (room >= NEARLY || bleed >= ptFromMm(limits.bleed) - 0.05) return []
  return [
    {
      severity: 'warning',
      code: 'bleed',
      what: `stands at the trim with ${tenth(bleed)} mm of bleed`,
      remedy: `ask for a file with ${limits.bleed} mm of bleed around its trim box`,
    },
  ]
}

const inkFault = (ink: number, { inkLimit }: PressLimits): readonly AdFault[] =>
  ink <= inkLimit + 0.005
    ? []
    : [
        {
          severity: 'warning',
          code: 'ink',
          what: `has up to ${Math.round(ink * 100)} % ink where the press takes ${Math.round(inkLimit * 100)} %`,
          remedy: 'have it separated for this press',
        },
      ]

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
