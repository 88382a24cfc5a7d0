/** The press export: what pictures add, what many pages cost, and the memory that many large pictures take. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { createHash } from 'node:crypto'
import sharp from 'sharp'
import { frameId, pageId, pictureId, storyId } from '../../core/ids'
import { pagesOf, type Edition, type Picture } from '../../core/model/edition'
import { storySchema } from '../../core/model/storySchema'
import { withRecord } from '../../core/model/tables'
import { pt } from '../../core/units'
import { saveEdition } from '../../main/services/editionStore'
import { figure, single, type Figure, type Part } from './figures'
import { summarize } from './measure'
import { takeTurns, type Command, type Series } from './processes'

const TITLE = 'Press export'
const ROUNDS = { timed: 7, watched: 0 }
/** What issue 5 asks. */
const PICTURES_LIMIT = 1.5
const PAGES_LIMIT = 8
const PEAK_LIMIT_MB = 1000

const PICTURES_A_PAGE = 4
const MOST_PICTURES = 60
const MANY_PAGES = 16
/** 24 megapixels, and what four pictures of one page commonly have. */
const LARGE = { width: 6000, height: 4000 }
const COMMON = { width: 2400, height: 1600 }

interface Size {
  readonly width: number
  readonly height: number
}

export interface PressBench {
  readonly root: string
  /** Folder for editions and files. */
  readonly work: string
  readonly editionOf: (pages: number) => Edition
}

export async function measurePress({ root, work, editionOf }: PressBench): Promise<Part> {
  mkdirSync(work, { recursive: true })
  const banxin = join(root, 'out/cli/banxin.cjs')
  const command = (name: string, edition: string): Command => ({
    name,
    args: [banxin, 'export', join(work, edition), '-o', join(work, 'press.pdf'), ...AS_IT_IS],
  })
  await save(join(work, 'plain.banxin'), editionOf(1), COMMON, 0)
  await save(join(work, 'pictured.banxin'), editionOf(1), COMMON, PICTURES_A_PAGE)
  await save(join(work, 'many.banxin'), editionOf(MANY_PAGES), COMMON, 0)
  const one = command('1 page', 'plain.banxin')
  const pictured = command('1 page, four pictures converted', 'pictured.banxin')
  const many = command(`${MANY_PAGES} pages`, 'many.banxin')
  const series = await takeTurns([one, pictured, many], ROUNDS, join(work, 'usage.json'))
  const medianOf = (of: Command): number =>
    summarize(series.find(({ command: it }) => it === of)?.times ?? []).median
  await save(join(work, 'heavy.banxin'), editionOf(MANY_PAGES), LARGE, MOST_PICTURES)
  const heavy = await runWatched(command('heavy', 'heavy.banxin').args)
  const again = await runWatched(command('heavy', 'heavy.banxin').args)
  rmSync(join(work, 'heavy.banxin'), { recursive: true, force: true })
  const name = `${MANY_PAGES} pages, ${MOST_PICTURES} pictures of 24 megapixels`
  return {
    title: TITLE,
    figures: [
      ...series.map(timeOf),
      single(
        TITLE,
        'four pictures to none',
        '×',
        medianOf(pictured) / medianOf(one),
        PICTURES_LIMIT,
      ),
      single(TITLE, `${MANY_PAGES} pages to one`, '×', medianOf(many) / medianOf(one), PAGES_LIMIT),
      single(TITLE, name, 'ms', heavy.ms),
      single(TITLE, `${name}, converted before`, 'ms', again.ms),
      ...peakFigures(name, heavy, again),
    ],
    notes: [
      'PDF/X-4 with preflight and the ledger at the door; each run is a new process.',
      'Peak memory is that of the command and its picture process together, looked at every 20 ms.',
    ],
  }
}

/** The bench text names no editor and may end in overset lines: the file is wanted all the same. */
const AS_IT_IS = ['--override', 'benchmark'] as const

const timeOf = ({ command, times }: Series): Figure =>
  figure(TITLE, command.name, 'ms', summarize(times))

const peakFigures = (name: string, first: Watched, again: Watched): readonly Figure[] =>
  first.peak === null || again.peak === null
    ? []
    : [
        single(TITLE, `peak memory: ${name}`, 'MB', first.peak, PEAK_LIMIT_MB),
        single(TITLE, `peak memory: ${name}, converted before`, 'MB', again.peak, PEAK_LIMIT_MB),
      ]

/**
 * Grain, so that a JPEG of it has a photograph's size, and light: text over a dark
 * picture would have the page's plates measured too.
 */
async function photograph({ width, height }: Size): Promise<Buffer> {
  const grain = { type: 'gaussian' as const, mean: 215, sigma: 12 }
  const ground = await sharp({
    create: { width: width / 4, height: height / 4, channels: 3, background: '#000', noise: grain },
  })
    .png()
    .toBuffer()
  return sharp(ground).resize(width, height).jpeg({ quality: 85 }).toBuffer()
}

/** The edition with `count` pictures over its pages, four a page, saved. */
async function save(path: string, given: Edition, size: Size, count: number): Promise<void> {
  const media = new Map<string, Uint8Array>()
  const jpeg = count === 0 ? Buffer.alloc(0) : await photograph(size)
  let edition = given
  const pages = pagesOf(given)
  for (let index = 0; index < count; index += 1) {
    const page = pages[Math.floor(index / PICTURES_A_PAGE)]
    if (page === undefined) break
    // what stands behind a JPEG's end makes it another file and changes nothing else
    const bytes = Buffer.concat([jpeg, Buffer.from(String(index))])
    const file = `${createHash('sha256').update(bytes).digest('hex')}.jpg`
    media.set(file, bytes)
    edition = withPicture(edition, page.id, index, { file, name: `${index}.jpg`, ...size })
  }
  rmSync(path, { recursive: true, force: true })
  const saved = await saveEdition(path, edition, media)
  if (!saved.ok) throw new Error(saved.error.message)
}

function withPicture(
  edition: Edition,
  page: string,
  index: number,
  file: Omit<Picture, 'id'>,
): Edition {
  const [picture, story] = [pictureId(`bench-${index}`), storyId(`photo-${index}`)]
  const { figure: figureType, caption } = storySchema.nodes
  const node = figureType.create({ id: 'fig', picture }, [
    caption.create(null, [storySchema.text('江边的石桥')]),
  ])
  const doc = storySchema.node('doc', null, [node])
  const place = index % PICTURES_A_PAGE
  const withFile = withRecord(edition, 'pictures', { id: picture, ...file })
  const withStory = withRecord(withFile, 'stories', {
    ...{ id: story, slug: story, order: 10_000 + index, doc },
    ...{ rubric: null, unplaced: [], removed: [] },
  })
  return withRecord(withStory, 'frames', {
    ...{ id: frameId(`photo-${index}`), kind: 'picture', page: pageId(page), story },
    area: { column: 1, columns: 2, row: 4 + place * 20, rows: 14 },
    ...{ locked: false, pictureRows: 12, crop: null, padding: pt(0), tint: false },
  })
}

interface Watched {
  readonly ms: number
  /** Megabytes; null where the system does not tell. */
  readonly peak: number | null
}

/** One run to its end, its memory and that of its children looked at all the while. */
function runWatched(args: readonly string[]): Promise<Watched> {
  return new Promise((resolve, reject) => {
    const start = performance.now()
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'pipe'] })
    let said = ''
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
    let peak = 0
    const timer = setInterval(() => {
      peak = Math.max(peak, treeMemory(child.pid ?? 0))
    }, 20)
    child.on('error', reject)
    child.on('close', (code) => {
      clearInterval(timer)
      const ms = performance.now() - start
      if (code !== 0) reject(new Error(said.trim().split('\n').at(-1)))
      else resolve({ ms, peak: existsSync('/proc/self/statm') ? peak / 1e6 : null })
    })
  })
}

const PAGE_BYTES = 4096

/** Resident bytes of a process and all below it (Linux); 0 when it is gone. */
function treeMemory(pid: number): number {
  try {
    const [, resident = '0'] = readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')
    const children = readdirSync(`/proc/${pid}/task`).flatMap((task) =>
      readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8').trim().split(/\s+/u),
    )
    const below = children.filter((one) => one !== '').map((one) => treeMemory(Number(one)))
    return below.reduce((sum, bytes) => sum + bytes, Number(resident) * PAGE_BYTES)
  } catch {
    return 0
  }
}
