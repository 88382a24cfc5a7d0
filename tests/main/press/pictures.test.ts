/** Pictures into ink: every kind that comes, faults told in a sentence, nothing converted twice. */
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inflateSync } from 'node:zlib'
import sharp from 'sharp'
import { afterAll, describe, expect, it } from 'vitest'
import { pictureId, type PictureId } from '../../../core/ids'
import type { Picture } from '../../../core/model/edition'
import { shareOver } from '../../../core/preflight/pressInk'
import { preparePressPictures } from '../../../main/services/press/pressPictures'
import { page, picture } from '../../build/displayBuilder'
import { newsprint } from '../../build/pressPdf'
import { cmykJpeg, flat, near } from './inks'

const root = mkdtempSync(join(tmpdir(), 'banxin-press-pictures-'))
afterAll(() => rmSync(root, { recursive: true }))
const preset = newsprint()

interface Given {
  readonly bytes: Uint8Array
  readonly width: number
  readonly height: number
  /** Side of its place on the page, in points. */
  readonly place?: number
}

let folders = 0
const freshCache = (): string => join(root, `cache-${(folders += 1)}`)

async function prepare(
  given: Readonly<Record<string, Given>>,
  { cache = freshCache(), signal }: { cache?: string | null; signal?: AbortSignal } = {},
) {
  const pictures: Record<PictureId, Picture> = {}
  let reads = 0
  for (const [key, { width, height }] of Object.entries(given)) {
    const id = pictureId(key)
    pictures[id] = { id, file: `${key}.jpg`, name: `${key}.jpg`, width, height }
  }
  const items = Object.entries(given).map(([key, { place = 300 }]) =>
    picture(key, 0, 0, place, place),
  )
  const made = await preparePressPictures({
    pages: [page(items)],
    pictures,
    bytesOf: (id) => {
      reads += 1
      return Promise.resolve(given[id]?.bytes ?? null)
    },
    preset,
    cache,
    ...(signal ? { signal } : {}),
  })
  return { ...made, reads: () => reads }
}

/** Ink of a converted picture at a pixel, 0 to 255 a channel. */
async function inkOf(
  made: Awaited<ReturnType<typeof prepare>>,
  key: string,
  x: number,
  y: number,
): Promise<readonly number[]> {
  const plate = await made.plateOf(pictureId(key))
  if (plate === null) throw new Error(`${key} was not converted`)
  const decoded = sharp(plate.data)
  if (plate.space === 'grey') {
    const { data, info } = await decoded.raw().toBuffer({ resolveWithObject: true })
    return [255 - (data[(y * info.width + x) * info.channels] ?? 0)]
  }
  const raw = await decoded.pipelineColourspace('cmyk').toColourspace('cmyk').raw().toBuffer()
  const at = 4 * (y * plate.width + x)
  return [...raw.subarray(at, at + 4)]
}

describe('pictures of every kind', () => {
  it('in RGB come out in the inks of the profile, as JPEG, PNG, TIFF and WebP alike', async () => {
    const red = () => flat('#cc2010')
    const made = await prepare({
      jpeg: { bytes: await red().jpeg({ quality: 98 }).toBuffer(), width: 60, height: 40 },
      png: { bytes: await red().png().toBuffer(), width: 60, height: 40 },
      tiff: { bytes: await red().tiff().toBuffer(), width: 60, height: 40 },
      webp: { bytes: await red().webp({ lossless: true }).toBuffer(), width: 60, height: 40 },
    })
    expect(made.diagnostics).toEqual([])
    const png = await inkOf(made, 'png', 30, 20)
    expect(png[0]).toBeLessThan(60)
    expect(png[1]).toBeGreaterThan(180)
    expect(png[2]).toBeGreaterThan(180)
    for (const other of ['jpeg', 'tiff', 'webp']) near(await inkOf(made, other, 30, 20), png)
  })

  it('that were turned by the camera come out upright', async () => {
    const left = await flat('#000000', 20, 40).png().toBuffer()
    const bytes = await flat('#ffffff')
      .composite([{ input: left, left: 0, top: 0 }])
      .withMetadata({ orientation: 6 })
      .jpeg({ quality: 98 })
      .toBuffer()
    const made = await prepare({ turned: { bytes, width: 60, height: 40 } })
    expect(made.heads.get(pictureId('turned'))).toMatchObject({ width: 40, height: 60 })
    // a quarter to the right: what was left is above
    expect((await inkOf(made, 'turned', 20, 5))[3]).toBeGreaterThan(150)
    expect(Math.max(...(await inkOf(made, 'turned', 20, 50)))).toBeLessThan(25)
  })

  it('with opacity keep it as a mask of their size', async () => {
    const bytes = await sharp({
      create: {
        width: 60,
        height: 40,
        channels: 4,
        background: { r: 200, g: 0, b: 0, alpha: 0.5 },
      },
    })
      .png()
      .toBuffer()
    const opaque = await sharp(bytes).removeAlpha().ensureAlpha(1).png().toBuffer()
    const made = await prepare({
      half: { bytes, width: 60, height: 40 },
      whole: { bytes: opaque, width: 60, height: 40 },
    })
    const half = await made.plateOf(pictureId('half'))
    const mask = inflateSync(half?.alpha ?? Buffer.alloc(0))
    expect(mask).toHaveLength(60 * 40)
    expect(new Set(mask)).toEqual(new Set([128]))
    expect((await made.plateOf(pictureId('whole')))?.alpha).toBeNull()
    expect(made.heads.get(pictureId('half'))?.isSeeThrough).toBe(true)
  })

  it('in grey stay one plate', async () => {
    const bytes = await flat('#808080').toColourspace('b-w').png().toBuffer()
    const made = await prepare({ grey: { bytes, width: 60, height: 40 } })
    expect(made.heads.get(pictureId('grey'))?.space).toBe('grey')
    near(await inkOf(made, 'grey', 10, 10), [127], 4)
  })

  it('in CMYK without a profile keep their inks, whether their samples are inverted or not', async () => {
    const inverted = await cmykJpeg(preset.profilePath)
    const raw = sharp(inverted).pipelineColourspace('cmyk').toColourspace('cmyk')
    const before = [...(await raw.raw().toBuffer()).subarray(0, 4)]
    const adobe = inverted.indexOf('Adobe')
    // without the marker a reader takes the samples as they are: ink becomes paper
    const plain = Buffer.concat([inverted.subarray(0, adobe - 4), inverted.subarray(adobe + 12)])
    const made = await prepare({
      inverted: { bytes: inverted, width: 60, height: 40 },
      plain: { bytes: plain, width: 60, height: 40 },
    })
    expect(made.diagnostics).toEqual([])
    near(await inkOf(made, 'inverted', 10, 10), before, 4)
    near(
      await inkOf(made, 'plain', 10, 10),
      before.map((value) => 255 - value),
      4,
    )
  })

  it('in one bit stay line art', async () => {
    const dot = await flat('#000000', 21, 10).png().toBuffer()
    const bytes = await flat('#ffffff', 61, 40)
      .composite([{ input: dot, left: 0, top: 0 }])
      .toColourspace('b-w')
      .png({ palette: true, colours: 2 })
      .toBuffer()
    const made = await prepare({ art: { bytes, width: 61, height: 40 } })
    const plate = await made.plateOf(pictureId('art'))
    expect(plate).toMatchObject({ space: 'line', width: 61, height: 40, inverted: false })
    const bits = inflateSync(plate?.data ?? Buffer.alloc(0))
    expect(bits).toHaveLength(8 * 40)
    expect([...bits.subarray(0, 8)]).toEqual([0, 0, 7, 255, 255, 255, 255, 248])
    expect([...bits.subarray(10 * 8, 10 * 8 + 2)]).toEqual([255, 255])
  })
})

describe('size', () => {
  it('is brought down to what the press can show, and no further', async () => {
    const bytes = await flat('#446688', 3000, 2000).jpeg().toBuffer()
    const made = await prepare({ large: { bytes, width: 3000, height: 2000, place: 144 } })
    // 2 in × 300 ppi, rounded up, on the narrower side
    const head = made.heads.get(pictureId('large'))
    expect(head?.height).toBe(768)
    expect(head?.width).toBe(1152)
  })
})

describe('total ink', () => {
  it('of a converted picture keeps to the profile', async () => {
    const noise = { type: 'gaussian' as const, mean: 60, sigma: 60 }
    const bytes = await sharp({
      create: { width: 200, height: 200, channels: 3, background: '#000', noise },
    })
      .png()
      .toBuffer()
    const made = await prepare({ noise: { bytes, width: 200, height: 200 } })
    const map = made.heads.get(pictureId('noise'))?.ink
    if (map === undefined) throw new Error('It was not converted')
    expect(Math.max(...map.cells)).toBeGreaterThan(150)
    expect(shareOver(map, 2.4)).toBeLessThan(0.01)
    expect(shareOver(map, 1)).toBeGreaterThan(0.3)
  })
})

describe('many pictures', () => {
  it('go through one process after another', async () => {
    const given: Record<string, Given> = {}
    for (let i = 0; i < 20; i += 1) {
      const bytes = await flat(`rgb(${i * 10},0,0)`)
        .png()
        .toBuffer()
      given[`p${i}`] = { bytes, width: 60, height: 40 }
    }
    const made = await prepare(given)
    expect(made.diagnostics).toEqual([])
    expect(made.heads.size).toBe(20)
  })
})

describe('a cache', () => {
  it('spares the second job the work, until the file in it is damaged', async () => {
    const cache = freshCache()
    const given = { p: { bytes: await flat('#cc2010').png().toBuffer(), width: 60, height: 40 } }
    const first = await prepare(given, { cache })
    expect(first.reads()).toBe(1)
    const second = await prepare(given, { cache })
    expect(second.reads()).toBe(0)
    const [name = ''] = readdirSync(cache)
    expect(readdirSync(cache)).toHaveLength(1)
    const before = await second.plateOf(pictureId('p'))
    writeFileSync(join(cache, name), 'BXP1 damaged')
    const third = await prepare(given, { cache })
    expect(third.reads()).toBe(1)
    expect(await third.plateOf(pictureId('p'))).toEqual(before)
  })

  it('that cannot be made is done without, and what stood in for it goes with the job', async () => {
    const file = join(root, 'no-folder')
    writeFileSync(file, '')
    const given = { p: { bytes: await flat('#cc2010').png().toBuffer(), width: 60, height: 40 } }
    const made = await prepare(given, { cache: join(file, 'cache') })
    expect(await made.plateOf(pictureId('p'))).not.toBeNull()
    await made.dispose()
    await expect(made.plateOf(pictureId('p'))).rejects.toThrow('ENOENT')
    expect(statSync(file).isFile()).toBe(true)
  })
})

describe('faults', () => {
  it('are one sentence each, and the other pictures go on', async () => {
    const good = await flat('#cc2010').jpeg().toBuffer()
    const noise = { type: 'gaussian' as const, mean: 128, sigma: 60 }
    const large = await sharp({
      create: { width: 300, height: 300, channels: 3, background: '#000', noise },
    })
      .jpeg()
      .toBuffer()
    const bomb = await flat('#ffffff').png().toBuffer()
    bomb.writeUInt32BE(200_000, 16)
    bomb.writeUInt32BE(200_000, 20)
    const made = await prepare({
      truncated: { bytes: large.subarray(0, 20_000), width: 300, height: 300 },
      bomb: { bytes: bomb, width: 200_000, height: 200_000 },
      text: { bytes: Buffer.from('not a picture'), width: 1, height: 1 },
      svg: { bytes: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), width: 1, height: 1 },
      good: { bytes: good, width: 60, height: 40 },
    })
    expect(made.diagnostics.map(({ picture: id }) => id)).toEqual([
      'truncated',
      'bomb',
      'text',
      'svg',
    ])
    for (const { diagnostic, picture: id } of made.diagnostics) {
      expect(diagnostic).toMatchObject({ severity: 'error', code: 'press.picture' })
      expect(diagnostic.message).toMatch(
        new RegExp(`^The picture ${id}.jpg [^.]*; replace the picture.$`),
      )
    }
    expect(made.diagnostics[0]?.diagnostic.message).toContain('damaged or cut short')
    expect(await made.plateOf(pictureId('good'))).not.toBeNull()
  })

  it('include being stopped, which ends the process', async () => {
    const stop = new AbortController()
    const bytes = await flat('#446688', 6000, 4000).png().toBuffer()
    const going = prepare({ slow: { bytes, width: 6000, height: 4000 } }, { signal: stop.signal })
    setTimeout(() => stop.abort(), 20)
    const { diagnostics, heads } = await going
    expect(heads.size).toBe(0)
    expect(diagnostics[0]?.diagnostic.message).toContain('the job was stopped')
  })
})
