/**
 * Draws the sample edition's pictures and lists them for intake.
 * `node scripts/samples/draw-pictures.mjs [number …]` draws all of them, or only those numbered.
 */
import { mkdir, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { join } from 'node:path'
import { engrave } from './pictures/engrave.mjs'
import { drawBridge } from './pictures/bridge.mjs'
import { drawFerry } from './pictures/ferry.mjs'
import { drawLoom } from './pictures/loom.mjs'
import { drawMarket } from './pictures/market.mjs'

const FOLDER = fileURLToPath(new URL('../../resources/samples/', import.meta.url))
const QUALITY = 84

const PICTURES = [
  { page: 1, captionTitle: '晨雾里的三更桥', draw: drawBridge, seed: 101 },
  { page: 1, captionTitle: '长埠街点灯', draw: drawMarket, seed: 202 },
  { page: 2, captionTitle: '末班船过江', draw: drawFerry, seed: 303 },
  { page: 2, captionTitle: '灯下挖花', draw: drawLoom, seed: 404 },
]

const wanted = new Set(process.argv.slice(2))
const list = []
await mkdir(FOLDER, { recursive: true })
for (const [index, { page, captionTitle, draw, seed }] of PICTURES.entries()) {
  const number = String(index + 1)
  const file = `picture-${number}.jpg`
  const { canvas, context, ...lines } = draw()
  list.push({ file, page, captionTitle, width: canvas.width, height: canvas.height })
  if (wanted.size > 0 && !wanted.has(number)) continue
  engrave(context, { seed, ...lines })
  const bytes = await canvas.encode('jpeg', QUALITY)
  await writeFile(join(FOLDER, file), bytes)
  console.log(`${file}: ${canvas.width} × ${canvas.height}, ${Math.round(bytes.length / 1024)} kB`)
}
await writeFile(join(FOLDER, 'pictures.json'), `${JSON.stringify(list, null, 2)}\n`)
