/** Pictures of known inks, and what is seen of them. */
import sharp from 'sharp'
import { expect } from 'vitest'

/** An RGB picture of one colour. */
export const flat = (background: string, width = 60, height = 40) =>
  sharp({ create: { width, height, channels: 3, background } })

/** Expects inks of 0 to 255 to be what they should within `by`. */
export const near = (seen: readonly number[], want: readonly number[], by = 8): void => {
  expect(seen).toHaveLength(want.length)
  for (const [i, value] of want.entries()) expect(Math.abs((seen[i] ?? 0) - value)).toBeLessThan(by)
}

/** A CMYK JPEG in the inks of a profile, as sharp writes it: inverted, with Adobe's marker. */
export const cmykJpeg = async (profile: string): Promise<Buffer> => {
  const rgb = await flat('#336699').jpeg({ quality: 100 }).toBuffer()
  return sharp(rgb)
    .toColourspace('cmyk')
    .withIccProfile(profile, { attach: false })
    .jpeg({ quality: 100 })
    .toBuffer()
}
