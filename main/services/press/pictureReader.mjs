/**
 * The process that reads TIFF and WebP for the desk, apart from it as the press's
 * pictures are: {bytes} in, once; {bytes, format} or {fault} out, half a sentence.
 * Samples stay as they are, with their profile: PNG for RGB and grey, a JPEG of
 * little loss for the inks of CMYK, which PNG cannot hold.
 */
import sharp from 'sharp'

/** 400 megapixels, as the press converts. */
const MOST_PIXELS = 400e6
const INKS = { quality: 98, chromaSubsampling: '4:4:4' }

sharp.cache(false)
sharp.concurrency(1)

process.on('message', ({ bytes }) => {
  void read(bytes)
    .catch((error) => ({ fault: faultOf(error) }))
    .then((answer) => process.send?.(answer, () => process.exit()))
})
process.on('disconnect', () => process.exit())

async function read(bytes) {
  const picture = sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error' })
  const { format, space } = await picture.metadata()
  if (format !== 'tiff' && format !== 'webp') return { fault: 'is no TIFF or WebP' }
  const upright = picture.autoOrient().keepIccProfile()
  if (space === 'cmyk') {
    const made = await upright.toColourspace('cmyk').jpeg(INKS).toBuffer()
    return { bytes: made, format: 'jpg' }
  }
  return { bytes: await upright.png().toBuffer(), format: 'png' }
}

function faultOf(error) {
  const text = error instanceof Error ? error.message : ''
  return /pixel limit|exceeds/iu.test(text)
    ? 'has far more pixels than a page can show'
    : 'is damaged or cut short'
}
