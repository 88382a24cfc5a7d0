import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { isForeign, readForeign } from '../../../main/services/press/foreignPicture'

const PIXELS = { create: { width: 6, height: 4, channels: 3 as const, background: '#d02040' } }
const plain = () => sharp(PIXELS)

async function read(bytes: Uint8Array) {
  const result = await readForeign('scan.tif', bytes)
  if (!result.ok) throw new Error(result.error.message)
  return sharp(result.value)
}

describe('TIFF and WebP', () => {
  it('are known by their first bytes, and nothing else is', async () => {
    expect(isForeign(await plain().tiff().toBuffer())).toBe(true)
    expect(isForeign(await plain().webp().toBuffer())).toBe(true)
    expect(isForeign(await plain().png().toBuffer())).toBe(false)
    expect(isForeign(await plain().jpeg().toBuffer())).toBe(false)
    expect(isForeign(new Uint8Array())).toBe(false)
  })

  it.each(['tiff', 'webp'] as const)('give their samples, %s as PNG', async (format) => {
    const options = format === 'webp' ? { lossless: true } : {}
    const bytes = await plain().toFormat(format, options).toBuffer()
    const made = await read(bytes)
    expect((await made.metadata()).format).toBe('png')
    const given = await sharp(bytes).raw().toBuffer()
    expect(await made.raw().toBuffer()).toEqual(given)
  })

  it('keep inks as inks, in a JPEG, with their profile', async () => {
    const inks = await plain().withIccProfile('cmyk').toColourspace('cmyk').tiff().toBuffer()
    const meta = await (await read(inks)).metadata()
    expect(meta).toMatchObject({ format: 'jpeg', space: 'cmyk', width: 6, height: 4 })
    expect(meta.icc).toBeDefined()
  })

  it('stand upright as they were taken', async () => {
    const turned = await plain().withMetadata({ orientation: 6 }).tiff().toBuffer()
    expect(await (await read(turned)).metadata()).toMatchObject({ width: 4, height: 6 })
  })

  it('that are cut short are told by name', async () => {
    const whole = await plain().tiff().toBuffer()
    const result = await readForeign('pictures/scan.tif', whole.subarray(0, 20))
    expect(result.ok ? '' : result.error.message).toBe(
      'scan.tif is damaged or cut short; save it anew, or as PNG or JPEG.',
    )
  })
})
