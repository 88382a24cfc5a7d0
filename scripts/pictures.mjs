/**
 * `npm run pictures`: the README's pictures of the sample, made by the banxin command as a
 * user runs it. The same sources and canvas library give the same bytes.
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildCli } from './build.mjs'
import { SetupError, runOrExplain, say } from './setup/say.mjs'
import { root, setup } from './setup.mjs'

const PAGES = ['resources/samples/page-1.txt', 'resources/samples/page-2.txt']
const WORK = 'out/pictures'
const EDITION = join(WORK, 'page.banxin')
const TARGET = join(root, 'docs/pictures')

const PAGE_HEIGHT = 1200
const CROP_SCALE = 2
/** White kept around the detail, in points. */
const MARGIN = 14

await runOrExplain(async () => {
  setup()
  const bundle = await buildCli()
  const banxin = (...args) => runBanxin(bundle, args)
  say('Making the sample edition …')
  banxin('make', ...PAGES, '-o', WORK)
  const { pages, frames } = JSON.parse(banxin('compose', EDITION, '--json'))
  const page = pages[0]
  mkdirSync(TARGET, { recursive: true })
  save('sample-page.png', paint(banxin, page, 1))
  const detail = await cropped(paint(banxin, page, CROP_SCALE), detailOf(frames, page), page)
  save('sample-crop.png', detail)
})

/** Runs a command and answers what it printed. Its warnings are the sample's own and are not repeated. */
function runBanxin(bundle, args) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [bundle, ...args], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  })
  if (status !== 0) throw new SetupError(`banxin ${args.join(' ')} failed:\n${stderr}`, 1)
  return stdout
}

/** The page as PNG, `scale` times as large as the README's whole page. */
function paint(banxin, page, scale) {
  const ppi = (PAGE_HEIGHT * scale * 72) / page.height
  const folder = join(WORK, `${scale}x`)
  banxin('preview', EDITION, '-o', folder, '--ppi', String(ppi))
  return readFileSync(join(root, folder, `page-${page.folio}.png`))
}

/** The frame of the largest story that has a box: headline group, columns and reading tip. */
function detailOf(frames, page) {
  const [detail] = frames
    .filter(({ kind, page: id, insets }) => kind === 'story' && id === page.id && insets.length > 0)
    .sort((a, b) => b.width * b.height - a.width * a.height)
  if (detail === undefined) throw new SetupError('The sample has no story with a box to show.', 1)
  return detail
}

/** The PNG of a painted page's part around `frame`, whose lengths are points of the page. */
async function cropped(painted, frame, page) {
  const { createCanvas, loadImage } = await import('@napi-rs/canvas')
  const image = await loadImage(painted)
  const pixels = (points) => Math.round((points * image.width) / page.width)
  const canvas = createCanvas(pixels(frame.width + 2 * MARGIN), pixels(frame.height + 2 * MARGIN))
  canvas.getContext('2d').drawImage(image, -pixels(frame.x - MARGIN), -pixels(frame.y - MARGIN))
  return canvas.encode('png')
}

function save(name, bytes) {
  writeFileSync(join(TARGET, name), bytes)
  say(`docs/pictures/${name}, ${Math.round(bytes.length / 1024)} kB`)
}
