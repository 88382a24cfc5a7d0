import type { SoftProof } from '../../core/contract'
import { heatColour } from '../../core/display/heat'

/** The map of total ink, a pixel a cell. */
export function heatPicture({ ink, inkLimit }: SoftProof): OffscreenCanvas {
  const canvas = new OffscreenCanvas(ink.columns, ink.rows)
  const pixels = new ImageData(ink.columns, ink.rows)
  for (const [cell, percent] of ink.percent.entries()) {
    pixels.data.set([...heatColour(percent, inkLimit), 255], 4 * cell)
  }
  canvas.getContext('2d')?.putImageData(pixels, 0, 0)
  return canvas
}
