/** The pictures of pages in ink: converted once by content and intent, kept in a folder. */
import { createHash, randomBytes } from 'node:crypto'
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { PageDisplay } from '../../../core/display/displayList'
import type { PictureId } from '../../../core/ids'
import type { Picture } from '../../../core/model/edition'
import type { PressLimits } from '../../../core/preflight/pressProfile'
import type { Diagnostic } from '../../../core/result'
import { isAd } from '../ads'
import type { PlateLookup } from '../pdf/pictures'
import type { PictureProcess, ScaleTo } from './pictureProcess'
import { readPlate, type Plate } from './plateFile'
import type { PressPreset } from './preset'

export interface PressPictureOptions {
  /** All pages of the edition, so that one page's export finds what another's converted. */
  readonly pages: readonly PageDisplay[]
  readonly pictures: Readonly<Record<PictureId, Picture>>
  readonly bytesOf: (id: PictureId) => Promise<Uint8Array | null>
  readonly preset: PressPreset
  /** Where converted pictures are kept; null for a folder that goes with the job. */
  readonly cache: string | null
  /** Hears of each picture before it is converted. */
  readonly onPicture?: (done: number, total: number) => void
  readonly signal?: AbortSignal
}

/** What is known of a converted picture without its samples. */
export type PlateHead = Omit<Plate, 'data' | 'alpha'> & { readonly isSeeThrough: boolean }

export interface PressPictures {
  readonly heads: ReadonlyMap<PictureId, PlateHead>
  readonly plateOf: PlateLookup
  /** An error for each picture that could not be converted, a warning for one that is not there; its place gets the placeholder. */
  readonly diagnostics: readonly { readonly picture: PictureId; readonly diagnostic: Diagnostic }[]
  /** Removes what was made for this job only. */
  dispose(): Promise<void>
}

/** Raised when the same picture must come out otherwise than before. */
const VERSION = 1
/** Wanted sizes are rounded up to this many pixels, so that a frame moved a little converts nothing anew. */
const SIZE_STEP = 256
const UNLIMITED = 1e6

/** Converts what is not yet converted, one picture after another in a process of its own. */
export async function preparePressPictures(options: PressPictureOptions): Promise<PressPictures> {
  const { preset } = options
  const { folder, isOurs } = await workFolder(options.cache)
  const wanted = wantedSizes(options.pages, preset.limits)
  const paths = new Map<PictureId, string>()
  const heads = new Map<PictureId, PlateHead>()
  const diagnostics: { picture: PictureId; diagnostic: Diagnostic }[] = []
  let running: PictureProcess | null = null
  let done = 0
  for (const [id, size] of wanted) {
    options.onPicture?.(done, wanted.size)
    done += 1
    const picture = options.pictures[id]
    if (picture === undefined) continue
    const scaleTo = isWithin(picture, size.tone) ? NO_SCALE : size
    const path = join(folder, `${keyOf(picture, scaleTo, preset.condition.profile)}.plate`)
    let head = await headAt(path)
    if (head === null) {
      const given = await options.bytesOf(id)
      if (given === null) diagnostics.push({ picture: id, diagnostic: absent(picture) })
      const bytes = await screenBytes(picture, given)
      if (bytes === null) continue
      // a page without new pictures need not know how to start a process
      running ??= (await import('./pictureProcess')).startPictureProcess(options.signal)
      const fault = await running.convert({
        bytes,
        output: path,
        profile: preset.profilePath,
        scaleTo,
      })
      head = fault === null ? await headAt(path) : null
      if (head === null) {
        const diagnostic = unconverted(picture, fault ?? 'came out damaged')
        diagnostics.push({ picture: id, diagnostic })
      }
    }
    // an advertisement's own page goes to the press: what a screen shows of it is not measured
    if (head !== null && !isAd(picture)) heads.set(id, head)
    if (head !== null) paths.set(id, path)
  }
  running?.end()
  return {
    heads,
    diagnostics,
    plateOf: async (id) => {
      const path = paths.get(id)
      return path === undefined ? null : readPlate(await readFile(path))
    },
    dispose: () => (isOurs ? rm(folder, { recursive: true, force: true }) : Promise.resolve()),
  }
}

const AD_PPI = 150

/** An advertisement is painted for the screen first; one that cannot be is told of by its own check. */
async function screenBytes(picture: Picture, bytes: Uint8Array | null): Promise<Uint8Array | null> {
  if (bytes === null || !isAd(picture)) return bytes
  const { adPicture } = await import('./adPicture')
  return adPicture(bytes, AD_PPI)
}

const absent = ({ name, file }: Picture): Diagnostic => ({
  severity: 'warning',
  code: 'press.placeholder',
  message: `The file of the picture ${name} is missing, and its tint would print; link it again.`,
  where: { file },
  parts: { title: name },
})

const unconverted = (picture: Picture, fault: string): Diagnostic => ({
  severity: 'error',
  code: 'press.picture',
  message: `The picture ${picture.name} ${fault}, so its place has a tint; replace the picture.`,
  where: { file: picture.name },
})

/** The cache where it can be written; otherwise a folder for this job. A cache is a favour, not a duty. */
async function workFolder(cache: string | null) {
  if (cache !== null) {
    try {
      await mkdir(cache, { recursive: true })
      return { folder: cache, isOurs: false }
    } catch {
      return { folder: await jobFolder(), isOurs: true }
    }
  }
  return { folder: await jobFolder(), isOurs: true }
}

const jobFolder = (): Promise<string> =>
  mkdtemp(join(tmpdir(), `banxin-plates-${randomBytes(2).toString('hex')}-`))

async function headAt(path: string): Promise<PlateHead | null> {
  try {
    const plate = readPlate(await readFile(path))
    if (plate === null) return null
    const { space, width, height, inverted, ink, alpha } = plate
    return { space, width, height, inverted, ink, isSeeThrough: alpha !== null }
  } catch {
    return null
  }
}

const NO_SCALE: ScaleTo = {
  tone: { width: UNLIMITED, height: UNLIMITED },
  line: { width: UNLIMITED, height: UNLIMITED },
}

/** Whether the picture has no more pixels than wanted, whichever way it is turned. */
const isWithin = (picture: Picture, wanted: ScaleTo['tone']): boolean =>
  Math.max(picture.width, picture.height) <= Math.min(wanted.width, wanted.height)

const keyOf = (picture: Picture, scaleTo: ScaleTo, profile: Uint8Array): string =>
  createHash('sha256')
    .update(JSON.stringify([VERSION, picture.file, scaleTo]))
    .update(profile)
    .digest('hex')
    .slice(0, 32)

/** The most pixels of each picture that its places on the pages can use, in painting order. */
function wantedSizes(
  pages: readonly PageDisplay[],
  limits: PressLimits,
): ReadonlyMap<PictureId, ScaleTo> {
  const inches = new Map<PictureId, { width: number; height: number }>()
  for (const item of pages.flatMap((page) => page.items)) {
    if (item.kind !== 'picture') continue
    const known = inches.get(item.picture) ?? { width: 0, height: 0 }
    inches.set(item.picture, {
      width: Math.max(known.width, item.rect.width / item.crop.width / 72),
      height: Math.max(known.height, item.rect.height / item.crop.height / 72),
    })
  }
  const at = (size: { width: number; height: number }, ppi: number) => ({
    width: Math.ceil((size.width * ppi) / SIZE_STEP) * SIZE_STEP,
    height: Math.ceil((size.height * ppi) / SIZE_STEP) * SIZE_STEP,
  })
  return new Map(
    [...inches].map(([id, size]) => [
      id,
      { tone: at(size, limits.mostPpi), line: at(size, limits.mostLinePpi) },
    ]),
  )
}
