/** The soft proof: a page's plates as pictures, its total ink and its press findings. */
import type { SoftProof } from '../../../core/contract'
import type { SpotInk } from '../../../core/display/colourGate'
import type { PageDisplay } from '../../../core/display/displayList'
import { heatColour } from '../../../core/display/heat'
import { BLACK, ink, type Ink } from '../../../core/ink'
import { measureInk } from '../../../core/preflight/pageInk'
import { pageInkFindings, type PressFinding } from '../../../core/preflight/press'
import { judged, limitsIn, type PreflightProfile } from '../../../core/preflight/preflightProfile'
import { placed } from '../../../core/preflight/pressPage'
import { err, ok, type Diagnostic, type Result } from '../../../core/result'
import type { ComposedWork } from '../composeJob'
import { encodeGreyPng, encodePng } from '../png'
import { openPlatePainter } from './platePainter'
import { pagePreflight } from './pagePreflight'
import { pressPicturesOf } from './pressJob'
import type { PressPreset } from './preset'

/** A page's plates as grey pictures with its ink and its press findings. */
export async function softProofOf(
  work: ComposedWork,
  page: PageDisplay,
  preset: PressPreset,
  ppi: number,
  profile: PreflightProfile | null = null,
): Promise<Result<SoftProof>> {
  const pictures = await pressPicturesOf(work, preset, {})
  try {
    const limits = limitsIn(preset.limits, profile)
    const painter = await openPlatePainter(work.fonts, pictures.plateOf, limits.spots)
    const painted = await painter.paint(page, ppi)
    if (painted === null) return err(tooLarge(page, ppi))
    const { width, height, plates } = painted
    const measured = measureInk(painted, limits.inkLimit)
    return ok({
      ...{ width, height, ink: measured },
      inkLimit: Math.round(limits.inkLimit * 100),
      plates: plates.map(({ name, ink: raster }) => ({
        name,
        recipe: recipeOf(name, limits.spots),
        png: encodeGreyPng(
          width,
          height,
          raster.map((value) => 255 - value),
          ppi,
        ),
      })),
      findings: judged(
        [
          ...troubleAt(work, page),
          ...(await pagePreflight(work, page, pictures, limits)),
          ...pageInkFindings(page, measured, limits),
        ],
        profile,
      ),
    })
  } finally {
    await pictures.dispose()
  }
}

/** The composer's trouble that has a place on this page. */
const troubleAt = (
  { edition, diagnostics }: ComposedWork,
  page: PageDisplay,
): readonly PressFinding[] =>
  diagnostics
    .filter(({ where }) => where?.page === page.folio)
    .map((found) => placed(edition, [page], found))
    .filter(isPlaced)

const isPlaced = (found: Diagnostic): found is PressFinding => 'area' in found

const PROCESS: Readonly<Record<string, Ink>> = {
  Cyan: ink(1, 0, 0, 0),
  Magenta: ink(0, 1, 0, 0),
  Yellow: ink(0, 0, 1, 0),
}

const recipeOf = (name: string, spots: readonly SpotInk[]): Ink =>
  spots.find((spot) => spot.name === name)?.recipe ?? PROCESS[name] ?? BLACK

/** The map of total ink as a picture, a cell at its place on the page. */
export function heatMap({ width, height, ink, inkLimit }: SoftProof, ppi: number): Uint8Array {
  const side = (ppi * ink.cell) / 25.4
  const rgba = new Uint8Array(width * height * 4)
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const cell = Math.floor(y / side) * ink.columns + Math.floor(x / side)
      rgba.set(heatColour(ink.percent[cell] ?? 0, inkLimit), 4 * (y * width + x))
    }
  }
  return encodePng(width, height, rgba, ppi)
}

const tooLarge = ({ page, folio }: PageDisplay, ppi: number) => ({
  severity: 'error' as const,
  code: 'preview.too-large',
  message: `Page ${folio} at ${ppi} ppi is too large to draw; choose a lower resolution.`,
  where: { page },
  parts: { folio, ppi },
})
