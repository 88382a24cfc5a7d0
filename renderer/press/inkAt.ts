import type { PageProof } from './press'

/** Ink in percent on each plate at a point of the page, in the order of the plates; null off the page or once the proof is put away. */
export function inkAt(
  { page, soft, plates }: PageProof,
  x: number,
  y: number,
  probe: OffscreenCanvasRenderingContext2D,
): readonly number[] | null {
  const { trim } = page
  if (x < 0 || y < 0 || x >= trim.width || y >= trim.height) return null
  // a proof that was put away has let go of its pixels
  if (plates.some(({ width }) => width === 0)) return null
  const left = Math.floor((x / trim.width) * soft.width)
  const top = Math.floor((y / trim.height) * soft.height)
  return plates.map((plate) => {
    probe.drawImage(plate, left, top, 1, 1, 0, 0, 1, 1)
    const [grey = 255] = probe.getImageData(0, 0, 1, 1).data
    return Math.round(((255 - grey) * 100) / 255)
  })
}
